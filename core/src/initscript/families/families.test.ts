import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { helperLibraries } from "../facts/helper-functions.ts";
import { rcFlavors } from "../facts/rc-flavors.ts";
import { skeletonText } from "../script/skeleton.ts";
import type { FamilyFacts } from "./contract.ts";
import { givenFamily, guessFamily, scriptFamilyFacts } from "./families.ts";
import { type FamilyGuess, familyOfMost, guessAmong, guessGiven, hasLinksOnlyBy } from "./guess.ts";
import { type ScriptFamily, scriptFamilies } from "./names.ts";
import { statedFamily } from "./statement.ts";
import { isFor, type RuleFamilies } from "./traits.ts";

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
    expect(shown(guessFamily(daemon, "S40svc"))).toBe("buildroot!");
    expect(shown(guessFamily(daemon, "svc"))).toBe("debian");
    expect(shown(guessFamily(`### BEGIN INIT INFO\n${daemon}`, "S40svc"))).toBe("debian");
    const placed = (text: string, path: string): string =>
      shown(guessFamily(text, path.slice(path.lastIndexOf("/") + 1), path));
    expect(placed(`# chkconfig: - 10 90\n${redhatLibrary}${lock}`, "etc/init.d/S29netplug")).toBe(
      "buildroot!",
    );
    expect(placed(`# chkconfig: - 10 90\n${redhatLibrary}${lock}`, "etc/rc3.d/S29netplug")).toBe("redhat!");
    expect(placed(daemon, "etc/rc3.d/S29netplug")).toBe("debian");
    expect(placed("for i in /etc/init.d/S??* ;do\n", "etc/init.d/rcS")).toBe("buildroot!");
  });

  test.each([
    [
      "OpenEmbedded's functions beside a program that Red Hat lacks",
      "svc",
      `${redhatLibrary}${daemon}`,
      "openembedded!",
    ],
    ["the same with a lock", "svc", `${redhatLibrary}${daemon}${lock}`, "redhat! debian"],
    ["OpenWrt's interpreter", "svc", "#!/bin/sh /etc/rc.common\nSTART=50\n", "openwrt!"],
    [
      "OpenWrt's interpreter and Debian's program",
      "S40svc",
      `#!/bin/sh /etc/rc.common\n${daemon}`,
      "openwrt!",
    ],
    ["OpenWrt's interpreter in a comment", "svc", "#!/bin/sh\n# /etc/rc.common\n", ""],
    ["the progress bar", "svc", "psplash-write QUIT\n", "openembedded!"],
    ["OpenRC's interpreter", "svc", "#!/sbin/openrc-run\n", "openrc!"],
    [
      "OpenRC's interpreter on another system",
      "svc",
      `#! /sbin/openrc-run\n${daemon}${lsbLibrary}`,
      "openrc!",
    ],
    ["OpenRC's interpreter by env, which is wrong", "svc", "#!/usr/bin/env openrc-run\n", "openrc!"],
    ["OpenRC's old interpreter", "svc", "#!/sbin/runscript\n", "openrc!"],
    ["OpenRC's function", "svc", "#!/bin/sh\ndepend() {\n", "openrc"],
    ["OpenRC's interpreter in a comment", "svc", "#!/bin/sh\n# /sbin/openrc-run\n", ""],
    ["SUSE's functions", "svc", `. /etc/rc.status\n${lsbLibrary}`, "suse!"],
    ["SUSE's level", "svc", "# Default-Start: B\n", "suse"],
    ["SUSE's level on another system", "svc", `# Default-Start: B\n${lsbLibrary}`, "debian suse"],
    ["SUSE's boot scripts", "/etc/init.d/boot.local", "#!/bin/sh\n", "suse!"],
    ["Slackware's folder", "/etc/rc.d/rc.dnsmasq", "#!/bin/sh\n", "slackware!"],
    ["LFS's functions", "svc", `${lsbLibrary}evaluate_retval\n`, "lfs!"],
    ["LFS's functions in a comment", "svc", `${lsbLibrary}# evaluate_retval\n`, "debian"],
    ["Entware's folder", "/opt/etc/init.d/S80nginx", "#!/bin/sh\n", "entware!"],
    ["Entware's functions", "svc", ". /opt/etc/init.d/rc.func\n", "entware!"],
    ["SliTaz's functions", "svc", ". /etc/init.d/rc.functions\n", "slitaz!"],
    ["FreeBSD's functions", "svc", '. /etc/rc.subr\nrun_rc_command "$1"\n', "freebsd-rc!"],
    ["Arch's functions", "svc", ". /etc/rc.d/functions\n", "arch!"],
    ["Solaris' shell", "svc", "#!/sbin/sh\n", "solaris-rc"],
    ["AIX' controller", "svc", "startsrc -s sshd\n", "aix-rc!"],
  ])("%s", (_what, path, text, families) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    expect(shown(guessFamily(text, name, path))).toBe(families);
  });

  test("the user's word leaves no doubt", () => {
    expect(scriptFamilies.map((name) => shown(givenFamily(name)))).toEqual(
      scriptFamilies.map((name) => `${name}!`),
    );
  });

  test("a comment in the script is the user's word", () => {
    expect(statedFamily("#!/bin/sh\n# inittab: family=buildroot\n")).toBe("buildroot");
    expect(statedFamily("#!/bin/sh\necho '# inittab: family=buildroot'\n")).toBeUndefined();
    expect(statedFamily("#!/bin/sh\n# inittab: family=no-such\n")).toBeUndefined();
  });
});

