// What the page and the extension tell each other is looked at before it is believed: a message that is not of the agreed
// form is dropped, on both sides.

import { isObject } from "../../is-object.ts";
import type { FromPage, PageCommand, ToPage } from "./messages.ts";

type Members = Readonly<Record<string, unknown>>;

/** Whether the extension may act on a value that its page has sent. */
export function isFromPage(value: unknown): value is FromPage {
  return isKnown(value, fromPage);
}

/** Whether the page may draw a value that was sent to it. */
export function isToPage(value: unknown): value is ToPage {
  return isKnown(value, toPage);
}

const pageCommands: Readonly<Record<PageCommand, true>> = {
  save: true,
  open: true,
  export: true,
  compare: true,
};

/** For each kind of message whether its members are of the agreed form. What a happening is, the server judges. */
const fromPage: Readonly<Record<FromPage["kind"], (message: Members) => boolean>> = {
  ready: () => true,
  cursor: ({ at, moves }) => isTime(at) && isIndex(moves),
  happen: ({ happening }) => isRecord(happening),
  "take-back": ({ index }) => isIndex(index),
  boot: ({ words }) => isListOf(words, isText),
  process: ({ id, settings }) => isText(id) && (settings === null || isRecord(settings)),
  pass: ({ seconds, moves }) => isTime(seconds) && isIndex(moves),
  clear: () => true,
  edits: ({ areEvents }) => typeof areEvents === "boolean",
  reveal: ({ record }) => isRecordKey(record),
  "follow-rc": ({ way }) => isWay(way),
  "ask-services": () => true,
  "show-script": ({ uri }) => isText(uri),
  "ask-levels": () => true,
  "play-level": ({ index }) => isIndex(index),
  command: ({ command }) => isText(command) && Object.hasOwn(pageCommands, command),
};

const toPage: Readonly<Record<ToPage["kind"], (message: Members) => boolean>> = {
  run: ({ uri, file, model, moves, answer, comparison, reload }) =>
    isText(uri) &&
    isText(file) &&
    isModel(model) &&
    isIndex(moves) &&
    isAnswer(answer) &&
    (comparison === null || isRecord(comparison)) &&
    (reload === null || isListOf(reload, isReloadRow)),
  moment: ({ moment }) => isMoment(moment),
  trouble: ({ text }) => isText(text),
  rc: ({ way, visit }) =>
    isWay(way) && (visit === null || (isRecord(visit) && isListOf(visit["steps"], isRecord))),
  services: ({ services }) => services === null || isListOf(services, isService),
  levels: ({ picture }) => picture === null || isPicture(picture),
  select: ({ record }) => isRecordKey(record),
};

function isKnown(value: unknown, kinds: Readonly<Record<string, (message: Members) => boolean>>): boolean {
  if (!isRecord(value)) return false;
  const { kind } = value;
  return typeof kind === "string" && Object.hasOwn(kinds, kind) && kinds[kind]?.(value) === true;
}

function isModel(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { scenario, cursor } = value;
  return isRecord(scenario) && (cursor === null || isTime(cursor));
}

/** The parts of a run are there together or not at all; the page looks for that itself. */
function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { title, problems, offers, moment, run, timeline, signals, story, said, moments, lanes, rcCalls } =
    value;
  return (
    isText(title) &&
    isListOf(problems, isRecord) &&
    (offers === null || isRecord(offers)) &&
    (moment === undefined || isMoment(moment)) &&
    [run, timeline].every((part) => part === undefined || isRecord(part)) &&
    [signals, story, said, lanes, rcCalls].every((part) => part === undefined || isListOf(part, isRecord)) &&
    (moments === undefined || isListOf(moments, isTime))
  );
}

function isReloadRow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { level, request, keeps, stops, restarts, starts, strays, outdated, again } = value;
  return (
    isText(level) &&
    isText(request) &&
    isIndex(keeps) &&
    [stops, restarts, starts, strays, outdated, again].every((list) => isListOf(list, isText))
  );
}

function isMoment(value: unknown): boolean {
  return isRecord(value) && isTime(value["at"]) && isListOf(value["reasons"], isRecord);
}

function isService(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { name, output, status, offers } = value;
  return (
    isText(name) &&
    (output === null || isText(output)) &&
    (status === null || typeof status === "number") &&
    isListOf(offers, isRecord)
  );
}

function isPicture(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { width, height, boxes, arrows } = value;
  return [width, height].every(isTime) && isListOf(boxes, isBox) && isListOf(arrows, isArrow);
}

function isBox(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { x, y, width, height, closed, lines } = value;
  const isLine = (line: unknown) =>
    isRecord(line) && [line["x"], line["y"]].every(isTime) && isText(line["text"]) && isText(line["style"]);
  return [x, y, width, height].every(isTime) && typeof closed === "boolean" && isListOf(lines, isLine);
}

/** The path is drawn as it is, so that it has nothing in it but what a path is made of. */
function isArrow(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { path, event, words } = value;
  return isText(path) && /^[MQ\d. -]*$/.test(path) && typeof event === "boolean" && isText(words);
}

function isWay(value: unknown): boolean {
  return isChange(value) && isListOf(value["before"], isChange);
}

function isChange(value: unknown): value is Members {
  if (!isRecord(value)) return false;
  const { program, level, previous } = value;
  return isText(program) && isText(level) && isText(previous);
}

function isRecordKey(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, path, line } = value;
  return isText(id) && (path === null || isText(path)) && isIndex(line);
}

function isRecord(value: unknown): value is Members {
  return isObject(value) && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isIndex(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
