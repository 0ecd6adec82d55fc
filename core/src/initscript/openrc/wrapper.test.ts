import { expect, test } from "vitest";
import type { ExampleFile } from "../../lint/contract.ts";
import { told } from "../../testing/body-check.ts";
import { listingOf } from "../../testing/listing.ts";
import type { BootChange } from "../tree/boot-call.ts";
import { buildTree } from "../tree/build.ts";
import type { InitTree } from "../tree/model.ts";
import { usualBehaviour } from "../tree/systems.ts";
import { usualChanges, visitLevels } from "../tree/visit.ts";
import { walkOpenrc } from "./walk.ts";
import { hasWrapper, openrcVersionOf } from "./wrapper.ts";

const lsb = (name: string): string =>
  `#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ${name}\n# Required-Start:\n# Required-Stop:\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n### END INIT INFO\nexit 0\n`;

/** A system in which rc calls openrc with other words than Debian's does. */
const rc = `#!/bin/sh
set -e
case "$1" in
  0) openrc quiet && openrc shutdown && /etc/init.d/halt stop ;;
  [1-5]) exec /sbin/openrc "$(test "$1" = 1 && echo alone || echo default)" ;;
  *) exec /sbin/openrc nowhere ;;
esac
`;

const member = (level: string, name: string): ExampleFile => ({
  path: `etc/runlevels/${level}/${name}`,
  target: `/etc/init.d/${name}`,
});

const files: readonly ExampleFile[] = [
  { path: "etc/init.d/rc", text: rc },
  { path: "etc/init.d/rcS", text: "#!/bin/sh\nexec /sbin/openrc sysinit\n" },
  { path: "etc/init.d/halt", text: "#!/bin/sh\n. /lib/lsb/missing\nhalt -f\n" },
  { path: "etc/init.d/cron", text: lsb("cron") },
  { path: "etc/init.d/disks", text: "#!/sbin/openrc-run\n" },
  member("sysinit", "disks"),
  member("default", "cron"),
  member("alone", "disks"),
  member("quiet", "disks"),
  member("shutdown", "disks"),
  { path: "etc/rc2.d/S01cron", target: "../init.d/cron" },
];

function system(...more: readonly ExampleFile[]): InitTree {
  return buildTree(listingOf([...files, ...more]));
}

/** What is shown of calls of rc: the services, one line a call. */
function shown(tree: InitTree, ...changes: readonly BootChange[]): readonly string[] {
  const visits = visitLevels(tree, { changes, behaviours: usualBehaviour, uriOf: (path) => path }) ?? [];
  return visits.map(
    (visit, at) =>
      `${changes[at]?.level}: ${visit?.system}: ${visit?.steps.map(({ name, argument }) => `${name} ${argument ?? ""}`.trim()).join(", ")}`,
  );
}

const call = (level: string, previous = "N"): BootChange => ({ program: "rc", level, previous });

test("an rc that calls openrc is followed to the services, whatever it makes of the levels", () => {
  expect(shown(system(), call("S"), call("2"), call("1", "2"), call("6", "1"), call("0", "1"))).toEqual([
    "S: OpenRC 0.45.2: disks start",
    "2: OpenRC 0.45.2: cron start",
    "1: OpenRC 0.45.2: cron stop",
    "6: OpenRC 0.45.2: nowhere: not a valid runlevel",
    "0: OpenRC 0.45.2: ",
  ]);
  expect(
    walkOpenrc(system(), ["S", "2", "0"]).visits.map(({ command, exit }) => `${command} ${exit}`),
  ).toEqual(["/etc/init.d/rcS 0", "/etc/init.d/rc 2 0", "/etc/init.d/rc 0 0"]);
});

test("a record that calls openrc itself has it look for a runlevel of that name", () => {
  expect(shown(system(), { program: "openrc", level: "2", previous: "N" })).toEqual([
    "2: OpenRC 0.45.2: 2: not a valid runlevel",
  ]);
});

test("a machine that is in a level has booted through rcS", () => {
  expect(usualChanges(system(), call("0", "2")).map(({ level }) => level)).toEqual(["S", "2"]);
  expect(usualChanges(system(), call("2")).map(({ level }) => level)).toEqual(["S"]);
  expect(usualChanges(system(), call("S"))).toEqual([]);
});

test("an rc of its own goes through its folders", () => {
  const tree = system({
    path: "etc/init.d/rc",
    text: "#!/bin/sh\n# not openrc default\nfor i in /etc/rc$1.d/S*; do $i start; done\n",
  });
  expect([hasWrapper(tree), openrcVersionOf(tree)]).toEqual([false, "0.63.3"]);
  expect(hasWrapper(buildTree(listingOf([{ path: "etc/init.d/rc", text: rc }])))).toBe(false);
});

test("Debian's build has the older release, and takes scripts with a header", () => {
  const debian = { path: "etc/debian_version", text: "12.5\n" };
  const own = files.filter(({ path }) => !/\/rcS?$/.test(path));
  expect(openrcVersionOf(buildTree(listingOf([...own, debian])))).toBe("0.45.2");
  expect(openrcVersionOf(buildTree(listingOf(own)))).toBe("0.63.3");
  const options = {
    name: "cron",
    files: own.filter(({ path }) => path !== "etc/init.d/cron"),
    family: "openrc" as const,
  };
  expect(told(lsb("cron"), "openrc-not-in-tree", options)).toHaveLength(1);
  expect(told(lsb("cron"), "openrc-not-in-tree", { ...options, files: [...options.files, debian] })).toEqual(
    [],
  );
  expect(
    told("#!/bin/sh\n", "openrc-not-in-tree", { ...options, files: [...options.files, debian] }),
  ).toHaveLength(1);
});
