import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../testing/english.ts";
import { runChkconfig } from "../chkconfig/chkconfig.ts";
import type { RcFlavor } from "../facts/rc-flavors.ts";
import { runInsserv } from "../insserv/insserv.ts";
import type { RcLevel } from "../levels.ts";
import { walkRunlevel } from "../rc/walk.ts";
import { buildTree } from "./build.ts";
import { guessFlavor } from "./flavor.ts";
import { followChanges } from "./follow.ts";
import type { TreeNode } from "./listing.ts";
import type { InitTree } from "./model.ts";
import { isTreePath, treePaths } from "./paths.ts";
import { rcSystem } from "./rc-system.ts";
import { chkconfigSystem, insservSystem, rcEntries, scriptOf } from "./systems.ts";

/**
 * Reads a tree as a careful program does: answers the questions, never looking through a link. A tree is written as
 * lines `path`, `path mode`, `path -> target` or `path/`, each file followed by its lines, which are indented.
 */
function read(description: string): InitTree {
  return buildTree(listingOf(description));
}

function listingOf(description: string): Map<string, TreeNode> {
  const nodes = nodesOf(description);
  const listing = new Map<string, TreeNode>();
  for (let questions = treePaths(listing); questions.length > 0; questions = treePaths(listing))
    for (const { path } of questions) {
      expect(listing.has(path), `${path} is asked for once`).toBe(false);
      listing.set(path, nodes.get(path) ?? { kind: "missing" });
    }
  return listing;
}

function nodesOf(description: string): Map<string, TreeNode> {
  const nodes = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
  const put = (path: string, node: TreeNode): void => {
    nodes.set(path, node);
    const parent = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    if (!nodes.has(parent)) put(parent, { kind: "folder", names: [] });
    const folder = nodes.get(parent);
    if (folder?.kind === "folder")
      nodes.set(parent, { ...folder, names: [...folder.names, path.slice(path.lastIndexOf("/") + 1)] });
  };
  let file: string | undefined;
  for (const line of description.replace(/^\n/, "").split("\n")) {
    const [, path = "", arrow, target = "", mode] = /^(\S+?)\/?(?: (->) (\S+)| (\d+))?$/.exec(line) ?? [];
    const known = nodes.get(file ?? "");
    if (line.startsWith(" ")) {
      if (file !== undefined && known?.kind === "file")
        nodes.set(file, { ...known, text: `${known.text}${line.trim()}\n` });
    } else if (path !== "") {
      file = path;
      if (arrow !== undefined) put(path, { kind: "link", target });
      else if (line.endsWith("/")) put(path, { kind: "folder", names: [] });
      else put(path, { kind: "file", text: "", mode: Number.parseInt(mode ?? "755", 8) });
    }
  }
  return nodes;
}

/** Prints the scripts, the rc folders with the script behind each entry, the locks and the problems. */
function check(description: string): string {
  const tree = read(description);
  const scripts = tree.scripts.map(({ path, realPath }) =>
    path === realPath ? path : `${path} = ${realPath}`,
  );
  const folders = [...tree.folders.values()].flatMap(({ path, entries }) =>
    entries.map((entry) => `${path}/${entry.name} ${entry.kind} ${scriptOf(tree, entry)?.name ?? "-"}`),
  );
  const problems = tree.problems.map(
    ({ path, kind, message }) => `${path}: ${kind}: ${inEnglish.text(message)}`,
  );
  return [...scripts, ...folders, `locks: ${tree.locks.join(" ")}`, ...problems].join("\n");
}

