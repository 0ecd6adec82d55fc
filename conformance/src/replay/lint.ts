// Cases of the packagers' checkers: one script, and what lintian and rpmlint said of it.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import type { JsonObject } from "@inittab/cli/json-text";
import { lintScript, toolTags } from "@inittab/core";
import { loadShellParser, type ShellParser } from "@inittab/host/shell";
import type { WasmReader } from "@inittab/host/wasm";
import { type CaseScript, caseText } from "../initscript/insserv.ts";
import { CaseError } from "./case-error.ts";
import type { ReplayKind } from "./kind.ts";

/** The tags of both checkers as our rules tell them, and the rules that speak to a user. */
export const replayLintCase: ReplayKind = {
  about: "an init script, and what lintian and rpmlint say of it",
  accepts: (value) => "body" in value && !("others" in value || "chkconfig commands" in value),
  run: async (value) => {
    const script = lintCase(value);
    parser ??= loadShellParser(readInstalled);
    const text = caseText(script);
    const shell = (await parser).parse(text);
    const input = { text, name: script.name, mode: Number.parseInt(script.mode ?? "755", 8) };
    const findings = lintScript({ ...input, ...(shell !== undefined && { shell }) });
    return {
      result: {
        lintian: toolTags(input, "lintian").map(({ severity, tag, line }) => [severity, tag, line ?? 0]),
        rpmlint: toolTags(input, "rpmlint").map(({ severity, tag }) => [severity, tag]),
        rules: [...new Set(findings.map(({ rule }) => rule))],
      },
    };
  },
};

let parser: Promise<ShellParser> | undefined;

const { resolve } = createRequire(import.meta.url);

/** Reads a file that ships from the package that brings it, which has the same name. */
const readInstalled: WasmReader = async (name) =>
  new Uint8Array(await readFile(resolve(`${basename(name, ".wasm")}/${name}`)));

function lintCase(value: JsonObject): CaseScript {
  const { name, body, mode } = value;
  if (typeof name !== "string") throw new CaseError("the script has no name");
  if (!Array.isArray(body) || !body.every((line) => typeof line === "string"))
    throw new CaseError("body is no array of texts");
  if (mode !== undefined && (typeof mode !== "string" || !/^[0-7]{1,5}$/.test(mode)))
    throw new CaseError("the mode of the script is no octal number");
  return value as unknown as CaseScript;
}
