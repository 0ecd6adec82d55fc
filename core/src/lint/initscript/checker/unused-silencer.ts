import { nothing } from "../../report.ts";
import { unusedSilencerFacts } from "../../unused-silencer.ts";
import type { ScriptExample, ScriptRule } from "../contract.ts";
import { exampleHeader } from "../header/example.ts";

const header = exampleHeader({});

export const unusedSilencer: ScriptRule = {
  ...unusedSilencerFacts<ScriptExample>({
    wrong: [
      {
        text: `#!/bin/sh\n# inittab-disable-file lsb-level-b\n${header}`,
        fixed: `#!/bin/sh\n${header}`,
      },
    ],
    right: [
      {
        text: `#!/bin/sh\n# inittab-disable-file lsb-level-b\n${exampleHeader({ "Default-Start": "B" })}`,
      },
    ],
  }),
  scope: "script",
  families: "all",
  // Silencers are judged when all other rules have spoken.
  check: () => nothing,
};
