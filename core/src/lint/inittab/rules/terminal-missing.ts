import { findAction } from "../../../inittab/actions.ts";
import { dialectFacts } from "../../../inittab/dialect.ts";
import { missingTerminal } from "../../../inittab/getty.ts";
import { hasTerminal, machineOf, machineTitle } from "../../../inittab/machine-profile.ts";
import { type InittabRecord, readScan } from "../../../inittab/read.ts";
import { terminalOf } from "../../../inittab/terminal.ts";
import { respawnLimit, respawnPause } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import type { Message, Prose } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import type { FileRule } from "../contract.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const terminalMissing: FileRule = {
  id: "terminal-missing",
  code: "IT242",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox"],
  sources: [
    "observed: BusyBox 1.35.0 to 1.38.0 (tty-missing)",
    "observed: agetty of util-linux 2.38 stays for 10 s; sysvinit 3.06 (respawn-too-fast)",
  ],
  docs: {
    what: "An entry needs a terminal that the machine does not have.",
    why: "The rule applies only if you say which machine the file is for: a board with a serial line, a container, a virtual machine or a PC.\nBusyBox tries to open the terminal of a respawn entry every second and reports each failure, which fills a log on flash memory.\nWith sysvinit the getty ends, and after ten starts init disables the entry for five minutes, again and again.",
    instead: "Delete the entry, or name the terminal that the machine has.",
    wrong: [
      {
        text: "console::respawn:/sbin/getty -L console 0 vt100\ntty2::askfirst:-/bin/sh\n",
        dialect: "busybox",
        machine: { profile: "board-serial" },
      },
      { text: "1:2345:respawn:/sbin/agetty 38400 tty1\n", machine: { profile: "container" } },
    ],
    right: [
      {
        text: "ttyAMA0::respawn:/sbin/getty -L 115200 ttyAMA0 vt100\n",
        dialect: "busybox",
        machine: { profile: "board-serial", console: "ttyAMA0,115200" },
      },
      { text: "1:2345:respawn:/sbin/agetty 38400 tty1\n", machine: { profile: "pc" } },
    ],
  },
  scope: "file",
  check: (file) => {
    const { machine: spec, scan } = file;
    if (spec === undefined) return [];
    const machine = machineOf(spec);
    const title = machineTitle(spec);
    const indexes = indexesByCount(scan);
    const byTerminal = dialectFacts[scan.dialect].id === "terminal";
    return readScan(scan).records.flatMap((record) => {
      const index = indexes.get(record.line);
      if (index === undefined || record.path === undefined) return [];
      if (byTerminal) {
        const path = terminalOf(record.id);
        if (path === "" || hasTerminal(machine, path.slice("/dev/".length))) return [];
        return [{ range: file.range(index, "id"), message: ofEntry(record, path, title) }];
      }
      const found = missingTerminal(record.process, machine);
      if (found === undefined || findAction(record.action)?.respawns !== true) return [];
      const range = within(file.range(index, "process"), found);
      return [{ range, message: ofGetty(record, found.terminal, found.patience, title) }];
    });
  },
};

/** What a syslog daemon puts in front of a line, and the newline, in bytes: a date, a host, a program. */
const lineHead = 44;

/** The most bytes of a line of BusyBox's. Observed: fidelity-message-length. */
const bytesOfLine = 125;

const secondsOfDay = 86_400;

function ofEntry({ action, process }: InittabRecord, terminal: string, machine: Prose): Message {
  if (findAction(action)?.respawns !== true) return message("terminal-missing.never", { terminal, machine });
  const lines = [
    `can't open ${terminal}: No such file or directory`,
    `process '${process}' (pid 1234) exited, exitcode:1. Scheduling for restart.`,
  ];
  const bytes = lines.reduce((sum, line) => sum + Math.min(byteLength(line), bytesOfLine) + lineHead, 0);
  const megabytes = Math.round((bytes * secondsOfDay) / 1_000_000);
  return message("terminal-missing.respawn", { terminal, machine, lines: lines.length, megabytes });
}

function ofGetty({ process }: InittabRecord, name: string, patience: number, machine: Prose): Message {
  const [program = ""] = process.replace(/^[+@]+/, "").split(/\s/);
  return message("terminal-missing.getty", {
    ...{ terminal: `/dev/${name}`, machine, program },
    seconds: Math.round(patience),
    ...{ times: respawnLimit, minutes: respawnPause / 60 },
  });
}

function within(field: TextRange, part: TextRange): TextRange {
  return { start: field.start + part.start, end: field.start + part.end };
}
