// The one table of LSB header keywords. Readers, rules, completion and hover look here.

/** The keywords that some reader gives a meaning, in the spelling of the standard. */
export type LsbKeyword =
  | "Provides"
  | "Required-Start"
  | "Required-Stop"
  | "Should-Start"
  | "Should-Stop"
  | "X-Start-Before"
  | "X-Stop-After"
  | "Default-Start"
  | "Default-Stop"
  | "X-Interactive"
  | "Short-Description"
  | "Description";

/** What the value of a keyword is made of. */
export type LsbValueKind = "names" | "dependencies" | "runlevels" | "flag" | "text";

/** How much a reader wants a keyword to be there. */
export type KeywordNeed = "needed" | "recommended" | "optional" | "ignored" | "unknown";

/** One keyword of the LSB header. */
export interface LsbKeywordFact {
  readonly keyword: LsbKeyword;
  readonly value: LsbValueKind;
  readonly meaning: string;
  /** Part of the standard, or an extension that insserv reads. */
  readonly standard: boolean;
  readonly insserv: KeywordNeed;
  readonly lintian: KeywordNeed;
  readonly rpmlint: KeywordNeed;
  readonly chkconfig: KeywordNeed;
  /** The value may be empty without a reader missing anything. */
  readonly mayBeEmpty: boolean;
  readonly source: string;
}

const lsb = "LSB Core, Comment Conventions for Init Scripts";
const measured = "observed: insserv 1.24.0";

type Needs = Omit<LsbKeywordFact, "keyword" | "value" | "meaning" | "mayBeEmpty">;

const needed: Needs = {
  standard: true,
  insserv: "needed",
  lintian: "needed",
  rpmlint: "recommended",
  chkconfig: "optional",
  source: lsb,
};
const useful: Needs = {
  ...needed,
  insserv: "optional",
  lintian: "optional",
  rpmlint: "optional",
};
const ofInsserv: Needs = { ...useful, standard: false, chkconfig: "ignored", source: measured };

/** Every keyword with a meaning, in the order in which a header usually has them. */
export const lsbKeywords: readonly LsbKeywordFact[] = [
  {
    keyword: "Provides",
    value: "names",
    meaning:
      "The names by which other scripts may ask for this one; the script's own file name should be among them.",
    ...needed,
    mayBeEmpty: false,
  },
  {
    keyword: "Required-Start",
    value: "dependencies",
    meaning:
      "What must be available before this script starts. insserv refuses to enable the script without it.",
    ...needed,
    mayBeEmpty: true,
  },
  {
    keyword: "Required-Stop",
    value: "dependencies",
    meaning: "What must still be available while this script stops, so that it stops later.",
    ...needed,
    mayBeEmpty: true,
  },
  {
    keyword: "Should-Start",
    value: "dependencies",
    meaning: "Like Required-Start, but for services that need not be installed.",
    ...useful,
    mayBeEmpty: true,
  },
  {
    keyword: "Should-Stop",
    value: "dependencies",
    meaning: "Like Required-Stop, but for services that need not be installed.",
    ...useful,
    mayBeEmpty: true,
  },
  {
    keyword: "X-Start-Before",
    value: "dependencies",
    meaning: "The named scripts start after this one, as if they listed it in Should-Start.",
    ...ofInsserv,
    mayBeEmpty: true,
  },
  {
    keyword: "X-Stop-After",
    value: "dependencies",
    meaning: "This script stops after the named ones, as if they listed it in Should-Stop.",
    ...ofInsserv,
    mayBeEmpty: true,
  },
  {
    keyword: "Default-Start",
    value: "runlevels",
    meaning: "The runlevels that get a start link when the script is enabled: words from 0 to 6 and S.",
    standard: true,
    insserv: "needed",
    lintian: "needed",
    rpmlint: "optional",
    chkconfig: "optional",
    mayBeEmpty: true,
    source: lsb,
  },
  {
    keyword: "Default-Stop",
    value: "runlevels",
    meaning: "The runlevels that get a stop link when the script is enabled; usually 0 1 6.",
    ...needed,
    mayBeEmpty: true,
  },
  {
    keyword: "X-Interactive",
    value: "flag",
    meaning:
      "With exactly `true`: the script talks to the console, so insserv gives it a start number of its own.",
    ...ofInsserv,
    mayBeEmpty: true,
  },
  {
    keyword: "Short-Description",
    value: "text",
    meaning: "One line that says what the script starts.",
    standard: true,
    insserv: "ignored",
    lintian: "recommended",
    rpmlint: "recommended",
    chkconfig: "optional",
    mayBeEmpty: true,
    source: lsb,
  },
  {
    keyword: "Description",
    value: "text",
    meaning:
      "A longer text. It is the only keyword whose value may continue: on lines with a tab or two blanks after the `#`.",
    standard: true,
    insserv: "ignored",
    lintian: "optional",
    rpmlint: "optional",
    chkconfig: "optional",
    mayBeEmpty: true,
    source: lsb,
  },
];

const byName = new Map(lsbKeywords.map((fact) => [fact.keyword.toLowerCase(), fact]));

/** The keyword of this name whatever its case, in the spelling of the standard only. */
export function findLsbKeyword(name: string): LsbKeywordFact | undefined {
  return byName.get(name.toLowerCase());
}

/**
 * The keyword that insserv takes this name for: any case, `_` for `-` and repetitions of them, and the vendor forms
 * (`X-Vendor-Should-Start`, `Start-Before`). Observed: insserv 1.24.0.
 */
export function insservKeyword(name: string): LsbKeywordFact | undefined {
  const plain = name.toLowerCase().replace(/[-_]+/g, "-");
  const bare = /^(?:x-[a-z0-9-]*)?((?:should-(?:start|stop))|start-before|stop-after|interactive)$/.exec(
    plain,
  )?.[1];
  if (bare === undefined)
    return /^(provides|description|(required|default)-(start|stop))$/.test(plain)
      ? byName.get(plain)
      : undefined;
  return byName.get(bare.startsWith("should") ? bare : `x-${bare}`);
}
