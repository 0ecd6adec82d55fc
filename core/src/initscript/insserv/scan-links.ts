// The first thing insserv does: look at the links that are there, and at the scripts behind them.

import { type Slices, spend } from "../../text/slices.ts";
import { levelBit, type RcLevel, rcLevels } from "../levels.ts";
import { parseRcName, type RcName } from "../rc-name.ts";
import { claimService, joinServices, provideService, type Service } from "./graph.ts";
import type { LinkFolders } from "./links.ts";
import { require, requireByOthers } from "./requirements.ts";
import { type InsservRun, providedNames, warn } from "./run-state.ts";
import { loadHeader, type ScriptHeader } from "./script-header.ts";

/** Learns the services that have links, their levels and numbers; dangling links are removed. */
export function* scanLinks(run: InsservRun, folders: LinkFolders): Slices<void> {
  for (const level of rcLevels) {
    for (const entry of folders.list(level)) {
      if (spend(run.meter)) yield;
      const parsed = parseRcName(entry.name);
      if (parsed === undefined) continue;
      const script = entry.script === undefined ? undefined : run.scripts.get(entry.script);
      if (entry.script !== undefined && script === undefined) {
        folders.remove(level, entry.name);
        continue;
      }
      if (entry.script === undefined || script === undefined) {
        warn(run, { kind: "link-not-usable", path: `/etc/init.d/${folders.path(level)}${entry.name}` });
        continue;
      }
      const header = loadHeader(run, script, entry.name);
      const { values } = header;
      if (values.Provides === undefined || values.Provides === "") values.Provides = parsed.rest;
      const place = { level, entry: entry.name, script: entry.script, parsed };
      learn(run, header, place);
    }
  }
}

interface LinkPlace {
  readonly level: RcLevel;
  readonly entry: string;
  readonly script: string;
  readonly parsed: RcName;
}

function learn(run: InsservRun, header: ScriptHeader, { level, entry, script, parsed }: LinkPlace): void {
  let first: Service | undefined;
  for (const name of providedNames(run, entry, header.values.Provides ?? "")) {
    const service = provideService(run.graph, name);
    if (parsed.letter === "K") {
      service.stopNumber = Math.min(service.stopNumber === 0 ? 99 : service.stopNumber, parsed.order);
      service.node.stop.levels |= levelBit(level);
    } else {
      service.startNumber = Math.max(service.startNumber, parsed.order);
      service.node.start.levels |= levelBit(level);
    }
    if (first === undefined) first = service;
    else joinServices(run.graph, first, service);
    if (!claimService(run.graph, service, script)) continue;
    service.links++;
    if (service.marks.known) continue;
    service.marks.known = true;
    service.marks.enabled = true;
    if (header.state === "none") warn(run, { kind: "no-header", script: entry });
    const { values } = header;
    require(run, service, { direction: "start", must: true }, values["Required-Start"] ?? "");
    require(run, service, { direction: "start", must: false }, values["Should-Start"] ?? "");
    requireByOthers(run, service, "start", values["X-Start-Before"] ?? "");
    require(run, service, { direction: "stop", must: true }, values["Required-Stop"] ?? "");
    require(run, service, { direction: "stop", must: false }, values["Should-Stop"] ?? "");
    requireByOthers(run, service, "stop", values["X-Stop-After"] ?? "");
    if (values["X-Interactive"] === "true") service.marks.interactive = true;
  }
}
