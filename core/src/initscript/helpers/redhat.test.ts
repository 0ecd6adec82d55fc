import { describe, expect, test } from "vitest";
import { el4Library, el5Library, el6Library, type RedHatLibrary } from "../facts/redhat-library.ts";
import { callRedHatHelper } from "./redhat.ts";
import type { HelperWorld } from "./world.ts";

const world: HelperWorld = {
  processes: [
    { pid: 42, executable: "/usr/sbin/svcd" },
    { pid: 43, executable: "/usr/sbin/other" },
  ],
  pidFiles: new Map<string, string | { readonly unreadable: true }>([
    ["/var/run/svcd.pid", "42\n"],
    ["/var/run/dead.pid", "4711\n"],
    ["/var/run/secret.pid", { unreadable: true }],
    ["/run/two.pid", "42\n43\n\n44\n"],
  ]),
  locks: ["locked"],
  lsb: true,
  exits: new Map([
    ["broken", 5],
    ["svcd", 5],
    ["dead", 5],
  ]),
};

/** What a function prints, and its status. */
function check(call: string, library: RedHatLibrary = el6Library): string {
  const [name = "", ...words] = call.split(" ").filter(Boolean);
  const outcome = callRedHatHelper(library, world, name, words);
  return outcome === undefined ? "no such function" : `${JSON.stringify(outcome.stdout)} ${outcome.exit}`;
}

test("pidfileofproc prints what the usual file has, and is content without", () => {
  expect(check("pidfileofproc /usr/sbin/svcd")).toBe('"42\\n" 0');
  expect(check("pidfileofproc dead")).toBe('"" 0');
  expect(check("pidfileofproc")).toBe('"Usage: pidfileofproc {program}\\n" 1');
});

describe("pidofproc", () => {
  test("looks into the file, and where none is named for the process", () => {
    expect(check("pidofproc svcd")).toBe('"42\\n" 0');
    expect(check("pidofproc -p /run/two.pid svcd")).toBe('"42 43\\n" 0');
    expect(check("pidofproc -p /run/two.pid svcd", el5Library)).toBe('"42\\n" 0');
    expect(check("pidofproc /usr/sbin/other")).toBe('"43\\n" 0');
    expect(check("pidofproc -p /run/none.pid other")).toBe('"" 3');
  });
  test("has a usage that tells whether it takes a file", () => {
    expect(check("pidofproc")).toBe('"Usage: pidofproc [-p pidfile] {program}\\n" 1');
    expect(check("pidofproc", el4Library)).toBe('"Usage: pidofproc {program}\\n" 1');
    expect(check("pidofproc other", el4Library)).toBe('"43\\n" 0');
    expect(check("pidofproc -p other", el4Library)).toBe('"" 1');
    expect(check("pidofproc -p /run/two.pid")).toBe('"42 43\\n" 0');
    expect(check("pidofproc -p /var/run/dead.pid")).toBe('"" 1');
  });
});

describe("status", () => {
  test("knows nothing where the file may not be read, but for the process", () => {
    expect(check("status secret")).toMatchInlineSnapshot(
      `""secret status unknown due to insufficient privileges.\\n" 4"`,
    );
    expect(check("status secret", el5Library)).toMatchInlineSnapshot(
      `""secret dead but pid file exists\\n" 1"`,
    );
  });
  test("tells what is left of a service", () => {
    expect(check("status svcd")).toMatchInlineSnapshot(`""svcd (pid  42) is running...\\n" 0"`);
    expect(check("status dead")).toMatchInlineSnapshot(`""dead dead but pid file exists\\n" 1"`);
    expect(check("status locked")).toMatchInlineSnapshot(`""locked dead but subsys locked\\n" 2"`);
    expect(check("status nothing")).toMatchInlineSnapshot(`""nothing is stopped\\n" 3"`);
    expect(check("status other")).toMatchInlineSnapshot(`""other (pid 43) is running...\\n" 0"`);
  });
});

describe("daemon", () => {
  test("starts a program unless a process of the file runs, or it is forced", () => {
    expect(check("daemon broken")).toBe('"" 1');
    expect(check("daemon --force svcd")).toBe(check("daemon broken"));
    expect(check("daemon svcd")).toBe('"" 0');
    expect(check("daemon dead")).toBe(check("daemon broken"));
  });
  test("takes the value of an option from the same word or from the next one", () => {
    for (const option of [
      "--pidfile=/var/run/svcd.pid",
      "--pidfile /var/run/svcd.pid",
      "--check=svcd",
      "--check svcd",
    ])
      expect(check(`daemon ${option} broken`), option).toBe('"" 0');
    expect(check("daemon --pidfile /var/run/dead.pid svcd")).toBe(check("daemon broken"));
    expect(check("daemon --user nobody svcd")).toBe('"" 0');
  });
  test("takes a nice level, and refuses what it does not know", () => {
    expect(check("daemon +5 svcd")).toBe('"" 0');
    expect(check("daemon -5 broken")).toBe(check("daemon broken"));
    expect(check("daemon --nice svcd")).toBe(
      '"/bin/bash: Usage: daemon [+/-nicelevel] {program} [arg1]...\\n" 1',
    );
  });
});
