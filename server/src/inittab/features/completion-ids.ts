// The ids that people give their records. Init takes any; habit helps whoever reads the file.

import { type Dialect, dialectFacts, type InittabScan, repeatableId, systemVFamily } from "@inittab/core";

/** An id, and what records with it usually do. */
export interface IdProposal {
  readonly id: string;
  readonly meaning: string;
}

/** The terminals whose names end in a number, as they are found on nearly every machine. */
const consoles = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const serialLines = ["0", "1"] as const;

const sysvinitIds: readonly IdProposal[] = [
  ...consoles.map((number) => ({ id: number, meaning: `a login on tty${number}` })),
  ...serialLines.map((number) => ({ id: `S${number}`, meaning: `a login on ttyS${number}` })),
  ...["0", "1", "2", "3", "4", "5", "6"].map((level) => ({
    id: `l${level}`,
    meaning: `what is run on entering runlevel ${level}`,
  })),
  { id: "id", meaning: "the default runlevel" },
  { id: "si", meaning: "the first thing at boot" },
  { id: "~~", meaning: "single-user mode; the one id that several records may have" },
  { id: "ca", meaning: "Ctrl-Alt-Del" },
  { id: "kb", meaning: "the keyboard request" },
  { id: "pf", meaning: "the power fails" },
  { id: "pn", meaning: "the power is about to be gone" },
  { id: "po", meaning: "the power is back" },
];

/** For BusyBox the id is the terminal of the process; without one it is the console of init. */
const terminalIds: readonly IdProposal[] = [
  { id: "", meaning: "init's own console" },
  ...consoles.map((number) => ({ id: `tty${number}`, meaning: `the virtual console ${number}` })),
  ...serialLines.map((number) => ({ id: `ttyS${number}`, meaning: `the serial line ${number}` })),
  { id: "console", meaning: "the console of the kernel" },
  { id: "null", meaning: "no terminal: what is printed is lost" },
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
  return dialectFacts[dialect].usual.map(({ text, about }) => ({
    id: text.split(":")[0] ?? "",
    meaning: about,
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
