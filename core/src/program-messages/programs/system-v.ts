// What the inits of Solaris and its relatives say. Sources: init(1M) of Solaris, init of AIX.

import type { SpeakingProgram } from "../contract.ts";

/** The init of System V and its descendants. */
export const systemVMessages: SpeakingProgram = {
  id: "system-v",
  title: "init of Solaris, AIX and their relatives",
  tags: ["init"],
  dialects: ["solaris", "aix", "hp-ux", "irix", "sco", "tru64", "system-v"],
  messages: [
    {
      id: "respawning-too-rapidly",
      templates: [
        "Command is respawning too rapidly. Check for possible errors.",
        "Command is respawning too rapidly. Check for possible errors. id: {text}",
        "Command is respawning too rapidly",
      ],
      meaning:
        "The process of a respawn entry ends again and again, so init leaves it alone for a while: five minutes on Solaris after more than ten starts in two minutes, one minute on AIX after more than five.",
      causes: [
        "The program does not exist, its terminal does not exist, or it puts itself into the background.",
      ],
      find: ["Run the process of the entry by hand; the id is in the line."],
      remedy: ["Correct the entry or make its action `off`, then `telinit q`."],
    },
  ],
};
