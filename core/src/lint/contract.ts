// What a rule is, whatever kind of file it judges. What is different about the rules of one kind, such as what they look
// at, stands in the contract of its own folder.

import type { Message } from "../text/message.ts";
import type { TextEdit, TextRange } from "../text/range.ts";

/** How serious a finding is. Only `error` makes a check fail on its own. */
export const severities = ["error", "warning", "information", "hint"] as const;

export type Severity = (typeof severities)[number];

/**
 * `error`: it will not work; `suspicious`: it works, but not as intended; `portability`: differs between releases,
 * programs or systems; `style`: works, reads badly; `nursery`: new, off by default.
 */
export type RuleGroup = "error" | "suspicious" | "portability" | "style" | "nursery";

/** A change that answers a finding. Offsets as in the finding. */
export interface Fix {
  readonly title: Message;
  /** `safe`: init does the same before and after; `suggestion`: it is a guess at what was meant. */
  readonly kind: "safe" | "suggestion";
  readonly edits: readonly TextEdit[];
}

/** Another place that explains a finding. */
export interface Related {
  readonly range: TextRange;
  readonly message: Message;
}

/** What a rule reports. */
export interface Report {
  readonly range: TextRange;
  /** Names the thing and the consequence; begins in lower case, no full stop. */
  readonly message: Message;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The text has no effect and may be shown faded. */
  readonly unnecessary?: boolean;
  /** A rule may be louder or quieter in some cases; default: the rule's severity. */
  readonly severity?: Severity;
}

/** A text that a rule's page shows, and that the tests run. */
export interface Example {
  readonly text: string;
  /** For a wrong example: the text after the rule's first fix. */
  readonly fixed?: string;
}

/** A file that an example needs beside it. */
export interface ExampleFile {
  /** The path below the root, such as `etc/init.d/network`, `etc/insserv.conf` or `etc/rc2.d/S01ssh`. */
  readonly path: string;
  /** The text of a file; exclusive with `target`. */
  readonly text?: string;
  /** Where a symbolic link points. */
  readonly target?: string;
  /** The permissions of a file; default 0o755. */
  readonly mode?: number;
  /** It is a device node. */
  readonly device?: true;
}

/** A rule's page. Plain Markdown, one sentence per line. */
export interface RuleDocs<E extends Example = Example> {
  /** What the rule finds, in one sentence. */
  readonly what: string;
  /** Why it matters on a real machine. */
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
  /** Each triggers this rule. */
  readonly wrong: readonly E[];
  /** Each does not trigger this rule: the nearest correct text. */
  readonly right: readonly E[];
}

/** What every rule has. */
export interface RuleFacts<E extends Example = Example> {
  /** Kebab-case, the file's name; never reused or renamed. */
  readonly id: string;
  /** `IT` and three digits; never reused. The first digit shows the kind: see `codes` in `RoomWords`. */
  readonly code: `IT${number}`;
  readonly severity: Severity;
  readonly group: RuleGroup;
  /** The release of Inittab that brought the rule. */
  readonly since: string;
  /** The manual sections, recorded cases or measurements that prove it. */
  readonly sources: readonly string[];
  readonly docs: RuleDocs<E>;
}

/** A finding of the checker. Offsets are UTF-16 units of the whole text. */
export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly range: TextRange;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  readonly unnecessary: boolean;
}
