// A first `inittab.json` for a folder, from what was found in it, and the reason for each member.

import type { FamilyGuess } from "../initscript/families/guess.ts";
import type { ScriptFamily } from "../initscript/families/names.ts";
import { dialectFacts, isUnknown } from "../inittab/dialect.ts";
import { offersLogin } from "../inittab/login.ts";
import { hasTerminal, machineOf } from "../inittab/machine-profile.ts";
import { readScan } from "../inittab/read.ts";
import { scanInittab } from "../inittab/scan.ts";
import type { Message } from "../text/message.ts";
import { message } from "./message.ts";

/** An inittab of the folder. */
export interface FoundTable {
  /** Below the folder. */
  readonly path: string;
  readonly text: string;
  /** The root file system that it is in, below the folder; empty: the folder itself; undefined: it stands alone. */
  readonly root?: string;
  /** What the init scripts of that system are. */
  readonly family?: FamilyGuess<ScriptFamily>;
}

/** What is written, and why. */
export interface ProjectDraft {
  readonly project: object;
  readonly because: readonly Message[];
}

/** Drafts the settings of a folder with these inittabs and policy files. What is not certain is left out. */
export function draftProject(found: readonly FoundTable[], policyFiles: readonly string[]): ProjectDraft {
  const seen = found.map(see);
  const common: Record<string, unknown> = {};
  const folders = new Map<string, Record<string, unknown>>();
  for (const member of members) {
    const written = seen.flatMap(({ [member]: value }) => (value === undefined ? [] : [value.written]));
    const usual = mostFrequent(written);
    // What is not certain for one of the files is not said of all.
    const isCommon = usual !== undefined && seen.every(({ [member]: value }) => value !== undefined);
    if (isCommon) common[member] = usual;
    for (const { place, [member]: value } of seen)
      if (value !== undefined && !(isCommon && keyOf(value.written) === keyOf(usual)))
        folders.set(place, { ...folders.get(place), [member]: value.written });
  }
  const roots = [...new Set(found.flatMap(({ root }) => (root === undefined ? [] : [root || "."])))];
  return {
    project: {
      ...common,
      ...(roots.length > 0 && { roots }),
      ...(policyFiles.length > 0 && { policies: policyFiles }),
      ...(folders.size > 0 && { folders: Object.fromEntries(folders) }),
    },
    because: [
      ...seen.flatMap(({ because }) => because),
      ...roots.map((path) => message("draft.root", { path })),
      ...policyFiles.map((path) => message("draft.policy", { path })),
    ],
  };
}

const members = ["dialect", "family", "profile"] as const;

/** What a table says of the members; undefined: it is not certain. */
interface Seen extends Partial<Readonly<Record<(typeof members)[number], { readonly written: unknown }>>> {
  /** The pattern of the files that it is true for. */
  readonly place: string;
  readonly because: readonly Message[];
}

function see({ path, text, root, family }: FoundTable): Seen {
  const because: Message[] = [];
  const scan = scanInittab(text, { path: `/${path}` });
  // Not the one that init adds by itself.
  const records = readScan(scan).records.filter(({ line }) => line <= scan.lines.length);
  const { dialect, guess } = scan;
  const isSure = guess.doubtful !== true && !isUnknown(dialect) && records.length > 0;
  because.push(
    isSure
      ? message("draft.dialect", { path, dialect: dialectFacts[dialect].title, because: guess.because })
      : message("draft.no-dialect", { path }),
  );
  const [meant] = family?.families ?? [];
  const isFamilySure = meant !== undefined && family?.families.length === 1 && family.weight !== "usual";
  if (isFamilySure)
    because.push(
      message("draft.family", {
        path: root || ".",
        family: meant.title,
        because: family?.because ?? "",
      }),
    );
  const console = isSure ? onlySerialLogin(records) : undefined;
  if (console !== undefined) because.push(message("draft.profile", { path, terminal: { code: console } }));
  return {
    place: `/${root || path}`,
    because,
    ...(isSure && { dialect: { written: dialect } }),
    ...(isFamilySure && { family: { written: meant.name } }),
    ...(console !== undefined && { profile: { written: { name: "board-serial", console } } }),
  };
}

/** The terminal of all logins, where that is one that no PC has; undefined for any other table. */
function onlySerialLogin(
  records: readonly { readonly id: string; readonly process: string }[],
): string | undefined {
  const logins = records.filter(({ process }) => offersLogin(process));
  const terminals = new Set(logins.map(({ id, process }) => terminalIn(process) ?? terminalIn(id)));
  const [terminal] = terminals;
  if (terminal === undefined || terminals.size > 1) return undefined;
  return hasTerminal(machineOf({ profile: "pc" }), terminal) ? undefined : terminal;
}

/** The serial line that words name. */
function terminalIn(words: string): string | undefined {
  return /(?:^|\s|\/dev\/)((?:tty[A-Z]\w*|console)\b)/.exec(words)?.[1];
}

function mostFrequent(values: readonly unknown[]): unknown {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(keyOf(value)) === most);
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}
