// Which init a simulation is of.

import {
  type Dialect,
  defaultSysvinitVersion,
  type Message,
  scanInittab,
  scenarioDialect,
  simulatedInit,
  whyNotSimulated,
} from "@inittab/core";
import type { Input } from "../input.ts";
import { message } from "../message.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { readOptionsFor } from "../reading-options.ts";
import type { ScenarioFile } from "./scenario-file.ts";

/** Which init the files are for: by the option, by the scenario, or by what the tables look like; and the table that counts. */
export function judge(
  asked: Dialect | "auto",
  tables: readonly Input[],
  file: ScenarioFile | undefined,
  settings: FileSettings,
): { readonly dialect: Dialect; readonly table: Input | undefined } | { readonly why: Message } {
  const value = file !== undefined && "value" in file.json ? file.json.value : undefined;
  const inittab: unknown =
    typeof value === "object" && value !== null && "inittab" in value ? value.inittab : undefined;
  const texts: readonly Input[] =
    tables.length > 0 || file === undefined || typeof inittab !== "string"
      ? tables
      : [{ path: file.path, text: inittab, encoding: "utf-8" }];
  const table = texts.at(-1);
  const own = asked === "auto" ? scenarioDialect(value) : undefined;
  if (own !== undefined) return { dialect: own, table };
  const judgements = texts.map((input) => {
    const { dialect, guess } = scanInittab(
      input.text,
      // A scenario's path says nothing of its table.
      input.path === file?.path
        ? { dialect: asked }
        : readOptionsFor(
            { dialect: asked === "auto" ? undefined : asked, version: defaultSysvinitVersion },
            input,
            settings,
          ),
    );
    return { path: input.path, dialect, because: guess?.because };
  });
  for (const { path, dialect, because } of judgements)
    if (simulatedInit(dialect) === undefined)
      return { why: message("simulate.choose", { path, why: whyNotSimulated(dialect, because) }) };
  const [one, other] = judgements;
  if (one !== undefined && other !== undefined && one.dialect !== other.dialect)
    return {
      why: message("simulate.two-dialects", {
        one: one.path,
        dialect: one.dialect,
        other: other.path,
        otherDialect: other.dialect,
      }),
    };
  return { dialect: one?.dialect ?? (asked === "auto" ? "sysvinit" : asked), table };
}
