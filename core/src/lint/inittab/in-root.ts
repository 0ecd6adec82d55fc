// The records of a table against the root file system that they are for: what becomes of their programs, and which
// terminals have a device node. The same pass says what must be read of the root, and judges what was read.

import { type FollowInRoot, readRoot } from "../../initscript/root/follow.ts";
import { isMissingInRoot, type ProgramFate, programInRoot } from "../../initscript/root/program.ts";
import { filesReadFirst } from "../../initscript/root/sourced-files.ts";
import { type WholeRoot, wholeRoot, wholeRootIn } from "../../initscript/root/whole-root.ts";
import type { TreeListing } from "../../initscript/tree/listing.ts";
import type { LookInTree } from "../../initscript/tree/read-asked.ts";
import { findAction } from "../../inittab/actions.ts";
import { commandLine } from "../../inittab/command.ts";
import { dialectFacts } from "../../inittab/dialect.ts";
import { type InittabRecord, readScan } from "../../inittab/read.ts";
import type { InittabScan } from "../../inittab/scan.ts";
import type { TextRange } from "../../text/range.ts";

/** A program, or a script that a shell is to read, as a record names it. */
export interface ProgramOfRecord {
  readonly record: InittabRecord;
  /** As written. */
  readonly program: string;
  /** Where it stands in the process. */
  readonly range: TextRange;
  readonly fate: ProgramFate;
  /** The shell that is to read it; undefined for a program. */
  readonly readBy: string | undefined;
}

/** A table against its root. */
export interface TableInRoot {
  readonly programs: readonly ProgramOfRecord[];
  /** The names below /dev that have a node; undefined where /dev is filled when the machine runs, or may be. */
  readonly terminals: readonly string[] | undefined;
}

/** Reads of a root what the rules about a table ask for. */
export function readRootFor(scan: InittabScan, look: LookInTree): Promise<TreeListing> {
  return readRoot(look, (follow) => void tableInRoot(scan, wholeRoot(follow)));
}

/** The table against what was read of its root; undefined without evidence that it is the whole of one. */
export function judgeInRoot(scan: InittabScan, listing: TreeListing): TableInRoot | undefined {
  return tableInRoot(scan, wholeRootIn(listing));
}

function tableInRoot(scan: InittabScan, root: WholeRoot | undefined): TableInRoot | undefined {
  if (root === undefined) return undefined;
  const records = readScan(scan).records.filter(
    ({ action, path }) => path !== undefined && findAction(action)?.process === "run",
  );
  const programs = records.flatMap((record) => startedBy(record, scan, root));
  return { programs, terminals: terminalsIn(root, scan, programs) };
}

const shells = /^(?:.*\/)?(?:ba|da|a|k)?sh$/;

function startedBy(record: InittabRecord, scan: InittabScan, root: WholeRoot): readonly ProgramOfRecord[] {
  const { dialect, version } = scan;
  if (dialectFacts[dialect].doesItself?.includes(record.action) === true) return [];
  const command = commandLine(record.process, { dialect, version });
  if (command.kind === "shell") return inShell(record, command.script, root);
  if (command.kind !== "direct" || command.program === "") return [];
  const { program, argv, words, flags } = command;
  const [first, second] = words;
  if (first === undefined) return [];
  const range = { start: Math.max(first.start, flags.end), end: first.end };
  const started = judged({ record, program, range }, root).flatMap((each) => [
    each,
    ...readFirst(each, root),
  ]);
  const operand = argv[1] ?? "";
  if (!shells.test(program) || !operand.startsWith("/") || second === undefined) return started;
  return isMissingInRoot(root, operand)
    ? [...started, { record, program: operand, range: second, fate: { kind: "missing" }, readBy: program }]
    : started;
}

