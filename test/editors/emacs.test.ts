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

const program = "emacs";
const found = spawnSync(program, ["-q", "--batch", "--eval", "(require 'eglot)"]).status === 0;

describeIfPresent("Emacs with eglot", found ? undefined : "there is no emacs with eglot", () => {
  installServer();
  const run: EditorRun = {
    program,
    configuration: documented("## Emacs", "elisp") + documented("### eglot", "elisp"),
    configurationName: "init.el",
    args: ({ configuration, edited }) => [
      ...["-q", "--batch", "-l", configuration],
      ...["-l", probe("eglot.el"), edited],
    ],
  };
  test("shows what a person needs", () => checkEditor(run));
  test("shows what a person needs in an init script", () => checkEditorOnScript(run));
});
