import type { ShellWord } from "../../../shell/script.ts";
import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import { lastLibrary, redHatLibrary, type StatusCall, statusCalls } from "../body/status-calls.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { lockFacts } from "./lock-facts.ts";

const order = lastLibrary.status.options;
const orderText = [...order].map((letter) => `-${letter}`).join(", ");

export const statusOptionOrder: ScriptRule = {
  id: "status-option-order",
  code: "IT810",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["observed: status of initscripts 8.45 and 9.03 (functions)"],
  docs: {
    what: `\`status\` gets its options in an order other than ${orderText}.`,
    why: "The library's function looks for each option once, in this order.\nAn option that comes too late is taken for the program: `status -l svc -p FILE svcd` says that `-p` is stopped, whatever the service does.\n`-b` without `-p` prints the usage and nothing else.",
    instead: `Write the options in the order ${orderText}.`,
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -l svc -p /var/run/svcd.pid svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -p /var/run/svcd.pid -l svc svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -p /var/run/svcd.pid -l svc svcd ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    if (facts === undefined) return [];
    // A generation without options takes any for the program; that is no matter of order.
    if (redHatLibrary(script).status.options === "") return [];
    return statusCalls(facts.outline).flatMap((call) => {
      const { refused, program, programWord, reached } = call;
      if (programWord === undefined) return [];
      const option = program !== undefined && /^-.$/.test(program) && order.includes(program.charAt(1));
      if (!refused && !option) return [];
      const said =
        refused && !takesPidFile(call)
          ? message("status-option-order.backup")
          : message("status-option-order.program", { order: orderText, program: program ?? "" });
      return [{ range: option ? programWord : reached.command, message: said, fixes: reorder(call) }];
    });
  },
};

function takesPidFile({ reached }: StatusCall): boolean {
  return reached.command.words.some(({ text }) => text === "-p");
}

/** Sorts the options, each with its value. */
function reorder({ reached }: StatusCall): readonly Fix[] {
  const words = reached.command.words.slice(1);
  const pairs: (readonly [ShellWord, ShellWord])[] = [];
  for (let at = 0; /^-[a-z]$/.test(words[at]?.text ?? ""); at += 2) {
    const [option, value] = [words[at], words[at + 1]];
    if (option === undefined || value === undefined || !order.includes(option.text.charAt(1))) return [];
    pairs.push([option, value]);
  }
  const place = ([option]: readonly [ShellWord, ShellWord]): number => order.indexOf(option.text.charAt(1));
  const sorted = pairs.toSorted((one, other) => place(one) - place(other));
  const [first, last] = [pairs[0]?.[0], pairs.at(-1)?.[1]];
  if (first === undefined || last === undefined) return [];
  const letters = new Set(pairs.map(([{ text }]) => text));
  if (letters.size < pairs.length || (letters.has("-b") && !letters.has("-p"))) return [];
  const text = sorted.map(([option, value]) => `${option.text} ${value.text}`).join(" ");
  return [suggestion(message("status-option-order.fix"), { start: first.start, end: last.end }, text)];
}
