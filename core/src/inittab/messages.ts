// Init's own words about the table, in one place. The wording is init's; a translation would be a lie.

import { idLimit, type SysvinitBehaviour } from "./versions.ts";

/** The file that the messages name. */
export const inittabPath = "/etc/inittab";

/** Why init drops a line. The names are ours; init's text is `rejectionMessage`. */
export const rejections = [
  "missing-id",
  "missing-process",
  "missing-action",
  "id-too-long",
  "runlevels-too-long",
  "process-too-long",
  "action-too-long",
  "unknown-action",
  "duplicate-id",
  "line-cut",
  "bad-entry",
  "invalid-action",
  "unknown-handler",
  "skipped",
] as const;

/** One reason for which a line is dropped. */
export type Rejection = (typeof rejections)[number];

/**
 * What init logs when it drops a line; empty if it drops it silently. `line` is init's own count from 1;
 * `detail` is the action word or the id where the text names it. Observed: sysvinit 2.88, 3.06, 3.14 and BusyBox 1.35,
 * word for word; toybox and procd from their sources (spec/dialects.md, sections 4 and 5).
 */
export function rejectionMessage(
  reason: Rejection,
  line: number,
  detail: string,
  behaviour: SysvinitBehaviour,
): string {
  const words = rejectionWords(reason, line, detail, behaviour);
  return placeless.has(reason) ? words : `${inittabPath}[${line}]: ${words}`;
}

/** The messages of other inits, and that of a line which is cut: no place stands in front of their words. */
const placeless: ReadonlySet<Rejection> = new Set([
  "line-cut",
  "bad-entry",
  "invalid-action",
  "unknown-handler",
  "skipped",
]);

/** The message of a dropped line without the place that stands in front of it. */
export function rejectionWords(
  reason: Rejection,
  line: number,
  detail: string,
  behaviour: SysvinitBehaviour,
): string {
  switch (reason) {
    case "missing-id":
      return "missing id field";
    case "missing-process":
      return "missing process field";
    case "missing-action":
      return "missing action field";
    case "id-too-long":
      return `id field too long (max ${idLimit} characters)`;
    case "runlevels-too-long":
      return "rlevel field too long (max 11 characters)";
    case "process-too-long":
      return behaviour.tellsProcessLimit
        ? `process field too long (max ${behaviour.processLimit} characters)`
        : "process field too long";
    case "action-too-long":
      return "action field too long";
    case "unknown-action":
      return `${detail}: unknown action field`;
    case "duplicate-id":
      return `duplicate ID field "${detail}"`;
    case "line-cut":
      return `Error detected in ${inittabPath} at line ${line}. Possibly too long.`;
    case "bad-entry":
      return `Bad inittab entry at line ${line}`;
    case "invalid-action":
      return `Invalid action at line number ${line} ---- ignoring`;
    case "unknown-handler":
      return `Unknown init handler ${detail}`;
    case "skipped":
      return "";
  }
}

/** Logged at each reading when the file is missing. */
export const noInittabMessage = "No inittab file found";

/** Logged at each reading when /etc/inittab.d is missing. Observed: sysvinit 3.06 (inittabd-missing). */
export const noInittabDMessage = "No inittab.d directory found";

/** Logged for each file of /etc/inittab.d. Observed: sysvinit 3.06 (inittabd-one). */
export function readingMessage(path: string): string {
  return `Reading: ${path}`;
}

/** Where a message of init goes. */
export type Destination = "console" | "syslog" | "both";

/** A message of the running init; `{name}` stands for what varies. */
export interface RuntimeMessage {
  readonly to: Destination;
  readonly text: string;
}

/** The name of a message of the running init. */
export type RuntimeMessageName =
  | "booting"
  | "reloading"
  | "entering"
  | "switching"
  | "goingSingle"
  | "rereading"
  | "activating"
  | "reexecuting"
  | "badRunlevel"
  | "bogusRequest"
  | "unimplementedRequest"
  | "sendingSignal"
  | "seemsToHang"
  | "respawning"
  | "noMoreProcesses"
  | "invalidDefault"
  | "obsoletePowerstatus"
  | "cannotExecute"
  | "addedConsole";

/**
 * What init says besides its words about the table. The wording is init's. Source: spec/sysvinit.md, section 16;
 * observed word for word: sysvinit 2.88, 3.06, 3.14.
 */
export const runtimeMessages: Readonly<Record<RuntimeMessageName, RuntimeMessage>> = {
  booting: { to: "console", text: "version {version} booting" },
  reloading: { to: "console", text: "version {version} reloading" },
  entering: { to: "both", text: "Entering runlevel: {level}" },
  switching: { to: "both", text: "Switching to runlevel: {level}" },
  goingSingle: { to: "both", text: "Going single user" },
  rereading: { to: "syslog", text: "Re-reading inittab" },
  activating: { to: "syslog", text: "Activating demand-procedures for '{level}'" },
  reexecuting: { to: "syslog", text: "Trying to re-exec init" },
  badRunlevel: { to: "both", text: "bad runlevel: {level}" },
  bogusRequest: { to: "both", text: "got bogus initrequest" },
  unimplementedRequest: { to: "both", text: "got unimplemented initrequest." },
  sendingSignal: { to: "console", text: "Sending processes{configured} the {signal} signal" },
  seemsToHang: { to: "console", text: "Pid {pid} [id {id}] seems to hang" },
  respawning: { to: "both", text: 'Id "{id}" respawning too fast: disabled for {minutes} minutes' },
  noMoreProcesses: { to: "both", text: "no more processes left in this runlevel" },
  invalidDefault: { to: "both", text: "Initdefault level '{level}' is invalid" },
  obsoletePowerstatus: { to: "both", text: "warning: found obsolete path {old}, use {path} instead" },
  cannotExecute: { to: "both", text: 'cannot execute "{word}"' },
  addedConsole: { to: "both", text: "added agetty on {device} with id {id}" },
};

/** A message with its gaps filled; a gap without a value stays empty. */
export function fillMessage(
  name: RuntimeMessageName,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const { text } = runtimeMessages[name];
  if (!text.includes("{")) return text;
  return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

/** What the TERM and KILL messages say after "processes". Observed: 2.88 says nothing there, 3.06 does. */
export function killWords(behaviour: SysvinitBehaviour): string {
  return behaviour.tellsConfiguredVia ? ` configured via ${inittabPath}` : "";
}
