import { expect, test } from "vitest";
import { parseInsservArguments } from "./arguments.ts";

/** The options that are on, the names with what follows them, and the problems. */
function check(line: string): string {
  const { options, problems } = parseInsservArguments(line.split("|"));
  const { names, extras, verbose, ...flags } = options;
  const on = Object.entries(flags).flatMap(([name, value]) => (value === true ? name : []));
  const named = names.map((name, index) => (extras[index] === undefined ? name : `${name}=${extras[index]}`));
  const wrong = problems.map((problem) => JSON.stringify(problem));
  return [...on, `verbose ${verbose}`, `names <${named.join(" ")}>`, ...wrong].join(", ");
}

test("an option takes its argument from the next word, or from its own", () => {
  expect(check("-p|/etc/other|svc")).toBe("verbose 0, names <svc>");
  expect(check("-p/etc/other|svc")).toBe("verbose 0, names <svc>");
  expect(check("-rp|/etc/other|svc")).toBe("remove, verbose 0, names <svc>");
  expect(check("--path|/etc/other|svc")).toBe("verbose 0, names <svc>");
  expect(check("--path=/etc/other|svc")).toBe("verbose 0, names <svc>");
});

test("an argument that is missing, and an option that there is not, are problems", () => {
  expect(check("svc|-p")).toBe('verbose 0, names <svc>, {"kind":"option-needs-argument","option":"p"}');
  expect(check("--config")).toBe('verbose 0, names <>, {"kind":"option-needs-argument","option":"--config"}');
  expect(check("-x|svc")).toBe('verbose 0, names <>, {"kind":"bad-option","option":"x"}');
  expect(check("--none|svc")).toBe('verbose 0, names <>, {"kind":"bad-option","option":"--none"}');
});

test("a long option may be short, where it can be no other", () => {
  expect(check("--rem|svc")).toBe("remove, verbose 0, names <svc>");
  expect(check("--show-a")).toBe("showAll, dryRun, verbose 0, names <>");
  expect(check("--re|svc")).toBe('verbose 0, names <>, {"kind":"bad-option","option":"--re"}');
});

test("options may come after names, until `--`", () => {
  expect(check("svc|-d|-v|-n|-q|-f|-e")).toBe(
    "force, defaults, recursive, dryRun, silent, verbose 2, names <svc>",
  );
  expect(check("-|--|-r|svc")).toBe("verbose 0, names <- -r svc>");
});

test("a name loses its folder, and what stands behind a separator is kept apart", () => {
  expect(check("/etc/init.d/svc|web,start=20 2")).toBe("verbose 0, names <svc web=start=20 2>");
});
