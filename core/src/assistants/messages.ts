// What the tools of assistants answer, in the words by which a model chooses one. The command line and the extension offer
// the same tools, and say each for itself what it takes.

/** The tools that both offer. */
export const assistantMessages = {
  "assistant.check":
    "Findings on inittabs and init scripts: lines that init drops, logins that never come, headers that insserv refuses.",
  "assistant.explain":
    "What a word of an inittab or an init script, a rule, or a message of init or of a program around it means, as Markdown.",
  "assistant.simulate":
    "What init does with an inittab from boot on, second by second: what starts, waits and is killed, and what init says. Nothing is run.",
  "assistant.verify":
    "Whether anything that can happen to the machine locks everybody out or keeps it from going down, with the shortest sequence of events that leads there.",
  "assistant.order":
    "The links or the order that insserv, chkconfig, update-rc.d or OpenRC make of a folder of scripts.",
  "assistant.rc":
    "Which scripts rc calls on the way into runlevels, which it passes over and why, and which lock files remain.",
  "assistant.edit":
    "The text of an inittab after an edit of its lines, the findings before and after, and what the machine does differently. Writes nothing.",
  "assistant.plan":
    "What a new inittab does to a machine that runs with the old one: what telinit q stops, restarts and starts in each runlevel.",
} as const;
