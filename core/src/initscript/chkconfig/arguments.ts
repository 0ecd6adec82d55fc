// chkconfig's command line.

/** What a call asks for. */
export type ChkconfigCommand =
  | { readonly kind: "list-all" }
  | { readonly kind: "list" | "add" | "del" | "override"; readonly name: string }
  | { readonly kind: "query"; readonly name: string; readonly level: number | undefined }
  | {
      readonly kind: "set";
      readonly name: string;
      readonly state: "on" | "off" | "reset" | "resetpriorities";
      readonly levels: string | undefined;
    }
  | { readonly kind: "error"; readonly lines: readonly string[] };

const usage: ChkconfigCommand = {
  kind: "error",
  lines: [
    "chkconfig version 1.3.49.5 - Copyright (C) 1997-2000 Red Hat, Inc.",
    "This may be freely redistributed under the terms of the GNU Public License.",
    "",
    "usage:   chkconfig [--list] [--type <type>] [name]",
    "         chkconfig --add <name>",
    "         chkconfig --del <name>",
    "         chkconfig --override <name>",
    "         chkconfig [--level <levels>] [--type <type>] <name> <on|off|reset|resetpriorities>",
  ],
};

const actions = ["list", "add", "del", "override"] as const;

/** Takes a command line apart; what chkconfig refuses becomes its complaint. */
export function parseChkconfigArguments(words: readonly string[]): ChkconfigCommand {
  const chosen = new Set<(typeof actions)[number]>();
  const names: string[] = [];
  let levels: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, option = "", value] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    const action = actions.find((each) => each === option);
    if (action !== undefined) chosen.add(action);
    else if (["level", "levels", "type"].includes(option)) {
      const argument = value ?? words[++at];
      if (argument === undefined) return { kind: "error", lines: [`${word}: missing argument`] };
      if (option !== "type") levels = argument;
      else if (argument !== "sysv" && argument !== "xinetd")
        return { kind: "error", lines: ["--type must be 'sysv' or 'xinetd'"] };
    } else if (word.startsWith("-") && word !== "-")
      return { kind: "error", lines: [`${word}: unknown option`] };
    else names.push(word);
  }
  if (words.length === 0) return { kind: "list-all" };
  if (chosen.size > 1)
    return { kind: "error", lines: ["only one of --list, --add, --del, or --override may be specified"] };
  const [action] = chosen;
  return action === undefined ? parseState(names, levels) : parseAction(action, names);
}

function parseAction(kind: (typeof actions)[number], names: readonly string[]): ChkconfigCommand {
  const [name = "", ...more] = names;
  if (kind === "list" && names.length === 0) return { kind: "list-all" };
  if (name === "" || more.length > 0) return usage;
  return { kind, name: kind === "list" ? name : name.replace(/.*\//, "") };
}

function parseState(names: readonly string[], levels: string | undefined): ChkconfigCommand {
  const [name, state] = names;
  if (name === undefined || (levels !== undefined && !/^[0-6]+$/.test(levels))) return usage;
  if (state === undefined) {
    const single = new Set(levels ?? "");
    if (single.size > 1)
      return { kind: "error", lines: ["only one runlevel may be specified for a chkconfig query"] };
    return { kind: "query", name, level: levels === undefined ? undefined : Number([...single][0]) };
  }
  if (state === "on" || state === "off" || state === "reset" || state === "resetpriorities")
    return { kind: "set", name, state, levels };
  return usage;
}
