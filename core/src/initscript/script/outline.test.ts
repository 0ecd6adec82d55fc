import { shellParser } from "@inittab/host/testing/shell";
import { expect, test } from "vitest";
import type { ReachedCommand, ScriptOutline } from "./outline.ts";
import { outlineScript } from "./read-outline.ts";

function outline(text: string, name = "svc"): ScriptOutline | undefined {
  const shell = shellParser.parse(text);
  return shell === undefined ? undefined : outlineScript(text, shell, name);
}

/** The arms with what they run: `?` guarded, `!` tested, `&` in the background; `…` more may run. */
function shown(text: string, name?: string): string {
  const read = outline(text, name);
  if (read === undefined) return "in doubt";
  const arms = read.arms.map(({ names, isDefault, commands, complete }) => {
    const head = [...names, ...(isDefault ? ["*"] : [])].join("|");
    return `\n${head}:${commands.map((reached) => ` ${command(read, reached)}`).join(";")}${complete ? "" : " …"}`;
  });
  const top = read.topLevel.map((reached) => `\n- ${command(read, reached)}`);
  return `${read.dispatch}${arms.join("")}${top.join("")}`;
}

function command({ resolve }: ScriptOutline, reached: ReachedCommand): string {
  const {
    name,
    args,
    guard,
    via,
    tested,
    background,
    command: { words, assignments },
  } = reached;
  const marks = `${guard === "guarded" ? "?" : ""}${tested ? "!" : ""}${background ? "&" : ""}`;
  const path = via.map((each) => `${each}>`).join("");
  const known =
    words.length === 0
      ? assignments.map(
          (each) => `${each.name}=${each.value === undefined ? "…" : (resolve(each.value) ?? "…")}`,
        )
      : [name ?? "…", ...args.map((arg) => arg ?? "…")];
  return `${path}${marks}${known.join(" ")}`;
}

function uses(text: string, action: string, name?: string): string {
  const read = outline(text, name);
  const commands = read?.arm(action)?.commands ?? [];
  return (read?.fileUses(commands) ?? [])
    .map(({ kind, path, start, end, written }) => {
      expect(text.slice(start, end)).toBe(written);
      return `${kind} ${path ?? `… (${written})`}`;
    })
    .join("\n");
}

test("Red Hat's usual form", () => {
  const text = `#!/bin/sh
. /etc/rc.d/init.d/functions
prog=\${0##*/}
lock=/var/lock/subsys/$prog
[ -f /etc/sysconfig/$prog ] && . /etc/sysconfig/$prog
start() {
  echo -n "Starting $prog: "
  daemon /usr/sbin/svcd $OPTIONS
  RETVAL=$?
  [ $RETVAL -eq 0 ] && touch $lock
  return $RETVAL
}
stop() { killproc svcd; RETVAL=$?; [ $RETVAL -eq 0 ] && rm -f $lock; }
rh_status() { status -l $prog svcd; }
case "$1" in
  start) start ;;
  stop)
    stop ;;
  restart|force-reload) stop; start ;;
  status) rh_status ;;
  condrestart) if [ -f $lock ]; then $0 restart; fi ;;
  *) echo "Usage: $0 {start|stop}"; exit 2
esac
exit $?
`;
  expect(shown(text)).toMatchInlineSnapshot(`
    "case
    start: start; start>echo -n Starting svc: ; start>daemon /usr/sbin/svcd …; start>RETVAL=…; start>![ … -eq 0 ]; start>?touch /var/lock/subsys/svc; start>return …
    stop: stop; stop>killproc svcd; stop>RETVAL=…; stop>![ … -eq 0 ]; stop>?rm -f /var/lock/subsys/svc
    restart|force-reload: stop; stop>killproc svcd; stop>RETVAL=…; stop>![ … -eq 0 ]; stop>?rm -f /var/lock/subsys/svc; start; start>echo -n Starting svc: ; start>daemon /usr/sbin/svcd …; start>RETVAL=…; start>![ … -eq 0 ]; start>?touch /var/lock/subsys/svc; start>return …
    status: rh_status; rh_status>status -l svc svcd
    condrestart: ![ -f /var/lock/subsys/svc ]; ?svc restart
    *: echo Usage: /etc/init.d/svc {start|stop}; exit 2
    - . /etc/rc.d/init.d/functions
    - prog=svc
    - lock=/var/lock/subsys/svc
    - ![ -f /etc/sysconfig/svc ]
    - ?. /etc/sysconfig/svc
    - exit …"
  `);
  expect(uses(text, "start")).toMatchInlineSnapshot(`"touch /var/lock/subsys/svc"`);
  expect(uses(text, "restart")).toMatchInlineSnapshot(`
    "remove /var/lock/subsys/svc
    touch /var/lock/subsys/svc"
  `);
  expect(uses(text, "condrestart")).toMatchInlineSnapshot(`"test /var/lock/subsys/svc"`);
  expect(
    outline(text)?.sourced.map(({ path, guarded }) => `${path}${guarded ? " if there" : ""}`),
  ).toMatchInlineSnapshot(`
    [
      "/etc/rc.d/init.d/functions",
      "/etc/sysconfig/svc if there",
    ]
  `);
});

