// How OpenRC goes through systems that are nearly a usual one. What has changed on purpose is recorded again with
// `RECORD=1 npx vitest run core/src/initscript/openrc/near-systems.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { type Drawing, drawing } from "../../testing/drawing.ts";
import { nearTexts } from "../../testing/near-texts.ts";
import { recordedIn } from "../../testing/recorded.ts";
import { buildTree } from "../tree/build.ts";
import type { TreeNode } from "../tree/listing.ts";
import type { InitTree } from "../tree/model.ts";
import { openrcOrder } from "./level-orders.ts";
import { openrcVersions } from "./versions.ts";
import { walkOpenrc } from "./walk.ts";

const recorded = recordedIn(join(import.meta.dirname, "near-systems.json"));

const names = [
  "net.lo",
  "hostname",
  "localmount",
  "sshd",
  "cron",
  "syslog",
  "db",
  "web",
  ".hidden",
  "old.sh",
];

const lines = [
  "\tneed net",
  "\tneed localmount db",
  "\tuse logger dns",
  "\twant syslog",
  "\tafter bootmisc *",
  "\tafter db",
  "\tbefore web",
  "\tbefore *",
  "\tprovide logger",
  "\tprovide net dns",
  "\tkeyword -shutdown -jail",
  "\tkeyword -timeout",
  "\tconfig /etc/db.conf",
  'description="serves"',
  'command="/usr/sbin/svc"',
  'command_args="-a $SVC_OPTS"',
  'command_background="yes"',
  'pidfile="/run/$RC_SVCNAME.pid"',
  'required_files="/etc/svc.conf"',
  'extra_started_commands="reload"',
  "supervisor=supervise-daemon",
  "start_pre() { checkpath -d /run/svc; }",
  'start() { ebegin "Starting $SVCNAME"; eend $? "failed"; }',
  "stop() { eend 1; }",
  "reload() { einfo x; }",
];

const usual = `#!/sbin/openrc-run
description="serves"
command="/usr/sbin/svc"
pidfile="/run/svc.pid"
depend() {
\tneed localmount
\tuse logger
\tafter db
}
start() { ebegin "Starting $RC_SVCNAME"; start-stop-daemon --start --exec $command; eend $?; }
`;

function system(seed: number): InitTree {
  const draw = drawing(seed);
  const nodes = new Map<string, TreeNode>();
  const folder = (path: string, entries: ReadonlyMap<string, TreeNode>): void => {
    nodes.set(path, { kind: "folder", names: [...entries.keys()] });
    for (const [name, node] of entries) nodes.set(`${path}/${name}`, node);
  };
  const file = (text: string): TreeNode => ({ kind: "file", text, mode: 0o755 });
  const scripts = names.filter(() => !draw.isOneIn(5));
  const texts = nearTexts(usual, lines, 40);
  folder("etc/init.d", new Map(scripts.map((name) => [name, file(draw.oneOf(texts))])));
  const levels = ["sysinit", "boot", "default", "single", "shutdown", "mine"];
  for (const level of levels) {
    const members = names.filter(() => draw.isOneIn(level === "default" ? 2 : 4));
    const links = members.map((name): [string, TreeNode] => [
      name,
      { kind: "link", target: `/etc/init.d/${name}` },
    ]);
    const stacked: [string, TreeNode][] =
      level === "mine" && draw.isOneIn(2)
        ? [["default", { kind: "link", target: "/etc/runlevels/default" }]]
        : [];
    folder(`etc/runlevels/${level}`, new Map([...links, ...stacked]));
  }
  nodes.set("etc/runlevels", { kind: "folder", names: levels });
  folder("etc/conf.d", new Map([[draw.oneOf(names), file(settings(draw))]]));
  nodes.set(
    "etc/rc.conf",
    file(
      draw.oneOf([
        "",
        'rc_depend_strict="NO"\n',
        'rc_parallel="YES"\n',
        `rc_${draw.oneOf(["sshd", "db"])}_need="web"\n`,
      ]),
    ),
  );
  nodes.set("", { kind: "folder", names: ["etc", "sbin"] });
  nodes.set("etc", { kind: "folder", names: ["init.d", "runlevels", "conf.d", "rc.conf"] });
  return buildTree(nodes);
}

function settings(draw: Drawing): string {
  return draw.oneOf([
    'rc_need="db"\n',
    'rc_need="!net"\n',
    'rc_provide="dns"\n',
    'rc_after="web"\n',
    'rc_keyword="-stop"\n',
    "x=(\n",
  ]);
}

const groups = 6;

test.each(
  openrcVersions.flatMap((version) =>
    Array.from({ length: groups }, (_, group) => [`${version} ${group}`, version, group] as const),
  ),
)("%s", (name, version, group) => {
  const seeds = Array.from({ length: 4 }, (_, place) => 100 * group + place);
  recorded.expectSame(
    name,
    seeds.map((seed) => {
      const tree = system(seed);
      const { visits, treeSaid, deptree } = walkOpenrc(
        tree,
        ["sysinit", "boot", "default", "single", "default", "mine", "default", "shutdown"],
        version,
      );
      const order = openrcOrder(tree, version);
      // The commands repeat the levels.
      return [
        visits.map(({ command: _, ...visit }) => visit),
        treeSaid,
        entriesIn(deptree),
        [...order.levels],
      ];
    }),
  );
});

/** What is in maps, too, and in an order that does not matter. */
function entriesIn(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(entriesIn);
  if (value instanceof Set) return [...value].map(entriesIn);
  if (Array.isArray(value)) return value.map(entriesIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(entriesIn);
}

test("nothing else is recorded", () => {
  expect(recorded.names()).toHaveLength(groups * openrcVersions.length);
});
