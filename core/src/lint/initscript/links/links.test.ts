// What the rules about links and names say, and whether it happens: the calls are those of the rc programs.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RcFlavor } from "../../../initscript/facts/rc-flavors.ts";
import { nameObstacle } from "../../../initscript/insserv/file-names.ts";
import { runInsserv } from "../../../initscript/insserv/insserv.ts";
import type { RcStep } from "../../../initscript/rc/model.ts";
import { walkRunlevel } from "../../../initscript/rc/walk.ts";
import { rcSystem } from "../../../initscript/tree/rc-system.ts";
import { insservSystem } from "../../../initscript/tree/systems.ts";
import { checkScript, shownFindings, treeWith } from "../../../testing/script-check.ts";
import { scriptText } from "../../../testing/systems.ts";
import type { ExampleFile } from "../../contract.ts";
import { linkFindings } from "./link-findings.ts";

const debian = scriptText({
  name: "svc",
  header: [
    "# Provides: svc",
    "# Required-Start:",
    "# Required-Stop:",
    "# Default-Start: 2 3 4 5",
    "# Default-Stop: 0 1 6",
  ],
});
const redhat =
  "#!/bin/sh\n# chkconfig: 35 20 80\n# description: x\ntouch /var/lock/subsys/svc\nrm -f /var/lock/subsys/svc\n";
const release: ExampleFile = {
  path: "etc/redhat-release",
  text: "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n",
};

/** Links to scripts, written `rc2.d/S20svc` (to the script of that name) or `rc2.d/S20svc -> target`. */
function links(...written: readonly string[]): readonly ExampleFile[] {
  return written.map((each) => {
    const [entry = "", target = `../init.d/${entry.slice("rc2.d/S20".length)}`] = each.split(" -> ");
    return { path: `etc/${entry}`, target };
  });
}