test("functions with the names of actions are arms", () => {
  expect(shown('start() { a; }\nstop() { b; }\nhelper() { c; }\n"$1"\n')).toMatchInlineSnapshot(`
    "call
    start: a
    stop: b
    - …"
  `);
  expect(shown("do_start() { a; }\ndo_stop() { b; }\ndo_$1\n")).toMatchInlineSnapshot(`
    "call
    start: a
    stop: b
    - …"
  `);
  expect(
    shown("start() { a; }\ncase $1 in start|stop) $1 ;; reload) $1 ;; *) b; esac\nreload() { c $1; }\n"),
  ).toMatchInlineSnapshot(`
    "case
    start|stop: … …
    reload: reload; reload>c …
    *: b"
  `);
  expect(
    shown("#!/lib/init/init-d-script\nDAEMON=/usr/sbin/svcd\ndo_start_prepare() { a; }\ndo_start() { b; }\n"),
  ).toMatchInlineSnapshot(`
    "init-d-script
    start: b …
    - DAEMON=/usr/sbin/svcd"
  `);
});

test("an arm for several values does for each what it says", () => {
  const read = outline("start() { a; }\nstop() { b; }\ncase $1 in start|stop) $1 ;; esac\n");
  const runs = (name: string) =>
    read
      ?.arm(name)
      ?.commands.map((each) => each.name)
      .join(" ");
  expect([runs("start"), runs("stop"), read?.arm("stop")?.complete]).toEqual(["start a", "stop b", true]);
});

test("the first argument by other names", () => {
  expect(shown('action="$1"\ncase $action in start) a ;; esac\n')).toMatchInlineSnapshot(`
    "case
    start: a
    - action=…"
  `);
  expect(
    shown(
      'main() { case "$1" in start) a ;; stop) b ;; restart) main stop; main start ;; esac; }\nmain "$@"\n',
    ),
  ).toMatchInlineSnapshot(`
    "case
    start: a
    stop: b
    restart: main stop; main>b; main start
    - main …"
  `);
  expect(shown(`case \${1:-start} in start) a ;; esac\n`)).toMatchInlineSnapshot(`
    "case
    start: a"
  `);
});

test("what is not understood stays so", () => {
  expect(shown("case $2 in start) a ;; esac\n")).toBe("unknown\n- ?a");
  expect(shown("shift\ncase $1 in start) a ;; esac\n")).toBe("unknown\n- shift\n- ?a");
  expect(shown("case $1 in start) a ;; esac\ncase $1 in start) b ;; esac\n")).toMatch(/^unknown/);
  expect(shown("case $1 in start) a ;; stop) if ;; esac\n")).toBe("in doubt");
  expect(shown("f() { if; }\ncase $1 in start) f ;; stop) b ;; esac\n")).toMatchInlineSnapshot(`"in doubt"`);
});

test("what may hide something makes an arm incomplete", () => {
  const arm = (body: string, before = "") =>
    outline(`${before}\ncase $1 in start) ${body} ;; esac\n`)?.arm("start")?.complete;
  const hiding = [
    'eval "$x"',
    "$CMD",
    '"$@"',
    ". /usr/lib/x",
    "((i++)); [ $x -gt 1 ] && sh -c $y",
    "trap 'rm x' 0",
    "case x in a) $b ;; esac",
  ];
  for (const body of hiding) expect(arm(body), body).toBe(false);
  const plain = [
    "a; b",
    ". /etc/default/svc",
    "exec /bin/x",
    "eval_it",
    "x=$(pidof y)",
    "/bin/sh -c 'x y'",
    "trap - 0",
    "$DIR/prog -x",
    "/usr/sbin/$PROG",
    "f() { eval x; }",
  ];
  for (const body of plain) expect(arm(body), body).toBe(true);
  expect(arm("some_function", ". /usr/share/lib")).toBe(false);
  expect(arm("echo x; /bin/prog; f", ". /usr/share/lib\nf() { :; }")).toBe(true);
  expect(arm("f", "f() { a; }\nf() { b; }")).toBe(false);
  expect(arm("f", "f() { g; }\ng() { f; eval x; }")).toBe(false);
  expect(arm("f", "f() { f; }")).toBe(true);
});

