// What Buildroot's build makes of an inittab. Source: spec/embedded.md, section 1.2; observed: the `gen-br*` cases.

/** The settings of the build that matter for the table. */
export interface BuildrootTable {
  readonly init: "busybox" | "sysvinit";
  /** A getty on a serial port; undefined where none is wanted. */
  readonly getty: BuildrootGetty | undefined;
  /** The root file system is to be writable. */
  readonly remount: boolean;
  /** Both swapon and swapoff are in the image. */
  readonly swap: boolean;
}

/** The settings of the getty. */
export interface BuildrootGetty {
  readonly port: string;
  readonly options: string;
  readonly baudrate: string;
  readonly term: string;
}

/** The lines of the table in the image, from those before the build's last step. */
export function buildrootInittab(lines: readonly string[], table: BuildrootTable): readonly string[] {
  return lines.map((line) => withRemount(withGetty(withSwap(line, table), table), table));
}

/** The mark must end the line, and all up to its `#` is replaced, whatever stood there. */
function withGetty(line: string, { init, getty }: BuildrootTable): string {
  if (!/# GENERIC_SERIAL$/.test(line)) return line;
  const before = line.slice(0, line.lastIndexOf("#") + 1);
  return line.replace(before, () => `${gettyEntry(init, getty)} #`);
}

function gettyEntry(init: BuildrootTable["init"], getty: BuildrootGetty | undefined): string {
  if (getty === undefined)
    return init === "busybox"
      ? "#ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100"
      : "# S0:1:respawn:/sbin/getty -L ttyS0 115200 vt100";
  const { port, options, baudrate, term } = getty;
  // sysvinit's id is the port from its fourth character, and the levels stay empty.
  const id = init === "busybox" ? port : port.slice(3);
  return `${id}::respawn:/sbin/getty -L ${options} ${port} ${baudrate} ${term}`;
}

function withRemount(line: string, { remount }: BuildrootTable): string {
  if (!/.-o remount,rw \/$/.test(line)) return line;
  if (remount) return line.replace(/^#+/, "");
  return line.startsWith("#") ? line : `#${line}`;
}

/** A comment that names the programs becomes an entry, even if it is prose. */
function withSwap(line: string, { swap }: BuildrootTable): string {
  if (!/.\/sbin\/swap/.test(line)) return line;
  if (swap) return line.replace(/^#+[ \t]*/, "");
  return line.startsWith("#") ? line : `#${line}`;
}