/** What a rule says about `svc`, without place and name. */
function told(rule: string, text: string, files: readonly ExampleFile[], name = "svc"): string {
  return checkScript(text, { files, name })
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`)
    .join("\n");
}

interface Change {
  readonly flavor: RcFlavor;
  readonly from: string;
  readonly to: string;
  readonly locks?: readonly string[];
  readonly name?: string;
}

/** What rc calls and passes over, in order. */
function walk(text: string, files: readonly ExampleFile[], change: Change): string {
  const { flavor, from, to, locks = [], name = "svc" } = change;
  const tree = treeWith(text, name, 0o755, files);
  const system = { ...rcSystem(tree), locks };
  const { steps } = walkRunlevel(
    flavor,
    system,
    { previous: from, runlevel: to, args: [to] },
    tree.dependencyFiles,
  );
  return steps
    .flatMap((step) =>
      step.kind === "call" || step.kind === "failed-call"
        ? `${step.path} ${step.argument}`
        : step.kind === "skip"
          ? `${step.entry}: ${step.reason}`
          : [],
    )
    .join("\n");
}

describe("names of links", () => {
  test("Red Hat's rc looks for the lock of the link's name", () => {
    const files = [release, ...links("rc3.d/S20server -> ../init.d/svc", "rc6.d/K80server -> ../init.d/svc")];
    expect(told("rc-link-name-differs", redhat, files)).toMatchInlineSnapshot(
      `"warning: rc3.d/S20server: rc looks for the lock \`server\`, but the script is called \`svc\`; without that lock, rc starts it again at every runlevel change and never stops it
warning: rc6.d/K80server: rc looks for the lock \`server\`, but the script is called \`svc\`; without that lock, rc starts it again at every runlevel change and never stops it"`,
    );
    expect(walk(redhat, files, { flavor: "el6", from: "5", to: "3", locks: ["svc"] })).toBe(
      "rc3.d/S20server start",
    );
    expect(walk(redhat, files, { flavor: "el6", from: "3", to: "6", locks: ["svc"] })).toBe(
      "K80server: not-locked",
    );
  });
  test("Debian's insserv leaves a link of another name alone", () => {
    const files = links("rc2.d/S20server -> ../init.d/svc");
    expect(told("rc-link-name-differs", debian, files)).toMatchInlineSnapshot(
      `"information: rc2.d/S20server: insserv finds a script's links by the script's name, \`svc\`, so it never renumbers or removes this one"`,
    );
    const { links: after } = runInsserv(insservSystem(treeWith(debian, "svc", 0o755, files)), ["svc"]);
    expect(after.get("2")?.map(({ name }) => name)).toContain("S20server");
  });
  test("names that are meant to differ", () => {
    const halt = [release, ...links("rc6.d/S01reboot -> ../init.d/halt", "rc3.d/S99local -> ../rc.local")];
    expect(told("rc-link-name-differs", redhat, halt, "halt")).toBe("");
    const locked = redhat.replaceAll("subsys/svc", "subsys/server");
    expect(told("rc-link-name-differs", locked, links("rc3.d/S20server -> ../init.d/svc"))).toBe("");
    const unknown = redhat.replaceAll("subsys/svc", `subsys/$(basename "$0")`);
    expect(told("rc-link-name-differs", unknown, links("rc3.d/S20server -> ../init.d/svc"))).toBe("");
  });
  test("a name without two digits is cut all the same", () => {
    const files = [release, ...links("rc3.d/S100svc -> ../init.d/svc", "rc5.d/Ssvc -> ../init.d/svc")];
    expect(told("rc-name-cut", redhat, files)).toMatchInlineSnapshot(`
      "warning: rc3.d/S100svc: the letter is not followed by two digits; rc cuts off three characters and looks for the lock \`0svc\`
      warning: rc5.d/Ssvc: the letter is not followed by two digits; rc cuts off three characters and looks for the lock \`c\`"
    `);
    const change = { flavor: "el6", from: "N", to: "3" } as const;
    expect(walk(redhat, files, { ...change, locks: ["svc"] })).toBe("rc3.d/S100svc start");
    expect(walk(redhat, files, { ...change, locks: ["0svc"] })).toBe("S100svc: locked");
  });
  test("an entry without a number makes Debian's rc run everything again", () => {
    const files = [...links("rc2.d/S10other", "rc2.d/Ssvc -> ../init.d/svc"), script("other")];
    expect(told("rc-name-cut", debian, files)).toMatchInlineSnapshot(
      `"warning: rc2.d/Ssvc: the letter is not followed by two digits; rc reads no number in it and runs all entries of the letter again, and insserv does not recognize it as a link to a script"`,
    );
    expect(walk(debian, files, { flavor: "deb12", from: "N", to: "2" })).toMatchInlineSnapshot(`
      "rc2.d/S10other start
      rc2.d/S10other start
      rc2.d/Ssvc start"
    `);
  });
  test("a digit behind the number makes a script run twice, but for startpar", () => {
    const files = [...links("rc2.d/S209p", "rc2.d/S20other"), script("other")];
    expect(told("rc-digit-after-number", debian, files, "9p")).toMatchInlineSnapshot(
      `"error: rc2.d/S209p: the two digits are not followed by a letter, so rc reads more digits as the number and runs the script twice: with the others of 20, and on its own"`,
    );
    const change = { flavor: "deb12", from: "N", to: "2", name: "9p" } as const;
    expect(walk(debian, files, change)).toMatchInlineSnapshot(`
      "rc2.d/S209p start
      rc2.d/S209p start
      rc2.d/S20other start"
    `);
    const depend = ["boot", "start", "stop"].map((name) => ({
      path: `etc/init.d/.depend.${name}`,
      text: "TARGETS = other 9p\nINTERACTIVE =\n",
    }));
    expect(told("rc-digit-after-number", debian, [...files, ...depend], "9p")).toBe("");
    expect(walk(debian, [...files, ...depend], change)).toMatchInlineSnapshot(`
      "init.d/9p start
      init.d/other start"
    `);
  });
});

