// What insserv refuses: services that are needed and not there.

import { bootLevel, formatLevels } from "../levels.ts";
import { mainService, type Service } from "./graph.ts";
import { type InsservRun, warn } from "./run-state.ts";

/** Whether all that a named script requires is enabled or named as well. */
export function mayBeEnabled(run: InsservRun, service: Service): boolean {
  const asking = mainService(service);
  let allowed = true;
  for (const [required, must] of asking.needs) {
    if (!must) continue;
    const { marks } = mainService(required);
    if (marks.named || marks.enabled) continue;
    if (run.options.recursive) {
      marks.enforced = true;
      continue;
    }
    if (!marks.warned)
      warn(run, { kind: "required-not-enabled", required: required.name, service: asking.name });
    marks.warned = true;
    allowed = false;
  }
  return allowed;
}

/** Whether no enabled script that stays requires this service. */
export function mayBeRemoved(run: InsservRun, service: Service): boolean {
  let allowed = true;
  for (const other of run.graph.services) {
    if (!other.marks.enabled || other.marks.alias) continue;
    if (other.needs.get(service) !== true || (other.marks.named && service.marks.named)) continue;
    warn(run, { kind: "required-not-enabled", required: service.name, service: other.name });
    allowed = false;
  }
  return allowed;
}

/** Checks that what the named and the enabled scripts require is there in all their levels. */
export function checkLevels(run: InsservRun): void {
  for (const each of run.graph.services) {
    const service = mainService(each);
    let levels = each.node.start.levels;
    for (const [required, must] of service.needs) {
      if (!must) continue;
      const needed = mainService(required);
      if (service.marks.named) {
        if (!needed.marks.enabled) {
          checkNamed(run, service, needed, levels);
          continue;
        }
      } else {
        if (!service.marks.enabled) break;
        if (!needed.marks.named && !needed.marks.known) {
          refuse(run, needed, {
            kind: "required-not-existing",
            required: needed.name,
            service: service.name,
          });
          continue;
        }
        if (!needed.marks.enabled) continue;
      }
      const have = needed.node.start.levels;
      if (((have & bootLevel) !== 0 && (levels & bootLevel) === 0) || (have & levels) === levels) continue;
      if (service.marks.named && run.options.recursive) {
        extend(needed, levels);
        continue;
      }
      // The program forgets the levels it has complained about, also for the requirements that follow.
      levels &= ~have;
      refuse(run, needed, {
        kind: "required-not-in-levels",
        required: needed.name,
        levels: formatLevels(levels) ?? "(null)",
        service: service.name,
      });
    }
  }
}

function checkNamed(run: InsservRun, service: Service, needed: Service, levels: number): void {
  if (needed.marks.enforced && !needed.marks.known)
    refuse(run, needed, { kind: "required-not-existing", required: needed.name, service: service.name });
  else if (run.options.recursive) extend(needed, levels);
}

function extend(service: Service, levels: number): void {
  service.node.start.levels |= levels;
  service.node.stop.levels |= levels;
}

function refuse(run: InsservRun, service: Service, message: Parameters<typeof warn>[1]): void {
  if (!service.marks.warned) warn(run, message);
  service.marks.warned = true;
  run.failed = true;
}