/** The files that a started script of /bin/sh reads before all else: without them it ends there. Source: POSIX, 2.8.1. */
function readFirst(started: ProgramOfRecord, root: WholeRoot): readonly ProgramOfRecord[] {
  const { program, fate } = started;
  const text = fate.kind === "runs" ? textAt(root.follow, program) : "";
  if (!/^#![ \t]*\/bin\/sh[ \t]*\n/.test(text)) return [];
  return filesReadFirst(text)
    .filter(({ path }) => isMissingInRoot(root, path))
    .map(({ path }) => ({ ...started, program: path, fate: { kind: "missing" }, readBy: program }));
}

/**
 * Of what a shell reads the first word, if it is plainly a program's path. What is joined by `||` provides for its
 * failure.
 */
function inShell(record: InittabRecord, script: TextRange, root: WholeRoot): readonly ProgramOfRecord[] {
  const text = record.process.slice(script.start, script.end);
  const [, before = "", program] = /^(\s*(?:exec\s+)?)(\/[\w./+-]+)(?=[\s;&|<>]|$)/.exec(text) ?? [];
  if (program === undefined || text.includes("||")) return [];
  const start = script.start + before.length;
  return judged({ record, program, range: { start, end: start + program.length } }, root);
}

function judged(
  started: Pick<ProgramOfRecord, "record" | "program" | "range">,
  root: WholeRoot,
): readonly ProgramOfRecord[] {
  const fate = programInRoot(root, started.program);
  // BusyBox may run an applet by its bare name though no link has it.
  const isApplet =
    fate.kind === "missing" && !started.program.includes("/") && root.follow("bin/busybox").kind === "file";
  return isApplet ? [] : [{ ...started, fate, readBy: undefined }];
}

const terminalName = /^(?:tty[A-Za-z]*\d+|hvc\d+|console\d+)$/;

/** What fills /dev when the machine runs. */
const deviceManagers = [
  "sbin/udevd",
  "lib/systemd/systemd-udevd",
  "usr/lib/systemd/systemd-udevd",
  "lib/udev",
  "usr/lib/udev",
] as const;

const fillsDevices = /devtmpfs|devfs|\bmdev\b|udev/;

/** The scripts that set up a machine; one of them may fill /dev. */
const setupScripts = ["etc/fstab", "etc/rc.sysinit", "etc/rc.d/rc.sysinit", "etc/rc.d/rcS"] as const;

function terminalsIn(
  root: WholeRoot,
  scan: InittabScan,
  programs: readonly ProgramOfRecord[],
): readonly string[] | undefined {
  const { follow } = root;
  const folder = follow("dev");
  const names = folder.kind === "folder" && folder.node.kind === "folder" ? folder.node.names : [];
  // More than the console: what a kernel or a tool for images makes is filled up when the machine runs.
  const nodes = names.filter((name) => terminalName.test(name) && isNode(follow, `dev/${name}`));
  const managers = deviceManagers.map((path) => follow(path).kind);
  if (nodes.length === 0) return undefined;
  const scripts = follow("etc/init.d");
  const scriptNames = scripts.kind === "folder" && scripts.node.kind === "folder" ? scripts.node.names : [];
  const places = [
    ...setupScripts,
    ...programs.map(({ program }) => program),
    ...scriptNames.slice(0, mostScripts).map((name) => `etc/init.d/${name}`),
  ];
  const texts = places.map((path) => textAt(follow, path));
  const isFilled =
    managers.some((kind) => kind === "file" || kind === "folder") ||
    [...texts, ...scriptNames, scan.text.toString()].some((text) => fillsDevices.test(text));
  return isFilled ? undefined : nodes;
}

/** So many scripts are asked whether they fill /dev; the fullest folder of a distribution has some hundreds. */
const mostScripts = 500;

function isNode(follow: FollowInRoot, path: string): boolean {
  return follow(path).kind === "other";
}

function textAt(follow: FollowInRoot, path: string): string {
  const end = follow(path);
  return end.kind === "file" && end.node.kind === "file" && end.node.flaw !== "binary" ? end.node.text : "";
}

/** A part of a field as a range of the file. */
export function partOf({ start }: TextRange, part: TextRange): TextRange {
  return { start: start + part.start, end: start + part.end };
}