describe("backup copies", () => {
  const files = links("rc3.d/S20svc.bak -> ../init.d/svc", "rc3.d/S20svc.old -> ../init.d/svc");
  test("Debian's rc runs them all", () => {
    expect(told("rc-backup-runs", debian, files)).toMatchInlineSnapshot(`
      "warning: rc3.d/S20svc.bak: \`S20svc.bak\` looks like a backup copy, and rc runs it like any other entry
      warning: rc3.d/S20svc.old: \`S20svc.old\` looks like a backup copy, and rc runs it like any other entry"
    `);
    expect(told("rc-link-name-differs", debian, files)).toBe("");
    expect(walk(debian, files, { flavor: "deb12", from: "N", to: "3" })).toMatchInlineSnapshot(`
      "rc3.d/S20svc.bak start
      rc3.d/S20svc.old start"
    `);
  });
  test("Red Hat's rc skips some", () => {
    expect(told("rc-backup-runs", redhat, [release, ...files])).toMatchInlineSnapshot(
      `"warning: rc3.d/S20svc.old: \`S20svc.old\` looks like a backup copy, and rc runs it like any other entry"`,
    );
    expect(walk(redhat, [release, ...files], { flavor: "el6", from: "N", to: "3" })).toMatchInlineSnapshot(`
      "S20svc.bak: backup-name
      rc3.d/S20svc.old start"
    `);
  });
});

describe("what rc does with the links", () => {
  test("nothing stops a service without a K link", () => {
    const files = [...links("rc2.d/S20svc", "rc0.d/K01other"), script("other")];
    expect(told("rc-never-stopped", debian, files)).toMatchInlineSnapshot(
      `"warning: rc2.d/S20svc: none of the runlevels 0, 1 and 6 has a K link for it, so rc never calls the script to stop it"`,
    );
    expect(walk(debian, files, { flavor: "deb12", from: "2", to: "0" })).toBe("rc0.d/K01other stop");
    // Where the levels that end it have no folders, the tree is not a whole one.
    expect(told("rc-never-stopped", debian, links("rc2.d/S20svc"))).toBe("");
    const explicit = debian.replace("Stop: 0 1 6", "Stop:");
    expect(told("rc-never-stopped", explicit, files)).toMatch(/^information/);
    expect(told("rc-never-stopped", explicit.replace("2 3 4 5", "2 S"), files)).toBe("");
    expect(told("rc-never-stopped", redhat, [release, ...files])).toMatchInlineSnapshot(
      `"information: rc2.d/S20svc: none of the runlevels 0, 1 and 6 has a K link for it; only killall stops it, and only if its lock exists"`,
    );
  });
  test("two links of a level restart the service", () => {
    const files = links("rc3.d/S20svc", "rc3.d/K80svc", "rc5.d/S20svc");
    expect(told("rc-both-links", debian, files)).toMatchInlineSnapshot(
      `"information: rc3.d/S20svc: runlevel 3 also has a K link for this script, so each change to it stops and starts the service"`,
    );
    expect(walk(debian, files, { flavor: "deb12", from: "5", to: "3" })).toMatchInlineSnapshot(`
      "rc3.d/K80svc stop
      rc3.d/S20svc start"
    `);
    expect(walk(redhat, files, { flavor: "el6", from: "5", to: "3", locks: ["svc"] })).toMatchInlineSnapshot(`
      "rc3.d/K80svc stop
      rc3.d/S20svc start"
    `);
  });
  test("halt never comes back", () => {
    const files = [release, script("halt"), ...links("rc0.d/S01halt", "rc0.d/S99svc", "rc5.d/S99svc")];
    expect(told("rc-after-halt", redhat, files)).toMatchInlineSnapshot(
      `"error: rc0.d/S99svc: it sorts after S01halt, which replaces rc and never returns, so it is never run"`,
    );
    expect(walk(redhat, files, { flavor: "el6", from: "5", to: "0" })).toMatchInlineSnapshot(`
      "rc0.d/S01halt start
      S99svc: behind-halt"
    `);
    const old = { path: "etc/redhat-release", text: "Red Hat Linux release 5.2 (Apollo)\n" };
    expect(told("rc-after-halt", redhat, [old, ...files.slice(1)])).toBe("");
  });
  test("in levels 0 and 6 Debian's rc only stops", () => {
    const files = links("rc0.d/S20svc", "rc6.d/S20svc");
    expect(told("rc0-start-means-stop", debian, files)).toMatchInlineSnapshot(`
      "information: rc0.d/S20svc: in runlevel 0, rc calls S entries with \`stop\` too, after the K entries
      information: rc6.d/S20svc: in runlevel 6, rc calls S entries with \`stop\` too, after the K entries"
    `);
    expect(walk(debian, files, { flavor: "deb12", from: "2", to: "0" })).toBe("rc0.d/S20svc stop");
    expect(told("rc0-start-means-stop", redhat, [release, ...files])).toBe("");
  });
  test("a file is no link", () => {
    const files = [{ path: "etc/rc2.d/S20svc", text: debian }];
    expect(told("rc-entry-no-link", debian, files)).toMatchInlineSnapshot(
      `"warning: rc2.d/S20svc: this is a regular file and not a link; rc runs it to start, insserv calls it corrupt or invalid and never renumbers it"`,
    );
    expect(runInsserv(insservSystem(treeWith(debian, "svc", 0o755, files)), ["svc"]).stderr).toContain(
      "insserv: warning: script is corrupt or invalid: /etc/init.d/../rc2.d/S20svc",
    );
  });
});

