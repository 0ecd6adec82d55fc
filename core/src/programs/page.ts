// The page of the programs that are known, for the repository: plain Markdown, in English.

import { aboutProgram } from "./about.ts";
import { programs } from "./find.ts";
import type { Program, ProgramKind } from "./program.ts";

const titles: Readonly<Record<ProgramKind, string>> = {
  getty: "Gettys",
  login: "Logins",
  shell: "Shells",
  "display-manager": "Graphical logins and sessions",
  daemon: "Services",
  supervisor: "Supervisors",
  boot: "Booting",
  power: "Shutting down",
  wrapper: "Programs that start another one",
  tool: "Tools",
};

const head = `# Programs

This page lists what Inittab knows about the programs that an inittab or an init script starts.
The rules about respawn, wait and once use it, and so does the rule about a \`start\` that never returns.
Nothing is reported about a program that is not listed, or whose configuration decides.
The setting \`inittab.programs\` adds programs of your own: \`{ "sensord": "background" }\`, or \`stays\`, \`ends\`.
On the command line \`inittab check --programs FILE\` reads the same object from a JSON file.

`;

/** The page, a table for each kind of programs. */
export function programPage(): string {
  const kinds = [...new Set(programs.map(({ kind }) => kind))];
  return head + kinds.map(sectionOf).join("\n");
}

function sectionOf(kind: ProgramKind): string {
  const rows = programs.filter((program) => program.kind === kind).map(rowOf);
  const table = ["| program | what for | when called | source |", "| --- | --- | --- | --- |", ...rows];
  return `## ${titles[kind]}\n\n${table.join("\n")}\n`;
}

function rowOf(program: Program): string {
  const { names, run } = program;
  const { about, source } = aboutProgram(program);
  return `| ${codes(names)} | ${about} | ${wordsOf(run)} | ${source} |`;
}

function wordsOf(run: Program["run"]): string {
  if (run.kind === "ends") return "ends";
  const parts: string[] = [fates[run.kind]];
  if (run.kind !== "stays" && run.foreground.length > 0) parts.push(`stays with ${codes(run.foreground)}`);
  if (run.kind !== "background" && run.background.length > 0)
    parts.push(`goes into the background with ${codes(run.background)}`);
  for (const { option, example, fate } of run.told)
    parts.push(
      `${fate === "stays" ? "stays" : "goes into the background"} with ${codes([`${option} ${example}`])}`,
    );
  if (run.ending.length > 0) parts.push(`ends with ${codes(run.ending)}`);
  if (run.unsure.length > 0) parts.push(`unknown with ${codes(run.unsure)}`);
  return parts.join("; ");
}

const fates = {
  stays: "stays",
  background: "goes into the background",
  varies: "depends on its configuration, release or options",
} as const;

function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
