import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dialect, dialects } from "../inittab/dialect.ts";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { aliases } from "./aliases.ts";
import { topicById } from "./find.ts";
import { isForeign, meaningsOf } from "./look-up.ts";
import { meaningsMarkdown } from "./meanings.ts";
import { topics } from "./topics.ts";

const known = readFileSync(join(import.meta.dirname, "../../../test-fixtures/words/known.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("# "));

/** The ids of what each word means, one word a line. */
function check(words: readonly string[], dialect: Dialect = "sysvinit"): string {
  return words
    .map((word) => {
      const meanings = meaningsOf(word, dialect);
      const ids = meanings.map((each) =>
        each.kind === "page"
          ? each.id
          : `${each.topic.id}${each.argument === undefined ? "" : `<${each.argument.name}>`}`,
      );
      return `${word}  ${ids.join("  ") || "nothing"}${isForeign(meanings, dialect) ? "  (foreign)" : ""}`;
    })
    .join("\n");
}

test("blanks around a word count for nothing, and a signal has two names", () => {
  expect(check(["  respawn ", "SIGUSR1", "USR1"], "busybox")).toMatchInlineSnapshot(`
    "  respawn   busybox.action.respawn
    SIGUSR1  busybox.signal.USR1
    USR1  busybox.signal.USR1"
  `);
});

test("the commands of BusyBox say which signal they send", () => {
  const page = (word: string) => meaningsMarkdown({ word, dialect: "busybox", isAsked: false }, inEnglish);
  expect(page("halt")).toContain(
    "Sends USR1 to process 1, which runs the shutdown entries and then halts the machine.",
  );
  expect(page("reboot")).toContain("Sends TERM to process 1");
});

test("a keyword that may stay empty says so, and another does not", () => {
  const page = (word: string) => meaningsMarkdown({ word, dialect: "sysvinit", isAsked: false }, inEnglish);
  const said = inEnglish.text({ id: "page.lsb-may-be-empty" });
  expect(page("Required-Start")).toContain(said);
  expect(page("Provides")).not.toContain(said);
});

test("another meaning is named by a word that leads to it first", () => {
  const page = (word: string) => meaningsMarkdown({ word, dialect: "sysvinit", isAsked: false }, inEnglish);
  expect(page("start")).toContain("See `rc.common`.");
  expect(page("restart")).toContain("See `busybox.action.restart`.");
  expect(page("restart")).not.toContain("See `restart`.");
});

describe("words that people look up", () => {
  expect(known.length).toBeGreaterThan(210);
  for (const word of known)
    test(word, () => {
      expect(meaningsOf(word)).not.toEqual([]);
      const page = meaningsMarkdown({ word, dialect: "sysvinit", isAsked: false }, inEnglish);
      expect(page).not.toMatch(/\[object \w+\]|undefined/);
    });
});

test("programs that the table knows, where no page of the manual tells of them", () => {
  expect(
    check(["sshd", "/usr/sbin/crond", "ntpd(8)", "winbindd", "agetty", "sh", "wall"]),
  ).toMatchInlineSnapshot(`
    "sshd  program.sshd
    /usr/sbin/crond  program.crond
    ntpd(8)  program.ntpd
    winbindd  program.smbd
    agetty  command.agetty
    sh  running-the-command
    wall  program.wall"
  `);
  expect(meaningsMarkdown({ word: "hostapd", dialect: "sysvinit", isAsked: false }, inEnglish)).toBe(
    "**Program hostapd**\n\nhostapd: provides a wireless network.\n\nIt stays in the foreground unless -B is given.\n\n*hostapd(8)*\n",
  );
});

test("parameters of the kernel, links of rc, and what goes wrong on a terminal", () => {
  expect(
    check([
      "init=/bin/sh",
      "console=ttyS0,115200",
      "K20ssh",
      "S99foo",
      "two readers on one terminal",
      "zombie",
    ]),
  ).toMatchInlineSnapshot(`
    "init=/bin/sh  command.init
    console=ttyS0,115200  terminals
    K20ssh  rc-folders
    S99foo  rc-folders
    two readers on one terminal  terminals
    zombie  signal.CHLD"
  `);
});

test("no page leads to another by anything but a word that is known", () => {
  for (const topic of topics)
    for (const dialect of dialects) {
      const page = meaningsMarkdown({ word: topic.id, dialect, isAsked: false }, inEnglish) ?? "";
      const [, others = ""] = /^See also: (.*)$/m.exec(page) ?? [];
      for (const [, word = ""] of others.matchAll(/`([^`]+)`/g))
        expect([topic.id, dialect, word, topicById(word) !== undefined && word.includes(".")]).toEqual([
          topic.id,
          dialect,
          word,
          false,
        ]);
    }
});

test("phrases, man-style names, paths, commands with an option", () => {
  expect(
    check([
      "init(8)",
      "inittab(5)",
      "telinit -t 10",
      "telinit q",
      "init 6",
      "telinit 3",
      "shutdown -h now",
      "start-stop-daemon --exec",
      "single user mode",
      "Single-User Mode",
      "respawning too fast",
      "dead but subsys locked",
      "/var/lock/subsys/sshd",
      "/etc/rc.d/rc3.d/S20ssh",
      "/etc/init.d/ssh",
      "/var/run/sshd.pid",
      "kill -HUP 1",
      "exit status 2",
      "Ctrl-Alt-Del",
      "the signal HUP",
      "locks",
    ]),
  ).toMatchInlineSnapshot(`
    "init(8)  command.init
    inittab(5)  file./etc/inittab
    telinit -t 10  telinit<-t SECONDS>
    telinit q  telinit<Q, q>
    init 6  command.init<0…9, S, Q, a, b, c, u>  runlevel.6
    telinit 3  telinit<0…9>  runlevel.3
    shutdown -h now  command.shutdown<-h>
    start-stop-daemon --exec  command.start-stop-daemon<-x, --exec FILE>
    single user mode  runlevel.S  boot.single
    Single-User Mode  runlevel.S  boot.single
    respawning too fast  respawning-too-fast
    dead but subsys locked  lock-files
    /var/lock/subsys/sshd  lock-files
    /etc/rc.d/rc3.d/S20ssh  rc-folders
    /etc/init.d/ssh  init-scripts
    /var/run/sshd.pid  pid-file
    kill -HUP 1  signal.HUP
    exit status 2  exit 2  exit 2 status
    Ctrl-Alt-Del  action.ctrlaltdel
    the signal HUP  signal.HUP
    locks  lock-files"
  `);
});

test("a word of several meanings", () => {
  expect(
    check(["restart", "TERM", "reload", "status", "killproc", "action", "console", "S", "stop"]),
  ).toMatchInlineSnapshot(`
    "restart  script-action.restart  busybox.action.restart
    TERM  signal.TERM  environment.inherited
    reload  reading-again  script-action.reload
    status  helper.redhat.status  script-action.status  openrc.function.status
    killproc  helper.redhat.killproc  helper.lsb.killproc
    action  field.action  helper.redhat.action
    console  terminals  environment.CONSOLE
    S  runlevel.S
    stop  script-action.stop  openrc.function.stop  recipe.stop  openwrt.rc-common"
  `);
  expect(check(["restart", "stop", "respawn"], "busybox")).toMatchInlineSnapshot(`
    "restart  busybox.action.restart  script-action.restart
    stop  script-action.stop  openrc.function.stop  recipe.stop  openwrt.rc-common
    respawn  busybox.action.respawn"
  `);
});

test("a word that the dialect does not know", () => {
  expect(check(["powerfail", "kbrequest", "telinit", "respawn", "lock"], "busybox")).toMatchInlineSnapshot(`
    "powerfail  action.powerfail  (foreign)
    kbrequest  action.kbrequest  (foreign)
    telinit  telinit  (foreign)
    respawn  busybox.action.respawn
    lock  lock-files  (foreign)"
  `);
  const first = (word: string, dialect: Dialect) =>
    meaningsMarkdown({ word, dialect, isAsked: true }, inEnglish)?.split("\n")[0];
  expect([
    first("powerfail", "busybox"),
    first("kbrequest", "procd"),
    first("ctrlaltdel", "aix"),
    first("telinit", "busybox"),
    first("respawn", "busybox"),
    first("askfirst", "sysvinit"),
    first("SIGTERM", "procd"),
    first("SIGTERM", "aix"),
  ]).toMatchInlineSnapshot(`
    [
      "BusyBox init does not have \`powerfail\`. In sysvinit it means:",
      "OpenWrt procd does not have \`kbrequest\`. In sysvinit it means:",
      "AIX does not have \`ctrlaltdel\`. In sysvinit it means:",
      "This page describes sysvinit; BusyBox init may differ.",
      "### Action respawn (BusyBox)",
      "sysvinit does not have \`askfirst\`. In BusyBox init and toybox init it means:",
      "### Signals to procd",
      "This page describes sysvinit; AIX may differ.",
    ]
  `);
});

test("each topic is found by each of its words, and by its id", () => {
  for (const topic of topics)
    for (const word of [topic.id, ...topic.words])
      for (const dialect of topic.dialects) {
        const found = meaningsOf(word, dialect).map((each) => each.kind === "topic" && each.topic);
        expect(found, `${topic.id} by ${word}`).toContain(topic);
      }
});

test("each alias leads to topics", () => {
  for (const [phrase, ids] of Object.entries(aliases)) {
    for (const id of ids) expect(topicById(id), `${phrase}: ${id}`).toBeDefined();
    expect(phrase).toBe(phrase.toLowerCase());
  }
});

test("what nobody knows, and any text", () => {
  expect(
    check(["constructor", "__proto__", "xyzzy", "respwan", "", "the", "no such words", "a b c d e f"]),
  ).toMatchInlineSnapshot(`
    "constructor  nothing
    __proto__  nothing
    xyzzy  nothing
    respwan  nothing
      nothing
    the  nothing
    no such words  nothing
    a b c d e f  nothing"
  `);
  const text = fc.string({ unit: pieceOf(...'$(/)-_. "\n', "init", "telinit -t"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.constantFrom(...dialects), (word, dialect) => {
      meaningsOf(word, dialect);
    }),
  );
});
