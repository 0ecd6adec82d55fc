// What is asked of all the ways that a system's services can go.

import type { Message } from "../../text/message.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { message } from "./message.ts";
import { finalLevels, type Service, type ServiceState, type ServiceWays } from "./service-ways.ts";

/** Something that was found about services. */
export interface ServiceFinding {
  readonly question: string;
  readonly severity: "warning" | "information";
  readonly message: Message;
  /** The link or lock file at fault, below the root. */
  readonly path?: string;
  /** The levels that are entered on the way there, the first one by the boot. */
  readonly way: readonly string[];
  /** Another way into the same level, after which it is otherwise. */
  readonly other?: readonly string[];
}

/** A question about services. */
export interface ServiceQuestion {
  readonly id: string;
  /** What it asks, in a sentence. */
  readonly asks: Message;
  readonly ask: (ways: ServiceWays, isSure: (service: string) => boolean) => readonly ServiceFinding[];
}

const pathIndependence: ServiceQuestion = {
  id: "path-independence",
  asks: message("ways.path-independence.asks"),
  ask: (ways, isSure) => {
    const told = new Map<string, ServiceFinding>();
    for (const level of levelsOf(ways)) {
      if (finalLevels.includes(level)) continue;
      const here = ways.states.filter((state) => state.level === level);
      for (const service of ways.services.values()) {
        const runs = here.find(({ up }) => up.has(service.name));
        const rests = here.find(({ up }) => !up.has(service.name));
        if (runs === undefined || rests === undefined || !isSure(service.name)) continue;
        const { why, message: found, path } = differenceOf(ways.flavor, { service, level, runs, rests });
        const name = `${service.name} ${why}`;
        if (told.has(name)) continue;
        told.set(name, {
          ...{ question: "path-independence", severity: why === "no-link" ? "information" : "warning" },
          ...{ message: found, path, way: runs.way, other: rests.way },
        });
      }
    }
    return [...told.values()];
  },
};

const leftBehind: ServiceQuestion = {
  id: "left-behind",
  asks: message("ways.left-behind.asks"),
  ask: (ways, isSure) => {
    const told = new Map<string, ServiceFinding>();
    const tell = (name: string, finding: Omit<ServiceFinding, "question">) => {
      if (!told.has(name)) told.set(name, { question: "left-behind", ...finding });
    };
    const locked = rcFlavors[ways.flavor].decidesBy === "locks";
    for (const state of ways.states) {
      const { level, up, way, skipped, locks } = state;
      for (const service of ways.services.values()) {
        const { name } = service;
        if (!isSure(name)) continue;
        const path = linkOf(service, level, "K");
        const reason = path === undefined ? undefined : skipped.get(nameIn(path));
        if (up.has(name) && path !== undefined && reason === "not-locked")
          tell(`${name} runs`, {
            severity: "warning",
            message: message("ways.left-running", {
              service: { code: name },
              level,
              lock: { code: suffixOf(path) },
            }),
            ...{ path, way },
          });
        const lock = locked && !up.has(name) ? service.locks.find((each) => locks.has(each)) : undefined;
        const isCalled = state.calls.some((call) => call.service === name && call.argument === "stop");
        if (lock !== undefined && isCalled && !finalLevels.includes(level))
          tell(`${name} locked`, {
            severity: "warning",
            message: message("ways.left-locked", { service: { code: name }, lock: { code: lock } }),
            ...{ path: `var/lock/subsys/${lock}`, way },
          });
      }
    }
    return [...told.values()];
  },
};

/** All questions about services, in the order in which a report answers them. */
export const serviceQuestions: readonly ServiceQuestion[] = [pathIndependence, leftBehind];

/** The levels in which the system can come to rest, rising. */
function levelsOf({ states }: ServiceWays): readonly string[] {
  return [...new Set(states.map(({ level }) => level))].toSorted();
}

interface Difference {
  readonly why: "no-link" | "lock" | "links";
  readonly message: Message;
  readonly path: string;
}

function differenceOf(
  flavor: RcFlavor,
  found: {
    readonly service: Service;
    readonly level: string;
    readonly runs: ServiceState;
    readonly rests: ServiceState;
  },
): Difference {
  const { service, level, runs, rests } = found;
  const start = linkOf(service, level, "S");
  const stop = linkOf(service, level, "K");
  const values = { service: { code: service.name }, level };
  if (start === undefined && stop === undefined)
    return {
      why: "no-link",
      message: message("ways.differs.no-link", values),
      path: `etc/rc${level}.d`,
    };
  const path = start ?? stop ?? "";
  const reason = start === undefined ? runs.skipped.get(nameIn(path)) : rests.skipped.get(nameIn(path));
  if (rcFlavors[flavor].decidesBy === "locks" && (reason === "locked" || reason === "not-locked"))
    return {
      why: "lock",
      message: message(`ways.differs.${reason}`, {
        ...values,
        link: { code: nameIn(path) },
        lock: { code: suffixOf(path) },
      }),
      path: `var/lock/subsys/${suffixOf(path)}`,
    };
  return {
    why: "links",
    message: message("ways.differs.link", { ...values, link: { code: nameIn(path) } }),
    path,
  };
}

/** The path of a link that starts (`S`) or stops (`K`) a service in a level. */
function linkOf({ links }: Service, level: string, letter: "S" | "K"): string | undefined {
  const name = links.get(level)?.find((each) => each.startsWith(letter));
  return name === undefined ? undefined : `etc/rc${level}.d/${name}`;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What rc takes for the name of the lock. */
function suffixOf(path: string): string {
  return nameIn(path).slice(3);
}
