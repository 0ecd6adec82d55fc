// Reads an `inittab.json`, and tells each mistake with its line and column. Loaded with the first such file.

import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  projectMessage as coreMessage,
  describePath,
  type Message,
  programOfSettings,
  projectFileName,
  readProject,
  settingsOfFile,
} from "@inittab/core";
import type { Streams } from "../command.ts";
import { readInput } from "../input.ts";
import { isBelow } from "../is-below.ts";
import { placesInJson, readJson } from "../json-text.ts";
import { AlreadyTold } from "../options.ts";
import { type PlacedProblem, problemLine } from "../simulate/scenario-file.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";
import { type PolicyFile, readPolicyFile } from "../verify/policies.ts";
import type { FileSettings, ProjectFile } from "./file-settings.ts";
import { projectMessage } from "./message.ts";

/** Reads the file that the user has named. Throws `AlreadyTold` where that fails. */
export function readNamedProject(path: string, streams: Streams): Promise<ProjectFile> {
  return readAt(path, path, streams);
}

/** Reads a file that was found at a full path. Throws `AlreadyTold` where it is wrong. */
export function readFoundProject(path: string, streams: Streams): Promise<ProjectFile> {
  const shown = relative(process.cwd(), path);
  return readAt(path, shown.startsWith("..") ? path : shown, streams, path);
}

/** What a file says of the file at a full path. */
export function settingsFrom(file: ProjectFile, path: string): FileSettings {
  const below = relative(file.folder, path).replaceAll(sep, "/");
  const settings = settingsOfFile(file.project, below);
  const { dialect, dialectPattern, family } = settings;
  const says = coreMessage("project.because", { file: projectFileName });
  const found: FileSettings = {
    ...{ settings, file, program: programOfSettings(settings) },
    ...(family !== undefined && family !== "auto" && { stated: { family, because: says } }),
  };
  if (dialect === undefined || dialect === "auto") return found;
  const because =
    dialectPattern === undefined
      ? says
      : coreMessage("project.because-folder", { file: projectFileName, pattern: dialectPattern });
  return { ...found, preset: { dialect, because } };
}

/** The policies that a file lists, and those of the policy files that it names. Throws `AlreadyTold`. */
export async function policiesOf(file: ProjectFile, streams: Streams): Promise<readonly PolicyFile[]> {
  const { path, text, folder, project } = file;
  const found: PolicyFile[] =
    project.policies.length === 0 ? [] : [{ path, text, policies: project.policies }];
  for (const { path: below, at } of project.policyFiles) {
    const place = join(folder, below);
    const real = await realpath(place).catch((error: unknown) => whyUnreadable(error));
    const why =
      typeof real !== "string"
        ? real
        : isBelow(real, await realpath(folder))
          ? undefined
          : projectMessage("project.outside");
    if (why !== undefined) {
      await tell(streams, [placed(file, at, false, ofMember(at, why))]);
      throw new AlreadyTold();
    }
    const policies = await readPolicyFile(join(dirname(path), below), streams.stdin);
    if ("policies" in policies) {
      found.push(policies);
      continue;
    }
    if ("why" in policies) await tellOf(streams, policies.path, policies.why);
    else await tell(streams, policies.problems);
    throw new AlreadyTold();
  }
  return found;
}

/** The root file systems that a file lists, as paths that a command takes; what leads out is told. Throws `AlreadyTold`. */
export async function rootsOf(file: ProjectFile, streams: Streams): Promise<readonly string[]> {
  const roots: string[] = [];
  for (const [index, below] of file.project.roots.entries()) {
    const real = await realpath(join(file.folder, below)).catch((error: unknown) => whyUnreadable(error));
    if (typeof real === "string" && isBelow(real, await realpath(file.folder)))
      roots.push(join(dirname(file.path), below));
    else {
      const why = typeof real === "string" ? projectMessage("project.outside") : real;
      const at = ["roots", index];
      await tell(streams, [placed(file, at, false, ofMember(at, why))]);
      throw new AlreadyTold();
    }
  }
  return roots;
}

async function readAt(path: string, shown: string, streams: Streams, within?: string): Promise<ProjectFile> {
  const input = await readInput(path, streams.stdin, within);
  if ("why" in input) {
    await tellOf(streams, shown, input.why);
    throw new AlreadyTold();
  }
  const { text } = input;
  const json = readJson(text);
  if ("problem" in json) {
    const { line, column } = json.problem.place;
    await tell(streams, [{ path: shown, line, column, severity: "error", message: json.problem.message }]);
    throw new AlreadyTold();
  }
  const { project, problems } = readProject(json.value);
  const file = { path: shown, folder: resolve(dirname(path)), text, project };
  if (problems.length === 0) return file;
  const told = problems.map(({ path: at, about, message }) => placed(file, at, about === "name", message));
  await tell(
    streams,
    told.toSorted((one, other) => one.line - other.line || one.column - other.column),
  );
  throw new AlreadyTold();
}

/** What is said of a member, with its name. */
function ofMember(at: readonly (string | number)[], what: Message): Message {
  return coreMessage("project.member", { member: { code: describePath(at) }, what });
}

function placed(
  { path, text }: Pick<ProjectFile, "path" | "text">,
  at: readonly (string | number)[],
  byName: boolean,
  message: PlacedProblem["message"],
): PlacedProblem {
  const { line, column } = placesInJson(text)(at, byName);
  return { path, line, column, severity: "error", message };
}

async function tell({ err, localizer }: Streams, problems: readonly PlacedProblem[]): Promise<void> {
  await err.write(problems.map((problem) => `inittab: ${problemLine(problem, localizer)}\n`));
}
