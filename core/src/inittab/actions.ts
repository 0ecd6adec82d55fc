// The one table of actions. Readers, rules, completion, hover and the simulator look here.

/** The dialects that have actions of their own; the columns of spec/dialects.md, section 2. */
export type ActionDialect = "sysvinit" | "busybox" | "procd" | "system-v" | "aix";

/** What makes init look at an entry, which decides how its runlevels field is used. */
export type Trigger = "boot" | "runlevel" | "power" | "keyboard" | "shutdown" | "never";

/** One action of one or more dialects. */
export interface Action {
  readonly name: string;
  /** The dialects that know the word. */
  readonly dialects: readonly ActionDialect[];
  readonly trigger: Trigger;
  /** Init continues with the entries after it only when the process has ended. */
  readonly waits: boolean;
  /** The process is started again when it ends. */
  readonly respawns: boolean;
  /** `ignored`: whatever the field says; `required`: the field is the point of the entry. */
  readonly runlevels: "used" | "ignored" | "required";
  /** `ignored`: init never runs it. */
  readonly process: "run" | "ignored";
  /** One of the five actions that sysvinit keeps at the front of its list and begins with disarmed. */
  readonly powerType: boolean;
}

function action(
  name: string,
  dialects: readonly ActionDialect[],
  trigger: Trigger,
  more: Partial<Omit<Action, "name" | "dialects" | "trigger">> = {},
): Action {
  return {
    name,
    dialects,
    trigger,
    waits: false,
    respawns: false,
    runlevels: "used",
    process: "run",
    powerType: false,
    ...more,
  };
}

const family = ["aix", "system-v"] as const;
const sysv = ["sysvinit", ...family] as const;

/**
 * Every action that some dialect knows, in the order in which the manual introduces them.
 * Source: inittab(5), "ACTIONS"; order of the list and power types observed: sysvinit 2.88, 3.06, 3.14; BusyBox 1.35.
 */
export const actions: readonly Action[] = [
  action("respawn", ["sysvinit", "busybox", "procd", ...family], "runlevel", { respawns: true }),
  action("wait", ["sysvinit", "busybox", ...family], "runlevel", { waits: true }),
  action("once", ["sysvinit", "busybox", ...family], "runlevel"),
  action("boot", sysv, "boot", { runlevels: "ignored" }),
  action("bootwait", sysv, "boot", { runlevels: "ignored", waits: true }),
  action("off", sysv, "never", { process: "ignored" }),
  action("ondemand", sysv, "runlevel", { respawns: true }),
  action("initdefault", sysv, "never", { runlevels: "required", process: "ignored" }),
  action("sysinit", ["sysvinit", "busybox", "procd", ...family], "boot", {
    runlevels: "ignored",
    waits: true,
  }),
  action("powerwait", sysv, "power", { waits: true, powerType: true }),
  action("powerfail", sysv, "power", { powerType: true }),
  action("powerokwait", ["sysvinit"], "power", { waits: true, powerType: true }),
  action("powerfailnow", ["sysvinit"], "power", { waits: true, powerType: true }),
  action("ctrlaltdel", ["sysvinit", "busybox"], "keyboard", { waits: true, powerType: true }),
  action("kbrequest", ["sysvinit"], "keyboard"),
  action("askfirst", ["busybox", "procd"], "runlevel", { respawns: true }),
  action("shutdown", ["busybox", "procd"], "shutdown", { waits: true }),
  action("restart", ["busybox"], "shutdown"),
  action("askconsole", ["procd"], "runlevel", { respawns: true }),
  action("askconsolelate", ["procd"], "runlevel", { respawns: true }),
  action("respawnlate", ["procd"], "runlevel", { respawns: true }),
  action("hold", ["aix"], "never"),
];

const byName: ReadonlyMap<string, Action> = new Map(actions.map((entry) => [entry.name, entry]));

/** The action of this exact name in any dialect. */
export function findAction(name: string): Action | undefined {
  return byName.get(name);
}

/** The actions that a dialect knows, in the order of the table. */
export function actionsOf(dialect: ActionDialect): readonly Action[] {
  return actions.filter((entry) => entry.dialects.includes(dialect));
}

/** Words that are taken for actions, and what is meant. Observed: public questions about power failures and keys. */
export const mistakenActions: ReadonlyMap<string, string> = new Map([
  ["powernow", "powerfailnow"],
  ["powerlow", "powerfailnow"],
  ["powerok", "powerokwait"],
  ["powerdown", "powerfail"],
  ["cad", "ctrlaltdel"],
  ["ctrl-alt-del", "ctrlaltdel"],
  ["default", "initdefault"],
]);

const sysvinitWords: ReadonlyMap<string, Action> = new Map(
  actionsOf("sysvinit").map((entry) => [entry.name, entry]),
);

/**
 * The action that sysvinit takes a word for: ASCII letters in any case, blanks significant.
 * Observed: sysvinit 2.88, 3.06, 3.14 (action-case, action-blanks).
 */
export function lookUpSysvinitAction(word: string): Action | undefined {
  return (
    sysvinitWords.get(word) ?? (/^[A-Za-z]+$/.test(word) ? sysvinitWords.get(word.toLowerCase()) : undefined)
  );
}
