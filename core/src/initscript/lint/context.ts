// What rules see of a script: the readers' views, each computed when a rule first asks for it.

import type { Severity } from "../../lint/contract.ts";
import { readChkconfigHeader } from "../header/chkconfig.ts";
import { readInsservHeader } from "../header/insserv.ts";
import { sourceLines } from "../header/lines.ts";
import { readLintianHeader } from "../header/lintian.ts";
import { readLsbSections } from "../header/lsb.ts";
import { readRpmlintHeader } from "../header/rpmlint.ts";
import { outlineScript } from "../script/read-outline.ts";
import type { ScriptContext, ScriptInput } from "./contract.ts";
import { givenFamily, guessFamily, type ScriptFamily } from "./family.ts";

/** What a user may say about the scripts and the rules. */
export interface ScriptLintOptions {
  /** By rule id: another severity, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | "off">>;
  /** Default `auto`: guessed for each script. */
  readonly family?: ScriptFamily | "auto";
  /** Asks the rules of every family, as the packagers' checkers do; default false. */
  readonly everyFamily?: boolean;
}

/** The context of a script. Never fails. */
export function scriptContext(input: ScriptInput, options: ScriptLintOptions = {}): ScriptContext {
  const { text, name, mode, shell, tree } = input;
  const { family = "auto" } = options;
  const lines = sourceLines(text);
  return {
    text,
    name: name ?? "",
    hasName: name !== undefined,
    mode,
    lines,
    family: family === "auto" ? guessFamily(text, name) : givenFamily(family),
    sections: once(() => readLsbSections(text)),
    insserv: once(() => readInsservHeader(text)),
    lintian: once(() => readLintianHeader(text)),
    rpmlint: once(() => readRpmlintHeader(text)),
    chkconfig: once(() => readChkconfigHeader(text)),
    outline: once(() => (shell === undefined ? undefined : outlineScript(text, shell, name))),
    tree,
    lineRange: (number) => {
      const { start, end } = lines[number - 1] ?? lines[0] ?? { start: 0, end: 0 };
      return { start, end };
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
