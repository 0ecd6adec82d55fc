// The page of the programs that are known, for the repository: plain Markdown, in English.

import { programs } from "./find.ts";
import type { Program, ProgramKind } from "./program.ts";

const titles: Readonly<Record<ProgramKind, string>> = {
  getty: "Gettys",
  login: "Logins",
  shell: "Shells",
  "display-manager": "Graphical logins and sessions",
  daemon: "Services",
  supervisor: "Supervisors",
  boot: "The way up",
  power: "The way down",
  wrapper: "Programs that start another one",
  tool: "Tools",
};

const head = `# Programs

What Inittab knows of the programs that an inittab starts.
The rules about respawn, wait and once go by it.
A program that is not listed, or whose configuration decides, is not judged.
The setting \`inittab.programs\` adds programs of your own: \`{ "sensord": "background" }\`, or \`stays\`, \`ends\`.

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

function rowOf({ names, about, run, source }: Program): string {
  return `| ${codes(names)} | ${about} | ${wordsOf(run)} | ${source} |`;
}

function wordsOf(run: Program["run"]): string {
  switch (run.kind) {
    case "ends":
      return "ends";
    case "stays":
      return run.background.length === 0 ? "stays" : `stays, unless ${codes(run.background)}`;
    case "background":
      return `goes into the background, unless ${codes(run.foreground)}`;
    case "varies":
      return "depends on its configuration, release or options";
  }
}

function codes(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
