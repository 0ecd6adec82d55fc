// Phrases that a native technical writer would not write, weeded out of our English once. What init and other programs say
// themselves stands in code or in quotation marks, and is not looked at.

/** A phrase, and what stands in its place. */
export interface Weed {
  readonly pattern: RegExp;
  /** Where the line has this, it is meant. */
  readonly unless?: RegExp;
  readonly instead: string;
}

/** The patterns; each looks at a line without its code and quotations. */
export const weeds: readonly Weed[] = [
  {
    pattern:
      /(?<!\bthere (?:must |may |can |will |would |should |has |have )?)\b(?:is|are|was|were|be|been) no (?!longer\b|more\b|later\b|less\b|better\b|different\b)/i,
    instead: "is not a",
  },
  {
    pattern: /(?<!\b(?:leav|left|stay|remain)\w*\b[^.;:]{0,40})\bbehind\b/i,
    unless: /hardware behind/,
    instead: "after, below, under",
  },
  { pattern: /\bwhoever\b/i, instead: "anyone who, users who" },
  { pattern: /\bnobody (?:knows|has said|can say|says)\b/i, instead: "it is not known" },
  { pattern: /\btold\b(?! (?:apart|to|the kernel)\b)/i, instead: "reported, shown" },
  { pattern: /\bof who\b/i, instead: "of the one that" },
  { pattern: /\bwithout a word\b/i, instead: "silently, and logs nothing" },
  { pattern: /\btakes? no notice\b/i, instead: "ignores" },
  { pattern: /\bbelongs? into\b/i, instead: "belongs in" },
  { pattern: /\bshall\b/i, instead: "should, must" },
  { pattern: /\bhardly as meant\b/i, instead: "not as intended" },
  { pattern: /\bthe way (?:up|down)\b/i, instead: "boot, shutdown" },
  { pattern: /\btakes? (?:\w+ ){0,3}back\b/i, instead: "undo, cancel, remove" },
  { pattern: /\bagain for more\b/i, instead: "may be repeated" },
  { pattern: /\bare? nothing of\b/i, instead: "not part of" },
  {
    pattern:
      /\b(?:an?|the|this|that|each|every|no|one|another|its|of|these|those|all|some|which|new|old|\d+|#|\}) records?\b/i,
    // Those of accounting are called so.
    unless: /[uw]tmp|_PROCESS|boot record|gets no records|keeping these records/,
    instead: "entry",
  },
  { pattern: /(?<![\w-])levels? (?:\{\$|[0-9S]\b)/, instead: "runlevel" },
  {
    pattern:
      /\b(?:recogni|initiali|normali|organi|seriali)s\w+|\b(?:behavio|colo|favo|neighbo)ur\w*|\b(?:model|cancel|label|signal|travel)l(?:ed|ing|er)\b/i,
    instead: "the American spelling",
  },
  {
    pattern: /\b(?:do|does|is|are|was|were|has|have|ca|wo|would|could)n't\b|\b(?:it|that|there|what)'s\b/i,
    instead: "no contraction",
  },
];

/** A weed that was found in a text. */
export interface FoundWeed {
  readonly phrase: string;
  readonly instead: string;
}

/** All weeds in a text; one for each pattern and line. */
export function weedsIn(text: string): readonly FoundWeed[] {
  return withoutCode(text)
    .split("\n")
    .flatMap((line) =>
      weeds.flatMap(({ pattern, unless, instead }) => {
        const found = pattern.exec(line);
        return found === null || unless?.test(line) === true ? [] : [{ phrase: found[0].trim(), instead }];
      }),
    );
}

/** The text without fences, code, quotations, comments of HTML and addresses, each of which becomes a dot. */
function withoutCode(text: string): string {
  return text.replace(
    /^ *(```|~~~)[\s\S]*?^ *\1|`[^`\n]+`|"[^"\n]+"|“[^”\n]+”|<!--[\s\S]*?-->|\]\([^)\n]*\)|https?:\S+/gm,
    (code) => code.replace(/[^\n]+/g, "·"),
  );
}
