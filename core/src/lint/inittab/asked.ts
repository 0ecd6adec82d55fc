// Which rules are asked about a file and about each of its lines, found out once for a dialect and options.

import type { Dialect } from "../../inittab/dialect.ts";
import { remembered } from "../../text/remembered.ts";
import { severityOf } from "../options.ts";
import type { FileRule, InittabRule, LineRule } from "./contract.ts";
import type { InittabLintOptions } from "./options.ts";
import { inittabRules } from "./registry.ts";
import { type Signs, signsOf } from "./signs.ts";

/** The rules that apply to a file. */
export interface AskedRules {
  readonly rules: ReadonlySet<InittabRule>;
  readonly ofFile: readonly FileRule[];
  /** The rules that may have something to say of a record that shows these signs. */
  readonly ofRecord: (signs: Signs) => readonly LineRule[];
  /** The same of a line that init drops or skips. */
  readonly ofOther: (signs: Signs) => readonly LineRule[];
}

/** The rules that apply to a file for this dialect. */
export function askedRules(dialect: Dialect, options: InittabLintOptions): AskedRules {
  const known = byDialect(options);
  let asked = known.get(dialect);
  if (asked === undefined) {
    asked = findAsked(dialect, options);
    known.set(dialect, asked);
  }
  return asked;
}

/**
 * Found anew for other options only where they choose other rules: what is around a file, which they name too, is
 * another object each time that the file is opened.
 */
function byDialect({ severities = noSeverities, fragment }: InittabLintOptions): Map<Dialect, AskedRules> {
  return (fragment === true ? ofFragments : ofFiles)(severities);
}

const noSeverities: NonNullable<InittabLintOptions["severities"]> = {};
const ofFiles = remembered((_: typeof noSeverities) => new Map<Dialect, AskedRules>());
const ofFragments = remembered((_: typeof noSeverities) => new Map<Dialect, AskedRules>());

function findAsked(dialect: Dialect, options: InittabLintOptions): AskedRules {
  const rules = inittabRules.filter((rule) => applies(rule, dialect, options));
  const ofLine = rules.filter((rule) => rule.scope === "line");
  return {
    rules: new Set(rules),
    ofFile: rules.filter((rule) => rule.scope === "file"),
    ofRecord: chosenBySigns(ofLine.filter(({ lines }) => lines === "records")),
    ofOther: chosenBySigns(ofLine.filter(({ lines }) => lines === "others")),
  };
}

function applies(rule: InittabRule, dialect: Dialect, options: InittabLintOptions): boolean {
  if (options.fragment === true && rule.wholeFile === true) return false;
  return rule.dialects.includes(dialect) && severityOf(rule, options) !== "off";
}

/** The lines of a file show few different sets of signs, and each set is looked up in all rules once. */
function chosenBySigns(rules: readonly LineRule[]): (signs: Signs) => readonly LineRule[] {
  const needed = rules.map(({ needs = [] }) => signsOf(needs));
  const known = new Map<Signs, readonly LineRule[]>();
  return (signs) => {
    let chosen = known.get(signs);
    if (chosen === undefined) {
      chosen = rules.filter((_, index) => ((needed[index] ?? 0) & ~signs) === 0);
      known.set(signs, chosen);
    }
    return chosen;
  };
}
