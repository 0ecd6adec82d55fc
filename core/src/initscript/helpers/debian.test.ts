import { describe, expect, test } from "vitest";
import { callDebianHelper } from "./debian.ts";
import type { HelperWorld } from "./world.ts";

const world: HelperWorld = {
  processes: [{ pid: 42, executable: "/usr/sbin/svcd" }],
  pidFiles: new Map([
    ["/var/run/svcd.pid", ""],
    ["/run/empty.pid", "\n"],
    ["/run/svcd.pid", "42\n"],
    ["/run/two.pid", "42 43\n"],
    ["/run/stale.pid", "4711\n"],
  ]),
  locks: [],
  lsb: true,
  exits: new Map(),
};

/** What a function prints, and its status. */
function check(call: string, where: HelperWorld = world): string {
  const [name = "", ...words] = call.split(" ").filter(Boolean);
  const outcome = callDebianHelper(where, name, words);
  return outcome === undefined ? "no such function" : `${JSON.stringify(outcome.stdout)} ${outcome.exit}`;
}

describe("pidofproc", () => {
  test("takes the word of a pid file, where there is one", () => {
    expect(check("pidofproc -p /run/svcd.pid svcd")).toBe('"42\\n" 0');
    expect(check("pidofproc -p/run/svcd.pid svcd")).toBe('"42\\n" 0');
    expect(check("pidofproc -p /run/stale.pid svcd")).toBe('"" 1');
    expect(check("pidofproc -p /run/two.pid svcd")).toBe('"" 1');
    expect(check("pidofproc -p /run/none.pid svcd")).toBe('"" 3');
  });
  test("knows nothing of an empty one: the usual file is an error, a named one means that nothing runs", () => {
    expect(check("pidofproc /usr/sbin/svcd")).toBe('"" 4');
    expect(check("pidofproc -p /run/empty.pid svcd")).toBe('"" 3');
  });
  test("looks for the process without a file", () => {
    const without = { ...world, pidFiles: new Map() };
    expect(check("pidofproc /usr/sbin/svcd", without)).toBe('"42\\n" 0');
    expect(check("pidofproc /usr/sbin/other", without)).toBe('"" 3');
    expect(check("pidofproc -- /usr/sbin/svcd", without)).toBe('"42\\n" 0');
    expect(check("pidofproc a b", without)).toBe('"" 4');
  });
});

test("the words of the log functions", () => {
  expect(check("log_daemon_msg Starting svc")).toBe('"Starting: svc" 0');
  expect(check("log_daemon_msg Starting")).toBe('"Starting:" 0');
  expect(check("log_daemon_msg")).toBe('"" 1');
  expect(check("log_begin_msg a b")).toBe('"a b" 0');
  expect(check("log_begin_msg")).toBe('"" 1');
  expect(check("log_progress_msg a b")).toBe('" a b" 0');
  expect(check("log_progress_msg")).toBe('"" 1');
  expect(check("log_end_msg 0")).toBe('".\\n" 0');
  expect(check("log_end_msg 1")).toBe('" failed!\\n" 1');
  expect(check("log_end_msg 255")).toBe('" (warning).\\n" 255');
  expect(check("log_end_msg 256")).toBe('" failed!\\n" 0');
  expect(check("log_end_msg")).toBe('"" 1');
  expect(check("log_action_end_msg 0")).toBe('"done.\\n" 0');
  expect(check("log_action_end_msg 3 why")).toBe('"failed (why).\\n" 0');
  expect(check("toString")).toBe("no such function");
});

describe("killproc", () => {
  const done = (call: string): unknown => {
    const { exit, killed = [], removed = [] } = callDebianHelper(world, "killproc", call.split(" ")) ?? {};
    return { exit, killed, removed };
  };
  test("ends the process of the pid file, if it is of the program", () => {
    expect(done("-p /run/svcd.pid svcd")).toEqual({ exit: 0, killed: [42], removed: [] });
    expect(done("-p /run/svcd.pid other")).toEqual({ exit: 0, killed: [], removed: [] });
    expect(done("-p /run/svcd.pid other -HUP")).toEqual({ exit: 3, killed: [], removed: [] });
    expect(done("-p /run/svcd.pid svcd -HUP")).toEqual({ exit: 0, killed: [42], removed: [] });
    for (const signal of ["0", "CONT", "SIGSTOP"])
      expect(done(`-p /run/svcd.pid svcd -${signal}`)).toEqual({ exit: 0, killed: [], removed: [] });
  });
  test("removes the pid file that is named, when it is to end what runs", () => {
    for (const signal of ["TERM", "SIGTERM", "15"])
      expect(done(`-p /run/stale.pid svcd -${signal}`)).toEqual({
        exit: 0,
        killed: [],
        removed: ["/run/stale.pid"],
      });
    expect(done("-p /run/none.pid svcd -TERM")).toEqual({ exit: 0, killed: [], removed: [] });
    expect(done("svcd -TERM")).toEqual({ exit: 0, killed: [], removed: [] });
  });
});