describe("the layouts", () => {
  test("Debian's", () => {
    expect(
      check(`
etc/init.d/ssh
etc/init.d/.depend.start
etc/init.d/conf.d/x
etc/rc2.d/S01ssh -> ../init.d/ssh
etc/rcS.d/S01ssh -> /etc/init.d/ssh
etc/rc2.d/README`),
    ).toMatchInlineSnapshot(`
      "etc/init.d/ssh
      etc/rc2.d/S01ssh link ssh
      etc/rc2.d/README file -
      etc/rcS.d/S01ssh link ssh
      locks: "
    `);
  });
  test("Red Hat's, with links from etc", () => {
    expect(
      check(`
etc/init.d -> rc.d/init.d
etc/rc3.d -> rc.d/rc3.d
etc/rc.d/init.d/sshd
etc/rc.d/rc3.d/S55sshd -> ../init.d/sshd
etc/rc.d/rc3.d/S99local -> ../rc.local
etc/rc.d/rc5.d/S55sshd -> ../init.d/sshd
etc/rc.d/rc.local
var/lock/subsys/sshd
var/lock/subsys/folder/`),
    ).toMatchInlineSnapshot(`
      "etc/init.d/sshd = etc/rc.d/init.d/sshd
      etc/rc3.d/S55sshd link sshd
      etc/rc3.d/S99local link -
      etc/rc.d/rc5.d/S55sshd link sshd
      locks: sshd"
    `);
  });
  test("nothing at all", () => expect(check("")).toBe("locks: "));
});

test("what leads nowhere is told, and nothing outside is asked for", () => {
  const tree = `
etc/init.d/up
etc/init.d/gone -> /opt/gone
etc/init.d/opt -> ../../opt/tool
opt/tool
etc/rc3.d/S01up -> ../../../../etc/init.d/up
etc/rc3.d/S02out -> ../../../../../home/secret
etc/rc3.d/S03gone -> ../init.d/gone
etc/rc3.d/S04round -> S05round
etc/rc3.d/S05round -> S04round
etc/rc3.d/S06folder -> ../init.d
etc/rc3.d/S07file 644
etc/rc3.d/S08opt -> ../init.d/opt
etc/rc3.d/x -> nowhere
etc/rc2.d -> rc2.d`;
  expect(check(tree)).toMatchInlineSnapshot(`
    "etc/init.d/up
    etc/init.d/opt = opt/tool
    etc/rc3.d/S01up link up
    etc/rc3.d/S02out outside -
    etc/rc3.d/S03gone dangling -
    etc/rc3.d/S04round loop -
    etc/rc3.d/S05round loop -
    etc/rc3.d/S06folder folder -
    etc/rc3.d/S07file file -
    etc/rc3.d/S08opt link opt
    etc/rc3.d/x dangling -
    locks: 
    etc/init.d/gone: dangling: points to /opt/gone, which does not exist
    etc/rc2.d: loop: points to rc2.d: the links form a loop
    etc/rc3.d/S02out: outside: points to ../../../../../home/secret, outside the tree
    etc/rc3.d/S03gone: dangling: points to ../init.d/gone, which does not exist
    etc/rc3.d/S04round: loop: points to S05round: the links form a loop
    etc/rc3.d/S05round: loop: points to S04round: the links form a loop"
  `);
  for (const path of listingOf(tree).keys()) expect(path.split("/")).not.toContain("..");
});

