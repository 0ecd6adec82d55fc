// What update-rc.d of OpenEmbedded works on.

import { byBytes } from "../rc/model.ts";

/** The releases that are told apart: OpenEmbedded's, and the one before it. */
export const updateRcdVersions = ["0.8", "0.7"] as const;

/** A release of the program. */
export type UpdateRcdVersion = (typeof updateRcdVersions)[number];

/** The shells that run it; they differ in what they say about numbers, and in what they then take them for. */
export type UpdateRcdShell = "ash" | "dash" | "bash";

/** A file of init.d. */
export interface UpdateRcdScript {
  readonly name: string;
  /** What is there; a link has a target. */
  readonly kind: "file" | "folder" | "link";
  readonly target?: string;
  readonly executable: boolean;
}

/** An entry of an rc folder. */
export interface UpdateRcdEntry {
  readonly name: string;
  /** Where it points; undefined if it is not a link. */
  readonly target: string | undefined;
}

/** The folders that the program looks at. */
export interface UpdateRcdSystem {
  /** All lies below this folder; empty for the root itself. */
  readonly root: string;
  readonly scripts: readonly UpdateRcdScript[];
  /** The rc folders that exist, by what stands between `rc` and `.d`. */
  readonly folders: ReadonlyMap<string, readonly UpdateRcdEntry[]>;
  /** What the program `runlevel` prints; undefined where there is none. */
  readonly runlevel: string | undefined;
}

/** A call of the program. */
export interface UpdateRcdCall {
  readonly args: readonly string[];
  readonly version: UpdateRcdVersion;
  readonly shell: UpdateRcdShell;
}

/** A service that the program calls. */
export interface CalledService {
  /** Below /etc. */
  readonly script: string;
  readonly args: string;
}

/** What a call does; `hangs` is one that never ends. */
export type UpdateRcdRun =
  | { readonly kind: "hangs" }
  | {
      readonly kind: "ended";
      readonly exit: number;
      readonly stdout: readonly string[];
      readonly stderr: readonly string[];
      readonly calls: readonly CalledService[];
      readonly folders: UpdateRcdSystem["folders"];
    };

/** A call under way. */
export interface UpdateRcdWork {
  readonly system: UpdateRcdSystem;
  readonly call: UpdateRcdCall;
  readonly options: UpdateRcdOptions;
  readonly name: string;
  readonly folders: Map<string, readonly UpdateRcdEntry[]>;
  readonly stdout: string[];
  readonly stderr: string[];
  readonly calls: CalledService[];
}

/** The options before the name. */
export interface UpdateRcdOptions {
  readonly notReally: boolean;
  readonly force: boolean;
  readonly verbose: boolean;
  readonly start: boolean;
  readonly root: string;
}

/** The script that a name of init.d leads to, links followed below the root. */
export type FoundScript = UpdateRcdScript | "missing" | "circle";

/** Follows the links of init.d. Before 0.8 a link with a whole path leads out of the root. */
export function findScript(
  { scripts, root }: UpdateRcdSystem,
  name: string,
  version: UpdateRcdVersion,
): FoundScript {
  let at = name;
  const seen = new Set<string>();
  for (;;) {
    const script = scripts.find((each) => each.name === at);
    if (script === undefined) return "missing";
    if (script.kind !== "link") return script;
    if (seen.has(at)) return "circle";
    seen.add(at);
    const target = script.target ?? "";
    if (target.startsWith("/") && root !== "" && version === "0.7") return "missing";
    at = target.replace(/^(?:\/etc\/init\.d\/|(?:\.\/)+|\.\.\/init\.d\/)/, "");
  }
}

/** The links of exactly two characters between the letter and the name, in the order of the shell. */
export function linksOf(
  folders: UpdateRcdSystem["folders"],
  level: string,
  name: string,
): readonly UpdateRcdEntry[] {
  return (folders.get(level) ?? [])
    .filter(
      (entry) => entry.target !== undefined && /^[SK]/.test(entry.name) && suffixOf(entry.name) === name,
    )
    .toSorted((one, other) => byBytes(one.name, other.name));
}

/** What stands after the letter and two characters, which need not be digits. */
function suffixOf(name: string): string | undefined {
  return [...name].length < 3 ? undefined : [...name].slice(3).join("");
}
