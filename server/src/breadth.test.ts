// The language server's breadth: what it offers for inittabs and for scripts beside diagnostics, hover and completion.

import { describe, expect, test } from "vitest";
import { type DeskOptions, type DeskRange, deskOfTest } from "./testing/desk.ts";
import type { TestFiles } from "./testing/files.ts";

const { open, now: desk } = deskOfTest();

function script(provides: string, start: string, body = ""): string {
  return `#!/bin/sh
### BEGIN INIT INFO
# Provides: ${provides}
# Required-Start: ${start}
# Required-Stop:
# Default-Start: 2 3
# Default-Stop:
# Short-Description: ${provides}
### END INIT INFO
${body}`;
}

const table =
  "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl2:2:wait:/etc/init.d/rc 2\nl3:3:wait:/etc/init.d/rc 3\n1:23:respawn:/sbin/getty 38400 tty1\n";
const system: TestFiles = {
  "etc/inittab": table,
  "etc/init.d/rc": "",
  "etc/init.d/syslog": script("syslog", "$local_fs"),
  "etc/init.d/ssh": script("sshd", "$log"),
  "etc/init.d/web": script("web", "sshd syslog"),
  "etc/insserv.conf": "$log +syslog\n$local_fs +mountall\n",
  "etc/rc2.d/S01syslog": { link: "../init.d/syslog" },
  "etc/rc2.d/S02ssh": { link: "../init.d/ssh" },
  "etc/rc3.d/S01syslog": { link: "../init.d/syslog" },
};
const ofSystem = { files: system, path: "etc/init.d/ssh", languageId: "shellscript" } as const;

const body = `
helper() {
  echo "$1"
  echo again
}

# What follows
# is done by rc.
case "$1" in
  start)
    helper start
    ;;
  stop)
    helper stop
    ;;
esac
`;

interface Location {
  readonly uri: string;
  readonly range: DeskRange;
}

const shown = (found: readonly Location[] | null | undefined) =>
  (found ?? []).map(
    ({ uri, range }) => `${uri.replace("file:///", "")}:${range.start.line + 1}:${range.start.character}`,
  );

