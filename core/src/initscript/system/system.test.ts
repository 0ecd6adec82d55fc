import { describe, expect, test } from "vitest";
import { ashBehaviour, dashBehaviour, type ShellBehaviour } from "../../shell/interpreter/behaviour.ts";
import type { Program } from "./contract.ts";
import { createSystem, type ScriptSystem, type SystemResult, shellProgram } from "./system.ts";

/** A system with scripts; each begins with `#!/bin/sh` unless it says otherwise. */
function systemWith(
  scripts: Readonly<Record<string, string>>,
  shell: ShellBehaviour = dashBehaviour,
): ScriptSystem {
  const system = createSystem({ shell });
  for (const [path, text] of Object.entries(scripts))
    system.files.write(path, text.startsWith("#!") || text === "" ? text : `#!/bin/sh\n${text}\n`, 0o755);
  return system;
}

/** What a shell says to a text, its status, and what is not followed. */
function check(text: string, scripts: Readonly<Record<string, string>> = {}, shell?: ShellBehaviour): string {
  return shown(systemWith(scripts, shell).shell(text));
}

function shown({ output, status, problems }: SystemResult): string {
  return [output, `= ${status}`, ...problems.map(({ kind, what }) => ` (${kind} ${what})`)].join("");
}

const callsOf = ({ calls }: SystemResult) =>
  calls.map(({ how, path, args }) => [how, path, ...args].join(" "));

describe("what shells differ in", () => {
  test.each([
    ["OPTIND=7; set -- -a; getopts a o; echo $? $o $OPTIND", "0 a 2\n= 0", "0 a 2\n= 0"],
    [
      "trap 'echo bye' 0; trap; echo hi",
      "trap -- 'echo bye' EXIT\nhi\nbye\n= 0",
      "trap -- 'echo bye' EXIT\nhi\nbye\n= 0",
    ],
    ["mkdir /w /w/d; >/w/f; cd /w; echo */ */.", "d/ d/.\n= 0", "d/ d/.\n= 0"],
    ["trap -- 'echo bye' EXIT; echo hi", "hi\nbye\n= 0", "hi\nbye\n= 0"],
    ['echo x:y:z: | { IFS=: read a b; echo "$b"; }', "y:z:\n= 0", "y:z:\n= 0"],
    ['echo x:y: | { IFS=: read a b; echo "$b"; }', "y\n= 0", "y\n= 0"],
    ["umask 177; umask g+X; umask; umask 77; umask g+X; umask", "0177\n0067\n= 0", "0177\n0067\n= 0"],
    [`x=abc; echo \${x/b/Y}`, "/bin/sh: 1: Bad substitution\n= 2", "aYc\n= 0"],
    ["echo -e '\\x41B\\x4z'", "-e \\x41B\\x4z\n= 0", "AB\u0004z\n= 0"],
    ["x=1; export x; export -p | grep ' x='", "export x='1'\n= 0", "export x='1'\n= 0"],
    [`set --; n() { echo $#; }; n "$@"; n "" "$@"; n ""; n "a""$@"`, "0\n1\n1\n1\n= 0", "0\n1\n1\n1\n= 0"],
  ] as const)("%s", (text, dash, ash) => {
    expect(check(text)).toBe(dash);
    expect(check(text, {}, ashBehaviour)).toBe(ash);
  });
});

