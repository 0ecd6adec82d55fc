// What the debugger is given on the command line: files of the disk, and the system that an inittab is in.

import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type AnyScenario,
  describePath,
  dialects,
  type Message,
  outlineScript,
  type RcCall,
  type RcVisit,
  scanInittab,
  simulatedInit,
  usualEnd,
  visitLevels,
  whyNotSimulated,
} from "@inittab/core";
import type { Boot, DebugHost, DebugScript, LaunchQuestion } from "@inittab/debugger/host";
import { debugLanes } from "@inittab/debugger/lanes";
import { loadShell } from "@inittab/host/shell/node";
import type { Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { asStated, readSystem, statedOpenrc } from "../initscript/read-tree.ts";
import { type Input, readInput } from "../input.ts";
import { isObject, readJson } from "../json-text.ts";
import { AlreadyTold, UsageError } from "../options.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { createProjects } from "../project/projects.ts";
import { readOptionsFor } from "../reading-options.ts";
import { readTable } from "../root/read-table.ts";
import { programOf } from "../simulate/program.ts";
import { programAround } from "../simulate/program-around.ts";
import { message } from "./message.ts";

/** A host that reads files. */
export function fileHost(streams: Streams): DebugHost {
  return { localizer: () => streams.localizer, open: (question) => open(question, streams), keyOf };
}

/** Something that keeps a boot from being debugged. */
type Why = { readonly why: Message };

async function open(question: LaunchQuestion, streams: Streams): Promise<{ readonly boot: Boot } | Why> {
  const path = keyOf(question.program);
  const table = await readTable(path, nothing());
  if ("why" in table) return { why: message("debug-command.unread", { path, why: table.why }) };
  const settings = await settingsAround(table, rootOf(question, table.path), streams);
  if ("why" in settings) return settings;
  const asked = dialects.find((name) => name === question.dialect);
  const scan = scanInittab(
    table.text,
    readOptionsFor({ dialect: asked, version: undefined }, table, settings),
  );
  const program = chosenProgram(question);
  if ("why" in program) return program;
  const around = await programAround(table, scan.dialect, settings, rootOf(question, table.path));
  const machine = simulatedInit(scan.dialect, { ...around, ...program });
  if (machine === undefined) return { why: whyNotSimulated(scan.dialect, scan.guess.because) };
  const scenario = await scenarioOf(question);
  if ("why" in scenario) return scenario;
  const { profile } = settings.settings;
  const opening = machine.open({
    ...(profile !== undefined && question.scenario === undefined && { machine: profile }),
    ...scenario.value,
    inittab: table.text,
  });
  if (opening.kind === "wrong") {
    const [problem] = opening.problems;
    const why = message("debug-command.scenario", {
      path: describePath(problem?.path ?? []),
      problem: problem?.message ?? "",
    });
    return { why };
  }
  return {
    boot: {
      machine,
      scenario: opening.simulation.scenario,
      table: keyOf(table.path),
      lanes: debugLanes(scan, machine),
      visitsOf: (calls) => visitsIn(rootOf(question, table.path), calls, settings),
      scriptAt,
    },
  };
}

/** What `inittab.json` says of a table, beside it or in the root of its system; what is wrong with it is what the client is told. */
async function settingsAround(
  table: Input,
  root: string | undefined,
  streams: Streams,
): Promise<FileSettings | Why> {
  const told: string[] = [];
  const err = { ...streams.err, write: async (pieces: Iterable<string>) => void told.push(...pieces) };
  try {
    return await createProjects(undefined, { ...streams, err }, [root ?? table.path]).around(table);
  } catch (error) {
    if (error instanceof AlreadyTold)
      return { why: message("debug-command.said", { what: told.join("").trim() }) };
    throw error;
  }
}

/** Nobody is read from: standard input is that of the protocol. */
async function* nothing(): AsyncGenerator<Buffer> {}

function chosenProgram({ init }: LaunchQuestion): ReturnType<typeof programOf> | Why {
  try {
    return init === undefined ? {} : programOf({ init });
  } catch (error) {
    if (error instanceof UsageError) return { why: message("debug-command.said", { what: error.said }) };
    throw error;
  }
}

/** The scenario that is asked for, without its table. */
async function scenarioOf({
  scenario,
  bootArgs,
  level,
  until,
}: LaunchQuestion): Promise<{ readonly value: object } | Why> {
  const own = typeof scenario === "string" ? await scenarioIn(scenario) : { value: scenario ?? {} };
  if ("why" in own) return own;
  const known: Partial<Record<keyof AnyScenario, unknown>> = own.value;
  const givenArgs: readonly unknown[] = Array.isArray(known.bootArgs) ? known.bootArgs : [];
  const words = [...(bootArgs ?? givenArgs), ...(level === undefined ? [] : [level])];
  return {
    value: {
      ...known,
      ...(words.length > 0 && { bootArgs: words }),
      until: until ?? known.until ?? usualEnd(known.events),
    },
  };
}

async function scenarioIn(path: string): Promise<{ readonly value: object } | Why> {
  const file = await readInput(keyOf(path), nothing());
  if ("why" in file) return { why: message("debug-command.unread", { path, why: file.why }) };
  const json = readJson(file.text);
  if ("problem" in json) return { why: message("debug-command.unread", { path, why: json.problem.message }) };
  return { value: isObject(json.value) ? json.value : {} };
}

/** The root of the system whose scripts rc calls: the one that is named, or the one that has this inittab in its etc. */
function rootOf({ root }: LaunchQuestion, table: string): string | undefined {
  if (root !== undefined) return keyOf(root);
  const path = keyOf(table);
  return path.endsWith("/etc/inittab") ? resolve(dirname(path), "..") : undefined;
}

async function visitsIn(
  root: string | undefined,
  calls: readonly RcCall[],
  settings: FileSettings,
): Promise<readonly (RcVisit | undefined)[]> {
  const found = root === undefined ? undefined : await readSystem(root);
  if (found === undefined || "why" in found) return [];
  const system = asStated(found, settings);
  const openrc = statedOpenrc(settings);
  const { behaviourOf } = await loadBehaviours();
  const uriOf = (path: string) => resolve(system.shown(path));
  return (
    visitLevels(system.tree, {
      ...{ changes: calls, behaviours: behaviourOf, uriOf },
      ...(openrc !== undefined && { openrc }),
    }) ?? []
  );
}

async function scriptAt(path: string): Promise<DebugScript | undefined> {
  const file = await readInput(keyOf(path), nothing());
  if ("why" in file) return undefined;
  const { text } = file;
  const shell = (await loadShell()).parse(text);
  const name = path.replace(/^.*\//, "");
  return { text, outline: shell === undefined ? undefined : outlineScript(text, shell, name) };
}

/** The path of a file, however a client writes it. */
function keyOf(address: string): string {
  return resolve(address.startsWith("file://") ? fileURLToPath(address) : address);
}
