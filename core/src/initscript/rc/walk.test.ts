import { describe, expect, test } from "vitest";
import { type RcParts, rcSystemWith } from "../../testing/systems.ts";
import { type RcFlavor, rcFlavorNames } from "../facts/rc-flavors.ts";
import type { RcStep } from "./model.ts";
import { walkRunlevel } from "./walk.ts";

/** Follows one change to level 3 and prints every step, then locks, status and output. */
function check(flavor: RcFlavor, parts: RcParts, previous = "2", level = "3"): string {
  const walk = walkRunlevel(flavor, rcSystemWith(parts), { previous, runlevel: level, args: [level] });
  const steps = walk.steps.map(printStep);
  return [...steps, `locks: ${walk.locks.join(" ")}`, `status ${walk.exit}`, walk.stdout + walk.stderr].join(
    "\n",
  );
}

function printStep(step: RcStep): string {
  switch (step.kind) {
    case "call":
      return `${step.byKillall ? "killall: " : ""}${step.path} ${step.argument} -> ${step.exit}`;
    case "failed-call":
      return `${step.path} ${step.argument} failed with ${step.exit}`;
    case "event":
      return `event ${step.event} ${step.job}`;
    case "skip":
      return `${step.entry} skipped: ${step.reason}`;
    case "orphan-lock-removed":
      return `lock ${step.lock} removed`;
  }
}

describe("why an entry is passed over", () => {
  const services = {
    up: "keeps-lock",
    down: "keeps-lock",
    gone: "no-lock",
    old: "no-lock",
    off: "not-executable",
    b: "keeps-lock",
  } as const;
  const rc = {
    "2": ["S10b", "K20gone"],
    "3": ["K10down", "K15gone", "S10up", "S20old.bak", "S30off", { name: "S40lost", missing: true }, "S50b"],
  } as const;
  test("Red Hat looks at locks and names", () => {
    expect(
      check("el6", { services: { ...services, "old.bak": "no-lock" }, rc, locks: ["up"] }),
    ).toMatchInlineSnapshot(`
      "K10down skipped: not-locked
      K15gone skipped: not-locked
      S10up skipped: locked
      S20old.bak skipped: backup-name
      S30off skipped: not-executable
      S40lost skipped: not-a-file
      rc3.d/S50b start -> 0
      locks: b up
      status 0
      "
    `);
  });
  test("Debian looks at files only", () => {
    expect(
      check("deb12", { services: { ...services, "old.bak": "no-lock" }, rc, locks: ["up"] }),
    ).toMatchInlineSnapshot(`
      "rc3.d/K10down stop -> 0
      rc3.d/K15gone stop -> 0
      rc3.d/S10up start -> 0
      rc3.d/S20old.bak start -> 0
      rc3.d/S30off start failed with 126
      S40lost skipped: not-a-file
      rc3.d/S50b start -> 0
      locks: b up
      status 0
      /etc/init.d/rc: 117: /etc/rc3.d/S30off: Permission denied
      "
    `);
  });
  test("Debian's older rc looks at the previous level", () => {
    expect(check("deb9", { services: { ...services, "old.bak": "no-lock" }, rc })).toMatchInlineSnapshot(`
      "rc3.d/K10down stop -> 0
      K15gone skipped: stopped-before
      rc3.d/S10up start -> 0
      rc3.d/S20old.bak start -> 0
      rc3.d/S30off start failed with 126
      S40lost skipped: not-a-file
      S50b skipped: started-before
      locks: up
      status 0
      /etc/init.d/rc: 117: /etc/rc3.d/S30off: Permission denied
      "
    `);
  });
});

test("an entry that is too short to have a name counts by its path", () => {
  const entry = { name: "S1", kind: "regular", executable: true, script: undefined } as const;
  const folders = new Map([["3", [entry]]]);
  const system = { scripts: [], folders, locks: [], lockFolders: [], confirm: "n" };
  const { stdout } = walkRunlevel("el6", system, { previous: "2", runlevel: "3", args: ["3"] });
  expect(stdout).toBe("Start service /etc/rc3.d/S1 (Y)es/(N)o/(C)ontinue? [Y] ");
});

test("nothing runs behind halt, and 1997 goes on", () => {
  const parts = {
    services: { halt: "no-lock", after: "no-lock" },
    rc: { "0": ["S01halt", "S02after"] },
  } as const;
  expect(check("el6", parts, "3", "0")).toMatchInlineSnapshot(`
    "rc0.d/S01halt start -> 0
    S02after skipped: behind-halt
    locks: 
    status 0
    "
  `);
  expect(check("rh5", parts, "3", "0")).toMatchInlineSnapshot(`
    "rc0.d/S01halt start -> 0
    rc0.d/S02after start -> 0
    locks: 
    status 0
    "
  `);
});

