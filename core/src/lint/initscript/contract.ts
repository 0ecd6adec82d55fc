// What a rule about init scripts is. One rule is one file in a folder beside this one; registry.ts lists them.

import type { FamilyGuess } from "../../initscript/families/guess.ts";
import type { ScriptFamily } from "../../initscript/families/names.ts";
import type { RuleFamilies } from "../../initscript/families/traits.ts";
import type { ChkconfigHeader } from "../../initscript/header/chkconfig.ts";
import type { InsservHeader } from "../../initscript/header/insserv.ts";
import type { SourceLine } from "../../initscript/header/lines.ts";
import type { LintianHeader } from "../../initscript/header/lintian.ts";
import type { LsbSection } from "../../initscript/header/lsb.ts";
import type { RpmlintHeader } from "../../initscript/header/rpmlint.ts";
import type { WholeRoot } from "../../initscript/root/whole-root.ts";
import type { ScriptOutline } from "../../initscript/script/outline.ts";
import type { TreeListing } from "../../initscript/tree/listing.ts";
import type { InitTree } from "../../initscript/tree/model.ts";
import type { ProgramFinder } from "../../programs/find.ts";
import type { ShellScript } from "../../shell/script.ts";
import type { TextRange } from "../../text/range.ts";
import type { Slices } from "../../text/slices.ts";
import type { Example, ExampleFile, Report, RuleFacts } from "../contract.ts";

/** A script to be checked. */
export interface ScriptInput {
  readonly text: string;
  /** The file's base name; undefined for a text that is not a file yet. */
  readonly name: string | undefined;
  /** The path as far as it is known; default the name. */
  readonly path?: string;
  /** The permission bits, such as 0o755; undefined if they are not known. */
  readonly mode?: number;
  /** What the shell's parser made of the text; undefined if it was not parsed, or the interpreter is not a shell. */
  readonly shell?: ShellScript;
  /** The system that the script belongs to; undefined where only the script is known. */
  readonly tree?: InitTree;
  /** What `readRootForScript` has read of the root file system that it is in; undefined: there is none. */
  readonly root?: TreeListing;
}

/** A script as a rule sees it. What is a function is computed once, when first asked for. */
export interface ScriptContext {
  readonly text: string;
  /** Empty for a text that is not a file yet. */
  readonly name: string;
  readonly hasName: boolean;
  readonly mode: number | undefined;
  readonly lines: readonly SourceLine[];
  /** From the guess or from the settings. */
  readonly family: FamilyGuess;
  readonly sections: () => readonly LsbSection[];
  readonly insserv: () => InsservHeader;
  readonly lintian: () => LintianHeader;
  readonly rpmlint: () => RpmlintHeader;
  readonly chkconfig: () => ChkconfigHeader;
  /** The same in slices. */
  readonly chkconfigSlices: () => Slices<ChkconfigHeader>;
  readonly shell: ShellScript | undefined;
  /** Undefined where the shell part was not parsed, or could not be read without doubt. */
  readonly outline: () => ScriptOutline | undefined;
  readonly tree: InitTree | undefined;
  /** Finds what is known of a program, by the table and by the user. */
  readonly findProgram: ProgramFinder;
  /** The root file system that it is in; undefined where there is none, or only a part of one. */
  readonly root: WholeRoot | undefined;
  /** The range of a line, counted from 1, without its newline; line 0 and lines that do not exist give the first line. */
  readonly lineRange: (number: number) => TextRange;
}

/** What lintian or rpmlint would say where the rule reports. */
export interface ToolTag {
  readonly tool: "lintian" | "rpmlint";
  readonly tag: string;
  readonly severity: "E" | "W" | "I";
  /** lintian's line number; 0 for the whole file. Rpmlint has none. */
  readonly line?: number;
}

/** What a rule about scripts reports. Offsets of the text. */
export interface ScriptReport extends Report {
  /** What the packagers' checkers say about the same thing. */
  readonly tags?: readonly ToolTag[];
  /** Only stands for a tool's tag: our own reader knows better, so it is not shown. See docs/lintian-rpmlint.md. */
  readonly tagOnly?: true;
}

/** A script that a rule's page shows, and that the tests run. Other rules may speak of it too, since it is short. */
export interface ScriptExample extends Example {
  /** The file's name; default `svc`. */
  readonly name?: string;
  /** Default 0o755. */
  readonly mode?: number;
  /** The rest of the system, where the rule looks at it. */
  readonly files?: readonly ExampleFile[];
}

/**
 * What not every caller knows of a script: `shell`, what its commands do; `name`, that of its file; `mode`, the
 * permissions; `tree`, the system that it belongs to; `root`, the programs of that system too.
 */
export type ScriptNeed = "shell" | "name" | "mode" | "tree" | "root";

/** A rule about init scripts. */
export interface ScriptRule extends RuleFacts<ScriptExample> {
  /** `IT7` headers, `IT8` the shell part, lock files and links. */
  readonly scope: "script";
  /**
   * The families whose scripts it judges, by what is true of them or by name; `all` are the families to come too, and
   * scripts that belong to none.
   */
  readonly families: RuleFamilies<ScriptFamily>;
  /** The tags of lintian and rpmlint that this rule stands for; the table in docs derives from them. */
  readonly tags?: readonly {
    readonly tool: "lintian" | "rpmlint";
    readonly tag: string;
    /** Where we differ from the tool, and why we are right. Plain Markdown. */
    readonly difference?: string;
  }[];
  /** It is silent without these. */
  readonly needs?: readonly ScriptNeed[];
  /** Works out in slices what `check` asks for, where that takes long for a script that was made for it. */
  readonly prepare?: (script: ScriptContext) => Slices<unknown>;
  readonly check: (script: ScriptContext) => readonly ScriptReport[];
}
