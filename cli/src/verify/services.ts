// What verify asks of the services of a whole system: every sequence of changes between levels, with rc's walk in it.

import { stat } from "node:fs/promises";
import {
  guessFlavor,
  hasLevels,
  type InitTree,
  readInittab,
  type ServiceFinding,
  type ServiceWays,
  serviceQuestions,
  serviceWays,
  type WayFinding,
} from "@inittab/core";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { asStated, readSystem } from "../initscript/read-tree.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { archiveAt } from "../root/open.ts";

/** The services of a system, and what is known of each. */
export interface SystemServices {
  readonly ways: ServiceWays;
  /** What a script does to locks could be followed. */
  readonly isSure: (service: string) => boolean;
}

/** Whether a path is the root of a system, so that there is more than a table. */
export async function isSystem(path: string): Promise<boolean> {
  if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return true;
  const archive = await archiveAt(path);
  return archive !== undefined && !("why" in archive);
}

/** The services of the system at a path, whose table is this; undefined: nothing there depends on runlevels. */
export async function readServices(
  path: string,
  table: string,
  settings: FileSettings,
): Promise<SystemServices | undefined> {
  const read = await readSystem(path);
  return "why" in read ? undefined : servicesIn(asStated(read, settings).tree, table);
}

async function servicesIn(tree: InitTree, table: string): Promise<SystemServices | undefined> {
  const flavor = guessFlavor(tree)?.flavor;
  if (flavor === undefined || !hasLevels(flavor) || tree.folders.size === 0) return undefined;
  const { behaviourOf, unsure } = await loadBehaviours();
  const { records } = readInittab(table, { dialect: "sysvinit" });
  const ways = serviceWays(tree, { flavor, records, behaviours: behaviourOf });
  const namesOf = (service: string) => [...(ways.services.get(service)?.links.values() ?? [])].flat();
  const isSure = (service: string) => !namesOf(service).some((name) => unsure.has(name));
  return ways.states.length === 0 ? undefined : { ways, isSure };
}

/** What the questions find; `asked`: only these. */
export function askServices(
  { ways, isSure }: SystemServices,
  asked: readonly string[] | undefined,
): readonly WayFinding[] {
  return serviceQuestions
    .filter(({ id }) => asked?.includes(id) ?? true)
    .flatMap(({ ask }) => ask(ways, isSure).map(findingOf));
}

/** Seconds between two changes of level: no script takes longer. */
const pace = 60;

/** What was found about services, as the reports take it. */
export function findingOf({ question, severity, message, path, way, other }: ServiceFinding): WayFinding {
  return {
    ...{ question, severity, message, sequence: sequenceOf(way) },
    ...(path !== undefined && { path }),
    ...(other !== undefined && { other: sequenceOf(other) }),
  };
}

/** The first level is entered by the boot. */
function sequenceOf(way: readonly string[]): WayFinding["sequence"] {
  return way.slice(1).map((level, index) => ({ at: pace * (index + 1), words: `telinit ${level}` }));
}
