// What can be seen at a position of a debugged boot, as data: scopes with values, of which some have parts, and some can
// be changed by something that happens. Names are those of the code, so that they can be asked for in expressions.

import type { Message } from "../../text/message.ts";
import type { Happening, Offer, Offers } from "../run/offers.ts";
import type { RecordReason } from "../run/reason.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { Scene } from "../run/trail.ts";
import { type Debuggee, sceneOf } from "./debuggee.ts";

/** The scopes, in the order in which they are shown. */
export const scopeNames = ["init", "records", "processes", "locks", "environment", "files"] as const;

/** One of them. */
export type ScopeName = (typeof scopeNames)[number];

/** A value that is not a text is put into words when it is shown. */
export type Scalar = string | number | boolean | null;

/** Something that can be seen. */
export interface SeenValue {
  readonly name: string;
  /** Undefined: it is known by its parts alone. */
  readonly value: Scalar | undefined;
  /** What people read instead of the value. */
  readonly shown?: Message;
  readonly parts?: readonly SeenValue[];
  /** The record that it is about. */
  readonly record?: RecordKey;
  /** What has to happen so that it becomes this text; undefined: nothing can make it so. Left out where nothing can. */
  readonly becomes?: (text: string) => Happening | undefined;
}

/** What can be done to the machine that is looked at. */
export interface Means {
  readonly offers: Offers;
  readonly endWith?: ((id: string, code: number) => Happening) | undefined;
}

/** Everything that can be seen at a position. */
export function scopesAt(
  debuggee: Debuggee,
  place: number,
  means: Means,
): Readonly<Record<ScopeName, readonly SeenValue[]>> {
  const scene = sceneOf(debuggee, place);
  const { locks = [] } = debuggee.positions[place] ?? {};
  return {
    init: initValues(scene, means.offers),
    records: recordValues(debuggee, scene),
    processes: scene.processes.map((process) => processValue(process, means)),
    locks: locks.map((name) => ({ name, value: true })),
    environment: scene.environment.map(variableValue),
    files: Object.entries(scene.files).map(([name, value]) => ({ name, value })),
  };
}

function initValues({ level, previous, ...scene }: Scene, { groups }: Offers): readonly SeenValue[] {
  const offers = groups.flatMap((group) => group.offers);
  const level1 = offers.filter(({ name }) => name === "telinit");
  const power = offers.flatMap((offer) => powerOf(offer));
  const becomesLevel = (text: string) => level1.find(({ detail }) => detail === text)?.happening;
  return [
    { name: "time", value: scene.at },
    { name: "level", value: level, ...(level1.length > 0 && { becomes: becomesLevel }) },
    { name: "previous", value: previous },
    { name: "doing", value: null, shown: scene.doing },
    { name: "isDown", value: scene.isDown },
    list("pending", scene.pending),
    ...(power.length > 0
      ? [
          {
            name: "power",
            value: null,
            becomes: (text: string) => power.find(({ word }) => word === text)?.happening,
          },
        ]
      : []),
    ...Object.entries(scene.more).map(([name, value]) => ({ name, value })),
  ];
}

/** The words that stand for a state of the power supply. */
const powerWords: Readonly<Partial<Record<Offer["name"], string>>> = {
  "power-fails": "failing",
  "power-low": "low",
  "power-back": "ok",
};

function powerOf({
  name,
  happening,
}: Offer): readonly { readonly word: string; readonly happening: Happening }[] {
  const word = powerWords[name];
  return word === undefined ? [] : [{ word, happening }];
}

function recordValues({ walk }: Debuggee, { reasons }: Scene): readonly SeenValue[] {
  const seen = new Map<string, number>();
  return reasons.map((reason): SeenValue => {
    const { record, runs, message: shown } = reason;
    const times = seen.get(record.id) ?? 0;
    seen.set(record.id, times + 1);
    // Ids can repeat, in a file that init complains about and where they name terminals.
    const name = times === 0 ? record.id : `${record.id}@${record.line}`;
    return { name, value: runs, shown, record, parts: recordParts(reason, walk.entries) };
  });
}

function recordParts(
  { record, runs, message: shown }: RecordReason,
  entries: Debuggee["walk"]["entries"],
): readonly SeenValue[] {
  const { id, line, path } = record;
  const entry = entries.find((lane) => lane.record.line === line && lane.record.path === path);
  return [
    { name: "id", value: id },
    { name: "line", value: line },
    ...(entry === undefined
      ? []
      : [
          { name: "runlevels", value: entry.runlevels },
          { name: "action", value: entry.action },
          { name: "process", value: entry.process },
        ]),
    { name: "runs", value: runs },
    { name: "reason", value: null, shown },
  ];
}

function processValue(
  { pid, record, command, since, environment, offers }: Scene["processes"][number],
  { endWith }: Means,
): SeenValue {
  const ends = offers.find(({ name }) => name === "process-ends")?.happening;
  const kills = offers.find(({ name }) => name === "process-kill")?.happening;
  const signals: Readonly<Record<string, Happening | undefined>> = {
    TERM: offers.find(({ name }) => name === "process-term")?.happening,
    KILL: kills,
  };
  return {
    name: record.id,
    value: command.join(" "),
    record,
    parts: [
      { name: "pid", value: pid },
      { name: "since", value: since },
      {
        name: "runs",
        value: true,
        becomes: (text) => (text === "false" ? (ends ?? kills) : undefined),
      },
      { name: "signal", value: null, becomes: (text) => signals[text.replace(/^SIG/, "")] },
      ...(endWith === undefined
        ? []
        : [
            {
              name: "exit",
              value: null,
              becomes: (text: string) => (isExitCode(text) ? endWith(record.id, Number(text)) : undefined),
            },
          ]),
      list("command", command),
      { name: "environment", value: undefined, parts: environment.map(variableValue) },
    ],
  };
}

function isExitCode(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) < 256;
}

function list(name: string, items: readonly string[]): SeenValue {
  return {
    name,
    value: items.join(" "),
    parts: items.map((value, index) => ({ name: String(index), value })),
  };
}

function variableValue(assignment: string): SeenValue {
  const equals = assignment.indexOf("=");
  return { name: assignment.slice(0, equals), value: assignment.slice(equals + 1) };
}
