import { chkconfigOrder, insservOrder, type ScriptOrder } from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { dotGraph } from "../initscript/dot.ts";
import { tellProblems } from "../initscript/problems.ts";
import { readScripts } from "../initscript/read-tree.ts";
import { type OptionTable, oneOf, optionHelp, parseOptions, UsageError } from "../options.ts";
import { visible } from "../terminal-text.ts";
import { table } from "../words.ts";

const options = {
  tool: { type: "string", value: "TOOL", about: "insserv (default) or chkconfig" },
  format: {
    type: "string",
    value: "FORMAT",
    about: "text (default), json, or dot: the graph of dependencies",
  },
  "keep-links": {
    type: "boolean",
    about:
      "begin with the links of the rcN.d folders beside the scripts, which win\nover the headers, instead of with none",
  },
  force: {
    type: "boolean",
    short: "f",
    about: "go on although something required is missing, as insserv -f",
  },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** The programs that are followed, by the name of the option. */
const tools = {
  insserv: { title: "insserv 1.24.0", order: insservOrder },
  chkconfig: { title: "chkconfig 1.3.49", order: chkconfigOrder },
} as const;

/** `inittab order`: the links that insserv or chkconfig would make. */
export const order: Command = {
  name: "order",
  summary: "tell which rcN.d links the headers of init scripts lead to",
  help: () => `inittab order [options] INIT.D-FOLDER...

Enables all scripts of a folder as the tool would, and prints the links and
what the tool says. Changes nothing. If the folder is the etc/init.d of a
system, insserv.conf and the other files of the tool are read as well; where
there is no insserv.conf, that of Debian 12 is taken.

${optionHelp(options)}

The JSON has an object a line for each folder, with the members runs, rcd and
depend as in docs/initscripts.md.

Exit status: 0 if the tool succeeds, 1 if it refuses something, 2 for wrong
usage or if something could not be read.
`,
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0) throw new UsageError("no INIT.D-FOLDER given");
  const tool = oneOf("tool", values.tool, ["insserv", "chkconfig"], "insserv");
  const format = oneOf("format", values.format, ["text", "json", "dot"], "text");
  const keepLinks = values["keep-links"] === true;
  const force = values.force === true;
  if (force && tool !== "insserv") throw new UsageError(`--force: ${tool} has nothing of the kind`);
  const { out, err } = streams;
  const tell = (path: string, what: string) => err.write([`inittab: ${visible(path)}: ${what}\n`]);
  let unreadable = false;
  let refused = false;
  let first = true;
  for (const path of positionals) {
    const read = await readScripts(path);
    if ("why" in read) {
      unreadable = true;
      await tell(read.path, visible(read.why));
      continue;
    }
    if (await tellProblems(streams, read)) unreadable = true;
    if (read.tree.scripts.length === 0) {
      unreadable = true;
      await tell(path, "no file of this folder can be an init script");
      continue;
    }
    const result = tools[tool].order(read.tree, { keepLinks, force });
    if (result.configurationAssumed) await tell(path, "there is no insserv.conf; that of Debian 12 is taken");
    if (result.dependsOnOrder)
      await tell(path, "the outcome depends on the order in which the scripts are met; here it is by name");
    if (result.runs.some(({ exit }) => exit !== 0)) refused = true;
    if (format === "json") await out.write([`${JSON.stringify(jsonOf(path, tool, result))}\n`]);
    else if (format === "dot") {
      await out.write(dotGraph(path, result));
      for (const line of result.runs.flatMap(({ stderr }) => stderr)) await tell(path, visible(line));
    } else {
      await out.write([first ? "" : "\n", ...textOf(path, tools[tool].title, result)]);
      first = false;
    }
  }
  if (unreadable) return 2;
  return refused ? 1 : 0;
}

function jsonOf(folder: string, tool: string, { runs, rcd, depend, ...more }: ScriptOrder): unknown {
  const { passedOver, dependsOnOrder } = more;
  const files = tool === "insserv" ? { depend: depend ?? {} } : {};
  return { folder, tool, runs, rcd, ...files, passedOver, dependsOnOrder };
}

function* textOf(path: string, title: string, { runs, rcd, passedOver }: ScriptOrder): Iterable<string> {
  yield `${visible(path)}: the links of ${title}\n\n`;
  // What happens at boot comes first.
  const levels = Object.entries(rcd).toSorted(
    ([one], [other]) => Number(other === "S") - Number(one === "S"),
  );
  if (levels.length === 0) yield "  none\n";
  for (const line of table(levels.map(([level, names]) => [`  rc${level}.d`, names.map(visible).join(" ")])))
    yield line;
  const said = runs.flatMap(({ stdout, stderr }) => [...stdout, ...stderr]);
  if (said.length > 0) yield `\nIt says:\n${said.map((line) => `  ${visible(line)}\n`).join("")}`;
  if (passedOver.length > 0)
    yield `\nNo services by their names or headers: ${passedOver.map(visible).join(" ")}\n`;
}
