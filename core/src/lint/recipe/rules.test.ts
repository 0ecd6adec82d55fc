// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of BitBake look like places in a template

// The rules about recipes: their examples, and what they say of values from the wild.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { worded } from "../../testing/english.ts";
import { applyEdits } from "../../testing/lint-check.ts";
import { lintRecipe } from "./lint.ts";
import { recipeRules } from "./registry.ts";

function check(text: string, path = "example.bb"): readonly string[] {
  return lintRecipe({ text, path })
    .map(worded)
    .map(({ rule, range, message }) => `${rule} "${text.slice(range.start, range.end)}": ${message}`);
}

/** What is said of a value of INITSCRIPT_PARAMS: the ids and the marked words. */
function params(value: string): readonly string[] {
  const said = check(`inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "${value}"\n`);
  return said.map((line) => line.replace(/^recipe-params-/, "").replace(/: .*/, ""));
}

describe("the examples of the pages", () => {
  test.each(recipeRules.map((rule) => [rule.id, rule] as const))("%s", (id, { docs }) => {
    for (const { text, fixed } of docs.wrong) {
      const found = lintRecipe({ text, path: "example.bb" });
      expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set([id]));
      for (const { message } of found.map(worded)) expect(message).toMatch(/^[^A-Z][^\n]*[^.]$/);
      const edits = found[0]?.fixes[0]?.edits;
      expect(edits && applyEdits(text, edits)).toBe(fixed);
    }
    for (const { text } of docs.right)
      expect(lintRecipe({ text, path: "example.bb" }).map(({ rule }) => rule)).toEqual([]);
  });

  test("codes rise, each once", () => {
    const codes = recipeRules.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });
});

test("what OpenEmbedded itself writes is as it should be", () => {
  const values = [
    "defaults",
    "defaults 9",
    "start 02 5 3 2 . stop 20 0 1 6 .",
    "start 9 5 2 .",
    "start 0 S .",
  ];
  for (const value of [...values, "start 30 . stop 70 0 1 2 3 4 5 6 .", "start 09 S .", "defaults 07 93"])
    expect([value, params(value)]).toEqual([value, []]);
});

test("numbers with a leading zero are octal behind defaults alone", () => {
  expect(params("defaults 09")).toEqual(['octal "09"']);
  expect(params("defaults 20 08")).toEqual(['octal "08"']);
  expect(params("defaults 010")).toEqual(['octal "010"']);
  expect(check('inherit update-rc.d\nINITSCRIPT_NAME = "a"\nINITSCRIPT_PARAMS = "defaults 010"\n')).toEqual([
    'recipe-params-octal "010": update-rc.d reads `010` as an octal number: the links get the number 08',
  ]);
});

test("what update-rc.d refuses is told once, where it goes wrong", () => {
  expect(params("start 20 5 3 2")).toEqual(['refused "2"']);
  expect(params("start 20 5 3 2.")).toEqual(['refused "2."']);
  expect(params("start 20 5 . stop 80 0 6")).toEqual(['refused "6"']);
  expect(params("start 91 5")).toEqual(['refused "start"']);
  expect(params("start 20 5 . 80 0 6 .")).toEqual(['refused "80"']);
  expect(params("default 20")).toEqual(['refused "default"']);
  expect(params("defaults 1 2 3")).toEqual(['refused "3"']);
});

test("levels that are none, and a forgotten dot", () => {
  expect(params("start 20 2345 . stop 20 016 .")).toEqual(['level "2345"', 'level "016"']);
  expect(params("start 20 s .")).toEqual(['level "s"']);
  expect(params("start 20 2 3 stop 80 0 6 .")).toEqual(['level "stop"']);
});

test("numbers that are none, or too long", () => {
  expect(params("defaults 100")).toEqual(['number "100"']);
  expect(params("start x 5 .")).toEqual(['number "x"']);
});

