// The ids that people give their records. Init takes any; habit helps whoever reads the file.

import {
  aboutUsual,
  type Dialect,
  dialectFacts,
  type InittabScan,
  type MessageValue,
  repeatableId,
  systemVFamily,
} from "@inittab/core";
import { message } from "../../message.ts";

/** An id, and what records with it usually do. */
export interface IdProposal {
  readonly id: string;
  readonly meaning: MessageValue;
}

/** The terminals whose names end in a number, as they are found on nearly every machine. */
const consoles = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const serialLines = ["0", "1"] as const;

const sysvinitIds: readonly IdProposal[] = [
  ...consoles.map((number) => ({ id: number, meaning: message("id.login", { terminal: `tty${number}` }) })),
  ...serialLines.map((number) => ({
    id: `S${number}`,
    meaning: message("id.login", { terminal: `ttyS${number}` }),
  })),
  ...["0", "1", "2", "3", "4", "5", "6"].map((level) => ({
    id: `l${level}`,
    meaning: message("id.level", { level }),
  })),
  { id: "id", meaning: message("id.default") },
  { id: "si", meaning: message("id.first") },
  { id: "~~", meaning: message("id.single-user") },
  { id: "ca", meaning: message("id.ctrl-alt-del") },
  { id: "kb", meaning: message("id.keyboard") },
  { id: "pf", meaning: message("id.power-fails") },
  { id: "pn", meaning: message("id.power-low") },
  { id: "po", meaning: message("id.power-back") },
];

/** For BusyBox the id is the terminal of the process; without one it is the console of init. */
const terminalIds: readonly IdProposal[] = [
  { id: "", meaning: message("id.own-console") },
  ...consoles.map((number) => ({ id: `tty${number}`, meaning: message("id.virtual-console", { number }) })),
  ...serialLines.map((number) => ({ id: `ttyS${number}`, meaning: message("id.serial-line", { number }) })),
  { id: "console", meaning: message("id.kernel-console") },
  { id: "null", meaning: message("id.no-terminal") },
];

/** What may be proposed for an id. Where ids must differ, those of other lines are left out. */
export function idProposals(scan: InittabScan, line: number | undefined): readonly IdProposal[] {
  if (namesTerminal(scan.dialect)) return terminalIds;
  const proposals = namesOf(scan.dialect);
  const taken = takenIds(scan, line, new Set(proposals.map(({ id }) => id)));
  return proposals.filter(({ id }) => !taken.has(id) || id === repeatableId);
}

/** Whether the id field of the dialect says on which terminal a process runs. */
export function namesTerminal(dialect: Dialect): boolean {
  return dialectFacts[dialect].id === "terminal";
}

/** Where little is known of a system's habits, the ids of its usual lines are what there is. */
function namesOf(dialect: Dialect): readonly IdProposal[] {
  if (!systemVFamily.includes(dialect)) return sysvinitIds;
  return dialectFacts[dialect].usual.map((line) => ({
    id: line.text.split(":")[0] ?? "",
    meaning: aboutUsual(dialect, line),
  }));
}

/** The proposals that other lines have; nothing else is kept of a file that may be huge. */
function takenIds(
  scan: InittabScan,
  except: number | undefined,
  proposed: ReadonlySet<string>,
): ReadonlySet<string> {
  const taken = new Set<string>();
  const { lines } = scan;
  for (let index = 0; index < lines.length; index++) {
    const id = lines[index]?.id ?? "";
    if (id.length > 0 && id.length <= longestProposal && index !== except && proposed.has(id)) taken.add(id);
  }
  return taken;
}

/** In UTF-16 units; what is longer need not be looked up. */
const longestProposal = 4;
