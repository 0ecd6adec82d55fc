import {
  findOpenrcVersion,
  finish,
  jsonText,
  type LinkTool,
  type Localizer,
  listOf,
  type Message,
  type MessageValue,
  noScripts,
  type OrderFound,
  openrcVersions,
  orderAnswer,
  orderInTree,
  orderTools,
  type ScriptOrder,
  visible,
  whyNoOrder,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { dotGraph } from "../initscript/dot.ts";
import { enableText } from "../initscript/enable-report.ts";
import { orderDot, orderText } from "../initscript/openrc-report.ts";
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

/** The programs whose links are shown, as people call them. */
const titles: Readonly<Record<LinkTool, string>> = {
  insserv: "insserv 1.24.0",
  chkconfig: "chkconfig 1.3.49",
  "update-rc.d": "update-rc.d 0.8",
};

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
      : oneOf("tool", values.tool, [...orderTools, ...openrcTools], "insserv");
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
    const scripts = await readScripts(path);
    if ("why" in scripts) {
      unreadable = true;
      await tell(scripts.path, scripts.why);
      continue;
    }
    const settings = await projects.around({ path });
    const read = asStated(scripts, settings);
    if (await tellProblems(streams, read)) unreadable = true;
    if (read.tree.scripts.length === 0) {
      unreadable = true;
      await tell(path, noScripts);
      continue;
    }
    const isRelease = openrcTools.some((each) => each === asked);
    const found = finish(
      orderInTree(read.tree, {
        ...{ keepLinks, force, calls },
        tool: isRelease ? "openrc" : orderTools.find((each) => each === asked),
        openrc: findOpenrcVersion(asked?.replace("openrc-", "") ?? "") ?? statedOpenrc(settings),
      }),
    );
    if (found.kind === "levels" && read.tree.openrc === undefined)
      await tell(path, message("order.openrc-no-levels"));
    const why = whyNot(found, format);
    if (why !== undefined) {
      unreadable = true;
      await tell(path, why);
      continue;
    }
    if (found.kind === "links") {
      const { configurationAssumed, dependsOnOrder, runs } = found.order;
      if (configurationAssumed) await tell(path, message("order.configuration-assumed"));
      if (dependsOnOrder) await tell(path, message("order.depends"));
      if (runs.some(({ exit }) => exit !== 0)) refused = true;
    }
    if (format === "json") await out.write([`${jsonText(orderAnswer(path, found))}\n`]);
    else if (format === "text") await out.write([first ? "" : "\n", ...orderFor(path, found, localizer)]);
    else {
      await out.write(graphFor(path, found, localizer));
      const runs = found.kind === "links" ? found.order.runs : [];
      for (const line of runs.flatMap(({ stderr }) => stderr)) await tell(path, line);
    }
    first = false;
  }
  if (unreadable) return 2;
  return refused ? 1 : 0;
}

/** Why there is nothing to show. */
function whyNot(found: OrderFound, format: string): Message | undefined {
  const isWithoutGraph = found.kind === "enabled" && format === "dot";
  return isWithoutGraph ? message("order.no-graph") : whyNoOrder(found);
}

function orderFor(path: string, found: OrderFound, localizer: Localizer): Iterable<string> {
  if (found.kind === "levels") return orderText(path, found.order, localizer);
  if (found.kind === "enabled") return enableText(path, found.order, localizer);
  return found.kind === "links" ? textOf({ path, tool: titles[found.tool] }, found.order, localizer) : [];
}

function graphFor(path: string, found: OrderFound, localizer: Localizer): Iterable<string> {
  if (found.kind === "levels") return orderDot(found.order);
  return found.kind === "links" ? dotGraph(path, found.order, localizer) : [];
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
