import { spawnSync } from "node:child_process";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { test } from "vitest";
import {
  checkEditor,
  checkEditorOnScript,
  documented,
  type EditorRun,
  installServer,
  probe,
} from "./editor.ts";

/** Another Neovim than the one on the path can be tried with NVIM. */
const program = process.env["NVIM"] ?? "nvim";
const said = spawnSync(program, ["--version"], { encoding: "utf8" }).stdout ?? "";
const minor = Number(/^NVIM v0\.(\d+)/.exec(said)?.[1] ?? Number.NaN);

/** The documented ways to configure it, with the first minor release that takes them. */
const configurations = [
  { since: 7, heading: "### Neovim 0.7" },
  { since: 8, heading: "### Neovim 0.8 to 0.10" },
  { since: 11, heading: "### Neovim 0.11 and newer" },
];

describeIfPresent("Neovim", Number.isNaN(minor) ? "there is no nvim" : undefined, () => {
  installServer();
  const usable = configurations.filter(({ since }) => since <= minor);
  const run = (heading: string): EditorRun => ({
    program,
    configuration: documented(heading, "lua"),
    configurationName: "init.lua",
    args: ({ configuration, edited }) => [
      ...["--headless", "-n", "-i", "NONE", "-u", configuration],
      ...["-c", `luafile ${probe("neovim.lua")}`, edited],
    ],
  });
  test.for(usable)("$heading", ({ heading }) => checkEditor(run(heading)));
  test.for(usable)("$heading, an init script", ({ heading }) => checkEditorOnScript(run(heading)));
});
