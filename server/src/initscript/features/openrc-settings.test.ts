// What the editor offers and says in conf.d, asked over the protocol.

import { afterEach, expect, test } from "vitest";
import { environmentWith } from "../../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../../testing/peer.ts";

const script = `#!/sbin/openrc-run
# $COMMENTED
: \${web_port:=8080}
: \${web_user:="nobody"}
command=/usr/sbin/webd
command_args="-p $web_port \${WEB_OPTS} $command_args"
pidfile="/run/$RC_SVCNAME.pid"
depend() { use net; }
start_pre() {
	for each in $WEB_DIRS; do checkpath -d "$each"; done
}
`;

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

/** Opens the settings of web with the cursor at \`|\` and asks. */
async function ask<Answer>(marked: string, request: string, uri = "file:///etc/conf.d/web"): Promise<Answer> {
  peer?.dispose();
  const files = {
    "etc/init.d/web": script,
    "etc/init.d/db": "#!/sbin/openrc-run\n",
    "etc/runlevels/default/web": { link: "../../init.d/web" },
  };
  const server = peerInProcess(environmentWith(files), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  await server.open(uri, marked.replace("|", ""), 1, "shellscript");
  const lines = marked.slice(0, marked.indexOf("|")).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return server.connection.sendRequest<Answer>(`textDocument/${request}`, {
    textDocument: { uri },
    position,
  });
}

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly textEdit: { readonly newText: string };
}

async function offered(marked: string, uri?: string): Promise<readonly Item[]> {
  return (await ask<{ readonly items: readonly Item[] }>(marked, "completion", uri)).items;
}

async function hover(marked: string): Promise<string | undefined> {
  const found = await ask<{ readonly contents: { readonly value: string } } | null>(marked, "hover");
  return found?.contents.value.split("\n\n").slice(0, 2).join(" / ");
}

test("a line begins with what the service reads, with its usual value, and with what adds to depend()", async () => {
  const found = await offered("|\n");
  expect(found.slice(0, 4).map(({ detail, textEdit }) => `${textEdit.newText} (${detail})`)).toEqual([
    'web_port="8080" (variable that etc/init.d/web reads)',
    'web_user="nobody" (variable that etc/init.d/web reads)',
    'WEB_OPTS="" (variable that etc/init.d/web reads)',
    'command_args="" (variable that etc/init.d/web reads)',
  ]);
  const labels = found.map(({ label }) => label);
  expect(labels).toContain("WEB_DIRS");
  expect(labels).toContain("rc_need");
  expect(labels).toContain("command_user");
  // What the script sets itself, what is no variable of its, and what only a comment names.
  for (const name of ["pidfile", "command", "each", "RC_SVCNAME", "COMMENTED"])
    expect(labels).not.toContain(name);
  expect((await offered('web_port="1"\nweb_|\n')).map(({ label }) => label)).toEqual([
    "web_user",
    "WEB_OPTS",
    "WEB_DIRS",
  ]);
});

test("behind a dependency stand the services of the system", async () => {
  const labels = async (marked: string) => (await offered(marked)).map(({ label }) => label);
  expect((await labels('rc_need="|"\n')).slice(0, 2)).toEqual(["db", "net"]);
  expect(await labels('rc_need="net !d|"\n')).toEqual(["db", "dns", "dev"]);
  expect(await labels('rc_ulimit="|"\n')).toEqual([]);
  expect(await labels('web_port="|"\n')).toEqual([]);
});

test("elsewhere nothing of it is offered", async () => {
  expect(await offered("|\n", "file:///home/conf.d/web")).not.toContainEqual(
    expect.objectContaining({ label: "rc_need" }),
  );
});

test("a variable is explained by the script that reads it, or by OpenRC", async () => {
  expect(await hover("web_p|ort=1\n")).toBe(
    "**web_port: variable that `etc/init.d/web` reads** / Unless it is set here, `8080`.",
  );
  expect(await hover("WEB_OPTS|=1\n")).toContain("It has no value unless it is set here.");
  expect(await hover('rc_ne|ed="db"\n')).toContain(
    "setting of an OpenRC service** / Adds to what depend() lists",
  );
  expect(await hover("unknown|=1\n")).toBeUndefined();
});
