import { describe, expect, test } from "vitest";
import { runChkconfig } from "./chkconfig.ts";
import type { ChkconfigSystem } from "./system.ts";

const header = (values: string): string => `#!/bin/sh\n# chkconfig: ${values}\n# description: x\n`;

/** A system with some services, of which `web` is on in 3 and 5. */
const system: ChkconfigSystem = {
  scripts: [
    { name: "web", text: header("35 80 20") },
    { name: "db", text: header("- 70 30") },
    { name: "none", text: "#!/bin/sh\n" },
  ],
  overrides: [],
  links: new Map([
    ["0", ["K20web"]],
    ["3", ["S80web"]],
    ["5", ["S80web"]],
  ]),
};

/** The status, what is said, and each folder that has links. */
function check(line: string, changes: Partial<ChkconfigSystem> = {}): string {
  const { exit, stdout, stderr, links } = runChkconfig(
    { ...system, ...changes },
    line.split(" ").filter(Boolean),
  );
  const folders = [...links].flatMap(([level, names]) =>
    names.length > 0 ? `${level}:${names.join("+")}` : [],
  );
  return [`status ${exit}`, ...stdout, ...stderr, folders.toSorted().join(" ")].join("\n");
}

const asBefore = "0:K20web 3:S80web 5:S80web";

describe("a question about a service", () => {
  const status = (line: string, runlevel?: number): string =>
    check(line, runlevel === undefined ? {} : { runlevel }).replace(`\n${asBefore}`, "");
  test("is about the level that the machine is in, or the one that is asked for", () => {
    expect(status("web", 3)).toBe("status 0");
    expect(status("web", 2)).toBe("status 1");
    expect(status("--level 5 web", 2)).toBe("status 0");
    expect(status("--level 33 web", 2)).toBe("status 0");
    expect(status("--level=0 web", 3)).toBe("status 1");
  });
  test("has the answer no, where neither is known, or the service is not", () => {
    expect(status("web")).toBe("status 1");
    expect(status("none", 3)).toBe("status 1");
    expect(status("nothing", 3)).toBe("status 1");
  });
  test("is about one level only", () => {
    expect(status("--level 35 web", 3)).toBe(
      "status 1\nonly one runlevel may be specified for a chkconfig query",
    );
  });
});

test("services are added, deleted, switched on and off", () => {
  expect(check("--add db")).toBe(
    "status 0\n0:K30db+K20web 1:K30db 2:K30db 3:K30db+S80web 4:K30db 5:K30db+S80web 6:K30db",
  );
  expect(check("--del web")).toBe("status 0\n");
  expect(check("--level 2 web on")).toBe(`status 0\n${asBefore.replace("3:", "2:S80web 3:")}`);
  expect(check("--level 3 web off")).toBe("status 0\n0:K20web 3:K20web 5:S80web");
});

describe("an override", () => {
  const overrides = [{ name: "web", text: header("2 81 19") }];
  test("changes links that are as the script has them", () => {
    expect(check("--override web", { overrides })).toBe(
      "status 0\n0:K19web 1:K19web 2:S81web 3:K19web 4:K19web 5:K19web 6:K19web",
    );
  });
  test("leaves links alone that an administrator has changed, and services without links", () => {
    const changed = new Map([...system.links, ["3", ["S79web"]] as const]);
    expect(check("--override web", { overrides, links: changed })).toBe(
      "status 0\n0:K20web 3:S79web 5:S80web",
    );
    const switched = new Map([...system.links, ["3", ["K20web"]] as const]);
    expect(check("--override web", { overrides, links: switched })).toBe(
      "status 0\n0:K20web 3:K20web 5:S80web",
    );
    expect(check("--override web", { overrides, links: new Map() })).toBe("status 0\n");
  });
  test("that says the same changes nothing", () => {
    expect(check("--override web", { overrides: [{ name: "web", text: header("35 80 20") }] })).toBe(
      `status 0\n${asBefore}`,
    );
  });
});

test("what a service must have", () => {
  expect(check("--add none")).toBe(`status 1\nservice none does not support chkconfig\n${asBefore}`);
  expect(check("--list db")).toBe(
    `status 1\nservice db supports chkconfig, but is not referenced in any runlevel (run 'chkconfig --add db')\n${asBefore}`,
  );
  expect(check("--list web")).toBe(
    `status 0\nweb            \t0:off\t1:off\t2:off\t3:on\t4:off\t5:on\t6:off\n${asBefore}`,
  );
});