describe("names of scripts", () => {
  test.each(["svc.backend", "skeleton-x", "svc.new", "+svc", "README.svc", "core"])(
    "insserv skips %s",
    (name) => {
      expect(told("name-not-run-by-insserv", debian, [], name)).toMatch(/^warning: insserv skips this file/);
      expect(runInsserv(insservSystem(treeWith(debian, name, 0o755, [])), [name]).stderr).toContain(
        `insserv: script name ${name} is not valid, skipped!`,
      );
    },
  );
  test.each(["svc.dpkg-old", "svc~", "skeleton", "README"])("nobody wonders that it skips %s", (name) => {
    expect(nameObstacle(name)).toBeDefined();
    expect(told("name-not-run-by-insserv", debian, [], name)).toBe("");
  });
  test.each(["svc", "svc.sh", "my-svc2"])("it reads %s", (name) => {
    expect(nameObstacle(name)).toBeUndefined();
    expect(told("name-not-run-by-insserv", debian, [], name)).toBe("");
  });
  test("a link to another script of the folder", () => {
    const files = [{ path: "etc/init.d/alias", target: "svc" }];
    const tree = treeWith(debian, "svc", 0o755, files);
    expect(runInsserv(insservSystem(tree), ["alias"]).stderr.join("\n")).toContain(
      "is a symlink to another script",
    );
  });
  test("the ending of a source package spoils the lock", () => {
    const files = [release, ...links("rc6.d/K80svc.init")];
    expect(told("name-with-unit-suffix", redhat, files, "svc.init")).toMatchInlineSnapshot(
      `"warning: \`service svc\` does not find a script called \`svc.init\`, and rc looks for a lock with the name in its links, \`svc.init\`"`,
    );
    const change = { flavor: "el6", from: "3", to: "6", name: "svc.init" } as const;
    expect(walk(redhat, files, { ...change, locks: ["svc"] })).toBe("K80svc.init: not-locked");
    expect(shownFindings(redhat, { name: "svc.init" }, "name-with-unit-suffix")).toBe("");
  });
});