describe("how a script is executed", () => {
  const scripts = {
    "/etc/init.d/a": 'echo "$0 $1"; exit 3',
    "/etc/init.d/none": "",
    "/etc/init.d/cr": "#!/bin/sh\r\necho hi\r\n",
    "/etc/init.d/bash": "#!/bin/bash\necho hi\n",
    "/etc/init.d/option": "#! /bin/sh -e\nfalse\necho no\n",
    "/etc/init.d/chain": "#!/etc/init.d/a x\n",
  };
  test.each([
    ["/etc/init.d/a start", "/etc/init.d/a start\n= 3"],
    ["/etc/init.d/none", "= 0"],
    ["/etc/init.d/cr", "/bin/sh: 1: /etc/init.d/cr: not found\n= 127"],
    ["/etc/init.d/bash", "/bin/sh: 1: /etc/init.d/bash: not found\n= 127"],
    ["/etc/init.d/option", "= 1"],
    ["/etc/init.d/chain", "/etc/init.d/a x\n= 3"],
    ["/etc/init.d/nosuch", "/bin/sh: 1: /etc/init.d/nosuch: not found\n= 127"],
    ["/etc/init.d", "/bin/sh: 1: /etc/init.d: Permission denied\n= 126"],
    ["chmod 644 /etc/init.d/a; /etc/init.d/a", "/bin/sh: 1: /etc/init.d/a: Permission denied\n= 126"],
    ["echo 'echo $0' >/tmp/x; chmod +x /tmp/x; /tmp/x", "/tmp/x\n= 0"],
    ["cd /etc/init.d; ./a start", "./a start\n= 3"],
    ["PATH=/etc/init.d; a start", "/etc/init.d/a start\n= 3"],
    ["ln -s a /etc/init.d/link; /etc/init.d/link x", "/etc/init.d/link x\n= 3"],
    ["sh /etc/init.d/a stop", "/etc/init.d/a stop\n= 3"],
    ["exec /etc/init.d/a stop; echo no", "/etc/init.d/a stop\n= 3"],
    ["exec /nosuch; echo no", "/bin/sh: 1: exec: /nosuch: not found\n= 127"],
  ])("%s", (text, expected) => expect(check(text, scripts)).toBe(expected));

  test("calls are recorded, those of shells that read a script too", () => {
    const system = systemWith({
      "/etc/init.d/a": "A=1; export A; . /etc/b.sh",
      "/etc/b.sh": "/etc/init.d/c start",
    });
    system.files.write("/etc/init.d/c", "#!/bin/sh\n", 0o755);
    const result = system.run({ argv: ["/etc/init.d/a", "start"], folder: "/tmp" });
    expect(callsOf(result)).toEqual([
      "run /etc/init.d/a start",
      "sourced /etc/b.sh",
      "run /etc/init.d/c start",
    ]);
    const [, , last] = result.calls;
    expect([last?.environment.get("A"), last?.folder, last?.time]).toEqual(["1", "/tmp", 1_767_225_600]);
  });

  test("what is not there is not called", () => {
    const system = systemWith({});
    expect(system.run({ argv: ["/etc/init.d/a"] })).toMatchObject({ status: 127, calls: [] });
    expect(system.shell(". /nosuch; echo no")).toMatchObject({ status: 2, calls: [], stdout: "" });
  });
});

describe("time and processes", () => {
  test("a call ends when its own process does, and takes as long", () => {
    const system = systemWith({ "/a": "(sleep 5; echo late >/tmp/late) &\nsleep 2\necho done" });
    expect(system.run({ argv: ["/a"] })).toMatchObject({ stdout: "done\n", seconds: 2 });
    expect(system.files.read("/tmp/late")).toBeUndefined();
    system.advance(3);
    expect(system.files.read("/tmp/late")).toBe("late\n");
    expect(system.processes()).toEqual([]);
  });

  test("whoever supervises kills what takes too long", () => {
    const system = systemWith({ "/a": "trap 'echo term; exit 4' TERM\nsleep 60\necho no" });
    const call = system.start({ argv: ["/a"] });
    expect(system.continue(call, 5)).toMatchObject({ end: undefined, seconds: 5 });
    system.signal(call.pid, "TERM");
    // The trap waits for the program in the foreground.
    expect(system.continue(call, 5)).toMatchObject({ end: undefined });
    system.signal(-call.pid, "TERM");
    expect(system.continue(call)).toMatchObject({ stdout: "term\n", status: 4, seconds: 10 });
  });

  test("what is ignored stays ignored in children, and KILL is never ignored", () => {
    const system = systemWith({ "/a": "trap '' TERM\n/b", "/b": "sleep 60\necho slept" });
    const call = system.start({ argv: ["/a"] });
    system.continue(call, 1);
    system.signal(-call.pid, "TERM");
    expect(system.continue(call)).toMatchObject({ stdout: "slept\n", seconds: 60 });
    const other = system.start({ argv: ["/a"] });
    system.continue(other, 1);
    system.signal(other.pid, "KILL");
    expect(system.continue(other)).toMatchObject({ end: { kind: "killed", signal: "KILL" }, status: 137 });
  });

  test.each([
    ["sleep 3 & sleep 1 & wait; echo $(( $(date +%s) - 1767225600 ))", "3\n= 0"],
    ["sleep 3 & pidof sleep >/dev/null && kill $!; wait $!; echo $?", "Terminated\n143\n= 0"],
    ["trap 'echo got' USR1; (sleep 1; kill -USR1 $$) & wait; echo $?", "got\n138\n= 0"],
    ["(exit 7) & wait $!; echo $?", "7\n= 0"],
    ["echo a & echo b; wait", "b\na\n= 0"],
    ["kill -9 $$; echo no", "= 137"],
    [
      "killall sleep; echo $?; sleep 9 & sleep 1; killall sleep; wait",
      "killall: sleep: no process killed\n1\n= 0",
    ],
    ["trap 'echo bye' EXIT; (trap 'echo inner' EXIT); exit 2", "inner\nbye\n= 2"],
  ])("%s", (text, expected) => expect(check(text)).toBe(expected));
});