test("a value that BitBake puts together is not judged", () => {
  expect(params("start ${PRIO} 5")).toEqual([]);
  const head = 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\n';
  for (const rest of [
    'INITSCRIPT_PARAMS += "09"\nINITSCRIPT_PARAMS = "defaults 08"\n',
    'INITSCRIPT_PARAMS:append = " stop 5"\n',
    'INITSCRIPT_PARAMS_append = " stop 5"\nINITSCRIPT_PARAMS = "start 20 5"\n',
    "INITSCRIPT_PARAMS = d.getVar('X')\n",
    '# INITSCRIPT_PARAMS = "defaults 09"\n',
  ])
    expect(check(head + rest)).toEqual([]);
});

test("overrides, older spelling and lines that go on are read", () => {
  const head = 'inherit update-rc.d\nINITSCRIPT_PACKAGES = "${PN} ${PN}-x"\n';
  const octal = ["recipe-params-octal"];
  for (const rest of [
    'INITSCRIPT_PARAMS:${PN}-x = "defaults 09"\n',
    "INITSCRIPT_PARAMS_${PN}-x ?= 'defaults 09'\n",
    'INITSCRIPT_PARAMS:append-tools = "defaults 09"\n',
    'INITSCRIPT_PARAMS = "defaults \\\n  09"\n',
  ])
    expect([rest, check(head + rest).map((line) => line.split(" ")[0])]).toEqual([rest, octal]);
});

test("a name is missing only in a whole recipe", () => {
  const text = 'inherit update-rc.d\nINITSCRIPT_PARAMS = "defaults"\n';
  expect(check(text)).toHaveLength(1);
  expect(check(text, "x.bbappend")).toEqual([]);
  expect(check(text, "x.inc")).toEqual([]);
  expect(check(`require x.inc\n${text}`)).toEqual([]);
  expect(check('INITSCRIPT_NAME = "svc"\ninherit initscripts\n')).toEqual([]);
});

test("a name that the recipe does not install is told only where it names all that it installs", () => {
  const recipe = (install: string) =>
    `inherit update-rc.d\nINITSCRIPT_NAME = "svcd"\ndo_install() {\n    install -d \${D}\${sysconfdir}/init.d\n    ${install}\n}\n`;
  const place = "${D}${sysconfdir}/init.d";
  expect(check(recipe(`install -m 0755 svc ${place}/svc`))).toEqual([
    'recipe-name-unshipped "svcd": the recipe installs `svc` into init.d, but not `svcd`: update-rc.d finds no such script and ends with status 1',
  ]);
  for (const install of [
    `install -m 0755 svc ${place}/svcd`,
    `install -m 0755 svc ${place}/\${PN}`,
    `install -m 0755 svcd ${place}`,
    `install -m 0755 svcd ${place}/`,
    `install -m 0755 svc ${place}/svc\n    oe_runmake install`,
    `install -m 0755 svc ${place}/svc\n    cp -r etc \${D}/`,
    "oe_runmake install DESTDIR=${D}",
  ])
    expect([install, check(recipe(install))]).toEqual([install, []]);
  const appended = recipe(`install -m 0755 svc ${place}/svc`).replace("do_install()", "do_install:append()");
  expect(check(appended)).toEqual([]);
});

test("silencers of a recipe count", () => {
  const text = 'inherit update-rc.d\nINITSCRIPT_NAME = "a"\nINITSCRIPT_PARAMS = "defaults 09"\n';
  expect(check(`# inittab-disable-file recipe-params-octal\n${text}`)).toEqual([]);
  expect(
    check(
      text.replace("INITSCRIPT_PARAMS", "# inittab-disable-next-line recipe-params-octal\nINITSCRIPT_PARAMS"),
    ),
  ).toEqual([]);
});

test("any text is read to its end, and findings lie in it", () => {
  const pieces = [
    "INITSCRIPT_NAME",
    "INITSCRIPT_PARAMS",
    ":${PN}",
    " = ",
    '"',
    "'",
    "\\",
    "\n",
    "defaults ",
    "09",
  ];
  fc.assert(
    fc.property(fc.array(pieceOf(...pieces, "start ", "20 ", "5 ", ". ", "inherit update-rc.d")), (parts) => {
      const text = parts.join("");
      for (const { range } of lintRecipe({ text, path: "x.bb" })) {
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
