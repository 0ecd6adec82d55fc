// Plays a case with the real OpenRC, in namespaces of its own, and reads what the steps have left.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CaseStep, OpenrcCase, OpenrcExpect, OpenrcStep } from "../initscript/openrc-case.ts";
import { textIn, writeCase } from "./root.ts";

const states = [
  "starting",
  "started",
  "stopping",
  "inactive",
  "wasinactive",
  "hotplugged",
  "failed",
  "scheduled",
];

/** What the real program does with a case; `base` is the part of the root that all cases share. */
export function playCase(base: string, subject: OpenrcCase): OpenrcExpect {
  const root = mkdtempSync(join(tmpdir(), "inittab-openrc-"));
  try {
    cpSync(base, root, { recursive: true, verbatimSymlinks: true });
    writeCase(root, subject);
    writeFileSync(join(root, "tmp/driver"), driver(subject.steps ?? []));
    const mounts = `mount -t proc proc ${root}/proc && mount -t tmpfs tmpfs ${root}/run && mount -t tmpfs tmpfs ${root}/dev && mknod -m 666 ${root}/dev/null c 1 3`;
    spawnSync(
      "unshare",
      [
        ...["--pid", "--mount", "--ipc", "--uts", "--net", "--fork", "--kill-child", "/bin/sh", "-c"],
        `${mounts} && exec chroot ${root} /bin/sh /tmp/driver`,
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        timeout: 600_000,
        env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin:/lib/rc/bin", LC_ALL: "C" },
      },
    );
    const update = outputLines(textIn(root, "tmp/update"));
    return {
      steps: (subject.steps ?? []).map((_, at) => readStep(root, at)),
      deptree: readDeptree(textIn(root, "tmp/deptree")),
      update,
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The shell text that plays the steps and keeps what they leave. */
function driver(steps: readonly CaseStep[]): string {
  const quoted = (words: readonly string[]): string =>
    words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const command = (step: CaseStep): string =>
    "sh" in step
      ? `/bin/sh -c ${quoted([step.sh])}`
      : "run" in step
        ? `env ${quoted([...Object.entries(step.env).map(([name, value]) => `${name}=${value}`), ...step.run])}`
        : quoted(step);
  const lines = steps.flatMap((step, at) => [
    ": > /tmp/calls",
    `${command(step)} > /tmp/out.${at} 2>&1 </dev/null`,
    `echo $? > /tmp/exit.${at}`,
    `cp /tmp/calls /tmp/calls.${at}`,
    `cat /run/openrc/softlevel > /tmp/softlevel.${at} 2>/dev/null`,
    `for state in ${states.join(" ")}; do for each in /run/openrc/$state/*; do [ -e "$each" ] || [ -L "$each" ] || continue; echo "$state \${each##*/}"; done; done > /tmp/states.${at}`,
  ]);
  return [
    ...lines,
    "rc-update -u > /tmp/update 2>&1 </dev/null",
    "cp /run/openrc/deptree /tmp/deptree 2>/dev/null",
    "",
  ].join("\n");
}

function readStep(root: string, at: number): OpenrcStep {
  const found: Record<string, string[]> = {};
  for (const line of textIn(root, `tmp/states.${at}`).split("\n").filter(Boolean)) {
    const [state = "", name = ""] = line.split(" ");
    found[state] = [...(found[state] ?? []), name].sort();
  }
  return {
    exit: Number(textIn(root, `tmp/exit.${at}`)),
    calls: textIn(root, `tmp/calls.${at}`).split("\n").slice(0, -1),
    out: outputLines(textIn(root, `tmp/out.${at}`)),
    softlevel: textIn(root, `tmp/softlevel.${at}`).trim() || null,
    states: found,
  };
}

/** Lines about the root itself, which a real system does not say. */
const aboutRoot = [
  /^scandir: /,
  /^ \* \/(?:proc|run)\b/,
  /Mounting \/(?:proc|run)/,
  /\/run\/(?:openrc|lock)/,
  /Remounting/,
];

/** Whether a line is about the root that the case is played in, and not about the case. */
export function isAboutRoot(line: string): boolean {
  return aboutRoot.some((pattern) => pattern.test(line));
}

/** Output without colours, empty lines, trailing blanks and what is about the root. */
function outputLines(text: string): readonly string[] {
  return text
    .replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b[78()][A-Z]?/g, "")
    .split("\n")
    .map((line) => line.trimEnd().replace(/(is starting up) .*/, "$1 <system>"))
    .filter((line) => line !== "" && !isAboutRoot(line));
}

/** The tree as OpenRC stores it: `depinfo_0_ineed_0='b'`. */
function readDeptree(text: string): OpenrcExpect["deptree"] {
  const names = new Map<string, string>();
  const tree: Record<string, Record<string, string[]>> = {};
  for (const [, number = "", key = "", value = ""] of text.matchAll(/^depinfo_(\d+)_(\w+)='(.*)'$/gm)) {
    if (key === "service") {
      names.set(number, value);
      tree[value] ??= {};
      continue;
    }
    const lists = tree[names.get(number) ?? ""] ?? {};
    const type = key.replace(/_\d+$/, "");
    lists[type] = [...(lists[type] ?? []), value];
  }
  return tree;
}
