// Policies: what a user wants to hold for every way that a machine can go, as it stands in a file.

import { readForm, type ScenarioProblem } from "../simulate/run/scenario-form.ts";
import { message } from "./message.ts";
import { policiesSchema, policyObjectSchema, policySchema } from "./policy-schema.ts";

/** A policy. */
export type Policy =
  | { readonly kind: "before"; readonly names: readonly string[] }
  | { readonly kind: "never-together"; readonly names: readonly string[] }
  | { readonly kind: "stops-before"; readonly names: readonly string[] }
  | { readonly kind: "login"; readonly terminal: string; readonly levels: readonly string[] }
  | { readonly kind: "runs"; readonly name: string; readonly levels: readonly string[] }
  | {
      readonly kind: "within";
      readonly name: string;
      readonly seconds: number;
      readonly durations: Readonly<Record<string, number>>;
    };

/** A policy, and where it stands in its file. */
export interface PlacedPolicy {
  readonly policy: Policy;
  readonly path: Path;
}

/** The policies of a file, or what is wrong with it. */
export type PolicyReading =
  | { readonly kind: "policies"; readonly policies: readonly PlacedPolicy[] }
  | { readonly kind: "wrong"; readonly problems: readonly ScenarioProblem[] };

type Path = readonly (string | number)[];

/** A policy as it is written. */
interface Written {
  readonly before?: readonly string[];
  readonly neverTogether?: readonly string[];
  readonly stopsBefore?: readonly string[];
  readonly login?: string;
  readonly runs?: string;
  readonly in?: string;
  readonly within?: number;
  readonly of?: "boot";
  readonly durations?: Readonly<Record<string, number>>;
}

interface WrittenFile {
  readonly durations?: Readonly<Record<string, number>>;
  readonly policies: readonly Written[];
}

/** Understands the value of a policy file: an object with `policies`, a list of them, or one. Never throws. */
export function readPolicies(value: unknown): PolicyReading {
  const doubtsOf = () => [];
  if (Array.isArray(value)) {
    const form = readForm<readonly Written[]>(value, { schema: policiesSchema, doubtsOf });
    if (form.kind === "wrong") return form;
    return placedIn(form.scenario, [], {});
  }
  if (typeof value === "object" && value !== null && !Object.hasOwn(value, "policies")) {
    const form = readForm<Written>(value, { schema: policySchema, doubtsOf });
    return form.kind === "wrong" ? form : placedIn([form.scenario], undefined, {});
  }
  const form = readForm<WrittenFile>(value, { schema: policyObjectSchema, doubtsOf });
  if (form.kind === "wrong") return form;
  return placedIn(form.scenario.policies, ["policies"], form.scenario.durations ?? {});
}

function placedIn(
  list: readonly Written[],
  above: Path | undefined,
  durations: Readonly<Record<string, number>>,
): PolicyReading {
  const problems: ScenarioProblem[] = [];
  const policies = list.flatMap((written, index): readonly PlacedPolicy[] => {
    const path = above === undefined ? [] : [...above, index];
    const policy = policyOf(written, durations, (below, what) =>
      problems.push({ path: [...path, ...below], message: message(what), severity: "error" }),
    );
    return policy === undefined ? [] : [{ policy, path }];
  });
  return problems.length > 0 ? { kind: "wrong", problems } : { kind: "policies", policies };
}

type Complain = (below: Path, what: "policy.two-names" | "policy.levels" | "policy.runs-when") => void;

function policyOf(
  written: Written,
  durations: Readonly<Record<string, number>>,
  complain: Complain,
): Policy | undefined {
  const { before, neverTogether, stopsBefore, login, runs, within } = written;
  const several = (names: readonly string[], key: string): readonly string[] | undefined => {
    if (names.length >= 2) return names;
    complain([key], "policy.two-names");
    return undefined;
  };
  const lists = [
    ["before", "before", before],
    ["never-together", "neverTogether", neverTogether],
    ["stops-before", "stopsBefore", stopsBefore],
  ] as const;
  for (const [kind, key, list] of lists) {
    if (list === undefined) continue;
    const names = several(list, key);
    return names === undefined ? undefined : { kind, names };
  }
  const levels = levelsOf(written.in ?? "");
  if (written.in !== undefined && levels === undefined) complain(["in"], "policy.levels");
  if (login !== undefined)
    return levels === undefined ? undefined : { kind: "login", terminal: terminalOf(login), levels };
  if (runs === undefined) return undefined;
  if ((written.in === undefined) === (within === undefined || written.of === undefined))
    complain([], "policy.runs-when");
  if (within !== undefined)
    return {
      ...{ kind: "within", name: runs, seconds: within },
      durations: { ...durations, ...written.durations },
    };
  return levels === undefined ? undefined : { kind: "runs", name: runs, levels };
}

function terminalOf(name: string): string {
  return name.replace(/^\/dev\//, "");
}

/** `3`, `2-5`, `S`, `2,4`; undefined for what names no levels. */
function levelsOf(words: string): readonly string[] | undefined {
  const levels = new Set<string>();
  for (const part of words.split(/[ ,]+/)) {
    if (!/^(?:[0-9]-[0-9]|[0-9Ss]+)$/.test(part)) return undefined;
    const [, from, to] = /^(\d)-(\d)$/.exec(part) ?? [];
    if (from === undefined || to === undefined) for (const letter of part.toUpperCase()) levels.add(letter);
    else for (let level = Number(from); level <= Number(to); level++) levels.add(String(level));
  }
  return levels.size === 0 ? undefined : [...levels];
}
