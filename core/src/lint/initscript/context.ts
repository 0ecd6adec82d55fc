// What rules see of a script: the readers' views, each computed when a rule first asks for it.

import type { ScriptFamily } from "../../initscript/families/names.ts";
import { chkconfigHeaderSlices } from "../../initscript/header/chkconfig.ts";
import { readInsservHeader } from "../../initscript/header/insserv.ts";
import { sourceLines } from "../../initscript/header/lines.ts";
import { readLintianHeader } from "../../initscript/header/lintian.ts";
import { readLsbSections } from "../../initscript/header/lsb.ts";
import { readRpmlintHeader } from "../../initscript/header/rpmlint.ts";
import { wholeRootIn } from "../../initscript/root/whole-root.ts";
import { outlineScript } from "../../initscript/script/read-outline.ts";
import { familyOfScript } from "../../initscript/tree/family.ts";
import { programFinder } from "../../programs/find.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { LintOptions } from "../options.ts";
import type { ScriptContext, ScriptInput } from "./contract.ts";

/** What a user may say about the scripts and the rules. */
export interface ScriptLintOptions extends LintOptions {
  /** Default `auto`: guessed for each script. */
  readonly family?: ScriptFamily | "auto";
  /** Asks the rules of every family, as the packagers' checkers do; default false. */
  readonly everyFamily?: boolean;
}

/** The context of a script. Never fails. */
export function scriptContext(input: ScriptInput, options: ScriptLintOptions = {}): ScriptContext {
  const { text, name, mode, shell, tree, root } = input;
  const { family = "auto" } = options;
  const lines = sourceLines(text);
  const chkconfig = onceInSlices(() => chkconfigHeaderSlices(text));
  return {
    text,
    name: name ?? "",
    hasName: name !== undefined,
    mode,
    lines,
    family: familyOfScript(input, family),
    sections: once(() => readLsbSections(text)),
    insserv: once(() => readInsservHeader(text)),
    lintian: once(() => readLintianHeader(text)),
    rpmlint: once(() => readRpmlintHeader(text)),
    chkconfig: () => finish(chkconfig()),
    chkconfigSlices: chkconfig,
    shell,
    outline: once(() => (shell === undefined ? undefined : outlineScript(text, shell, name))),
    tree,
    findProgram: programFinder(options.programs),
    root: root && wholeRootIn(root),
    lineRange: (number) => {
      const { start, end } = lines[number - 1] ?? lines[0] ?? { start: 0, end: 0 };
      return { start, end };
    },
  };
}

/** The same for work in slices; a caller that asks before it is done does it once more. */
function onceInSlices<T>(compute: () => Slices<T>): () => Slices<T> {
  let known: { readonly value: T } | undefined;
  return function* () {
    known ??= { value: yield* compute() };
    return known.value;
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
