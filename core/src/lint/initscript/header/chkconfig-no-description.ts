import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { chkconfigNumbers } from "./chkconfig-lines.ts";

export const chkconfigNoDescription: ScriptRule = {
  id: "chkconfig-no-description",
  code: "IT767",
  severity: "information",
  group: "style",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["chkconfig(8), RUNLEVEL FILES", "observed: chkconfig 1.3.49.5"],
  docs: {
    what: "The chkconfig header has no description.",
    why: "Tools such as ntsysv show the description to the person who decides about the service.\nA description that ends in a backslash and does not continue in a comment is lost.",
    instead: "Add `# description:` below the `chkconfig:` line, or a description in the LSB header.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20 80\n",
        fixed: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: svc\n",
      },
      { text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An \\\n: example\n" },
    ],
    right: [
      { text: "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: An \\\n#              example\n" },
      {
        text: "#!/bin/sh\n# chkconfig: 2345 20 80\n### BEGIN INIT INFO\n# Short-Description: An example\n### END INIT INFO\n",
      },
    ],
  },
  check: (script) => {
    const numbers = chkconfigNumbers(script);
    const { description, lines } = script.chkconfig();
    if (numbers === undefined || description !== undefined) return [];
    const written = lines.find(({ tag }) => tag === "description");
    if (written !== undefined) {
      const continued = script.text.slice(written.start, written.end).trimEnd().endsWith("\\");
      return [
        {
          range: { start: written.start, end: written.end },
          message: continued
            ? message("chkconfig-no-description.no-comment")
            : message("chkconfig-no-description.empty"),
        },
      ];
    }
    const { line } = numbers;
    const at = script.text.charAt(line.end - 1) === "\r" ? line.end - 1 : line.end;
    const newline = at < line.end ? "\r\n" : "\n";
    const added = `${newline}# description: ${script.name === "" ? "what it is" : script.name}`;
    return [
      {
        range: { start: line.start, end: at },
        message: message("chkconfig-no-description"),
        fixes: [suggestion(message("chkconfig-no-description.fix"), { start: at, end: at }, added)],
      },
    ];
  },
};
