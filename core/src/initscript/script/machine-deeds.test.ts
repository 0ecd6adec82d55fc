import { shellParser } from "@inittab/host/testing/shell";
import { expect, test } from "vitest";
import { machineDeeds } from "./machine-deeds.ts";
import { outlineScript } from "./read-outline.ts";

/** The deeds of all that a script without arms runs. */
function deeds(body: string, calledAs = "S01halt"): string {
  const text = `#!/bin/sh\n${body}\n`;
  const shell = shellParser.parse(text);
  const outline = shell && outlineScript(text, shell, calledAs);
  if (outline === undefined) return "in doubt";
  return machineDeeds(outline, outline.topLevel, calledAs)
    .map((deed) => {
      if (deed.kind === "pause") return `${deed.most ? "<" : ""}${deed.seconds}`;
      return deed.kind === "down" ? deed.how : deed.kind;
    })
    .join(" ");
}

test.each([
  [
    "killall5 -15\nsleep 5\nkillall5 -9\nswapoff -a\numount -a -r\nhalt -d -f -p",
    "term 5 kill swap unmount poweroff",
  ],
  ["killall5\nusleep 500000\nkillall5 -KILL", "term 0.5 kill"],
  ["kill -TERM -1; sleep 3; kill -9 -1", "term 3 kill"],
  ["killall5 -15; for i in 1 2 3; do killall5 -18 || break; sleep 2; done; killall5 -9", "term <6 kill"],
  ['action "TERM" /sbin/killall5 -15\nexec /sbin/reboot -f', "term reboot"],
  ["mount -n -o remount,ro /\nreboot", "read-only reboot"],
  ["umount -a -t nfs\numount -a", "unmount"],
  ["sleep 5\nkillall5 -18\nkill -9 $PID\numount /mnt\nmount -o remount,rw /", ""],
])("%s", (body, expected) => expect(deeds(body)).toBe(expected));

test("a script that halts and reboots goes by its name", () => {
  const both = 'case "$0" in *reboot) exec reboot -f ;; *) exec halt -f -p ;; esac';
  expect(deeds(both, "S01halt")).toBe("poweroff");
  expect(deeds(both, "S01reboot")).toBe("reboot");
});

test("a function of the script is no program of that name", () => {
  expect(deeds("halt() { svcctl stop; }\nhalt")).toBe("");
});
