import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ActionDialect, actionsOf } from "../inittab/actions.ts";
import { type Dialect, dialects } from "../inittab/dialect.ts";
import { fieldNames } from "../inittab/line.ts";
import { readInittab } from "../inittab/read.ts";
import { runlevels } from "../inittab/runlevels.ts";
import { inEnglish } from "../testing/english.ts";
import { findTopic, suggestTopics, topicById, wordFor } from "./find.ts";
import { topicMarkdown } from "./markdown.ts";
import { topicKinds } from "./topic.ts";
import { topics } from "./topics.ts";

const readersOf: Readonly<Record<ActionDialect, readonly Dialect[]>> = {
  sysvinit: ["sysvinit"],
  busybox: ["busybox", "toybox"],
  procd: ["procd"],
  "system-v": ["system-v", "aix", "solaris", "hp-ux", "irix", "sco", "tru64"],
  aix: ["aix"],
};

/** Says to which topic each word leads, one a line. */
function check(words: readonly string[], dialect?: Dialect): string {
  return words.map((word) => `${word}  ${findTopic(word, dialect)?.id ?? "nothing"}`).join("\n");
}

describe("the tables", () => {
  for (const table of ["sysvinit", "busybox", "procd", "system-v", "aix"] as const)
    for (const action of actionsOf(table))
      test(`${table} ${action.name} has a topic`, () => {
        for (const dialect of readersOf[table]) {
          const topic = findTopic(action.name, dialect);
          expect(topic).toMatchObject({ kind: "action", dialects: expect.arrayContaining([dialect]) });
        }
      });
  test("every runlevel and mark has a topic", () => {
    for (const { level } of runlevels) expect(findTopic(level)?.id).toBe(`runlevel.${level}`);
  });
  test("every field has a topic in every dialect that is known", () => {
    for (const field of fieldNames)
      for (const dialect of dialects.filter((name) => name !== "unknown"))
        expect(findTopic(field, dialect)).toMatchObject({
          kind: "field",
          dialects: expect.arrayContaining([dialect]),
        });
  });
  test("the environment of a recorded boot has topics", () => {
    const names = ["CONSOLE", "HOME", "INIT_VERSION", "PATH", "PREVLEVEL", "RUNLEVEL", "SHELL", "TERM"];
    for (const name of names) expect(findTopic(`$${name}`)?.kind).toBe("environment");
  });
});

