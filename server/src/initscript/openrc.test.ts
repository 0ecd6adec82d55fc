// What the editor offers and says in a service of OpenRC, asked over the protocol.

import { afterEach, expect, test } from "vitest";
import { environmentWith } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const uri = "file:///etc/init.d/web";
const service = (depend: string) => `#!/sbin/openrc-run\ndepend() {\n\t${depend}\n}\n`;
const files = {
  "etc/init.d/db": service("provide storage"),
  "etc/init.d/functions.sh": "# a library\n",
  "etc/runlevels/default/db": { link: "../../init.d/db" },
};

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

/** Opens a script with the cursor at `|` and asks. */
async function ask<Answer>(marked: string, request: string, at: string = uri): Promise<Answer> {
  peer?.dispose();
  const text = marked.replace("|", "");
  const server = peerInProcess(environmentWith({ ...files, "etc/init.d/web": text }), {
    capabilities: modernClient,
  });
  peer = server;
  await server.initialize();
  await server.open(at, text, 1, "shellscript");
  const lines = marked.slice(0, marked.indexOf("|")).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return server.connection.sendRequest<Answer>(`textDocument/${request}`, {
    textDocument: { uri: at },
    position,
  });
}

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly textEdit: { readonly newText: string };
}

async function offered(marked: string, at?: string): Promise<readonly Item[]> {
  return (await ask<{ readonly items: readonly Item[] }>(marked, "completion", at)).items;
}

async function labels(marked: string): Promise<string> {
  return (await offered(marked)).map(({ label }) => label).join(" ");
}

async function hover(marked: string): Promise<string | undefined> {
  const found = await ask<{ readonly contents: { readonly value: string } } | null>(marked, "hover");
  return found?.contents.value.split("\n\n").slice(0, 2).join(" / ");
}

const head = "#!/sbin/openrc-run\n";

test("depend() is completed with its words, on lines and behind semicolons", async () => {
  const words = "need want use after before provide keyword config";
  expect(await labels(`${head}depend() {\n\t|\n}\n`)).toBe(words);
  expect(await labels(`${head}depend() { need net; | }\n`)).toBe(words);
  expect(await labels(`${head}depend() {\n\tif true; then be|\n`)).toBe("before");
  expect(await labels(`${head}depend() {\n\t# |\n}\n`)).toBe("");
});

test("behind a word stand the services of the system, what they provide, and usual virtual names", async () => {
  const found = await offered(`${head}depend() {\n\tneed net |\n}\n`);
  expect(found.slice(0, 3).map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    "db: service of this system",
    "storage: virtual name, provided by db",
    "dns: virtual name that several services provide",
  ]);
  expect(await labels(`${head}depend() {\n\tneed !st|\n}\n`)).toBe("storage");
  expect(await labels(`${head}depend() {\n\tprovide d|\n}\n`)).toBe("dns dev");
  expect(await labels(`${head}depend() {\n\tconfig |\n}\n`)).toBe("");
});

test("behind keyword stand the keywords", async () => {
  const found = await labels(`${head}depend() {\n\tkeyword -stop -|\n}\n`);
  expect(found).toContain("-shutdown -timeout -containers");
  expect(found).not.toContain("-stop");
});

test("a line of its own is completed with variables and functions that are not there, and never with a header", async () => {
  expect(await labels(`${head}command="/usr/sbin/x"\ncomm|\n`)).toBe(
    "command_args command_args_background command_args_foreground command_background command_progress command_user",
  );
  const [start] = await offered(`${head}command="/usr/sbin/x"\nstart_pr|\n`);
  expect(start?.textEdit.newText).toBe("start_pre() {\n\t$0\n}");
  const stop = (await offered(`${head}start() {\n\t:\n}\nsto|\n`)).find(({ label }) => label === "stop");
  expect(stop?.textEdit.newText).toBe('stop() {\n\tebegin "Stopping \\$RC_SVCNAME"\n\t$0\n\teend \\$?\n}');
  expect(await labels(`${head}start() {\n|\n}\n`)).toBe("");
  expect(await labels(`${head}depend() {\n\tneed net\n}\n|\n`)).not.toContain("BEGIN INIT INFO");
  expect(await labels(`${head}|\n`)).toBe("init script (OpenRC)");
});

test("a script without an interpreter yet is one of the system's kind", async () => {
  expect(await labels("# web\ndepend() {\n\twan|\n}\n")).toBe("want");
});

test("each word is explained where it is one, and a name by who provides it", async () => {
  const text = (line: string) => `${head}${line}\n`;
  expect(await hover(text("depend() { ne|ed db; }"))).toContain(
    "word of OpenRC's depend()** / Starts the named",
  );
  expect(await hover(text("depend() { keyword -tim|eout; }"))).toContain("keyword of OpenRC's depend()");
  expect(await hover(text("depend() { keyword nosto|p; }"))).toContain("Neither a change of runlevel");
  expect(await hover(text("depend() { use stor|age; }"))).toBe(
    "**storage: service** / Provided by `etc/init.d/db`.",
  );
  expect(await hover(text("depend() { use go|ne; }"))).toContain("No script of this system provides it.");
  expect(await hover(text("pid|file=/run/x.pid"))).toContain("variable of an OpenRC service");
  expect(await hover(text('start() {\n\techo "$RC_SVC|NAME"\n}'))).toContain(
    "by which the service was called",
  );
  expect(await hover(text("start_p|re() {\n\t:\n}"))).toContain("function of an OpenRC service");
  expect(await hover(text("foo() {\n\tneed|\n}"))).toBeUndefined();
});

test("the family and why it is assumed is told of a script and of an inittab with a system", async () => {
  const server = peerInProcess(
    environmentWith({ ...files, "etc/init.d/web": service("need db"), "etc/rc.conf": "#rc_parallel=NO\n" }),
    { capabilities: modernClient },
  );
  peer = server;
  await server.initialize();
  const family = (at: string) => server.connection.sendRequest("inittab/family", { uri: at });
  await server.open(uri, service("need db"), 1, "shellscript");
  expect(await family(uri)).toEqual({
    families: ["OpenRC"],
    from: "script",
    because: "it contains `openrc-run`",
  });
  await server.open("file:///etc/inittab", "::sysinit:/sbin/openrc sysinit\n");
  expect(await family("file:///etc/inittab")).toEqual({
    families: ["OpenRC"],
    from: "tree",
    because: "the system has etc/rc.conf",
  });
  await server.open("file:///home/x.inittab", "::sysinit:/sbin/openrc sysinit\n");
  expect(await family("file:///home/x.inittab")).toBeNull();
  await server.open("file:///home/x.sh", "echo\n", 1, "shellscript");
  expect(await family("file:///home/x.sh")).toBeNull();
});
