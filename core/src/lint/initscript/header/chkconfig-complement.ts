import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { chkconfigNumbers } from "./chkconfig-lines.ts";

export const chkconfigComplement: ScriptRule = {
  id: "chkconfig-complement",
  code: "IT773",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["initscripts, sysvinitfiles"],
  docs: {
    what: "The start and stop numbers do not add up to 100.",
    why: "By convention, a service that starts early stops late: the stop number is 100 minus the start number.\nNo program insists on it.",
    instead: "Write 100 minus the start number, unless a different order of stopping is intended.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20 20\n# description: An example\n",
        fixed: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n",
      },
    ],
    right: [{ text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An example\n" }],
  },
  check: (script) => {
    const numbers = chkconfigNumbers(script);
    if (numbers === undefined) return [];
    const { start, stop } = numbers;
    const complement = 100 - Number(start.text);
    if (Number(stop.text) === complement) return [];
    // The complement of 0 is beyond the numbers that there are.
    if (complement > 99) return [];
    return [
      {
        range: stop,
        message: message("chkconfig-complement", { start: start.text, complement }),
        fixes: [
          suggestion(message("fix.write", { text: complement }), stop, String(complement).padStart(2, "0")),
        ],
      },
    ];
  },
};
