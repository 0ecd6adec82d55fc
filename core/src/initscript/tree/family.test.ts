import { describe, expect, test } from "vitest";
import type { ExampleFile } from "../../lint/contract.ts";
import { inEnglish } from "../../testing/english.ts";
import { treeWith } from "../../testing/script-check.ts";
import { familyOfScript, familyOfTree } from "./family.ts";
import type { InitTree } from "./model.ts";

const plain = '#!/bin/sh\ncase "$1" in start) svcd ;; stop) killall svcd ;; esac\n';
const redHat = ". /etc/init.d/functions\ntouch /var/lock/subsys/svc\n";

/** `buildroot, because the system has etc/init.d/rcS`. */
function shown(tree: InitTree): string {
  const guess = familyOfTree(tree);
  if (guess === undefined) return "nobody can tell";
  const { families, because } = guess;
  return `${families.map(({ name }) => name).join(" ")}, because ${because === undefined ? "" : inEnglish.text(because)}`;
}

function tree(files: readonly ExampleFile[], text = plain, name = "svc"): InitTree {
  return treeWith(text, name, 0o755, files);
}

describe("the family of a system", () => {
  test.each<readonly [string, InitTree, string]>([
    ["nothing", tree([]), "nobody can tell"],
    [
      "Buildroot's rcS",
      tree([{ path: "etc/init.d/rcS", text: "for i in /etc/init.d/S??* ;do\n" }]),
      "buildroot, because the system has etc/init.d/rcS",
    ],
    [
      "names alone",
      tree([], plain, "S40svc"),
      "buildroot, because the names of the scripts in etc/init.d give their order, and there are no links",
    ],
    [
      "names of links are none of scripts",
      tree([{ path: "etc/rc3.d/S40svc", target: "../init.d/svc" }]),
      "nobody can tell",
    ],
    [
      "OpenEmbedded's rc",
      tree([{ path: "etc/init.d/rc", text: "psplash-write QUIT\n" }]),
      "openembedded, because the system has etc/init.d/rc",
    ],
    [
      "OpenEmbedded with BusyBox",
      tree([{ path: "etc/init.d/rcS", text: "for i in /etc/rcS.d/S??* /etc/rc5.d/S??* ;do\n" }]),
      "openembedded, because the system has etc/init.d/rcS",
    ],
    [
      "the table alone",
      tree([
        {
          path: "etc/inittab",
          text: "S0:12345:respawn:/usr/sbin/ttyrun ttyS0 /bin/start_getty 115200 ttyS0 vt102\n",
        },
      ]),
      "openembedded, because the inittab contains `/usr/sbin/ttyrun`",
    ],
    [
      "a comment of a table is none of its entries",
      tree([{ path: "etc/inittab", text: "# x:2:wait:/etc/rc.d/rc.M\n" }]),
      "nobody can tell",
    ],
    [
      "Slackware",
      tree([
        { path: "etc/rc.d/rc.M", text: "" },
        { path: "etc/slackware-version", text: "Slackware 15.0\n" },
      ]),
      "slackware, because the system has etc/slackware-version",
    ],
    [
      "Debian",
      tree([{ path: "etc/debian_version", text: "12.5\n" }]),
      "debian, because the system has etc/debian_version",
    ],
    ["most scripts", tree([], redHat), "redhat, because most scripts in etc/init.d are"],
  ])("%s", (_what, given, families) => expect(shown(given)).toBe(families));
});

describe("the family of a script in a system", () => {
  const names = (text: string, files: readonly ExampleFile[], name = "svc"): string => {
    const around = tree(files, text, name);
    return familyOfScript({ text, name, path: `etc/init.d/${name}`, tree: around })
      .families.map((family) => family.name)
      .join(" ");
  };
  const debianRelease: ExampleFile = { path: "etc/debian_version", text: "12.5\n" };

  test("what the system is outweighs what the script mentions", () => {
    expect(names(redHat, [])).toBe("redhat");
    expect(names(redHat, [debianRelease])).toBe("debian");
    expect(names(redHat, [{ path: "etc/init.d/rcS", text: "for i in /etc/init.d/S??* ;do\n" }])).toBe(
      "buildroot",
    );
  });

  test("the scripts beside it speak for one that says nothing", () => {
    expect(names(plain, [])).toBe("");
    expect(names(plain, [{ path: "etc/init.d/other", text: redHat }])).toBe("redhat");
    expect(names("start-stop-daemon -S -x svcd\n", [{ path: "etc/init.d/other", text: redHat }])).toBe(
      "debian",
    );
  });

  test("the user's word outweighs all", () => {
    const text = "# inittab: family=suse\n";
    expect(names(text, [debianRelease])).toBe("suse");
    const asked = familyOfScript({ text: redHat, name: "svc" }, "lfs");
    expect([asked.families.map(({ name }) => name), asked.by]).toEqual([["lfs"], "request"]);
  });
});
