import { lstat, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import {
  draftProject,
  type FoundTable,
  familyOfTree,
  jsonText,
  type Message,
  projectFileName,
  visible,
} from "@inittab/core";
import type { Command, ExitCode, Streams } from "../command.ts";
import { findFiles, isInittabName } from "../find-files.ts";
import { readInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, parseOptions, UsageError } from "../options.ts";
import { projectMessage } from "../project/message.ts";
import { rootAt } from "../root/open.ts";
import { tablePath } from "../root/root.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";

const options = {
  "dry-run": { type: "boolean", about: projectMessage("init.option.dry-run") },
  force: { type: "boolean", about: projectMessage("init.option.force") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab init`: a first `inittab.json`. */
export const initCommand: Command = {
  name: "init",
  help: {
    usage: projectMessage("init.usage"),
    about: projectMessage("init.about"),
    options,
    more: [projectMessage("init.exit")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  const [folder = ".", ...more] = positionals;
  if (more.length > 0) throw new UsageError(message("usage.several-given", { what: "FOLDER" }));
  const root = await rootAt(folder);
  if ("why" in root || root.kind === "archive") {
    await tellOf(streams, folder, "why" in root ? root.why : message("input.no-folder"));
    return 2;
  }
  const target = join(folder, projectFileName);
  const isDry = values["dry-run"] === true;
  const obstacle = isDry ? undefined : await obstacleAt(target, values.force === true);
  if (obstacle !== undefined) {
    await tellOf(streams, target, obstacle);
    return 2;
  }
  const { tables, policyFiles, unread } = await lookIn(folder, streams);
  if (tables.length === 0) {
    await tellOf(streams, folder, projectMessage("init.nothing"));
    return 2;
  }
  const { project, because } = draftProject(tables, policyFiles);
  const { out, err, localizer } = streams;
  const text = `${jsonText(project, 2)}\n`;
  const reasons = because.map((each) => `${visible(localizer.text(each))}\n`);
  if (isDry) {
    await err.write(reasons);
    await out.write([text]);
    return unread ? 2 : 0;
  }
  try {
    await writeFile(target, text, { flag: values.force === true ? "w" : "wx" });
  } catch (error) {
    await tellOf(streams, target, whyUnreadable(error));
    return 2;
  }
  await out.write([...reasons, `${localizer.text(projectMessage("init.written", { path: target }))}\n`]);
  return unread ? 2 : 0;
}

/** Why the file is not written; what stands there is never followed if it is a link. */
async function obstacleAt(path: string, force: boolean): Promise<Message | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) return undefined;
  if (!stats.isFile()) return message("input.not-regular");
  return force ? undefined : projectMessage("init.exists");
}

/** What there is below a folder. */
interface Looked {
  readonly tables: readonly FoundTable[];
  readonly policyFiles: readonly string[];
  /** Something could not be read. */
  readonly unread: boolean;
}

async function lookIn(folder: string, streams: Streams): Promise<Looked> {
  const found = await findFiles(
    [folder],
    ({ name, link }) => !link && (isInittabName(name) || isPolicyName(name)),
  );
  const tables: FoundTable[] = [];
  const policyFiles: string[] = [];
  let unread = false;
  for (const { path, within } of found.files) {
    const below = relative(folder, path).replaceAll(sep, "/");
    if (isPolicyName(path)) {
      policyFiles.push(below);
      continue;
    }
    const input = await readInput(path, streams.stdin, within);
    if ("why" in input) {
      unread = true;
      await tellOf(streams, path, input.why);
      continue;
    }
    tables.push({ path: below, text: input.text, ...(await systemOf(folder, below)) });
  }
  return { tables, policyFiles, unread };
}

/** The system whose `etc/inittab` a file is. */
async function systemOf(folder: string, path: string): Promise<Pick<FoundTable, "root" | "family">> {
  if (`/${path}`.endsWith(`/${tablePath}`)) {
    const root = path.slice(0, -tablePath.length).replace(/\/$/, "");
    const { readSystem } = await import("../initscript/read-tree.ts");
    const read = await readSystem(join(folder, root));
    const family = "why" in read ? undefined : familyOfTree(read.tree);
    return { root, ...(family !== undefined && { family }) };
  }
  return {};
}

function isPolicyName(name: string): boolean {
  return name.endsWith(".inittab-policy.json");
}
