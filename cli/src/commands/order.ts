import {
  chkconfigOrder,
  enableOrder,
  familyOfTree,
  findOpenrcVersion,
  finish,
  hasOpenrc,
  type InitTree,
  insservOrder,
  jsonText,
  type Localizer,
  listOf,
  type MessageValue,
  type OrderOptions,
  openrcOrder,
  openrcVersions,
  type ScriptOrder,
  updateRcdOrder,
  visible,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { dotGraph } from "../initscript/dot.ts";
import { enableJson, enableText } from "../initscript/enable-report.ts";
import { orderDot, orderJson, orderText } from "../initscript/openrc-report.ts";
import { tellProblems } from "../initscript/problems.ts";
import { asStated, readScripts, statedOpenrc } from "../initscript/read-tree.ts";
import { message } from "../message.ts";
import { type OptionTable, oneOf, parseOptions, UsageError } from "../options.ts";
import { createProjects } from "../project/projects.ts";
import { settingsOption } from "../reading-options.ts";
import { tellOf } from "../tell.ts";
import { table } from "../words.ts";

/** OpenRC in one of its releases, instead of that of the system. */
const openrcTools = openrcVersions.map((version) => `openrc-${version}`);

const options = {
  tool: {
    type: "string",
    value: "TOOL",
    about: message("order.option.tool", { releases: listOf(openrcTools, "or") }),
  },
  format: { type: "string", value: "FORMAT", about: message("order.option.format") },
  "keep-links": { type: "boolean", about: message("order.option.keep-links") },
  call: { type: "string", multiple: true, value: "CALL", about: message("order.option.call") },
  settings: settingsOption,
  force: { type: "boolean", short: "f", about: message("order.option.force") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** The programs that are followed, by the name of the option. */
const titles = {
  insserv: "insserv 1.24.0",
  chkconfig: "chkconfig 1.3.49",
  "update-rc.d": "update-rc.d 0.8",
} as const;

type Tool = keyof typeof titles;

/** What each of them makes of a tree; undefined: that would take too long. */
const tools: Readonly<
  Record<Tool, (tree: InitTree, options: OrderOptions, calls: readonly string[]) => ScriptOrder | undefined>
> = {
  insserv: (tree, options) => finish(insservOrder(tree, options)),
  chkconfig: (tree, options) => finish(chkconfigOrder(tree, options)),
  "update-rc.d": updateRcdOrder,
};

/** The program that makes the links of a system that is followed here; or what else makes its order. */
function toolFor(tree: InitTree): Tool | "name" | "enable" {
  const families = familyOfTree(tree)?.families ?? [];
  const makers = families.map(({ linksBy }) => linksBy);
  if (makers.includes("update-rc.d")) return "update-rc.d";
  if (makers.includes("enable")) return "enable";
  return makers.includes("name") ? "name" : "insserv";
}

/** The programs that make links; the only other one starts what is in its runlevels. */
const linkTools: readonly (Tool | "enable")[] = ["insserv", "chkconfig", "update-rc.d", "enable"];

/** `inittab order`: the links that insserv or chkconfig would make. */
export const order: Command = {
  name: "order",
  help: {
    usage: message("order.usage"),
    about: message("order.about"),
    options,
    more: [message("order.json"), message("order.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length === 0)
    throw new UsageError(message("usage.nothing-given", { what: "INIT.D-FOLDER" }));
  const asked =
    values.tool === undefined
      ? undefined
      : oneOf(
          "tool",
          values.tool,
          ["insserv", "chkconfig", "update-rc.d", "enable", "openrc", ...openrcTools],
          "insserv",
        );
  const format = oneOf("format", values.format, ["text", "json", "dot"], "text");
  const keepLinks = values["keep-links"] === true;
  const force = values.force === true;
  if (force && asked !== undefined && asked !== "insserv")
    throw new UsageError(message("order.no-force", { tool: asked }));
  const calls = values.call ?? [];
  const { out, localizer } = streams;
  const tell = (path: string, what: MessageValue) => tellOf(streams, path, what);
  const projects = createProjects(values.settings, streams, positionals);
  let unreadable = false;
  let refused = false;
  let first = true;
  for (const path of positionals) {
    const found = await readScripts(path);
    if ("why" in found) {
      unreadable = true;
      await tell(found.path, found.why);
      continue;
    }
    const settings = await projects.around({ path });
    const read = asStated(found, settings);
    if (await tellProblems(streams, read)) unreadable = true;
    if (read.tree.scripts.length === 0) {
      unreadable = true;
      await tell(path, message("order.no-script"));
      continue;
    }
    const linkTool = linkTools.find((each) => each === asked);
    const isByLevels =
      asked === undefined ? calls.length === 0 && hasOpenrc(read.tree) : linkTool === undefined;
    if (isByLevels) {
      const found = openrcOrder(
        read.tree,
        findOpenrcVersion(asked?.replace("openrc-", "") ?? "") ?? statedOpenrc(settings),
      );
      if (read.tree.openrc === undefined) await tell(path, message("order.openrc-no-levels"));
      if (format === "json") await out.write([`${jsonText(orderJson(path, found))}\n`]);
      else if (format === "dot") await out.write(orderDot(found));
      else await out.write([first ? "" : "\n", ...orderText(path, found, localizer)]);
      first = false;
      continue;
    }
    const tool = linkTool ?? (calls.length > 0 ? "update-rc.d" : toolFor(read.tree));
    if (tool === "name" || (tool === "enable" && format === "dot")) {
      unreadable = true;
      await tell(path, message(tool === "name" ? "order.by-name" : "order.no-graph"));
      continue;
    }
    if (tool === "enable") {
      const found = enableOrder(read.tree, { keepLinks });
      if (format === "json") await out.write([`${jsonText(enableJson(path, found))}\n`]);
      else await out.write([first ? "" : "\n", ...enableText(path, found, localizer)]);
      first = false;
      continue;
    }
    const result = tools[tool](read.tree, { keepLinks, force }, calls);
    if (result === undefined) {
      unreadable = true;
      await tell(path, message("order.too-much"));
      continue;
    }
    if (result.configurationAssumed) await tell(path, message("order.configuration-assumed"));
    if (result.dependsOnOrder) await tell(path, message("order.depends"));
    if (result.runs.some(({ exit }) => exit !== 0)) refused = true;
    if (format === "json") await out.write([`${jsonText(jsonOf(path, tool, result))}\n`]);
    else if (format === "dot") {
      await out.write(dotGraph(path, result, localizer));
      for (const line of result.runs.flatMap(({ stderr }) => stderr)) await tell(path, line);
    } else {
      await out.write([first ? "" : "\n", ...textOf({ path, tool: titles[tool] }, result, localizer)]);
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

function* textOf(
  what: { readonly path: string; readonly tool: string },
  { runs, rcd, passedOver }: ScriptOrder,
  { text }: Localizer,
): Iterable<string> {
  yield `${visible(text(message("order.links", what)))}\n\n`;
  // What happens at boot comes first.
  const levels = Object.entries(rcd).toSorted(
    ([one], [other]) => Number(other === "S") - Number(one === "S"),
  );
  if (levels.length === 0) yield `  ${text(message("order.no-links"))}\n`;
  for (const line of table(levels.map(([level, names]) => [`  rc${level}.d`, names.map(visible).join(" ")])))
    yield line;
  const said = runs.flatMap(({ stdout, stderr }) => [...stdout, ...stderr]);
  if (said.length > 0)
    yield `\n${text(message("order.says"))}\n${said.map((line) => `  ${visible(line)}\n`).join("")}`;
  if (passedOver.length > 0)
    yield `\n${visible(text(message("order.passed-over", { names: passedOver.join(" ") })))}\n`;
}