describe("every topic", () => {
  test("has an id of its own", () => {
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
  });
  for (const topic of topics)
    test(topic.id, () => {
      expect(topicKinds).toContain(topic.kind);
      expect(topic.title).not.toBe("");
      expect(topic.words).not.toEqual([]);
      expect(topic.dialects).not.toEqual([]);
      expect(topic.summary).toMatch(/^[A-Z`].*[.`]$/s);
      expect(topic.body.filter((line) => line !== "").length).toBeGreaterThan(0);
      for (const line of proseOf(topic.body)) {
        expect(line).toMatch(/[.:|`]$/);
        expect(line.replace(/`[^`]*`/g, "")).not.toMatch(/[.!?] [A-Z]/);
      }
      expect(topic.body.filter((line) => line.startsWith("```")).length % 2).toBe(0);
      expect(topic.sources).not.toEqual([]);
      for (const source of topic.sources)
        expect(source).toMatch(/^([a-z]+\(\d\)(, "[A-Za-z ]+"| of .*)?|observed: .+|source: .+)$/);
      for (const id of topic.seeAlso ?? []) expect(topicById(id)?.id).toBe(id);
      expect(topic.seeAlso ?? []).not.toContain(topic.id);
      expect(topic.kind === "command").toBe(topic.usage !== undefined);
      expect(topicById(topic.id)).toBe(topic);
      for (const dialect of topic.dialects) expect(findTopic(wordFor(topic, dialect), dialect)).toBe(topic);
      expect(topicMarkdown(topic, inEnglish)).toContain(topic.summary);
      expect(topicMarkdown(topic, inEnglish)).not.toMatch(/\[object \w+\]|undefined/);
    });
});

test("the examples are read without a complaint", () => {
  let examples = 0;
  for (const { id, body, dialects: readers } of topics) {
    const text = /```inittab\n(.*?)\n```/s.exec(body.join("\n"))?.[1];
    if (text === undefined) continue;
    examples++;
    const [dialect = "unknown"] = readers;
    const { messages, records } = readInittab(`${text}\n`, { dialect });
    const own = records.filter((record) => record.path !== undefined);
    const lines = text.split("\n").length;
    expect({ id, messages, records: own.length }).toEqual({ id, messages: [], records: lines });
  }
  expect(examples).toBeGreaterThan(20);
});

function proseOf(body: readonly string[]): readonly string[] {
  let fenced = false;
  return body.filter((line) => {
    if (line.startsWith("```")) fenced = !fenced;
    return !fenced && line !== "" && !line.startsWith("```") && !/^[|\d]/.test(line);
  });
}

const recorded = join(import.meta.dirname, "../../../../shared/conformance");

if (existsSync(recorded) || process.env["CI"] === "true")
  test("the recorded cases that topics name exist", () => {
    const names = new Set(
      readdirSync(recorded, { recursive: true, encoding: "utf8" }).map((path) =>
        path.replace(/^.*\//, "").replace(/(\.scenario|\.trace)?\.json$/, ""),
      ),
    );
    for (const topic of topics)
      for (const source of topic.sources)
        for (const name of /^observed: .*\((.*)\)$/.exec(source)?.[1]?.split(", ") ?? [])
          expect(names.has(name), `${topic.id} names ${name}`).toBe(true);
  });
else test.skip("skipped: the recorded cases that topics name, because ../shared is missing", () => {});

test("words of a file lead to topics", () => {
  const words = [
    "respawn",
    "RESPAWN",
    "S",
    "s",
    "A",
    "7",
    "#",
    "+",
    "@",
    "id",
    "runlevels",
    "SIGHUP",
    "hup",
    "RTMIN+4",
    "$PREVLEVEL",
    "INIT_HALT",
    "INIT_VERSION",
    "INIT_ANYTHING",
    "TERM",
    "$TERM",
    "SIGKILL",
    "-b",
    "single",
    "/etc/initscript",
    "/etc/inittab.d/10-tty.tab",
    "/sbin/agetty",
    "/usr/bin/openvt",
    "/etc/rc.d/rc.sysinit",
    "/etc/init.d/rc",
    "askfirst",
    "hold",
    "~~",
    "busybox.action.respawn",
    "respwan",
    "",
  ];
  expect(check(words)).toMatchInlineSnapshot(`
    "respawn  action.respawn
    RESPAWN  action.respawn
    S  runlevel.S
    s  runlevel.s
    A  runlevel.a
    7  runlevel.7
    #  runlevel.#
    +  process.plus
    @  process.at
    id  field.id
    runlevels  field.runlevels
    SIGHUP  signal.HUP
    hup  signal.HUP
    RTMIN+4  signal.RTMIN+4
    $PREVLEVEL  environment.PREVLEVEL
    INIT_HALT  environment.INIT_
    INIT_VERSION  environment.INIT_VERSION
    INIT_ANYTHING  environment.INIT_
    TERM  signal.TERM
    $TERM  environment.inherited
    SIGKILL  term-and-kill
    -b  boot.emergency
    single  boot.single
    /etc/initscript  file./etc/initscript
    /etc/inittab.d/10-tty.tab  file./etc/inittab.d
    /sbin/agetty  command.agetty
    /usr/bin/openvt  command.openvt
    /etc/rc.d/rc.sysinit  command.rcS
    /etc/init.d/rc  command.rc
    askfirst  busybox.action.askfirst
    hold  system-v.action.hold
    ~~  implied-sulogin
    busybox.action.respawn  busybox.action.respawn
    respwan  nothing
      nothing"
  `);
});

test("a dialect's own topic comes first", () => {
  const words = [
    "respawn",
    "shutdown",
    "reboot",
    "TERM",
    "SIGTERM",
    "id",
    "2",
    "S",
    "getty",
    "powerfail",
    "RUNLEVEL",
  ];
  expect(check(words, "busybox")).toMatchInlineSnapshot(`
    "respawn  busybox.action.respawn
    shutdown  busybox.action.shutdown
    reboot  busybox.command.reboot
    TERM  busybox.signal.TERM
    SIGTERM  busybox.signal.TERM
    id  busybox.field.id
    2  busybox.field.runlevels
    S  busybox.field.runlevels
    getty  busybox.command.getty
    powerfail  action.powerfail
    RUNLEVEL  busybox.environment"
  `);
  expect(check(["respawn", "shutdown", "rcS", "id"], "procd")).toMatchInlineSnapshot(`
    "respawn  procd.action.respawn
    shutdown  procd.action.shutdown
    rcS  procd.command.rcS
    id  procd.field.id"
  `);
  expect(check(["respawn", "off", "hold", "id", "kbrequest"], "aix")).toMatchInlineSnapshot(`
    "respawn  system-v.action.respawn
    off  system-v.action.off
    hold  system-v.action.hold
    id  system-v.field.id
    kbrequest  action.kbrequest"
  `);
});

test("kinds narrow the search", () => {
  expect(findTopic("shutdown", "busybox", ["command"])?.id).toMatchInlineSnapshot(`"command.shutdown"`);
  expect(findTopic("1", "sysvinit", ["command"])).toBeUndefined();
});

test("a slip of the pen gets suggestions", () => {
  const slips = ["respwan", "initdefautl", "powerfial", "PREVLEVL", "mingety", "pow", "xyzzy", ""];
  expect(
    slips
      .map(
        (slip) =>
          `${slip}  ${suggestTopics(slip)
            .map((topic) => topic.id)
            .join(" ")}`,
      )
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "respwan  action.respawn
    initdefautl  action.initdefault
    powerfial  action.powerfail action.powerwait
    PREVLEVL  environment.PREVLEVEL
    mingety  command.mingetty
    pow  action.powerwait action.powerfail action.powerokwait action.powerfailnow powerstatus
    xyzzy  
      "
  `);
});

test("a topic in full", () => {
  const find = (id: string) => {
    const topic = topicById(id);
    if (topic === undefined) throw new Error(`no topic ${id}`);
    return topicMarkdown(topic, inEnglish);
  };
  expect(find("action.once")).toMatchInlineSnapshot(`
    "### Action once

    Starts the process once when one of its runlevels is entered, and does not wait for it.

    Once the process has ended, it is not started again until init has left the runlevel for one that the entry does not name and comes back.
    So an entry for \`23\` is not run a second time on a change from runlevel 2 to 3, although the manual page says that it runs when the runlevel is entered.
    A change to a runlevel that is not in the field kills the process if it is still running.
    Only the process that init started counts: a daemon that it leaves behind keeps running, and no runlevel change touches it.

    \`\`\`inittab
    ut:2345:once:/usr/local/sbin/note-startup
    \`\`\`

    See also: \`wait\`, \`boot\`, \`term-and-kill\`

    *Sources: inittab(5), "once"; observed: sysvinit 3.06 (level-once-shared, level-single-shared-once, level-daemon-of-finished-once)*
    "
  `);
  expect(find("command.sulogin")).toMatchInlineSnapshot(`
    "### Command sulogin

    Asks for root's password and starts a shell for repairs; Ctrl-D continues the boot.

    \`\`\`text
    sulogin [OPTION…] [TTY]
    \`\`\`

    - \`TTY\`: The terminal to use instead of the current one.
    - \`-e, --force\`: If root's password cannot be obtained in the usual way, read it from the files; if these are damaged or root is locked, start the shell without asking.
    - \`-p, --login-shell\`: Start the shell as a login shell.
    - \`-t, --timeout SECONDS\`: Wait no longer than this for an answer; by default there is no limit.

    If an entry for S starts a plain shell instead, anyone at the console becomes root.
    When the shell ends, single-user mode ends, and init goes on to the default runlevel.
    It starts the shell in the variable SUSHELL if that is set, otherwise root's shell from /etc/passwd, otherwise /bin/sh.

    \`\`\`inittab
    ~~:S:wait:/sbin/sulogin
    \`\`\`

    See also: \`implied-sulogin\`, \`S\`, \`emergency\`

    *Sources: sulogin(8); observed: sysvinit 3.06 (sulogin-entry-added, boot-arg-single)*
    "
  `);
});
