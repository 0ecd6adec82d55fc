// What has become of a service's process after what was called, and what is there of the service then.

import type { ServiceMoment, ServiceReport } from "./service-status.ts";

/** What has become of the process of a service. */
export type ServiceLife = "lives" | "stopped" | "killed";

/** What happens to a service: its script is called, or its process is killed and leaves its lock and its pid file. */
export type ServiceDeed = { readonly called: string } | "killed";

/** The life after a deed; a call of anything but `start` and `stop` changes nothing. */
export function lifeAfter(life: ServiceLife, deed: ServiceDeed): ServiceLife {
  if (deed === "killed") return life === "lives" ? "killed" : life;
  if (deed.called === "start") return "lives";
  return deed.called === "stop" ? "stopped" : life;
}

/** What is there of a service with this life, where these locks are. */
export function momentOf(
  report: ServiceReport | undefined,
  life: ServiceLife,
  locks: readonly string[],
): ServiceMoment {
  const lock = report?.lock === undefined ? undefined : locks.includes(report.lock);
  const hasPidFile = report?.answers.some(({ moment }) => moment.pidFile) === true;
  return { process: life === "lives", lock, pidFile: hasPidFile && life !== "stopped" };
}

/** Whether two moments are alike. */
export function isSameMoment(one: ServiceMoment, other: ServiceMoment): boolean {
  return one.process === other.process && one.lock === other.lock && one.pidFile === other.pidFile;
}

/** The name of the script of a link, such as `S20db`, or of a script. */
export function serviceOfLink(name: string): string {
  return name.replace(/^[SK][0-9]{2}(?=.)/, "");
}