describe("the systems of the programs", () => {
  const tree = read(`
etc/init.d/db
  ### BEGIN INIT INFO
  # Provides: db
  # Required-Start: $local_fs
  # Required-Stop:
  # Default-Start: 2 3
  # Default-Stop: 0
  ### END INIT INFO
  # chkconfig: 3 20 80
  # description: x
  touch /var/lock/subsys/db
  rm -f /var/lock/subsys/db
etc/init.d/web 744
  ### BEGIN INIT INFO
  # Provides: web
  # Required-Start: db
  # Required-Stop: db
  # Default-Start: 3
  # Default-Stop: 0
  ### END INIT INFO
  lock=/var/lock/subsys
  prog="web"
  LOCK="$lock/\${prog}"
  touch $LOCK
  [ $? = 0 ] && rm -f "$LOCK"
etc/init.d/off 644
etc/insserv.conf
  $local_fs +mountall
etc/insserv/overrides/db
  nothing
etc/rc3.d/S20db -> ../init.d/db
etc/rc3.d/S30web -> ../init.d/web
etc/rc3.d/S40off -> ../init.d/off
etc/rc0.d/K10web -> ../init.d/web
etc/rc0.d/K20db -> ../init.d/db`);
  test("insserv", () => {
    const { links, stderr } = runInsserv(insservSystem(tree), ["db", "web"]);
    expect(
      Object.fromEntries([...links].map(([level, list]) => [level, list.map(({ name }) => name)])),
    ).toEqual({
      "0": ["K02db", "K01web"],
      "3": ["S01off", "S01db", "S02web"],
    });
    expect(stderr).toMatchInlineSnapshot(`
      [
        "insserv: warning: script 'S40off' missing LSB tags",
        "insserv: warning: current start runlevel(s) (3) of script \`db' overrides LSB defaults (2 3).",
      ]
    `);
  });
  test("chkconfig", () => {
    expect(runChkconfig(chkconfigSystem(tree), ["--list", "db"]).stdout).toMatchInlineSnapshot(`
      [
        "db             	0:off	1:off	2:off	3:on	4:off	5:off	6:off",
      ]
    `);
  });
  test("rc", () => {
    const up = walkRunlevel("el6", rcSystem(tree), { previous: "N", runlevel: "3", args: ["3"] });
    expect([up.locks, up.steps.map(({ kind }) => kind)]).toEqual([
      ["db", "web"],
      ["call", "call", "skip"],
    ]);
    const system = { ...rcSystem(tree), locks: up.locks };
    expect(walkRunlevel("el6", system, { previous: "3", runlevel: "0", args: ["0"] }).locks).toEqual([]);
  });
  test("rc, with another description of the scripts", () => {
    const nothing = { touch: [], remove: [], exit: 0, output: "" };
    const system = rcSystem(tree, ({ name }) => ({
      start: { ...nothing, touch: [`${name}x`] },
      stop: nothing,
    }));
    expect(walkRunlevel("el6", system, { previous: "N", runlevel: "3", args: ["3"] }).locks).toEqual([
      "dbx",
      "webx",
    ]);
  });
});

describe("the order of rc", () => {
  const tree = read(
    ["S20b", "K9z", "S20a", "S209p", "K10y", "x", "S3c"].map((name) => `etc/rc2.d/${name}`).join("\n"),
  );
  const order = (flavor: RcFlavor, level: RcLevel = "2"): string =>
    rcEntries(tree, level, flavor)
      .map(({ name }) => name)
      .join(" ");
  test("Red Hat's", () => expect(order("el6")).toBe("K10y K9z S209p S20a S20b S3c"));
  test("Debian's, with its oddity", () => expect(order("deb12")).toBe("K10y K9z S209p S209p S20a S20b S3c"));
  test("no folder", () => expect(order("deb12", "5")).toBe(""));
});

test.each([
  [
    "etc/redhat-release\n  CentOS release 6.10 (Final)",
    "el6: etc/redhat-release says CentOS release 6.10 (Final)",
  ],
  ["etc/redhat-release\n  Red Hat Enterprise Linux Server release 5.11 (Tikanga)", "el5"],
  ["etc/redhat-release\n  Red Hat Enterprise Linux AS release 4", "el4"],
  ["etc/redhat-release\n  Red Hat Linux release 7.3 (Valhalla)", "rh73"],
  ["etc/redhat-release\n  Red Hat Linux release 5.0 (Hurricane)", "rh5"],
  ["etc/debian_version\n  9.13", "deb9: etc/debian_version says 9.13"],
  ["etc/debian_version\n  bookworm/sid", "deb12"],
  ["etc/rc.d/rc", "el6: it has etc/rc.d/rc"],
  ["etc/rc.d/rc3.d/S01x", "el6: it has etc/rc.d"],
  ["etc/rcS.d/S01x", "deb12: it has etc/rcS.d"],
  ["etc/init.d/x", "unknown"],
])("%j", (description, expected) => {
  const guess = guessFlavor(read(description));
  expect(guess === undefined ? "unknown" : `${guess.flavor}: ${inEnglish.text(guess.because)}`).toContain(
    expected,
  );
});

test("a file system that follows links by itself", () => {
  const tree = buildTree(
    new Map<string, TreeNode>([
      ["", { kind: "folder", names: ["etc"] }],
      ["etc", { kind: "folder", names: ["init.d", "rc2.d"] }],
      ["etc/init.d", { kind: "folder", names: ["ssh"] }],
      ["etc/init.d/ssh", { kind: "file", text: "x" }],
      ["etc/rc2.d", { kind: "folder", names: ["S01ssh"] }],
      ["etc/rc2.d/S01ssh", { kind: "file", text: "x", followed: true }],
    ]),
  );
  const [entry] = tree.folders.get("2")?.entries ?? [];
  expect(entry?.kind).toBe("link");
  expect(entry && scriptOf(tree, entry)?.path).toBe("etc/init.d/ssh");
});

