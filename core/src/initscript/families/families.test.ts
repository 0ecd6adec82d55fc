import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { helperLibraries } from "../facts/helper-functions.ts";
import { rcFlavors } from "../facts/rc-flavors.ts";
import { skeletonText } from "../script/skeleton.ts";
import type { FamilyFacts } from "./contract.ts";
import {
  givenFamily,
  guessFamily,
  type ScriptFamily,
  scriptFamilies,
  scriptFamilyFacts,
} from "./families.ts";
import { type FamilyGuess, familyOfMost, guessAmong, guessGiven, hasLinksOnlyBy, isFor } from "./guess.ts";

/** `redhat! debian`: the families of a guess, those without doubt with a mark. */
function shown({ families, certain }: FamilyGuess): string {
  return families.map((family) => `${family.name}${certain.includes(family) ? "!" : ""}`).join(" ");
}

const redhatLibrary = ". /etc/init.d/functions\n";
const lsbLibrary = ". /lib/lsb/init-functions\n";
const lock = "touch /var/lock/subsys/svc\n";
const daemon = "start-stop-daemon --start --exec /usr/sbin/svcd\n";

describe("the families of a script", () => {
  test.each([
    ["nothing", "#!/bin/sh\necho\n", ""],
    ["Red Hat's library", redhatLibrary, "redhat"],
    ["its other path", "[ -f x ] && source /etc/rc.d/init.d/functions\n", "redhat"],
    ["a line for chkconfig", "#!/bin/sh\n# chkconfig: 2345 80 20\n", "redhat"],
    ["two marks", `${redhatLibrary}${lock}`, "redhat!"],
    ["marks in comments", `# ${redhatLibrary}# ${lock}# ${daemon}`, ""],
    ["the LSB's library", lsbLibrary, "debian"],
    ["the library and its program", `${lsbLibrary}${daemon}`, "debian!"],
    ["an interpreter", "#!/lib/init/init-d-script\n", "debian"],
    ["marks of both", `${lock}${daemon}`, "redhat debian"],
    ["both libraries", `${redhatLibrary}${lock}${lsbLibrary}`, "debian"],
  ])("%s", (_what, text, families) => expect(shown(guessFamily(text))).toBe(families));

  test("Buildroot's scripts are not Debian's, unless they have a header", () => {
    expect(shown(guessFamily(daemon, "S40svc"))).toBe("");
    expect(shown(guessFamily(daemon, "svc"))).toBe("debian");
    expect(shown(guessFamily(`### BEGIN INIT INFO\n${daemon}`, "S40svc"))).toBe("debian");
  });

  test("the user's word leaves no doubt", () => {
    expect(scriptFamilies.map((name) => shown(givenFamily(name)))).toEqual(["redhat!", "debian!"]);
  });
});

describe.each(scriptFamilies)("%s", (name) => {
  const family: FamilyFacts = scriptFamilyFacts[name];

  test("has its own name, and a skeleton that is recognised as its own and no other's", () => {
    expect(family.name).toBe(name);
    expect(shown(guessFamily(skeletonText(family.skeleton("svc")), "svc"))).toBe(`${name}!`);
  });

  test("is recognised by the library that the table of helper functions names", () => {
    const library = family.library?.name;
    expect(library === undefined ? name : shown(guessFamily(`. ${helperLibraries[library]}\n`))).toBe(name);
  });

  test("says of locks and links what its generations of rc say", () => {
    for (const rc of Object.values(rcFlavors).filter((each) => each.family === name))
      expect({ linksBy: rc.linksBy, locks: rc.decidesBy === "locks" }).toEqual({
        linksBy: family.linksBy,
        locks: family.locks,
      });
  });
});

/** A family that nobody has heard of, built through the contract alone. */
const toy: FamilyFacts<"toy"> = {
  name: "toy",
  title: "Toy",
  library: undefined,
  marks: [
    { words: "/toy-run", pattern: /^#!.*\/toy-run\b/ },
    { words: "toyd", pattern: /^[^#\n]*\btoyd\b/m, except: ({ name }) => name === "not-a-toy" },
  ],
  linksBy: "insserv",
  locks: false,
  skeleton: (service) => ["#!/sbin/toy-run\ntoyd ", { number: 1, text: service }, "\n"],
};

describe("a further family", () => {
  const table: readonly FamilyFacts<ScriptFamily | "toy">[] = [...Object.values(scriptFamilyFacts), toy];
  const guess = (text: string, name = "svc"): FamilyGuess => guessAmong(table, { text, name });

  test("is guessed beside the others, without a line of code for it", () => {
    expect(shown(guess(skeletonText(toy.skeleton("svc"))))).toBe("toy!");
    expect(shown(guess("#!/sbin/toy-run\n"))).toBe("toy");
    expect(shown(guess("toyd\n", "not-a-toy"))).toBe("");
    expect(shown(guess(`#!/sbin/toy-run\n${redhatLibrary}${lock}`))).toBe("redhat! toy");
    expect(shown(guessGiven(toy))).toBe("toy!");
  });

  test("has the rules that name it and those for all, and no others", () => {
    const asked = (families: readonly string[] | "all"): boolean => isFor(families, guess("toyd\n"));
    expect([asked("all"), asked(["toy"]), asked(["redhat", "toy"]), asked(["redhat", "debian"])]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([isFor("all", guess("")), isFor(["toy"], guess(""))]).toEqual([true, false]);
  });

  test("is asked for its facts, not for its name", () => {
    const links = (text: string): readonly boolean[] =>
      (["chkconfig", "insserv"] as const).map((program) => hasLinksOnlyBy(guess(text), program));
    expect(links("toyd\n")).toEqual([false, true]);
    expect(links(`toyd\n${lock}`)).toEqual([false, false]);
    expect(links(lock)).toEqual([true, false]);
    expect(links("")).toEqual([false, false]);
  });

  test("can have a library of its own: who chooses between libraries has no locks to judge", () => {
    const locked: FamilyFacts<"toy"> = {
      ...toy,
      library: { name: "lsb", mark: { words: "/lib/toy", pattern: /^\. \/lib\/toy$/m } },
      locks: true,
    };
    const among = (text: string): string =>
      shown(guessAmong([scriptFamilyFacts.redhat, scriptFamilyFacts.debian, locked], { text, name: "" }));
    expect(among(". /lib/toy\ntoyd\n")).toBe("toy!");
    expect(among(`. /lib/toy\n${redhatLibrary}toyd\n`)).toBe("");
    expect(among(`. /lib/toy\n${lsbLibrary}toyd\n`)).toBe("debian");
  });

  test("is that of most scripts, where it is", () => {
    const most = (...texts: readonly string[]): string | undefined =>
      familyOfMost(texts.map((text) => guess(text)))?.name;
    expect([most("toyd\n", "toyd\n", lock), most("toyd\n", lock), most(""), most()]).toEqual([
      "toy",
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("changes nothing for scripts that have none of its marks", () => {
    const line = fc.oneof(
      fc.constantFrom(
        redhatLibrary,
        lsbLibrary,
        lock,
        daemon,
        "# chkconfig: - 1 2\n",
        "### BEGIN INIT INFO\n",
      ),
      fc.string({ unit: pieceOf("\0", "\r", "\n", "\u001b", "#", " ", ".", "/", "ü", "x") }),
    );
    const name = fc.constantFrom("", "svc", "S40svc", "rcS");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), name, (lines, called) => {
        expect(shown(guess(lines.join(""), called))).toBe(shown(guessFamily(lines.join(""), called)));
      }),
    );
  });
});