test("killall stops what is still locked", () => {
  const parts = {
    services: { web: "keeps-lock", network: "keeps-lock", killall: "killall" },
    rc: { "0": ["S00killall"] },
    locks: ["web", "network", "orphan"],
  } as const;
  expect(check("el5", parts, "3", "0")).toMatchInlineSnapshot(`
    "rc0.d/S00killall start -> 0
    lock orphan removed
    killall: init.d/web stop -> 0
    locks: network
    status 0
    Starting killall:  [  OK  ]
    "
  `);
});

test("killall complains under the name by which rc has called it", () => {
  const parts = {
    services: { killall: "killall" },
    rc: { "0": ["S00killall"] },
    locks: ["gone", "lost"],
  } as const;
  expect(check("rh5", parts, "3", "0")).toMatchInlineSnapshot(`
    "rc0.d/S00killall start -> 127
    init.d/gone stop failed with 127
    init.d/lost stop failed with 127
    locks: gone lost
    status 127
    /etc/rc.d/rc0.d/S00killall: line 17: /etc/rc.d/init.d/gone: No such file or directory
    /etc/rc.d/rc0.d/S00killall: line 17: /etc/rc.d/init.d/lost: No such file or directory
    "
  `);
});

test("every generation survives an empty system", () => {
  for (const flavor of rcFlavorNames) {
    const system = { scripts: [], folders: new Map(), locks: [], lockFolders: [] };
    expect(walkRunlevel(flavor, system, { previous: "N", runlevel: "3", args: ["3"] }).steps).toEqual([]);
  }
});

describe("the file that makes rc ask", () => {
  const services = { web: "keeps-lock", db: "keeps-lock", mail: "keeps-lock" } as const;
  const rc = { "3": ["S10web", "S20db", "S30mail"] } as const;
  /** What is asked, what has started, and whether the file is left, for a boot or a later change of runlevel. */
  function ask(flavor: RcFlavor, previous: string, confirm?: string): string {
    const parts = confirm === undefined ? { services, rc } : { services, rc, confirm };
    const change = { previous, runlevel: "3", args: ["3"] };
    const { stdout, locks, confirmFileLeft } = walkRunlevel(flavor, rcSystemWith(parts), change);
    const asked = [...stdout.matchAll(/Start service (\w+)/g)].map(([, name]) => name);
    return `asks for ${asked.join(", ") || "nothing"}; up: ${locks.join(" ")}; file ${confirmFileLeft ? "left" : "gone"}`;
  }
  test("is nothing to Debian, whose rc leaves it alone", () => {
    for (const flavor of ["deb9", "deb12"] as const) {
      expect(ask(flavor, "N", "n\n")).toMatch(/^asks for nothing; .*; file left$/);
      expect(ask(flavor, "N")).toMatch(/^asks for nothing; .*; file gone$/);
      const noFolder = { scripts: [], folders: new Map(), locks: [], lockFolders: [] };
      const change = { previous: "N", runlevel: "3", args: ["3"] };
      expect(walkRunlevel(flavor, noFolder, change).confirmFileLeft).toBe(false);
      expect(walkRunlevel(flavor, { ...noFolder, confirm: "" }, change).confirmFileLeft).toBe(true);
    }
  });
  test("makes each generation of Red Hat ask in its own way", () => {
    const answers = "n\nmaybe\n \ty \nc\n";
    const lines = (["el6", "el5", "rh73", "rh5"] as const).flatMap((flavor) => [
      `${flavor} at boot ${ask(flavor, "N", answers)}`,
      `${flavor} later ${ask(flavor, "2", answers)}`,
    ]);
    expect(lines.join("\n")).toMatchInlineSnapshot(`
      "el6 at boot asks for web, db, db, mail; up: db mail; file gone
      el6 later asks for web, db, db, mail; up: db mail; file gone
      el5 at boot asks for web, db, db, mail; up: db mail; file gone
      el5 later asks for web, db, db, mail; up: db mail; file gone
      rh73 at boot asks for web, db, db, mail; up: db mail; file gone
      rh73 later asks for nothing; up: db mail web; file left
      rh5 at boot asks for nothing; up: db mail web; file left
      rh5 later asks for nothing; up: db mail web; file left"
    `);
  });
  test("has an end, after which every answer is yes", () => {
    expect(ask("el5", "N", "n")).toBe("asks for web, db, mail; up: db mail; file gone");
    expect(ask("el5", "N", "")).toBe("asks for web, db, mail; up: db mail web; file gone");
  });
  test("is gone after the answer `continue`, which starts all that follows", () => {
    expect([ask("el6", "N", "c"), ask("el5", "N", "n\nC\n")].join("\n")).toMatchInlineSnapshot(`
      "asks for web; up: db mail web; file gone
      asks for web, db; up: db mail; file gone"
    `);
  });
});
