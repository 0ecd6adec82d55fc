// The debugger in the extension's manifest: what a launch configuration may say, and ready ones.

/** The type of the debugger, and the id of the language. */
const inittab = "inittab";

/** What `contributes.debuggers` says. */
export function debuggerContribution(): object {
  const attributes = {
    program: { type: "string", default: currentFile },
    level: { type: "string" },
    bootArgs: { type: "array", items: { type: "string" } },
    scenario: { type: ["object", "string"] },
    root: { type: "string" },
    init: { type: "string" },
    until: { type: "number", exclusiveMinimum: 0 },
    stopOnEntry: { type: "boolean", default: true },
  } as const;
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      { ...value, markdownDescription: `%debug.${name}%` },
    ]),
  );
  const plain = { type: inittab, request: "launch", name: "%debug.boot%", program: currentFile };
  return {
    type: inittab,
    label: "Inittab",
    languages: [inittab],
    configurationAttributes: { launch: { required: ["program"], properties } },
    initialConfigurations: [plain],
    configurationSnippets: [
      { label: "%debug.snippet.boot%", description: "%debug.snippet.boot.about%", body: snippet({}) },
      {
        label: "%debug.snippet.level%",
        description: "%debug.snippet.level.about%",
        body: snippet({ name: "%debug.snippet.level%", level: field(1, "1") }),
      },
      {
        label: "%debug.snippet.scenario%",
        description: "%debug.snippet.scenario.about%",
        body: snippet({
          name: "%debug.snippet.scenario%",
          scenario: { events: [{ at: 60, signal: "PWR", powerstatus: "F" }] },
        }),
      },
      {
        label: "%debug.snippet.root%",
        description: "%debug.snippet.root.about%",
        body: snippet({
          name: "%debug.snippet.root%",
          root: later("workspaceFolder", `/${field(1, "rootfs")}`),
        }),
      },
    ],
  };
}

/** The file in the active editor, as launch.json calls it. */
const currentFile = variable("file");

/** A configuration in which the name of the file is left for VS Code to fill in when it is launched. */
function snippet(more: object): object {
  return {
    type: inittab,
    request: "launch",
    name: "%debug.boot%",
    program: later("file"),
    ...more,
  };
}

/** What VS Code puts in when a configuration is launched. */
function variable(name: string): string {
  return `$\{${name}}`;
}

/** What is filled in while a snippet is inserted. */
function field(place: number, usual: string): string {
  return `$\{${place}:${usual}}`;
}

/** A variable that a snippet leaves as it is. */
function later(name: string, more = ""): string {
  return `^"\\${variable(name)}${more}"`;
}

/** The languages in which a line can have a breakpoint. */
export const breakpointLanguages: readonly { readonly language: string }[] = [
  { language: inittab },
  { language: "shellscript" },
];
