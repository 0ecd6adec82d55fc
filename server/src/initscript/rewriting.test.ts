// What changes a script, or follows its file: formatting, refactorings, renamed services and renamed files.

import { describe, expect, test } from "vitest";
import { type DeskOptions, type DeskRange, deskOfTest } from "../testing/desk.ts";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { peerInProcess } from "../testing/peer.ts";

const { open: openDesk } = deskOfTest();

interface Edit {
  readonly range: DeskRange;
  readonly newText: string;
}

/** Opens a script of the system, and keeps what the server tells the user. */
async function open(marked: string, options: DeskOptions = {}) {
  const desk = await openDesk(marked, {
    path: "etc/init.d/ssh",
    languageId: "shellscript",
    files: { ...system, "etc/init.d/ssh": marked.replace("|0|", "") },
    ...options,
  });
  const told: string[] = [];
  desk.peer.connection.onNotification("window/showMessage", ({ message }: { readonly message: string }) => {
    told.push(message);
  });
  return { ...desk, told };
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: DeskRange["start"]) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits
    .toSorted((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    );
}

function script(lines: string): string {
  return `#!/bin/sh\n### BEGIN INIT INFO\n${lines}### END INIT INFO\n\n. /etc/default/ssh\n`;
}

const untidy = script(
  "# Provides: sshd\n# Required-Start:\tsyslog  \n# Required-Stop:\n# Default-Start: 2 3 4 5\n# Default-Stop:   \n",
);
const system: TestFiles = {
  "etc/inittab": "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\nx:2:once:/etc/init.d/ssh start\n",
  "etc/init.d/rc": "",
  "etc/init.d/syslog": script(
    "# Provides: syslog\n# Required-Start:\n# Required-Stop:\n# Default-Start: 2 3 4 5\n# Default-Stop:\n",
  ),
  "etc/init.d/web":
    "#!/bin/sh\n[ -x /etc/init.d/ssh ] || exit 0\n/etc/init.d/ssh-agent start; /etc/init.d/ssh status\n",
  "etc/rc2.d/S01syslog": { link: "../init.d/syslog" },
  "etc/rc2.d/S02ssh": { link: "../init.d/ssh" },
  "etc/rc3.d/S03mail": { link: "/etc/init.d/mail" },
};

describe("formatting a header", () => {
  const hints = async (text: string) => {
    const { ask } = await open(text);
    const shown =
      await ask<readonly { readonly label: string; readonly position: { readonly line: number } }[]>(
        "textDocument/inlayHint",
      );
    return shown.map(({ label, position }) => `${position.line}: ${label}`);
  };

  test("puts its values below each other, and insserv makes the same links", async () => {
    const { ask } = await open(untidy);
    const after = withEdits(untidy, await ask<readonly Edit[]>("textDocument/formatting", { options: {} }));
    expect(after).toBe(
      script(
        "# Provides:          sshd\n# Required-Start:    syslog\n# Required-Stop:\n# Default-Start:     2 3 4 5\n# Default-Stop:\n",
      ),
    );
    const before = await hints(untidy);
    expect(before).not.toEqual([]);
    expect(await hints(after)).toEqual(before);
  });

  test("can be asked for a part, and leaves other shell scripts alone", async () => {
    const { ask } = await open(untidy);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const edits = await ask<readonly Edit[]>("textDocument/rangeFormatting", { range, options: {} });
    expect(edits.map((edit) => edit.range.start.line)).toEqual([2]);
    const other = await open("echo  a  \n# b  \n", { path: "home/x.sh", files: {} });
    expect(await other.ask("textDocument/formatting", { options: {} })).toBeNull();
  });
});

test("no other shell script has this formatter where the client can be told of it later", async () => {
  const formatting = { dynamicRegistration: true };
  const capabilities = { textDocument: { formatting, rangeFormatting: formatting } };
  const peer = peerInProcess(environmentWith({}), { capabilities });
  const registered: string[] = [];
  peer.connection.onRequest(
    "client/registerCapability",
    ({ registrations }: { readonly registrations: readonly Registration[] }) => {
      for (const { method, registerOptions } of registrations)
        registered.push(`${method} ${JSON.stringify(registerOptions.documentSelector)}`);
      return null;
    },
  );
  const result = await peer.initialize();
  expect(result).toMatchObject({ capabilities: { documentFormattingProvider: false } });
  const selector = '[{"language":"inittab"},{"pattern":"**/init.d/*"},{"pattern":"**/rc[0-6S].d/*"}]';
  await expect
    .poll(() => registered)
    .toEqual([`textDocument/formatting ${selector}`, `textDocument/rangeFormatting ${selector}`]);
  peer.dispose();
});

interface Registration {
  readonly method: string;
  readonly registerOptions: { readonly documentSelector: unknown };
}

