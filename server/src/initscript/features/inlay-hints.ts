// The links that insserv and chkconfig would give a script, written behind the lines that say its levels.

import { listOf, type Message, readChkconfigHeader, readLsbSections, type ScriptOrder } from "@inittab/core";
import type { InlayHint } from "../../features/answers.ts";
import { message } from "../../message.ts";

/** What the tools make of the folder; undefined where that would take too long. */
export interface Orders {
  readonly insserv: () => Promise<ScriptOrder | undefined>;
  readonly chkconfig: () => Promise<ScriptOrder | undefined>;
}

/** The hints of a script of a system. A script that the tool refuses gets none: a finding says why. */
export async function orderHints(text: string, name: string, orders: Orders): Promise<readonly InlayHint[]> {
  return [...(await insservHints(text, name, orders)), ...(await chkconfigHints(text, name, orders))];
}

async function insservHints(text: string, name: string, { insserv }: Orders): Promise<readonly InlayHint[]> {
  const [section] = readLsbSections(text);
  if (section === undefined) return [];
  const links = linksOf(await insserv(), name);
  return section.fields.flatMap(({ fact, line }) => {
    const letter =
      fact?.keyword === "Default-Start" ? "S" : fact?.keyword === "Default-Stop" ? "K" : undefined;
    const found = letter === undefined ? [] : partsOf(links.filter((link) => link.name.startsWith(letter)));
    if (found.length === 0) return [];
    const label = listOf(found, "comma");
    const tooltip = message("hint.insserv", { name });
    return [{ offset: line.end, label, tooltip }];
  });
}

async function chkconfigHints(
  text: string,
  name: string,
  { chkconfig }: Orders,
): Promise<readonly InlayHint[]> {
  const { lines, obstacle } = readChkconfigHeader(text);
  const line = lines.find(({ tag }) => tag === "chkconfig");
  if (line === undefined || obstacle !== undefined) return [];
  const links = linksOf(await chkconfig(), name);
  const found = ["S", "K"].flatMap((letter) => partsOf(links.filter((link) => link.name.startsWith(letter))));
  if (found.length === 0) return [];
  const label = listOf(found, "comma");
  const newline = text.indexOf("\n", line.value.start);
  const tooltip = message("hint.chkconfig", { name });
  return [{ offset: newline < 0 ? text.length : newline, label, tooltip }];
}

interface Link {
  readonly level: string;
  readonly name: string;
}

function linksOf(order: ScriptOrder | undefined, script: string): readonly Link[] {
  return Object.entries(order?.rcd ?? {}).flatMap(([level, names]) =>
    names.filter((name) => name.slice(3) === script).map((name) => ({ level, name })),
  );
}

/** `S03 in 2 3 4 5`, `S01 in S`. Levels with the same number stand together. */
function partsOf(links: readonly Link[]): readonly Message[] {
  const levels = new Map<string, string[]>();
  for (const { level, name } of links) {
    const number = name.slice(0, 3);
    levels.set(number, [...(levels.get(number) ?? []), level]);
  }
  return [...levels].map(([number, among]) => message("hint.link", { number, levels: among.join(" ") }));
}
