import { spawnSync } from "node:child_process";
import { test } from "vitest";
import { describeIfPresent } from "../support/skip.ts";
import { checkEditor, documented, installServer, probe } from "./editor.ts";

const program = "emacs";
const found = spawnSync(program, ["-q", "--batch", "--eval", "(require 'eglot)"]).status === 0;

describeIfPresent("Emacs with eglot", found ? undefined : "there is no emacs with eglot", () => {
  installServer();
  test("shows what a person needs", () =>
    checkEditor({
      program,
      configuration: documented("## Emacs", "elisp") + documented("### eglot", "elisp"),
      configurationName: "init.el",
      args: ({ configuration, inittab }) => [
        ...["-q", "--batch", "-l", configuration],
        ...["-l", probe("eglot.el"), inittab],
      ],
    }));
});
