// What Buildroot's build makes of an inittab. Source: spec/embedded.md, section 1.2; observed: the `gen-br*` cases.

/** The settings of the build that matter for the table. */
export interface BuildrootTable {
  /** init knows runlevels and ids of a few characters, as sysvinit does, instead of terminals. */
  readonly levels: boolean;
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
function withGetty(line: string, { levels, getty }: BuildrootTable): string {
  if (!/# GENERIC_SERIAL$/.test(line)) return line;
  const before = line.slice(0, line.lastIndexOf("#") + 1);
  return line.replace(before, () => `${gettyEntry(levels, getty)} #`);
}

function gettyEntry(levels: boolean, getty: BuildrootGetty | undefined): string {
  if (getty === undefined)
    return levels
      ? "# S0:1:respawn:/sbin/getty -L ttyS0 115200 vt100"
      : "#ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100";
  const { port, options, baudrate, term } = getty;
  // sysvinit's id is the port from its fourth character, and the levels stay empty.
  const id = levels ? port.slice(3) : port;
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
