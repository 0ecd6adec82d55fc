// The services of a machine at a moment, and what `service NAME status` would say of each: from the walks of rc up to then,
// and from what was killed between them.

import { type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import type { RcVisit } from "../tree/visit.ts";
import { isSameMoment, lifeAfter, momentOf, type ServiceLife, serviceOfLink } from "./life.ts";
import type { ReportOf } from "./reports.ts";
import type { ServiceAnswer, ServiceMoment } from "./service-status.ts";

/** A service at a moment. */
export interface ServiceNow {
  /** The name of its script. */
  readonly name: string;
  readonly moment: ServiceMoment;
  /** Undefined where nothing is known of its script. */
  readonly answer: ServiceAnswer | undefined;
}

/** What has happened until the moment, in order. */
export type ServiceHistory = readonly (
  | { readonly kind: "visit"; readonly visit: RcVisit }
  /** The process of a service is killed, and its lock and its pid file stay. */
  | { readonly kind: "kill"; readonly name: string }
)[];

/** What is remarked of a script that sends KILL to all processes, as halt and single do. */
const endsAll = "rc.deed.kill";

/** To follow the branch for `status` of a script takes about as much as this. */
const workOfReport = 1_000;

/** Which services are asked for, and who knows what `status` of one can answer. */
export interface ServicesAsked {
  /** Left out: all. */
  readonly names?: readonly string[];
  readonly reportOf: ReportOf;
}

/** The services whose scripts rc has called, by name. */
export function* servicesNow(
  history: ServiceHistory,
  { names, reportOf }: ServicesAsked,
): Slices<readonly ServiceNow[]> {
  const lives = new Map<string, ServiceLife>();
  let last: RcVisit | undefined;
  for (const done of history) {
    if (done.kind === "kill") {
      lives.set(done.name, lifeAfter(lives.get(done.name) ?? "stopped", "killed"));
      continue;
    }
    last = done.visit;
    for (const { kind, broken, name, argument, remarks } of last.steps) {
      if (kind !== "call" || broken || argument === null) continue;
      const service = serviceOfLink(name);
      lives.set(service, lifeAfter(lives.get(service) ?? "stopped", { called: argument }));
      if (remarks.some(({ id }) => id === endsAll))
        for (const [each, life] of lives) lives.set(each, lifeAfter(life, "killed"));
    }
  }
  if (last === undefined) return [];
  const { flavor, locks } = last;
  const meter: WorkMeter = { spent: 0 };
  const services: ServiceNow[] = [];
  for (const [name, life] of lives) {
    if (names?.includes(name) === false) continue;
    const report = reportOf(name, flavor);
    const moment = momentOf(report, life, locks);
    const answer = report?.answers.find((each) => isSameMoment(each.moment, moment));
    services.push({ name, moment, answer });
    if (spend(meter, workOfReport)) yield;
  }
  return services.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}
