// What is measured: a language server, and files of a given length for it.

import { createRequire } from "node:module";
import { resolve } from "node:path";

/** A server with a file of `length` entries, and a place in the middle of it where somebody types. */
export interface Subject {
  readonly name: string;
  /** The program and its arguments, run by Node. */
  readonly command: readonly string[];
  readonly languageId: string;
  readonly uri: string;
  readonly text: (length: number) => string;
  /** Where a character is typed, and where hover and completion are asked for; offsets in the text. */
  readonly places: (text: string) => {
    readonly type: number;
    readonly hover: number;
    readonly complete: number;
  };
}

/** The server of a checkout on an inittab, started as VS Code does: with a folder for compiled code. */
export function inittabOf(folder: string, name: string, codeCache: string): Subject {
  return subjectOf(name, [
    resolve(folder, "dist/server/server.js"),
    "--stdio",
    `--code-cache=${resolve(codeCache, name)}`,
  ]);
}

/** The server that the command line of a checkout has for editors other than VS Code. */
export function commandLineOf({ name }: Subject, folder: string): Subject {
  return subjectOf(name, [resolve(folder, "cli/bin/inittab.js"), "lsp", "--stdio"]);
}

function subjectOf(name: string, command: readonly string[]): Subject {
  return {
    name,
    command,
    languageId: "inittab",
    uri: "file:///bench/etc/inittab",
    text: (length) => inittabText(length, () => "respawn"),
    places: (text) => {
      const line = text.lastIndexOf("\n", text.length / 2) + 1;
      const action = text.indexOf("respawn", line);
      return { type: text.indexOf("--quiet", line), hover: action + 3, complete: action };
    },
  };
}

/** An inittab of as many entries, with a misspelled action in every third of them. */
export function flawed(length: number): string {
  return inittabText(length, (index) => (index % 3 === 0 ? "respwan" : "respawn"));
}

function inittabText(length: number, actionOf: (index: number) => string): string {
  const head = [
    "id:3:initdefault:",
    "si::sysinit:/etc/init.d/rcS",
    "1:2345:respawn:/sbin/agetty 38400 tty1 linux",
  ];
  const records = Array.from(
    { length: Math.max(0, length - head.length) },
    (_, index) => `${idOf(index)}:345:${actionOf(index)}:/usr/sbin/worker --number ${index} --quiet`,
  );
  return `${[...head, ...records].join("\n")}\n`;
}

/** Ids of four characters, all different, none of them an id of the first records. */
function idOf(index: number): string {
  return (36 ** 3 + index).toString(36);
}

/** The server that VS Code has for JSON, on an object of as many lines. */
export const json: Subject = {
  name: "json",
  command: [
    createRequire(import.meta.url).resolve("vscode-langservers-extracted/bin/vscode-json-language-server"),
    "--stdio",
  ],
  languageId: "json",
  uri: "file:///bench/worker.json",
  text: (length) => {
    const entries = Array.from(
      { length: Math.max(0, length - 2) },
      (_, index) => `  "${idOf(index)}": "/usr/sbin/worker --number ${index} --quiet"`,
    );
    return `{\n${entries.join(",\n")}\n}\n`;
  },
  places: (text) => {
    const line = text.lastIndexOf("\n", text.length / 2) + 1;
    return { type: text.indexOf("--quiet", line), hover: line + 4, complete: line };
  },
};
