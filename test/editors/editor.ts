// Runs a real editor without a screen: the server is installed and the editor configured as docs/editors.md tells, a
// script of this folder does what a person would do, and what the person would see comes back.

import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect } from "vitest";

/** How long an editor may take for all of a test, in milliseconds. */
const patience = 60_000;

const root = join(import.meta.dirname, "../..");

/** Where the probe for an editor is. */
export function probe(name: string): string {
  return join(import.meta.dirname, name);
}

/**
 * The file that is edited. Its fourth line has a mistake behind a character outside the Basic Multilingual Plane, where
 * the ways to count columns differ, and the `@` is one only before sysvinit 3.02, which the settings must tell.
 */
const edited = `# Tried in an editor. \t
id:2:initdefault:
si::sysinit:/etc/init.d/rcS
😀:2:wiat:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
l3:5:wait:/etc/init.d/rc 5
~~:S:wait:/sbin/sulogin
1:2345:respawn:@/sbin/getty 38400 tty1
ca::ctrlaltdel:/sbin/shutdown -r now
`;

/** The script that is edited: a name in its fourth line is misspelt. */
const editedScript = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          svc
# Required-Start:    $remote_fs $sylog
# Required-Stop:     $remote_fs
# Default-Start:     2 3 4 5
# Default-Stop: 0 1 6
### END INIT INFO

. /lib/lsb/init-functions

case "$1" in
	start) start-stop-daemon --start --oknodo --exec /usr/sbin/svc ;;
	stop) start-stop-daemon --stop --oknodo --exec /usr/sbin/svc ;;
	restart|force-reload) "$0" stop && "$0" start ;;
	status) status_of_proc /usr/sbin/svc svc ;;
	*) exit 3 ;;
esac
`;

/** An editor on its way through the probe. */
export interface EditorRun {
  readonly program: string;
  /** The arguments, given the files that were written. */
  readonly args: (files: { readonly configuration: string; readonly edited: string }) => readonly string[];
  /** What goes into the editor's configuration. */
  readonly configuration: string;
  /** The name of the configuration's file. */
  readonly configurationName: string;
}

/** Runs the editor on an inittab and holds what it shows to what it must show. */
export async function checkEditor(run: EditorRun): Promise<void> {
  const report = sections(await runEditor(run, "etc/inittab", edited));
  // What Emacs calls a note is an information for Neovim.
  expect(report["diagnostics"]?.replace(/\bnote\b/, "information")).toMatchInlineSnapshot(`
    "4 error <wiat> unknown-action
    6 error <l3> duplicate-id
    8 warning <@> at-flag-portability
    9 information </sbin/shutdown -r now> level-without-halt"
  `);
  expect(report["completion"]).toMatchInlineSnapshot(`
    "once
    off
    ondemand"
  `);
  expect(report["completed line"]).toMatchInlineSnapshot(`"x1:2:once"`);
  expect(report["hover"]).toMatch(/sysinit[\s\S]*boot/);
  expect(report["diagnostics after the quick fix"]).toMatchInlineSnapshot(`
    "6 error <l3> duplicate-id
    8 warning <@> at-flag-portability
    9 warning </sbin/shutdown -r now> level-without-halt"
  `);
  expect(report["references"]).toBe("5: l3:3:wait:/etc/init.d/rc 3\n6: l3:5:wait:/etc/init.d/rc 5");
  expect(report["renamed line"]).toBe("t1:2345:respawn:@/sbin/getty 38400 tty1");
  expect(report["formatted lines"]).toBe("1: <# Tried in an editor.>");
}

/** The same for a script in `init.d`. */
export async function checkEditorOnScript(run: EditorRun): Promise<void> {
  const report = sections(await runEditor(run, "etc/init.d/svc", editedScript));
  expect(report["diagnostics"]).toContain("4 warning <$sylog> lsb-facility-unknown");
  // Emacs lists the labels, Neovim what would be inserted.
  expect(report["completion"]).toMatch(/^Should-Start(?:: )?\nShould-Stop(?:: )?\nShort-Description/);
  expect(report["completed line"]).toMatch(/^# Should-Start: ?$/);
  expect(report["hover"]).toMatch(/\$remote_fs[\s\S]*facility/);
  expect(report["references"]).toMatch(/^4: .*\$remote_fs \$syslog\n5: # Required-Stop: .*\$remote_fs$/);
  expect(report["renamed line"]).toBe("# Provides:          svcd");
  expect(report["formatted lines"]).toBe("7: <# Default-Stop:      0 1 6>");
  expect(report["diagnostics after the quick fix"]).toMatch(/^4 \w+ <\$syslog> lsb-required-without-stop$/m);
}

/** The code block in this language below this heading of docs/editors.md. */
export function documented(heading: string, language: string): string {
  const page = readFileSync(join(root, "docs/editors.md"), "utf8");
  const section = page.split(/^(?=#+ )/m).find((text) => text.startsWith(`${heading}\n`));
  const block = section?.match(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, "m"))?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no ${language} below "${heading}"`);
  return block;
}

let prefix: string;

/** Installs the server for the tests of a file, as docs/editors.md tells. */
export function installServer(): void {
  beforeAll(async () => {
    prefix = mkdtempSync(join(tmpdir(), "inittab-editors-"));
    const packed = join(prefix, "packed");
    const pack = [join(root, "scripts/packages/pack.mjs"), "--built", "--only", "inittab", "--to", packed];
    await promisify(execFile)(process.execPath, pack);
    const archives = readdirSync(packed).filter((name) => name.endsWith(".tgz"));
    const flags = ["-g", "--prefix", prefix, "--offline", "--silent"];
    await promisify(execFile)("npm", ["install", ...flags, ...archives.map((name) => join(packed, name))]);
  }, patience);
  afterAll(() => rmSync(prefix, { recursive: true, force: true }));
}

async function runEditor(run: EditorRun, path: string, text: string): Promise<string> {
  const { program, args, configuration, configurationName } = run;
  const home = mkdtempSync(join(prefix, "home-"));
  const report = join(home, "report");
  const files = { configuration: join(home, configurationName), edited: join(home, path) };
  mkdirSync(dirname(files.edited), { recursive: true });
  writeFileSync(files.edited, text, { mode: 0o755 });
  writeFileSync(files.configuration, configuration);
  const child = spawn(program, args(files), {
    cwd: dirname(files.edited),
    env: {
      PATH: [join(prefix, "bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter),
      HOME: home,
      LANG: "C.UTF-8",
      TERM: "dumb",
      REPORT: report,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patience,
    killSignal: "SIGKILL",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += String(piece)));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...end) => resolve(end));
  });
  if (code !== 0) throw new Error(`${program} ended with ${code ?? signal} and said:\n${said}`);
  return readFileSync(report, "utf8");
}

/** A report is text below lines of the form `== name`. */
function sections(report: string): Readonly<Record<string, string>> {
  const parts = [...report.matchAll(/^== (.*)\n([\s\S]*?)\n(?=== |$(?![\s\S]))/gm)];
  return Object.fromEntries(parts.map(([, name, text]) => [name, text]));
}