describe.each(scriptFamilies)("%s", (name) => {
  const family: FamilyFacts = scriptFamilyFacts[name];

  test("has its own name, and a skeleton that is recognised as its own and no other's", () => {
    expect(family.name).toBe(name);
    if (family.skeleton === undefined) return;
    const file = name === "buildroot" ? "S50svc" : "svc";
    expect(shown(guessFamily(skeletonText(family.skeleton(file)), file))).toBe(`${name}!`);
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
  treeMarks: [{ file: "etc/toy-release" }],
  tableMarks: [/:\/sbin\/toy-rc\b/],
  linksBy: "insserv",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/sbin/toy-rc",
    order: "names",
    start: "start",
    stop: undefined,
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: {},
  ownSettings: [],
  shells: [],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: undefined,
  skeleton: (service) => ["#!/sbin/toy-run\ntoyd ", { number: 1, text: service }, "\n"],
};

describe("a further family", () => {
  const table: readonly FamilyFacts<ScriptFamily | "toy">[] = [...Object.values(scriptFamilyFacts), toy];
  const guess = (text: string, name = "svc"): FamilyGuess => guessAmong(table, { text, name, path: name });

  test("is guessed beside the others, without a line of code for it", () => {
    expect(shown(guess(skeletonText(toy.skeleton?.("svc") ?? [])))).toBe("toy!");
    expect(shown(guess("#!/sbin/toy-run\n"))).toBe("toy");
    expect(shown(guess("toyd\n", "not-a-toy"))).toBe("");
    expect(shown(guess(`#!/sbin/toy-run\n${redhatLibrary}${lock}`))).toBe("redhat! toy");
    expect(shown(guessGiven(toy))).toBe("toy!");
  });

  test("has the rules that name it and those for all, and no others", () => {
    const asked = (families: RuleFamilies): boolean => isFor(families, guess("toyd\n"));
    expect([asked("all"), asked(["toy"]), asked(["redhat", "toy"]), asked(["redhat", "debian"])]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([isFor("all", guess("")), isFor(["toy"], guess(""))]).toEqual([true, false]);
  });

  test("has the rules that ask for what is true of it, without being named", () => {
    const traits = ["headers", "insserv", "chkconfig", "locks", "service", "executable-bit"] as const;
    const asked = (text: string, hasHeader: boolean): readonly string[] =>
      traits.filter((trait) => isFor(trait, guess(text), hasHeader));
    expect(asked("toyd\n", true)).toEqual(["insserv", "executable-bit"]);
    expect(asked(lock, false)).toEqual(["headers", "chkconfig", "locks", "service", "executable-bit"]);
    expect(asked("", false)).toEqual([]);
    expect(asked("", true)).toEqual(["headers", "service"]);
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
      shown(
        guessAmong([scriptFamilyFacts.redhat, scriptFamilyFacts.debian, locked], {
          text,
          name: "",
          path: "",
        }),
      );
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