test("entries are told with their path, with the script that is told the same, if there is one", () => {
  const files = [
    ...links(
      "rc3.d/S20svc.old -> ../init.d/svc",
      "rc3.d/S99x.bak -> ../gone",
      "rc2.d/S20y~ -> /opt/y",
      "rc2.d/S30z~ -> z",
    ),
    { path: "opt/y", text: "#!/bin/sh\n" },
    { path: "etc/rc2.d/z", text: "#!/bin/sh\n" },
  ];
  const tree = treeWith(debian, "svc", 0o755, files);
  const shown = [...linkFindings(tree)].flatMap(([path, findings]) =>
    findings.map(
      ({ rule, severity, script: told }) => `${path}: ${severity} ${rule}, script ${told?.name ?? "none"}`,
    ),
  );
  expect(shown).toMatchInlineSnapshot(`
    [
      "etc/rc2.d/S20y~: warning rc-backup-runs, script none",
      "etc/rc2.d/S30z~: warning rc-backup-runs, script none",
      "etc/rc3.d/S20svc.old: warning rc-backup-runs, script svc",
    ]
  `);
  expect([...linkFindings(tree, { severities: { "rc-backup-runs": "off" } })].flat(2)).toEqual([]);
});

describe("whatever the entries", () => {
  const names = [
    "S10a",
    "S10b",
    "S109p",
    "S20-x",
    "S20x.bak",
    "S20x~",
    "S99z.old",
    "Sx",
    "S5x",
    "S01halt",
    "S00reboot",
  ];
  const some = fc.subarray(names, { minLength: 1 });
  /** The steps of a boot into a level whose entries all lead to one script, and the entries that a rule tells of. */
  const boot = (
    flavor: RcFlavor,
    level: "2" | "0",
    entries: readonly string[],
    rule: string,
  ): { readonly steps: readonly RcStep[]; readonly told: readonly string[] } => {
    const written = entries.map((name) => `rc${level}.d/${name} -> ../init.d/svc`);
    const redHat = flavor === "el6" ? [release] : [];
    const tree = treeWith(flavor === "el6" ? redhat : debian, "svc", 0o755, [
      ...redHat,
      ...links(...written),
    ]);
    const change = { previous: "N", runlevel: level, args: [level] };
    const { steps } = walkRunlevel(flavor, rcSystem(tree), change);
    const told = [...linkFindings(tree)].flatMap(([path, findings]) =>
      findings.some((finding) => finding.rule === rule) ? path.slice(path.lastIndexOf("/") + 1) : [],
    );
    return { steps, told: told.toSorted() };
  };
  const called = (steps: readonly RcStep[]): readonly string[] =>
    steps.flatMap((step) => (step.kind === "call" ? step.path.slice("rc2.d/".length) : []));

  test("rc does not come to those behind halt, and they are told", () => {
    fc.assert(
      fc.property(some, (entries) => {
        const { steps, told: behind } = boot("el6", "0", entries, "rc-after-halt");
        const skipped = steps.flatMap((step) =>
          step.kind === "skip" && step.reason === "behind-halt" ? step.entry : [],
        );
        expect(behind).toEqual(skipped.toSorted());
      }),
    );
  });
  test("Debian's rc runs those twice that are told", () => {
    fc.assert(
      fc.property(some, (entries) => {
        const { steps, told: twice } = boot("deb12", "2", entries, "rc-digit-after-number");
        const calls = called(steps);
        const repeated = entries.filter(
          (name) => /^S\d\d\W|^S\d\d\d/.test(name) && calls.filter((each) => each === name).length > 1,
        );
        expect(twice).toEqual(repeated.toSorted());
      }),
    );
  });
  test.each(["el6", "deb12"] as const)("%s runs the backup copies that are told", (flavor) => {
    fc.assert(
      fc.property(some, (entries) => {
        const { steps, told: copies } = boot(
          flavor,
          "2",
          entries.filter((name) => !/halt|reboot/.test(name)),
          "rc-backup-runs",
        );
        const run = called(steps).filter((name) => /[.~]/.test(name));
        expect(copies).toEqual([...new Set(run)].toSorted());
      }),
    );
  });
});

function script(name: string): ExampleFile {
  return { path: `etc/init.d/${name}`, text: debian.replace("svc", name) };
}
