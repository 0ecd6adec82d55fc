// Tables that start OpenRC, for the tests of the rules about them.

import { type RunlevelMember, readOpenrcFolders } from "../initscript/tree/openrc-folders.ts";
import type { ExampleFile } from "../lint/contract.ts";
import { type CheckOptions, findings } from "./lint-check.ts";
import { listingOf } from "./listing.ts";

/** A whole table of BusyBox init. */
export const busybox: { readonly dialect: "busybox"; readonly fragment: false } = {
  dialect: "busybox",
  fragment: false,
};
/** A whole table of sysvinit. */
export const sysvinit: { readonly dialect: "sysvinit"; readonly fragment: false } = {
  dialect: "sysvinit",
  fragment: false,
};

/** What the rules about OpenRC say of a table: `LINE rule: message`. */
export function checkOpenrc(lines: readonly string[], options: CheckOptions = busybox): readonly string[] {
  const text = `${lines.join("\n")}\n`;
  return findings(text, options)
    .filter(({ rule }) => rule.startsWith("openrc-"))
    .map(({ rule, range, message }) => {
      const line = text.slice(0, range.start).split("\n").length;
      return `${line} ${rule} "${text.slice(range.start, range.end)}": ${message}`;
    });
}

/** A system with these runlevels, each with a service. */
export function levels(...names: readonly string[]): Pick<CheckOptions, "openrc"> {
  const member = (level: string): RunlevelMember => ({
    name: "a",
    path: `etc/runlevels/${level}/a`,
    kind: "service",
  });
  return { openrc: { runlevels: new Map(names.map((name) => [name, [member(name)]])), files: [] } };
}

/** The table of Alpine. */
export const alpine: readonly string[] = [
  "::sysinit:/sbin/openrc sysinit",
  "::sysinit:/sbin/openrc boot",
  "::wait:/sbin/openrc default",
  "tty1::respawn:/sbin/getty 38400 tty1",
  "::shutdown:/sbin/openrc shutdown",
];

/** The table of Gentoo. */
export const gentoo: readonly string[] = [
  "id:3:initdefault:",
  "si::sysinit:/sbin/openrc sysinit",
  "rc::bootwait:/sbin/openrc boot",
  "l0:0:wait:/sbin/openrc shutdown",
  "l0s:0:wait:/sbin/halt.sh",
  "l1:S1:wait:/sbin/openrc single",
  "l2:2:wait:/sbin/openrc nonetwork",
  "l3:3:wait:/sbin/openrc default",
  "l6:6:wait:/sbin/openrc reboot",
  "l6r:6:wait:/sbin/reboot -d",
  "c1:2345:respawn:/sbin/agetty 38400 tty1 linux",
];

/** A system in which these runlevels are stacked into each, and no services are in any. */
export function stacked(
  levels: Readonly<Record<string, readonly string[]>>,
): NonNullable<CheckOptions["openrc"]> {
  const entries = Object.entries(levels).map(
    ([level, names]) =>
      [
        level,
        names.map(
          (name): RunlevelMember => ({ name, path: `etc/runlevels/${level}/${name}`, kind: "stack" }),
        ),
      ] as const,
  );
  return { runlevels: new Map(entries), files: [] };
}

const script = (name: string): ExampleFile => ({ path: `etc/init.d/${name}`, text: "#!/sbin/openrc-run\n" });

/** A link to a service in a runlevel. */
export function memberOf(level: string, name: string): ExampleFile {
  return { path: `etc/runlevels/${level}/${name}`, target: `/etc/init.d/${name}` };
}

/** What the rules about OpenRC say of the table of Alpine in a system with a few services, to which these files are added. */
export function checkSystem(...files: readonly ExampleFile[]): readonly string[] {
  const openrc = readOpenrcFolders(
    listingOf([
      ...["devfs", "hostname", "sshd", "killprocs"].map(script),
      memberOf("sysinit", "devfs"),
      memberOf("boot", "hostname"),
      memberOf("default", "sshd"),
      memberOf("shutdown", "killprocs"),
      ...files,
    ]),
  );
  return checkOpenrc(alpine, { ...busybox, ...(openrc !== undefined && { openrc }) });
}
