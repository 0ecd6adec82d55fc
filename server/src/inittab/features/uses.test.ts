import { expect, test } from "vitest";
import { serverLocalizer } from "../../localizer.ts";
import { marked, show } from "../../testing/document.ts";
import { renameableAt, usesAt, whyNotNamed } from "./uses.ts";

const table = (line: string, settings?: object) =>
  marked(
    `# 1\nid:2:initdefault:\n1:23:respawn:/bin/a\n2:3:once:/bin/b\n1:S:wait:/bin/c\n${line}\n`,
    settings,
  );

function uses(line: string): string {
  const { document, offset } = table(line);
  const found = usesAt(document.scan, offset);
  const lines = found?.ranges.map(({ start }) => document.placeAt(start).line + 1) ?? [];
  return found === undefined ? "nothing" : `${found.kind} ${found.name} in ${lines.join(" ")}`;
}

test("an id, a level and an action are the same in each line that has them", () => {
  expect(uses("1$0:4:once:/bin/d")).toBe("id 1 in 3 5 6");
  expect(uses("x:4$03:once:/bin/d")).toBe("level 3 in 3 4 6");
  expect(uses("x:43$0:once:/bin/d")).toBe("level 3 in 3 4 6");
  expect(uses("x:4:ONC$0E:/bin/d")).toBe("action once in 4 6");
  expect(uses("x:4:once:/b$0in/a")).toBe("nothing");
  expect(uses("# $01")).toBe("nothing");
  expect(uses("x:$0:once:/bin/d")).toBe("nothing");
});

function rename(line: string, name: string, settings?: object): string {
  const { document, offset } = table(line, settings);
  const found = renameableAt(document.scan, offset);
  if (found === undefined) return "nothing to rename";
  const problem = whyNotNamed(document.scan, found, name);
  return problem === undefined
    ? found.ranges.map((range) => show(document, range)).join(" ")
    : serverLocalizer().text(problem);
}

test("an id gets a name that init can read and that no other entry has", () => {
  expect(rename("x$0:4:once:/bin/d", "log")).toBe('"x"');
  expect(rename("1$0:4:once:/bin/d", "log")).toBe('"1" "1" "1"');
  expect(rename("x$0:4:once:/bin/d", "x")).toBe('"x"');
  expect(rename("x$0:4:once:/bin/d", "2")).toBe("another entry has the id 2");
  for (const bad of ["", "a:b", "#a", "a\nb", " a", "abcde", "#"])
    expect(rename("x$0:4:once:/bin/d", bad)).toMatch(/^init would not read .* as the id of this entry$/s);
  expect(rename("x:4:on$0ce:/bin/d", "log")).toBe("nothing to rename");
  expect(rename("tty$01::once:/bin/d", "tty2", { dialect: "busybox" })).toBe("nothing to rename");
});
