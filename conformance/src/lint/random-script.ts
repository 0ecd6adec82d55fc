// Random init scripts for the comparison with lintian and rpmlint: plausible ones, with the slips that these look for.

import type { RandomSource } from "../live/random.ts";
import {
  begins,
  bodyLines,
  chkconfigLines,
  ends,
  interpreters,
  levels,
  names,
  oddLines,
  oddWords,
  stops,
  strays,
  words,
} from "./script-words.ts";

/** A script. */
export interface RandomScript {
  readonly name: string;
  /** Its permissions in octal digits. */
  readonly mode: string;
  readonly text: string;
}

/** A list of words, sometimes odd ones. */
function list(random: RandomSource): string {
  const some = random.some(words, 0.25);
  if (random.chance(0.3)) some.push(random.pick(oddWords));
  if (random.chance(0.1)) some.push(random.pick(oddWords), random.pick(words));
  return some.join(random.chance(0.1) ? random.pick(["  ", "\t", ", ", " \u00a0 ", "\u2003"]) : " ");
}

function headerLines(random: RandomSource, name: string): readonly string[] {
  const provides = random.pick([
    name,
    name,
    name,
    "other",
    "",
    `$f ${name}`,
    name.slice(0, -3),
    `${name} ${name}`,
    "$f $g",
  ]);
  const fields: (readonly [keyword: string, value: string])[] = [
    ["Provides", provides],
    ["Required-Start", list(random)],
    ["Required-Stop", list(random)],
    ["Default-Start", random.pick(levels)],
    ["Default-Stop", random.pick(stops)],
    ["Short-Description", random.pick(["runs svc", "", "démarre svc", "a status: word"])],
    ["Description", random.pick(["runs the svc daemon", "x \\", "reload /var/lib"])],
  ];
  const extra: readonly (readonly [keyword: string, value: string])[] = [
    ["Should-Start", list(random)],
    ["Should-Stop", list(random)],
    ["X-Start-Before", list(random)],
    ["X-Interactive", "true"],
    ["Start-Before", "x"],
    ["Author", "somebody"],
    ["x-lower", "x"],
    ["Größe", "x"],
    ["Foo_bar", "x"],
    ["Provides", "again"],
    ["default-start", "3"],
    ["Default-Start", ""],
    ["Required_Start", "$network"],
  ];
  for (const field of random.some(extra, 0.1)) fields.splice(random.below(fields.length + 1), 0, field);
  return fields
    .filter(() => !random.chance(0.05))
    .flatMap(([keyword, value]) => {
      const lines = [fieldLine(random, keyword, value)];
      if (random.chance(keyword === "Description" ? 0.4 : 0.04)) lines.push(random.pick(oddLines));
      return lines;
    });
}

function fieldLine(random: RandomSource, keyword: string, value: string): string {
  const usual = `# ${keyword}:${value === "" ? random.pick(["", " "]) : ` ${value}`}`;
  if (random.chance(0.9)) return usual;
  return random.pick([
    `#${keyword}: ${value}`,
    `#  ${keyword}: ${value}`,
    `#\t${keyword}: ${value}`,
    ` # ${keyword}: ${value}`,
    `# ${keyword} : ${value}`,
    `# ${keyword}:${value}`,
    `# ${keyword}:\t${value}`,
    `# ${keyword.toUpperCase()}: ${value}`,
    `# ${keyword.toLowerCase()}: ${value}`,
    `# ${keyword.replaceAll("-", "_")}: ${value}`,
    `# ${keyword}: ${value} \\`,
    `# ${keyword}: ${value}\r`,
    `# ${keyword} ${value}`,
    `${keyword}: ${value}`,
  ]);
}

/** A random script. */
export function makeScript(random: RandomSource): RandomScript {
  const base = random.pick(names);
  const name = random.chance(0.5) ? base : `${base}${random.below(100)}`;
  const lines = [random.pick(interpreters)];
  if (random.chance(0.3)) lines.push(random.pick(chkconfigLines));
  if (random.chance(0.85))
    lines.push(
      random.pick(begins),
      ...headerLines(random, name),
      ...(random.chance(0.95) ? [random.pick(ends)] : []),
    );
  if (random.chance(0.1)) lines.push(random.pick(begins), ...headerLines(random, name), random.pick(ends));
  if (random.chance(0.2)) lines.push(random.pick(chkconfigLines));
  if (random.chance(0.6)) lines.push("echo {start|stop|restart|force-reload|status}");
  for (let count = random.below(12); count > 0; count--)
    lines.push(random.pick(bodyLines).replaceAll("svc", base));
  const mode = random.chance(0.85) ? "755" : random.pick(["644", "700", "775", "555", "4755", "600"]);
  const text = lines.join("\n") + (random.chance(0.93) ? "\n" : "");
  return { name, mode, text: random.chance(0.4) ? slip(random, text) : text };
}

/** The text with some characters more or less. */
function slip(random: RandomSource, text: string): string {
  let slipped = text;
  for (let count = 1 + random.below(8); count > 0; count--) {
    const at = random.below(slipped.length + 1);
    const rest = slipped.slice(at + random.below(3));
    slipped = slipped.slice(0, at) + (random.chance(0.6) ? random.pick(strays) : "") + rest;
  }
  return slipped;
}

/** Scripts that are a little smaller: without some lines, or with a shorter one. */
export function smallerScripts({ name, mode, text }: RandomScript): RandomScript[] {
  const lines = text.split("\n");
  const smaller: (readonly string[])[] = [];
  for (const size of new Set([Math.ceil(lines.length / 2), Math.ceil(lines.length / 4), 1]))
    for (let at = 0; at < lines.length; at += size) smaller.push(lines.toSpliced(at, size));
  const texts = smaller.map((each) => each.join("\n")).filter((each) => each !== text);
  return [
    ...(mode === "755" ? [] : [{ name, mode: "755", text }]),
    ...(name === "svc" ? [] : [{ name: "svc", mode, text: text.replaceAll(name, "svc") }]),
    ...texts.map((each) => ({ name, mode, text: each })),
  ];
}