test("guards", () => {
  expect(
    shown(
      "case $1 in start) a && b || c; if d; then e; else f; fi; ! g; h | i; j & while k; do l; done; esac\n",
    ),
  ).toMatchInlineSnapshot(`
    "case
    start: !a; ?!b; ?c; !d; ?e; ?f; !g; h; i; &j; !k; ?l"
  `);
  expect(shown("set -e\ncase $1 in start) f ;; esac\nf() { a; }\n")).toMatchInlineSnapshot(`
    "case
    start: ?f; f>?a
    - ?set -e"
  `);
  expect(shown("case $1 in start) f || exit 1 ;; esac\nf() { a; x=$(b); }\n")).toMatchInlineSnapshot(`
    "case
    start: !f; f>a; f>x=…; f>b; ?exit 1"
  `);
});

test("words are followed while that is sure", () => {
  const resolved = (before: string, word: string, name?: string) => {
    const read = outline(`${before}\ncase $1 in start) a ${word} ;; esac\n`, name);
    return read?.arm("start")?.commands[0]?.args[0];
  };
  expect(resolved("", "$0")).toBe("/etc/init.d/svc");
  expect(resolved("", "$0", "")).toBe(undefined);
  expect(resolved("", `\${0##*/}`)).toBe("svc");
  expect(resolved("", '"$(basename "$0")"')).toBe("svc");
  expect(resolved("", "`basename $0 .sh`", "svc.sh")).toBe("svc");
  expect(resolved("", `\${0%.sh}`, "svc.sh")).toBe("/etc/init.d/svc");
  expect(resolved("a=1; b=$a/x", '"$b"y')).toBe("1/xy");
  expect(resolved("n=svc; export n", `\${n:-other}`)).toBe("svc");
  expect(resolved("", '"$(basename "$0" 2>/dev/null)"')).toBe("svc");
  expect(resolved("", '"$(readlink -f "$0")"')).toBe("/etc/init.d/svc");
  for (const [before, word] of [
    ["a=1; a=2", "$a"],
    ["[ -f x ] && a=1", "$a"],
    ["if x; then a=1; fi", "$a"],
    ["a=1; read a", "$a"],
    ["a=$a", "$a"],
    ["a=1 cmd", "$a"],
    ["(a=1)", "$a"],
    ["f() { a=1; }", "$a"],
    ["a+=1", "$a"],
    ["", "$a"],
    ["", `\${a:-b}`],
    ["a=", `\${a:-b}`],
    ["", "$(basename $0 >/dev/null)"],
    ["", "$(basename $0 1>&2)"],
    ["a=$(cmd)", "$a"],
  ] as const)
    expect(resolved(before, word), before).toBe(undefined);
  expect(
    uses("f() { local l=/x/$1; touch $l; }\ncase $1 in start) f ;; stop) l=/y; rm $l; esac\n", "stop"),
  ).toBe("remove /y");
});

test("uses of files", () => {
  expect(
    uses(
      `case $1 in start)
  touch -r /ref -- /a /b; touch -c /c; : > /d; echo x >> /e 2>/dev/null; > /f; { a; b; } > /g
  rm -rf "/h" $i; mkdir -p -m 755 /j; [ -f /k -a ! -d /l ] && test -e /m; action "text" /bin/touch /n
  cat < /o > /p 2>&1; if [ -f /q ]; then [[ -n $r ]]; fi
esac\n`,
      "start",
    ),
  ).toMatchInlineSnapshot(`
    "touch /a
    touch /b
    touch /d
    touch /e
    touch /dev/null
    touch /f
    touch /g
    remove /h
    remove … ($i)
    mkdir /j
    test /k
    test /l
    test /m
    touch /n
    touch /p
    test /q"
  `);
});

test("patterns find their arm", () => {
  const read = outline("case $1 in st[ao]*) a ;; 'x*') b ;; re?oad|reload) c ;; *) d; esac\n");
  const found = ["start", "stop", "x*", "xy", "reload", "other"].map(
    (name) => read?.arm(name)?.commands[0]?.name,
  );
  expect(found).toEqual(["a", "a", "b", undefined, "c", undefined]);
});

test("many arms that call one long function do not fill the memory", () => {
  const arms = Array.from({ length: 5_000 }, (_, place) => `a${place}) f ;;\n`).join("");
  const read = outline(`f() {\n${"a\n".repeat(1_900)}}\ncase $1 in start) f ;;\n${arms}esac\n`);
  const commands = read?.arms.map((arm) => arm.commands.length) ?? [];
  expect(read?.arm("start")).toMatchObject({ complete: true });
  expect(commands[0]).toBe(1_901);
  expect(commands.reduce((sum, count) => sum + count, 0)).toBeLessThan(60_000);
  expect(read?.arms.at(-1)?.complete).toBe(false);
});