describe("refactorings of a header", () => {
  /** What is offered at the cursor, and the header after each. */
  async function offered(lines: string): Promise<string> {
    const { ask, text, uri, position } = await open(script(lines));
    interface Action {
      readonly title: string;
      readonly kind: string;
      readonly edit: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
    }
    const actions = await ask<readonly Action[]>("textDocument/codeAction", {
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["refactor"] },
    });
    const header = (all: string) => all.split("\n").slice(2, all.split("\n").indexOf("### END INIT INFO"));
    return actions
      .map(({ title, kind, edit }) =>
        [`== ${kind}: ${title}`, ...header(withEdits(text, edit.changes[uri] ?? []))].join("\n"),
      )
      .join("\n");
  }

  test("a name moves between what is required and what is only waited for", async () => {
    expect(
      await offered("# Provides: x\n# Required-Start: $syslog ra|0|id lvm\n# Required-Stop: $syslog\n"),
    ).toMatchInlineSnapshot(`
      "== refactor.rewrite: Move raid to Should-Start
      # Provides: x
      # Required-Start: $syslog lvm
      # Should-Start:      raid
      # Required-Stop: $syslog
      == refactor.rewrite: Copy the names of Required-Start to Required-Stop
      # Provides: x
      # Required-Start: $syslog raid lvm
      # Required-Stop: $syslog raid lvm"
    `);
    expect(
      await offered("# Required-Start:\n# Should-Start: ra|0|id\n# Should-Stop: raid\n"),
    ).toMatchInlineSnapshot(`
      "== refactor.rewrite: Move raid to Required-Start
      # Required-Start:    raid
      # Should-Start:
      # Should-Stop: raid"
    `);
  });

  test("outside a list there are none", async () => {
    expect(await offered("# Provides: x|0|\n# Required-Start: a\n")).toBe("");
    expect(await offered("# Default-Start: 2|0| 3\n")).toBe("");
  });
});

test("renaming a service names the links that keep the name of the file", async () => {
  const { ask, told } = await open(untidy.replace("# Provides: sshd", "# Provides: ss|0|hd"));
  const { changes } = await ask<{ readonly changes: Readonly<Record<string, readonly Edit[]>> }>(
    "textDocument/rename",
    { newName: "secure-shell" },
  );
  expect(Object.keys(changes)).toEqual(["file:///etc/init.d/ssh"]);
  await ask("textDocument/hover");
  expect(told).toEqual(["The links to ssh have the name of its file, which stays: etc/rc2.d/S02ssh"]);
});

describe("before files change", () => {
  test("paths follow a script that is renamed, and its links are named", async () => {
    const { peer, ask, told } = await open(untidy);
    const edit = await peer.connection.sendRequest<{
      readonly changes: Readonly<Record<string, readonly Edit[]>>;
    }>("workspace/willRenameFiles", {
      files: [{ oldUri: "file:///etc/init.d/ssh", newUri: "file:///etc/init.d/sshd" }],
    });
    const after = Object.entries(edit.changes).map(([uri, edits]) =>
      withEdits(String(system[uri.replace("file:///", "")]), edits),
    );
    expect(after).toEqual([
      "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\nx:2:once:/etc/init.d/sshd start\n",
      "#!/bin/sh\n[ -x /etc/init.d/sshd ] || exit 0\n/etc/init.d/ssh-agent start; /etc/init.d/sshd status\n",
    ]);
    await ask("textDocument/hover");
    expect(told).toEqual(["These links still lead to the old name ssh; make them anew: etc/rc2.d/S02ssh"]);
  });

  test("nothing follows a script that nobody names, nor a file that is none", async () => {
    const { peer, ask, told } = await open(untidy);
    const asked = (oldUri: string, newUri: string) =>
      peer.connection.sendRequest("workspace/willRenameFiles", { files: [{ oldUri, newUri }] });
    expect(await asked("file:///etc/init.d/web", "file:///etc/init.d/www")).toBeNull();
    expect(await asked("file:///home/a.txt", "file:///home/b.txt")).toBeNull();
    await ask("textDocument/hover");
    expect(told).toEqual([]);
  });

  test("a link that waits for a script is named when the script is made", async () => {
    const { peer, ask, told } = await open(untidy);
    const made = (uri: string) =>
      peer.connection.sendRequest("workspace/willCreateFiles", { files: [{ uri }] });
    expect(await made("file:///etc/init.d/mail")).toBeNull();
    expect(await made("file:///etc/init.d/other")).toBeNull();
    await ask("textDocument/hover");
    expect(told).toEqual([
      "A link leads to mail already, so rc calls the script once it is there: etc/rc3.d/S03mail",
    ]);
  });
});
