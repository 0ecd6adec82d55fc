import { expect, test } from "vitest";
import { buildrootRcs, walkRcK, walkRcS } from "../../../initscript/buildroot/boot.ts";
import { checkScript } from "../../../testing/script-check.ts";

const text = '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) killall svcd ;;\nesac\n';

function told(name: string): string {
  return checkScript(text, { name, everyFamily: false })
    .map(({ severity, message }) => `${severity}: ${message}`)
    .join("\n");
}

/** The names in the order in which rcS and rcK call them. */
function called(...names: readonly string[]): readonly (readonly string[])[] {
  const entries = names.map((name) => ({ name, kind: "file", link: false, executable: true }) as const);
  const boot = {
    folders: new Map([["/etc/init.d", entries]]),
    rc: buildrootRcs.buildroot,
    call: () => ({ status: 0, stdout: "", stderr: "" }),
  };
  return [walkRcS(boot), walkRcK(boot)].map(({ steps }) =>
    steps.flatMap((step) => (step.kind === "call" ? step.path.slice("/etc/init.d/".length) : [])),
  );
}

test("what rcS makes of a name is told, and happens", () => {
  expect(told("S50svc")).toBe("");
  expect(told("S50svc.sh")).toBe("");
  expect(told("S100svc")).toBe(
    "warning: rcS sorts the names as text, so `S100svc` comes right after the scripts of S10, before all higher numbers of two digits",
  );
  expect(told("S50svc.bak")).toBe(
    "warning: `S50svc.bak` looks like a backup copy, and rcS runs it like any other script",
  );
  expect(told("S50 svc")).toBe(
    "warning: rcK splits the name at spaces and expands it as a pattern: `S50 svc` is started, but not stopped properly",
  );
  expect(called("S20net", "S100svc", "S10a")).toEqual([
    ["S100svc", "S10a", "S20net"],
    ["S20net", "S10a", "S100svc"],
  ]);
  expect(called("S50svc", "S50svc.bak")[0]).toEqual(["S50svc", "S50svc.bak"]);
  expect(called("S50 svc")).toEqual([["S50 svc"], []]);
});
