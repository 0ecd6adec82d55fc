// What of a file or a system a message is about: the record or the script at fault, with its line.

import { dialectFacts } from "../inittab/dialect.ts";
import type { InittabReading, InittabRecord } from "../inittab/read.ts";
import { defaultLevelOf } from "../inittab/runlevels.ts";
import { lineTextAt } from "../inittab/scan.ts";
import type { Message } from "../text/message.ts";
import type { FoundMessage } from "./find.ts";
import { message } from "./message.ts";

/** An inittab that a message may come from. */
export interface LookedAtInittab {
  readonly path: string;
  readonly reading: InittabReading;
}

/** A script that a message may come from. */
export interface LookedAtScript {
  /** The file's name. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** What there is to look at: a file, or a system. */
export interface LookedAt {
  /** As the user named it. */
  readonly path: string;
  readonly inittab?: LookedAtInittab | undefined;
  readonly scripts: readonly LookedAtScript[];
  /** The scripts are all that the system has. */
  readonly isWhole: boolean;
}

/** A place that a message is about; without a line it is about the whole file. */
export interface MessagePlace {
  readonly path: string;
  /** From 1. */
  readonly line: number | undefined;
  /** What stands there, or what is missing. */
  readonly what: Message;
}

/** The most places that are listed for one message. */
const most = 8;

/** Where in the given file or system a message has its cause, as far as its words show it; the nearest first. */
export function placesOf(found: FoundMessage, lookedAt: LookedAt): readonly MessagePlace[] {
  const { inittab } = lookedAt;
  const places = [
    ...(inittab === undefined || !isOfItsInit(found, inittab) ? [] : inInittab(found, inittab)),
    ...inScripts(found, lookedAt),
  ];
  const seen = new Set<string>();
  return places
    .filter(
      ({ path, line }) => line === undefined || (!seen.has(`${path}:${line}`) && seen.add(`${path}:${line}`)),
    )
    .slice(0, most);
}

/** Whether the message can be about this inittab: it is not a message of another init. */
function isOfItsInit({ program, others }: FoundMessage, { reading }: LookedAtInittab): boolean {
  const { dialect } = reading.scan;
  const speakers = [program, ...others.map((other) => other.program)];
  return speakers.some(({ dialects }) => dialects === undefined || dialects.includes(dialect));
}

function inInittab(found: FoundMessage, inittab: LookedAtInittab): readonly MessagePlace[] {
  const { values, said } = found;
  const { line, id, process, program, terminal } = values;
  const isAboutLine = line !== undefined && !/^(?:sh|shell|openrc)$/.test(found.program.id);
  return [
    ...(isAboutLine ? atLine(Number(line), id, inittab) : id === undefined ? [] : withId(id, inittab)),
    ...(process === undefined ? [] : running(process, inittab)),
    ...(program === undefined || program === "" ? [] : running(program, inittab)),
    ...(terminal === undefined || terminal === "" ? [] : onTerminal(terminal, inittab)),
    ...(said.about === undefined ? [] : about(said.about, inittab)),
  ];
}

/** A place in the inittab itself, with the text of its line. */
function at({ path, reading }: LookedAtInittab, line: number, what: (text: string) => Message): MessagePlace {
  return { path, line, what: what(lineText(reading, line)) };
}

function lineText({ scan }: InittabReading, line: number): string {
  let number = 0;
  for (let index = 0; index < scan.lines.length; index++) {
    number += scan.lines[index]?.count ?? 0;
    if (number >= line) return lineTextAt(scan, index).trimEnd();
  }
  return "";
}

function countOf({ scan }: InittabReading): number {
  return scan.lines.reduce((sum, { count }) => sum + count, 0);
}

function atLine(line: number, id: string | undefined, inittab: LookedAtInittab): readonly MessagePlace[] {
  const { reading, path } = inittab;
  if (line < 1 || line > countOf(reading))
    return [
      { path, line: undefined, what: message("said.place.no-line", { line }) },
      ...(id === undefined ? [] : withId(id, inittab)),
    ];
  const dropped = reading.dropped.find((each) => each.line === line);
  const first = dropped?.firstLine ?? (id === undefined ? undefined : firstWith(id, reading, line));
  return [
    at(inittab, line, (text) =>
      dropped === undefined
        ? message("said.place.accepted", { text })
        : message("said.place.still", { text, words: dropped.words || dropped.message }),
    ),
    ...(first === undefined || first === line
      ? []
      : [
          at(inittab, first, (text) =>
            dropped === undefined
              ? message("said.place.record", { text })
              : message("said.place.first-with-id", { text }),
          ),
        ]),
  ];
}

function firstWith(id: string, { records }: InittabReading, line: number): number | undefined {
  return records.find((record) => record.id === id && record.line !== line && record.path !== undefined)
    ?.line;
}

function withId(id: string, inittab: LookedAtInittab): readonly MessagePlace[] {
  const { reading, path } = inittab;
  const records = written(reading).filter((record) => record.id === id);
  if (records.length === 0)
    return [{ path, line: undefined, what: message("said.none.id", { id: { code: id } }) }];
  return records.map((record) => at(inittab, record.line, (text) => message("said.place.record", { text })));
}

function written({ records }: InittabReading): readonly InittabRecord[] {
  return records.filter(({ path }) => path !== undefined).toSorted((one, other) => one.line - other.line);
}

/** A message's command may be cut, or be the first word alone. */
function running(process: string, inittab: LookedAtInittab): readonly MessagePlace[] {
  const { reading, path } = inittab;
  const wanted = process.replace(/^-/, "");
  const records = written(reading).filter((record) => {
    const own = record.process.replace(/^[-+@]+/, "");
    return own === wanted || own.startsWith(`${wanted} `) || (wanted.length > 8 && own.startsWith(wanted));
  });
  if (records.length === 0)
    return [{ path, line: undefined, what: message("said.none.process", { process: { code: process } }) }];
  return records.map((record) => at(inittab, record.line, (text) => message("said.place.process", { text })));
}

function onTerminal(terminal: string, inittab: LookedAtInittab): readonly MessagePlace[] {
  const { reading, path } = inittab;
  const name = terminal.replace(/^\/dev\//, "");
  const idIsTerminal = dialectFacts[reading.scan.dialect].described === "terminal";
  const records = written(reading).filter(
    (record) =>
      (idIsTerminal && record.id.replace(/^\/dev\//, "") === name) ||
      record.process.split(/[\s<>]+/).some((word) => word.replace(/^\/dev\//, "") === name),
  );
  if (records.length === 0)
    return [{ path, line: undefined, what: message("said.none.terminal", { terminal: { code: name } }) }];
  return records.map((record) =>
    at(inittab, record.line, (text) => message("said.place.terminal", { text })),
  );
}

function about(
  subject: NonNullable<FoundMessage["said"]["about"]>,
  inittab: LookedAtInittab,
): readonly MessagePlace[] {
  const { reading, path } = inittab;
  const records = written(reading);
  if (dialectFacts[reading.scan.dialect].described !== "levels") return [];
  if (subject === "single-user")
    return records
      .filter(({ runlevels, action }) => runlevels.includes("S") && action !== "initdefault")
      .map((record) => at(inittab, record.line, (text) => message("said.place.line", { text })));
  const initdefault = records.find(({ action }) => action === "initdefault");
  if (initdefault === undefined) return [{ path, line: undefined, what: message("said.none.initdefault") }];
  const level = defaultLevelOf(initdefault.runlevels);
  const itself = at(inittab, initdefault.line, (text) => message("said.place.initdefault", { text }));
  if (subject === "initdefault") return [itself];
  const kept = records.filter(
    ({ action, runlevels }) => action === "respawn" && runlevels.toUpperCase().includes(level),
  );
  return [
    itself,
    ...(kept.length === 0
      ? [{ path, line: undefined, what: message("said.none.respawn", { level }) }]
      : kept.map((record) =>
          at(inittab, record.line, (text) => message("said.place.respawns", { text, level })),
        )),
  ];
}

function inScripts(found: FoundMessage, lookedAt: LookedAt): readonly MessagePlace[] {
  const { values, said } = found;
  const { line, facility } = values;
  const names = [
    values["script"],
    values["other"],
    values["required"],
    values["service"],
    ...listed(values["scripts"]),
  ];
  const paths = [values["path"], values["path2"]].map((path) => path?.replace(/^.*\//, ""));
  const wanted = [...new Set([...names, ...paths].filter((name) => name !== undefined && name !== ""))];
  const places = wanted.flatMap((name) =>
    scriptsCalled(name ?? "", lookedAt).map((script) =>
      placeIn(script, found.program.id === "shell" ? line : undefined, said.keyword),
    ),
  );
  const missing =
    places.length === 0 && lookedAt.isWhole && lookedAt.scripts.length > 0 && values["script"] !== undefined
      ? [
          {
            path: lookedAt.path,
            line: undefined,
            what: message("said.none.script", { script: { code: values["script"] } }),
          },
        ]
      : [];
  return [...places, ...missing, ...(facility === undefined ? [] : mentions(facility, lookedAt))];
}

function listed(names: string | undefined): readonly string[] {
  return names?.split(/[\s,]+/).filter((name) => /^[\w.-]+$/.test(name)) ?? [];
}

/** By the file's name, by the name of an rc link, or by what the header provides. */
function scriptsCalled(name: string, { scripts }: LookedAt): readonly LookedAtScript[] {
  const bare = name.replace(/^[SK]\d\d/, "");
  const byName = scripts.filter((script) => script.name === name || script.name === bare);
  if (byName.length > 0) return byName;
  return scripts.filter(({ text }) =>
    /^#\s*Provides:(.*)$/im
      .exec(text)?.[1]
      ?.split(/[\s,]+/)
      .includes(name),
  );
}

/** The line that is meant, the keyword's line, or the beginning of the header. */
function placeIn(
  script: LookedAtScript,
  line: string | undefined,
  keyword: string | undefined,
): MessagePlace {
  const lines = script.text.split("\n");
  const numbered = line === undefined ? -1 : Number(line) - 1;
  const byKeyword =
    keyword === undefined
      ? -1
      : lines.findIndex((text) =>
          text.toLowerCase().replace(/^#\s*/, "").startsWith(`${keyword.toLowerCase()}:`),
        );
  const header = lines.findIndex((text) => text.includes("BEGIN INIT INFO") || /^#\s*chkconfig:/.test(text));
  const index = [numbered, byKeyword, header, 0].find((each) => each >= 0 && each < lines.length) ?? 0;
  const text = (lines[index] ?? "").trimEnd();
  return {
    path: script.path,
    line: index + 1,
    what: message("said.place.script", { text, script: { code: script.name } }),
  };
}

function mentions(word: string, { scripts }: LookedAt): readonly MessagePlace[] {
  return scripts.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        /^#\s*[\w-]+:/.test(line) && line.split(/[\s,;]+/).includes(word)
          ? [{ path, line: index + 1, what: message("said.place.mentions", { text: line.trimEnd() }) }]
          : [],
      ),
  );
}
