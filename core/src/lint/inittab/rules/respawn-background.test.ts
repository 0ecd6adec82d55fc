import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("the shell ends at once", () => {
  checkMarked(`\
mo:2345:respawn:/usr/sbin/monitor &
#                                 ^ respawn-background: the shell ends at once, so init starts the process again and again; after ten starts it disables \`mo\` for five minutes
`);
});

test("a shell that the process calls ends at once, too", () => {
  checkMarked(`\
a:2:respawn:sh -c "prog &"
#                       ^ respawn-background
b:2:respawn:su - svc -c 'prog -v &'
#                                ^ respawn-background
c:2:respawn:/bin/sh -c 'a & exec b'
d:2:respawn:/bin/sh -c 'a &' & wait
`);
  expect(applyFix('a:2:respawn:sh -c "prog &"\n', "respawn-background")).toBe('a:2:respawn:sh -c "prog"\n');
  expect(firing('a:2:wait:sh -c "prog &"\n')).toEqual(["wait-background"]);
});

test.each([
  "/bin/a '&'",
  "/bin/a \\&",
  "/bin/a & wait",
  "/bin/a 2>&1",
  "/bin/a && /bin/b",
  "@/bin/a &",
  "/bin/a # &",
])("%s is kept running", (process) => {
  expect(firing(`a:2:respawn:${process}\n`)).not.toContain("respawn-background");
});

test("other actions, other rules", () => {
  expect(firing("a:2:once:/bin/a &\n")).toEqual([]);
  expect(firing("a:2:wait:/bin/a &\n")).toEqual(["wait-background"]);
});

test("the fix", () => {
  expect(applyFix("a:a:ondemand:/bin/a >x & # note\n", "respawn-background")).toBe(
    "a:a:ondemand:/bin/a >x # note\n",
  );
});

test("a System V outside Linux runs every command through a shell", () => {
  checkMarked(
    "xv:2:respawn:/usr/bin/X11/X -force -vfb :1 &\n#                                          ^ respawn-background: the shell ends at once, so init starts the process again and again\n",
    { dialect: "aix" },
  );
  expect(firing("xv:2:respawn:/bin/a &\n", { dialect: "hp-ux" })).toEqual(["respawn-background"]);
  expect(firing("xv:2:once:/bin/a &\nyv:2:respawn:/bin/a -b # & more\n", { dialect: "aix" })).toEqual([]);
});
