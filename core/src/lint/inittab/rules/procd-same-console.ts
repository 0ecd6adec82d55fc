import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdSameConsole: FileRule = {
  id: "procd-same-console",
  code: "IT623",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded case same-tty of procd"],
  docs: {
    what: "A respawn entry has the same terminal as an askfirst entry.",
    why: "procd starts both, each with the terminal as its standard input.\nIf the program reads, what is typed goes to one of them or the other: Enter does not start the shell, or the shell loses characters.",
    instead: "Keep one of them; a program that needs no terminal belongs in an init script.",
    wrong: [
      { text: "ttyS0::askfirst:/bin/ash --login\nttyS0::respawn:/usr/bin/modem-agent\n", dialect: "procd" },
    ],
    right: [
      { text: "ttyS0::askfirst:/bin/ash --login\nttyS1::respawn:/usr/bin/modem-agent\n", dialect: "procd" },
    ],
  },
  scope: "file",
  check: (file) => {
    const asking = new Map(file.linesOf("askfirst").map((index) => [file.field(index, "id"), index]));
    asking.delete("");
    if (asking.size === 0) return [];
    return [...file.linesOf("respawn"), ...file.linesOf("respawnlate")].flatMap((index) => {
      const other = asking.get(file.field(index, "id"));
      // Of programs that are known there is a rule, or nothing to say: they let somebody in, or need no terminal.
      if (other === undefined || file.started(index)?.program !== undefined) return [];
      return [
        {
          range: file.range(index, "id"),
          message: message("procd-same-console", { line: file.lineNumber(other) }),
          related: [{ range: file.range(other, "id"), message: message("terminal-shared.related") }],
        },
      ];
    });
  },
};
