// The built programs under strace: what they open lies where it may, and they execute and change nothing.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unsafeCharacters } from "@inittab/host/testing/hostile";
import { type Deed, deedsIn, tracedCalls } from "./strace.ts";

const strace = "strace";

/** Why nothing can be traced on this machine; undefined where it can. */
export function whyNotTraced(): string | undefined {
  const { error, status } = spawnSync(strace, ["-f", "-o", "/dev/null", "true"]);
  if (error !== undefined) return "strace is not installed";
  return status === 0 ? undefined : "strace may not trace here";
}

/** A program that was run. */
export interface TracedRun {
  readonly deeds: readonly Deed[];
  readonly output: string;
  readonly code: number | null;
}

/** Runs a program of Node; the log of strace is a file that nothing else looks at. */
export async function runTraced(args: readonly string[], input: string, log: string): Promise<TracedRun> {
  const tracing = ["-f", "-y", "--seccomp-bpf", "-s", "400", "-e", `trace=${known().join(",")}`, "-o", log];
  const child = spawn(strace, [...tracing, process.execPath, ...args], {
    env: { PATH: process.env["PATH"] },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.once("close", done));
  const deeds = existsSync(log) ? deedsIn(readFileSync(log, "latin1")) : [];
  return { deeds, output: Buffer.concat(said).toString(), code };
}

/** Not every machine has every call; a question mark lets strace pass over those that it does not know. */
function known(): readonly string[] {
  return tracedCalls.map((call) => `?${call}`);
}

/** What is wrong with a run that may open nothing but files of the program, those of a place, and what is usual. */
export function complaintsOfRun(
  { deeds, output, code }: TracedRun,
  {
    place,
    usual,
    secret,
  }: { readonly place: string; readonly usual: ReadonlySet<string>; readonly secret: string },
): readonly string[] {
  const allowed = [place, ...programs];
  const isAllowed = ({ what, writes }: Deed) =>
    !writes && (ofMachine.test(what) || allowed.some((path) => what === path || what.startsWith(`${path}/`)));
  const odd = deeds.filter((deed) => !isAllowed(deed) && !usual.has(nameOfDeed(deed)));
  return [
    ...(deeds.length === 0 ? [`strace has seen nothing: ${output}`] : []),
    ...odd.map(({ call, what }) => `${call} ${what}`),
    ...unsafeCharacters(output.replaceAll("\r\n", "")).map((each) => `${each} in ${JSON.stringify(output)}`),
    ...(output.includes(secret) ? [`the text of a file outside is printed: ${output}`] : []),
    ...(/internal error/.test(output) ? [output] : []),
    ...(code === 0 || code === 1 || code === 2 ? [] : [`exit code ${code}: ${output}`]),
  ];
}

/** The programs read what they are made of when they need it. */
const programs: readonly string[] = ["cli", "dist"].map((folder) => resolve(folder));

/** What Node and the C library look up now and then: how many processors there are, how much memory. */
const ofMachine =
  /^\/(sys\/(devices\/system\/cpu|fs\/cgroup)\/|proc\/(\d+\/(cgroup|maps|status)|meminfo|stat|sys\/vm\/overcommit_memory)$)/;

/** A deed without the numbers of processes and addresses, which differ from run to run. */
export function nameOfDeed({ call, what, writes }: Deed): string {
  const name = what
    .replace(/0x[0-9a-f]+/g, "0x")
    .replace(/\d+ vars/, "vars")
    .replace(/\/proc\/\d+/, "/proc/self");
  // The first program has the paths of the tree among its arguments.
  const program = call === "execve" ? name.replace(/, \[.*/s, "") : name;
  return `${call} ${writes} ${program}`;
}
