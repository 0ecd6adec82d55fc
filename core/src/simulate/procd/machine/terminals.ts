// The terminals of a machine as procd sees them. Source: spec/openwrt.md, section 2.2; observed: the console-* cases.

/** What a machine has. */
export interface ProcdTerminals {
  /** The names in /dev. */
  readonly devices: ReadonlySet<string>;
  /** The values of `console=` on the kernel's command line, in their order. */
  readonly consoles: readonly string[];
  /** The console that the kernel writes to, as /sys/class/tty/console/active has it; undefined: not known. */
  readonly active: string | undefined;
}

/** Where the console is asked for. */
export type ProcdConsole =
  | { readonly kind: "device"; readonly name: string }
  /** The kernel's command line names one that does not exist. */
  | { readonly kind: "missing"; readonly name: string }
  /** None is known: the process keeps what procd has for its terminal. */
  | { readonly kind: "unknown" };

/** What an `askconsole` entry runs on. The command line counts only where it names exactly one console. */
export function procdConsole({ devices, consoles, active }: ProcdTerminals): ProcdConsole {
  const [named, ...more] = consoles;
  if (named !== undefined && more.length === 0) {
    const [name = ""] = named.split(",", 1);
    return devices.has(name) ? { kind: "device", name } : { kind: "missing", name };
  }
  const name = devices.has("console") ? "console" : active;
  return name === undefined ? { kind: "unknown" } : { kind: devices.has(name) ? "device" : "missing", name };
}
