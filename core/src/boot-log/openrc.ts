// What OpenRC prints on behalf of services, which a log of the console and its own /var/log/rc.log have: ` * Starting sshd
// ... [ ok ]`, with and without colours. Observed: OpenRC 0.45.2, in test-fixtures/boot-logs.

import { plainLine } from "../program-messages/log-line.ts";
import type { Seen } from "./model.ts";

/** What OpenRC says of a service that did not come up. */
export interface ServiceFailure {
  readonly name: string;
  readonly line: number;
  /** The service that it needs and that did not start; null: its own start failed. */
  readonly because: string | null;
}

/** Where OpenRC last began a boot: it says so on a console on which init itself says nothing, too. */
export function openrcBoot(text: string): Seen | undefined {
  const line = text.split("\n").findLastIndex((each) => isBanner(each));
  return line < 0 ? undefined : { kind: "boot", at: 0, line: line + 1 };
}

function isBanner(line: string): boolean {
  return line.includes("OpenRC") && /(?:^|\s)OpenRC \S+ is starting up /.test(plainLine(line));
}

/** The texts after the stars of a line; a line of several services that start at once has several. */
export function starred(line: string): readonly string[] {
  if (!line.includes("*")) return [];
  return plainLine(line)
    .split(/(?:^|\s)\*\s+/)
    .slice(1)
    .map((each) =>
      each
        .replace(/\s*\[ (?:ok|!!) \]$/, "")
        .replace(/\s*\.\.\..*$/, "")
        .trim(),
    );
}

/** What OpenRC says of a service that did not come up. */
export function failureIn(text: string): Omit<ServiceFailure, "line"> | undefined {
  const [, failed] = /^ERROR: (\S+) failed to start$/.exec(text) ?? [];
  if (failed !== undefined) return { name: failed, because: null };
  const [, name, because = ""] = /^ERROR: cannot start (\S+) as (\S+) would not start$/.exec(text) ?? [];
  return name === undefined ? undefined : { name, because };
}

/**
 * What a service is certain to print when it is started: that of the start function that a script has unless it defines its
 * own. Undefined: its own function decides. `settings` are its files of conf.d, which are read first.
 */
export function startText(service: string, script: string, settings: string): string | undefined {
  const all = `${settings}\n${script}`;
  if (/^\s*(?:function\s+)?start\s*\(\)/m.test(all) || !/^\s*command=/m.test(all)) return undefined;
  const names = [...all.matchAll(/^\s*(?:export\s+)?name=(.*)$/gm)].map(([, value = ""]) => value.trim());
  const name = names.at(-1)?.replace(/^(["'])(.*)\1$/, "$2") || service;
  return /[$"'`\\#]/.test(name) || /\bname[:?]?=/.test(all.replace(/^\s*(?:export\s+)?name=.*$/gm, ""))
    ? undefined
    : `Starting ${name}`;
}
