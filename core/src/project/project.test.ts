import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { readProject, settingsOfFile } from "./project.ts";

/** What holds for a file, and what is said of the settings. */
function check(value: unknown, path: string): object {
  const { project, problems } = readProject(value);
  return {
    ...settingsOfFile(project, path),
    problems: problems.map(({ message }) => inEnglish.text(message)),
  };
}

describe("the settings of a file", () => {
  const value = {
    dialect: "sysvinit",
    rules: { "no-login": "off", IT103: "hint" },
    programs: { sensord: "background" },
    folders: {
      "boards/*": { profile: "board-serial", rules: { "no-login": "error" } },
      "boards/old": { dialect: "busybox", programs: { watch: "stays" } },
      "/etc": { family: "buildroot" },
    },
  };

  test("are those of all patterns that match, rule by rule; the longest wins", () => {
    expect(check(value, "boards/old/etc/inittab")).toMatchObject({
      dialect: "busybox",
      dialectPattern: "boards/old",
      profile: { profile: "board-serial" },
      programs: { sensord: "background", watch: "stays" },
      rules: { "no-login": "error" },
      problems: [],
    });
    expect(check(value, "x/inittab")).toMatchObject({ dialect: "sysvinit", rules: { "no-login": "off" } });
  });

  test("a pattern that begins with a slash counts from the folder of the file", () => {
    expect(check(value, "etc/init.d/x")).toHaveProperty("family", "buildroot");
    expect(check(value, "x/etc/init.d/x")).not.toHaveProperty("family");
  });

  test("a rule may be named by its code or in other letters; the last one counts", () => {
    const { rules }: { readonly rules?: object } = check({ rules: { "No-Login": "hint" } }, "inittab");
    expect(rules).toEqual({ "no-login": "hint" });
  });
});

test("a wrong member is left out, and the others hold", () => {
  expect(
    check({ dialect: "sys", release: "3.06", rules: { "no-login": 1, x: "off" } }, "x"),
  ).toMatchInlineSnapshot(`
    {
      "problems": [
        "\`dialect\`: must be one of "auto", "sysvinit", "busybox", "procd", "toybox", "aix", "solaris", "hp-ux", "irix", "sco", "tru64", "system-v", "unknown"",
        "\`rules.no-login\`: must be one of "off", "hint", "information", "warning", "error"",
        "\`rules.x\`: there is no rule \`x\`",
      ],
      "release": "3.06",
      "rules": {},
    }
  `);
  expect(check({ roots: ["a/../../b", "a/../b", "", "C:/x", "a\\b"] }, "x")).toMatchInlineSnapshot(`
    {
      "problems": [
        "\`roots[0]\`: must be a path below the folder of this file",
        "\`roots[2]\`: must be a path below the folder of this file",
        "\`roots[3]\`: must be a path below the folder of this file",
        "\`roots[4]\`: must be a path below the folder of this file",
      ],
    }
  `);
  expect(check({ rules: { "no-logn": "off" } }, "x")).toMatchInlineSnapshot(`
    {
      "problems": [
        "\`rules.no-logn\`: there is no rule \`no-logn\`; did you mean no-login?",
      ],
      "rules": {},
    }
  `);
});

test("policies keep their places, whether they are good or not", () => {
  const { project, problems } = readProject({
    policies: ["a.json", { before: ["a", "b"] }, { runs: "x", in: "?" }, "/etc/passwd"],
  });
  expect(project.policies).toEqual([
    { policy: { kind: "before", names: ["a", "b"] }, path: ["policies", 1] },
  ]);
  expect(project.policyFiles).toEqual([{ path: "a.json", at: ["policies", 0] }]);
  expect(problems.map(({ path }) => path)).toEqual([
    ["policies", 2, "in"],
    ["policies", 3],
  ]);
});

test("any JSON is read, and nothing of it leads out of the folder", () => {
  const names = fc.constantFrom(
    "dialect",
    "rules",
    "roots",
    "policies",
    "folders",
    "profile",
    "__proto__",
    "..",
    "a",
  );
  const words = fc.oneof(pieceOf("..", "/", "a", "busybox", "off"), names);
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      words,
      fc.integer(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(names, words), tie("value"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, words, (given, path) => {
      const { project } = readProject(given);
      settingsOfFile(project, path);
      for (const below of [...project.roots, ...project.policyFiles.map((file) => file.path)]) {
        const at = new URL(`file:///top/${below.split("/").map(encodeURIComponent).join("/")}`).pathname;
        expect(`${at}/`).toMatch(/^\/top\//);
      }
    }),
  );
});