test("the paths that matter", () => {
  const paths = [
    "etc/init.d/x",
    "etc/rc.d/rc3.d/S01x",
    "etc/insserv.conf",
    "etc/passwd",
    "etc/rc9.d/S01x",
    "var/lock/x",
  ];
  expect(paths.filter(isTreePath)).toEqual(["etc/init.d/x", "etc/rc.d/rc3.d/S01x", "etc/insserv.conf"]);
});

const name = fc.constantFrom(
  "etc",
  "rc.d",
  "init.d",
  "rc3.d",
  "S01a",
  "K02b",
  "a",
  "b",
  "var",
  "lock",
  "subsys",
);
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join("/"));
const target = fc
  .tuple(fc.constantFrom("", "/", "../", "../../../", "./"), fc.array(name, { maxLength: 3 }))
  .map(([start, names]) => start + names.join("/"));

test("any tree of links ends, and every question has only real folders above it", () => {
  fc.assert(
    fc.property(fc.dictionary(path, fc.option(target), { maxKeys: 12 }), (links) => {
      const lines = Object.entries(links).map(([at, to]) =>
        to === null ? at : `${at} -> ${to === "" ? "x" : to}`,
      );
      const listing = listingOf(lines.join("\n"));
      for (const asked of listing.keys()) {
        const parent = asked.slice(0, Math.max(asked.lastIndexOf("/"), 0));
        if (asked !== "") expect(listing.get(parent)?.kind).toBe("folder");
      }
      const tree = buildTree(listing);
      walkRunlevel("el6", rcSystem(tree), { previous: "N", runlevel: "3", args: ["3"] });
    }),
  );
});

test("a text that doubles itself again and again names no lock", () => {
  const doubled = Array.from({ length: 60 }, (_, at) => `  V${at + 1}="$V${at}$V${at}"`).join("\n");
  const tree = read(
    `etc/init.d/x\n  V0=x\n${doubled}\n  touch /var/lock/subsys/$V60\netc/rc3.d/S01x -> ../init.d/x`,
  );
  expect(walkRunlevel("el6", rcSystem(tree), { previous: "N", runlevel: "3", args: ["3"] }).locks).toEqual(
    [],
  );
});

test("changes are followed one after the other, and say why an entry is left out", () => {
  const tree = read(`
etc/rc.d/init.d/web
 #!/bin/sh
 # chkconfig: 3 80 20
 touch /var/lock/subsys/web
etc/rc.d/rc3.d/S80web -> ../init.d/web
etc/rc.d/rc3.d/S90gone -> ../init.d/gone
etc/rc.d/rc5.d/K20web -> ../init.d/web
etc/rc.d/rc5.d/S90gone -> ../init.d/other
`);
  const changes = [
    { previous: "N", runlevel: "3" },
    { previous: "3", runlevel: "5" },
    { previous: "5", runlevel: "4" },
  ];
  const followed = followChanges(tree, { flavor: "el6", changes, locks: [] });
  const told = followed.map(({ change, events, hasFolder }) => [
    `${change.previous} to ${change.runlevel}${hasFolder ? "" : ", which has no folder"}`,
    ...events.map(
      ({ step, remarks, broken }) =>
        `  ${step.kind === "call" ? `${step.path} ${step.argument}` : step.kind === "skip" ? step.entry : step.kind}: ${remarks.map(inEnglish.text).join("; ")}${broken ? " (broken)" : ""}`,
    ),
  ]);
  expect(told.flat().join("\n")).toMatchInlineSnapshot(`
    "N to 3
      rc3.d/S80web start: locks web
      S90gone: it points to ../init.d/gone, which does not exist (broken)
    3 to 5
      rc5.d/K20web stop: 
      S90gone: it points to ../init.d/other, which does not exist (broken)
    5 to 4, which has no folder"
  `);
});