describe("a script", () => {
  test("highlights the names of its header, and its functions", async () => {
    const one = await open(
      script("sshd", "sys|0|log $remote_fs").replace("Required-Stop:", "Required-Stop: syslog"),
      ofSystem,
    );
    const marks = await one.ask<readonly { readonly range: DeskRange }[]>("textDocument/documentHighlight");
    expect(marks.map(({ range }) => `${range.start.line}: ${one.textIn(range)}`)).toEqual([
      "3: syslog",
      "4: syslog",
    ]);
    const other = await open(script("sshd", "", body.replace("helper start", "hel|0|per start")), ofSystem);
    const calls = await other.ask<readonly { readonly range: DeskRange }[]>("textDocument/documentHighlight");
    expect(calls.map(({ range }) => `${range.start.line}: ${other.textIn(range)}`)).toEqual([
      "10: helper",
      "19: helper",
      "22: helper",
    ]);
  });

  test("leads from a call to its function, and back to all calls", async () => {
    const { ask } = await open(script("sshd", "", body.replace("helper start", "hel|0|per start")), ofSystem);
    expect(shown(await ask("textDocument/definition"))).toEqual(["etc/init.d/ssh:11:0"]);
    const references = (includeDeclaration: boolean) =>
      ask<readonly Location[]>("textDocument/references", { context: { includeDeclaration } });
    expect(shown(await references(false))).toEqual(["etc/init.d/ssh:20:4", "etc/init.d/ssh:23:4"]);
    expect(shown(await references(true))).toHaveLength(3);
  });

  test("renames a facility of its system, and a service, in insserv's configuration too", async () => {
    const configured = { ...system, "etc/insserv.conf": "$log +syslog\n$mail +sendmail $log # $log\n" };
    const desk_ = await open(script("sshd", "$|0|log"), { ...ofSystem, files: configured });
    interface Edit {
      readonly changes: Readonly<
        Record<string, readonly { readonly range: DeskRange; readonly newText: string }[]>
      >;
    }
    const edits = ({ changes }: Edit) =>
      Object.entries(changes).flatMap(([uri, all]) =>
        all.map((each) => shown([{ uri, range: each.range }])[0]),
      );
    expect(edits(await desk_.ask<Edit>("textDocument/rename", { newName: "$logging" }))).toEqual([
      "etc/init.d/ssh:4:18",
      "etc/insserv.conf:1:0",
      "etc/insserv.conf:2:16",
    ]);
    await expect(desk_.ask("textDocument/rename", { newName: "logging" })).rejects.toThrow(
      "cannot be the name of a facility",
    );
    await expect(desk_.ask("textDocument/rename", { newName: "$mail" })).rejects.toThrow("already");
    const known = await open(script("sshd", "$local|0|_fs"), ofSystem);
    expect(await known.ask("textDocument/prepareRename")).toBeNull();
    const service = await open(script("sshd", "sys|0|log"), { ...ofSystem, files: configured });
    expect(edits(await service.ask<Edit>("textDocument/rename", { newName: "rsyslog" }))).toEqual([
      "etc/init.d/ssh:4:18",
      "etc/init.d/syslog:3:12",
      "etc/init.d/web:4:23",
      "etc/insserv.conf:1:6",
    ]);
  });

  test("folds its header, its functions, its arms and its comments", async () => {
    const { ask } = await open(script("sshd", "", body), ofSystem);
    const folds =
      await ask<readonly { readonly startLine: number; readonly endLine: number; readonly kind: string }[]>(
        "textDocument/foldingRange",
      );
    expect(folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`)).toEqual([
      "1-8 comment",
      "10-13 region",
      "15-16 comment",
      "18-20 region",
      "21-23 region",
    ]);
  });

  test("a selection grows from the word to the file", async () => {
    const one = await open(script("sshd", "", body.replace("helper start", "helper st|0|art")), ofSystem);
    interface Selection {
      readonly range: DeskRange;
      readonly parent?: Selection;
    }
    const [innermost] = await one.ask<readonly Selection[]>("textDocument/selectionRange", {
      positions: [one.position],
    });
    const ranges: string[] = [];
    for (let each = innermost; each !== undefined; each = each.parent)
      ranges.push(one.textIn(each.range).slice(0, 24));
    expect(ranges).toEqual([
      "start",
      "helper start",
      "start)\n    helper start\n",
      "#!/bin/sh\n### BEGIN INIT",
    ]);
  });

  test("tells the arguments of a helper while they are typed", async () => {
    const { ask } = await open(
      script("sshd", "", ". /lib/lsb/init-functions\nstart-stop-daemon --start\nkillproc -p |0|"),
      ofSystem,
    );
    const help = await ask<{
      readonly signatures: readonly { readonly label: string }[];
      readonly activeParameter: number;
    } | null>("textDocument/signatureHelp");
    expect(help?.signatures[0]?.label).toMatchInlineSnapshot(`"killproc [-p PIDFILE] PROGRAM [SIGNAL]"`);
    expect(help?.activeParameter).toMatchInlineSnapshot(`1`);
  });

  test("another shell script is the business of its own server", async () => {
    const elsewhere = { ...ofSystem, path: "home/x.sh" };
    const { ask } = await open(body.replace("helper start", "hel|0|per start"), elsewhere);
    for (const method of ["documentHighlight", "foldingRange"])
      expect(await ask(`textDocument/${method}`)).toBeNull();
    expect(await ask("textDocument/selectionRange", { positions: [{ line: 1, character: 0 }] })).toBeNull();
    expect(await ask("textDocument/definition")).toEqual([]);
  });
});

interface Item extends Location {
  readonly name: string;
  readonly detail?: string;
}

describe("hierarchies", () => {
  async function item(method: string, marked: string, options: DeskOptions): Promise<Item | undefined> {
    const { ask } = await open(marked, options);
    return (await ask<readonly Item[] | null>(`textDocument/${method}`))?.[0];
  }
  const about = <T>(method: string, of: Item | undefined) =>
    desk()?.peer.connection.sendRequest<readonly T[]>(method, { item: of });
  const names = (items: readonly Item[] | undefined) =>
    (items ?? []).map(({ name, detail, uri }) => `${name} (${detail}) in ${uri.replace("file:///", "")}`);

  test("calls: what starts before a script, because of what it starts, and what starts after it", async () => {
    const ssh = await item("prepareCallHierarchy", script("ss|0|hd", "$log"), ofSystem);
    expect(ssh?.name).toBe("ssh");
    const before = await about<{ readonly from: Item }>("callHierarchy/incomingCalls", ssh);
    expect(names(before?.map(({ from }) => from))).toEqual([
      "l2 (/etc/init.d/rc 2) in etc/inittab",
      "syslog (starts before ssh) in etc/init.d/syslog",
    ]);
    const after = await about<{ readonly to: Item }>("callHierarchy/outgoingCalls", ssh);
    expect(names(after?.map(({ to }) => to))).toEqual(["web (starts after ssh) in etc/init.d/web"]);
  });

  test("calls: a record starts scripts in rc's order", async () => {
    const record = await item("prepareCallHierarchy", table.replace("rc 2", "rc|0| 2"), { files: system });
    expect(record?.name).toBe("l2");
    const started = await about<{ readonly to: Item }>("callHierarchy/outgoingCalls", record);
    expect(names(started?.map(({ to }) => to))).toEqual([
      "syslog (runs through S01syslog) in etc/init.d/syslog",
      "ssh (runs through S02ssh) in etc/init.d/ssh",
    ]);
    expect(
      await item("prepareCallHierarchy", table.replace("getty", "get|0|ty"), { files: system }),
    ).toBeUndefined();
  });

  test("types: record, link, script, header, and back", async () => {
    const record = await item("prepareTypeHierarchy", table.replace("rc 2", "rc|0| 2"), { files: system });
    const [, link] = (await about<Item>("typeHierarchy/subtypes", record)) ?? [];
    expect(link?.name).toBe("S02ssh");
    const [run] = (await about<Item>("typeHierarchy/subtypes", link)) ?? [];
    expect(run?.name).toBe("ssh");
    const [header] = (await about<Item>("typeHierarchy/subtypes", run)) ?? [];
    expect(header?.name).toBe("header of ssh");
    expect(await about("typeHierarchy/subtypes", header)).toEqual([]);
    expect(names(await about("typeHierarchy/supertypes", header))).toEqual([
      "ssh (etc/init.d/ssh) in etc/init.d/ssh",
    ]);
    expect(names(await about("typeHierarchy/supertypes", run))).toEqual([
      "S02ssh (etc/rc2.d/S02ssh) in etc/init.d/ssh",
    ]);
    expect(names(await about("typeHierarchy/supertypes", link))).toEqual([
      "l2 (/etc/init.d/rc 2) in etc/inittab",
    ]);
    expect(await about("typeHierarchy/supertypes", record)).toEqual([]);
  });

  test("an item that comes from nowhere has no relatives", async () => {
    await open(table, { files: system });
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const stray = { name: "x", kind: 1, uri: "file:///nowhere/x", range, selectionRange: range };
    for (const method of [
      "callHierarchy/incomingCalls",
      "callHierarchy/outgoingCalls",
      "typeHierarchy/supertypes",
      "typeHierarchy/subtypes",
    ])
      expect(await desk()?.peer.connection.sendRequest(method, { item: stray })).toEqual([]);
  });
});

test("records are found by name in the whole workspace, open or not", async () => {
  const { peer } = await open("r1:2:respawn:/sbin/getty 38400 tty9\n", {
    path: "other/inittab",
    files: { "work/etc/inittab": table },
    folders: ["file:///work"],
  });
  const found = await peer.connection.sendRequest<
    readonly { readonly name: string; readonly location: Location }[]
  >("workspace/symbol", { query: "getty" });
  expect(found.map(({ name, location }) => `${name} ${shown([location])}`)).toEqual([
    "r1 /sbin/getty 38400 tty9 other/inittab:1:0",
    "1 /sbin/getty 38400 tty1 work/etc/inittab:5:0",
  ]);
});

test("an id is found and renamed in the scenarios, tests and policies beside its table", async () => {
  const text = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const files: TestFiles = {
    "etc/boot.inittab-scenario.json": text({
      inittab: "1:2:respawn:/sbin/getty tty1\n11:2:off:\n",
      processes: { "1": { runs: 5 }, "11": {} },
      events: [{ at: 1, kill: "1" }],
    }),
    "etc/a.inittab-test.json": text({ tests: [{ name: "1", expect: [{ runs: "1" }, { stopped: "2" }] }] }),
    "etc/b.inittab-test.json": text({ inittab: "other", tests: [{ name: "x", expect: [{ runs: "1" }] }] }),
    "etc/c.inittab-policy.json": text([{ before: ["1", "ssh"] }, { runs: "1", in: "1" }]),
    "etc/d.inittab-scenario.json": "{",
  };
  const one = await open("id:2:initdefault:\n|0|1:2:respawn:/sbin/getty 38400 tty1\n", { files });
  const references = shown(
    await one.ask("textDocument/references", { context: { includeDeclaration: true } }),
  );
  expect(references).toHaveLength(1 + 3 + 1 + 2);
  const { changes } = await one.ask<{
    readonly changes: Readonly<
      Record<string, readonly { readonly range: DeskRange; readonly newText: string }[]>
    >;
  }>("textDocument/rename", { newName: "t1" });
  const after = (path: string) => {
    const lines = String(files[path]).split("\n");
    for (const { range, newText } of (changes[`file:///${path}`] ?? []).toReversed()) {
      const { start, end } = range;
      const line = lines[start.line] ?? "";
      lines[start.line] = line.slice(0, start.character) + newText + line.slice(end.character);
    }
    return JSON.parse(lines.join("\n"));
  };
  expect(after("etc/boot.inittab-scenario.json")).toEqual({
    inittab: "t1:2:respawn:/sbin/getty tty1\n11:2:off:\n",
    processes: { t1: { runs: 5 }, "11": {} },
    events: [{ at: 1, kill: "t1" }],
  });
  expect(after("etc/a.inittab-test.json")).toEqual({
    tests: [{ name: "1", expect: [{ runs: "t1" }, { stopped: "2" }] }],
  });
  expect(changes["file:///etc/b.inittab-test.json"]).toBeUndefined();
  expect(after("etc/c.inittab-policy.json")).toEqual([{ before: ["t1", "ssh"] }, { runs: "t1", in: "1" }]);
});

test("the arguments of a getty are told when they are asked for", async () => {
  const { ask } = await open("1:2:respawn:/sbin/agetty --noclear |0|", { settings: { dialect: "sysvinit" } });
  const help = await ask<{ readonly signatures: readonly { readonly label: string }[] } | null>(
    "textDocument/signatureHelp",
  );
  expect(help?.signatures[0]?.label).toMatchInlineSnapshot(`"agetty [OPTION…] TTY [SPEED[,SPEED…]] [TERM]"`);
});

describe("refactorings of an inittab", () => {
  interface Action {
    readonly title: string;
    readonly edit: {
      readonly changes: Readonly<
        Record<string, readonly { readonly range: DeskRange; readonly newText: string }[]>
      >;
    };
  }

  /** The titles, and the text after each. */
  async function refactored(marked: string, dialect: string, to?: string): Promise<string> {
    const one = await open(marked, { settings: { dialect } });
    const end = to === undefined ? one.position : one.range.end;
    const actions = await one.ask<readonly Action[]>("textDocument/codeAction", {
      range: { start: one.position, end },
      context: { diagnostics: [], only: ["refactor"] },
    });
    return actions
      .map(({ title, edit }) => {
        const edits = Object.values(edit.changes).flat();
        const offset = (place: DeskRange["start"]) =>
          one.text
            .split("\n")
            .slice(0, place.line)
            .reduce((sum, line) => sum + line.length + 1, 0) + place.character;
        const text = edits
          .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
          .reduce(
            (all, { range, newText }) =>
              all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
            one.text,
          );
        return `== ${title}\n${text}`;
      })
      .join("");
  }

  test("a record is split by its levels, or commented out and brought back", async () => {
    expect(
      await refactored("id:2:initdefault:\n1:2|0|3:respawn:/sbin/getty 38400 tty1\n", "sysvinit"),
    ).toMatchInlineSnapshot(`
      "== Comment out the entry
      id:2:initdefault:
      # 1:23:respawn:/sbin/getty 38400 tty1
      == Split into 2 entries, one for each runlevel; a change of runlevel then restarts the process
      id:2:initdefault:
      1:2:respawn:/sbin/getty 38400 tty1
      13:3:respawn:/sbin/getty 38400 tty1
      "
    `);
    expect(
      await refactored(
        "id:2:initdefault:\n# 1:2|0|3:respawn:/sbin/getty 38400 tty1\n# words: about it\n",
        "sysvinit",
        "all",
      ),
    ).toMatchInlineSnapshot(`
      "== Bring back the entry in this comment
      id:2:initdefault:
      1:23:respawn:/sbin/getty 38400 tty1
      # words: about it
      "
    `);
    expect(await refactored("x:2:wait:/a\n|0|y:2:wait:/b\n", "aix")).toMatchInlineSnapshot(`
      "== Comment out the entry
      x:2:wait:/a
      : y:2:wait:/b
      "
    `);
  });

  test("a table is rewritten for another init, and says what is lost", async () => {
    const sysvinit = `|0|# a comment
id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
ca:12345:ctrlaltdel:/sbin/shutdown -r now
pf::powerwait:/etc/init.d/powerfail start
1:2345:respawn:/sbin/getty 38400 tty1
`;
    expect(await refactored(sysvinit, "sysvinit")).toMatchInlineSnapshot(`
      "== Rewrite the table for BusyBox init; 5 entries lose something, and the text says what
      # a comment
      # Lost: BusyBox init has no initdefault.
      # id:2:initdefault:
      ::sysinit:/etc/init.d/rcS
      # Lost: the runlevels S.
      # ~~:S:wait:/sbin/sulogin
      ::shutdown:/etc/init.d/rc 0
      # Lost: the runlevels 2.
      ::wait:/etc/init.d/rc 2
      ::ctrlaltdel:/sbin/shutdown -r now
      # Lost: BusyBox init has no powerwait.
      # pf::powerwait:/etc/init.d/powerfail start
      # Lost: the runlevels 2345.
      tty1::respawn:/sbin/getty 38400 tty1
      "
    `);
    const busybox = `|0|::sysinit:/etc/init.d/rcS
tty1::askfirst:-/bin/sh
ttyS0::respawn:/sbin/getty -L ttyS0 115200
::shutdown:/bin/umount -a
::restart:/sbin/init
`;
    expect(await refactored(busybox, "busybox")).toMatchInlineSnapshot(`
      "== Comment out the entry
      # ::sysinit:/etc/init.d/rcS
      tty1::askfirst:-/bin/sh
      ttyS0::respawn:/sbin/getty -L ttyS0 115200
      ::shutdown:/bin/umount -a
      ::restart:/sbin/init
      == Rewrite the table for sysvinit; 2 entries lose something, and the text says what
      id:2:initdefault:
      si::sysinit:/etc/init.d/rcS
      # Lost: the dash that makes a login shell, the wait for Enter.
      1:2345:respawn:/bin/sh
      S0:2345:respawn:/sbin/getty -L ttyS0 115200
      sd:06:wait:/bin/umount -a
      # Lost: sysvinit has no restart.
      # ::restart:/sbin/init
      "
    `);
    expect(await refactored("|0|# nothing\n", "aix")).toBe("");
  });
});
