import { commandWords } from "../../../inittab/command.ts";
import { dialectFacts } from "../../../inittab/dialect.ts";
import { offersLogin } from "../../../inittab/login.ts";
import { machineOf } from "../../../inittab/machine-profile.ts";
import { type InittabRecord, readScan } from "../../../inittab/read.ts";
import { terminalOf } from "../../../inittab/terminal.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const consoleWithoutLogin: FileRule = {
  id: "console-without-login",
  code: "IT284",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox"],
  sources: [
    "console(4); Documentation/admin-guide/serial-console of Linux: /dev/console is the last console=",
  ],
  docs: {
    what: "The table offers logins, but none on the kernel's console.",
    why: "The kernel's messages appear there, and often it is the only terminal of a board that anyone can reach.\nThe rule applies only if you say which console the kernel is started with: `console=` in `--profile` or in the settings.",
    instead:
      "Offer a login on `console`, which is the terminal that the kernel uses as its console, or on that terminal by name.",
    wrong: [
      {
        text: "tty1::respawn:/sbin/getty 38400 tty1\n",
        dialect: "busybox",
        machine: { profile: "vm", console: "ttyS0,115200" },
      },
    ],
    right: [
      {
        text: "console::respawn:/sbin/getty -L console 0 vt100\n",
        dialect: "busybox",
        machine: { profile: "vm", console: "ttyS0,115200" },
      },
      { text: "tty1::respawn:/sbin/getty 38400 tty1\n", dialect: "busybox", machine: { profile: "vm" } },
    ],
  },
  scope: "file",
  check: (file) => {
    const { machine, scan } = file;
    if (machine?.console === undefined) return [];
    const name = machineOf(machine).console;
    if (name === null) return [];
    const logins = loginsOf(file);
    const isOn = ({ terminal }: Login): boolean =>
      terminal === undefined || terminal === "console" || terminal === name || isShown(name, terminal);
    const [first] = logins;
    if (first === undefined || logins.some(isOn)) return [];
    const index = indexesByCount(scan).get(first.record.line);
    if (index === undefined) return [];
    return [
      { range: file.range(index, "process"), message: message("console-without-login", { terminal: name }) },
    ];
  },
};

/** tty0 is whatever virtual console is shown. */
function isShown(console: string, terminal: string): boolean {
  return console === "tty0" && /^tty\d+$/.test(terminal);
}

interface Login {
  readonly record: InittabRecord;
  /** Below /dev; undefined where it is unknown. */
  readonly terminal: string | undefined;
}

/** Who logs in anywhere, and what might: whatever is started by a script counts for nothing. */
function loginsOf({ scan }: FileContext): readonly Login[] {
  const byTerminal = dialectFacts[scan.dialect].id === "terminal";
  return readScan(scan)
    .records.filter(({ process, path }) => path !== undefined && offersLogin(process))
    .map((record) => {
      if (byTerminal) {
        const path = terminalOf(record.id);
        return { record, terminal: path === "" ? "console" : path.slice("/dev/".length) };
      }
      const words = commandWords(record.process, scan).map(({ text }) => text.replace(/^\/dev\//, ""));
      return {
        record,
        terminal: words.slice(1).find((word) => /^(?:tty[A-Za-z]*\d+|hvc\d+|console)$/.test(word)),
      };
    });
}