describe("what has no end, or is not followed, is said", () => {
  test.each([
    ["while :; do :; done"],
    ["f() { f; }; f & while :; do f & done"],
    ["x=x; while :; do x=$x$x; done"],
    ["while :; do echo xxxxxxxxxxxxxxxx >>/tmp/f; cat /tmp/f /tmp/f >>/tmp/g; done"],
    ["/a"],
    ["echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | grep -E '(a*)*(a*)*(a*)*b'"],
  ])("%s", (text) => {
    const system = createSystem({ shell: dashBehaviour, steps: 20_000 });
    system.files.write("/a", "#!/bin/sh\n/a; /a\n", 0o755);
    expect(system.shell(text).end).toEqual({ kind: "gave-up" });
  });

  test.each([
    ["f() { f; }; f; echo after", "= 0 (not-followed nesting)"],
    ["awk '{ print }'; echo after", "after\n= 0 (not-followed awk)"],
    ["echo before; alias x=y", "before\n= 0 (not-followed alias)"],
    ["echo x | sed 's/x/y/e'; echo after", "after\n= 0 (not-followed sed)"],
    ["mkfifo /tmp/f; cat </tmp/f; echo no", "= 0 (hangs /tmp/f)"],
  ])("%s", (text, expected) => expect(check(text)).toBe(expected));

  test("what only one shell has is not followed there, and an error elsewhere", () => {
    expect(check("echo a\n[[ a ]]\necho b", {}, ashBehaviour)).toBe("a\n= 0 (not-followed [[)");
    expect(check("echo a\n[[ a ]]\necho b")).toBe("a\n/bin/sh: 2: [[: not found\nb\n= 0");
  });

  test("a syntax error is found when its line is reached", () => {
    expect(check("echo a\nif then fi (\necho b")).toBe('a\n/bin/sh: 2: Syntax error: "then" unexpected\n= 2');
    expect(check("exit 3\nif then")).toBe("= 3");
  });
});

describe("what a family adds", () => {
  test("programs, also as interpreters of scripts", () => {
    const system = systemWith({ "/etc/init.d/x": '#!/sbin/runner -v\nstart() { echo "x: $1"; }\n' });
    const runner: Program = (run) => {
      const [, script = "", ...args] = run.args;
      const shell = shellProgram(dashBehaviour, ({ functions }) => {
        functions.set("greet", {
          kind: "native",
          // biome-ignore lint/correctness/useYield: It has nothing to ask for.
          run: function* (inner, [word = ""]) {
            inner.descriptors.get(1)?.write(`${word} ${inner.positional.length}\n`);
            return 0;
          },
        });
      });
      return shell({ ...run, argv: ["sh", "-c", `. ${script}; start "$@"; greet hello`, script, ...args] });
    };
    system.files.install("/sbin/runner", runner);
    const result = system.run({ argv: ["/etc/init.d/x", "start", "now"] });
    expect(result.output).toBe("x: start\nhello 1\n");
    expect(callsOf(result)).toEqual(["run /etc/init.d/x start now", "sourced /etc/init.d/x"]);
  });

  test("libraries", () => {
    const system = systemWith({ "/etc/init.d/x": ". /lib/functions\nlog_it a b || echo $?" });
    // biome-ignore lint/correctness/useYield: It has nothing to ask for.
    system.files.installLibrary("/lib/functions", function* (shell) {
      shell.variables.set("LIBRARY", { value: "1", exported: true, readonly: false });
      shell.functions.set("log_it", {
        kind: "native",
        run: function* (inner, words) {
          inner.descriptors.get(2)?.write(`log: ${words.join(" ")}\n`);
          yield { kind: "sleep", seconds: 2 };
          return 5;
        },
      });
      return 0;
    });
    const result = system.run({ argv: ["/etc/init.d/x"] });
    expect(result).toMatchObject({ stdout: "5\n", stderr: "log: a b\n", seconds: 2 });
    expect(callsOf(result)).toEqual(["run /etc/init.d/x", "sourced /lib/functions"]);
  });

  test("standard input, environment, folder and umask of a call", () => {
    const system = systemWith({});
    const result = system.shell("read x; echo $x $A; pwd; umask; >f; stat -c %a f", {
      input: "one\ntwo\n",
      environment: { A: "1", PATH: "/bin" },
      folder: "/tmp",
      umask: 0o027,
    });
    expect(result.output).toBe("one 1\n/tmp\n0027\n640\n");
  });
});

test("the same system does the same twice", () => {
  const text = "for i in 1 2 3; do (sleep $i; echo $i $$ $!) & done; mktemp; ls -l / | sort; wait; date";
  expect(check(text)).toBe(check(text));
});
