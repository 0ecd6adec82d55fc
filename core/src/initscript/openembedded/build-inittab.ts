// The entries that OpenEmbedded's recipes append to an inittab. Source: spec/embedded.md, sections 2.1 and 2.7; observed:
// the `gen-oe*` cases.

/** The variables of the build that matter for the table. */
export interface OpenEmbeddedTable {
  /** init knows runlevels, as sysvinit does. */
  readonly levels: boolean;
  /** SERIAL_CONSOLES: `SPEED;DEVICE`, separated by blanks. */
  readonly serialConsoles: string;
  /** USE_VT; only `1` counts. */
  readonly useVt: string;
  /** SYSVINIT_ENABLED_GETTYS: the numbers of virtual terminals. */
  readonly enabledGettys: string;
}

/** What the variables are where nobody sets them. */
export const usualOpenEmbeddedTable: Omit<OpenEmbeddedTable, "levels"> = {
  serialConsoles: "",
  useVt: "1",
  enabledGettys: "1",
};

/** The entries, without the comments between them. */
export function openEmbeddedEntries({
  levels,
  serialConsoles,
  useVt,
  enabledGettys,
}: OpenEmbeddedTable): readonly string[] {
  const isBusybox = !levels;
  const serial = wordsOf(serialConsoles).map((word) => {
    const fields = word.split(";");
    const [speed = ""] = fields;
    const device = fields[1] ?? speed;
    if (isBusybox) return `${device}::respawn:/usr/sbin/ttyrun ${device} /sbin/getty -L ${speed} ${device}`;
    return `${idOf(device)}:12345:respawn:/usr/sbin/ttyrun ${device} /bin/start_getty ${speed} ${device} vt102`;
  });
  const virtual = useVt === "1" ? wordsOf(enabledGettys) : [];
  return [
    ...serial,
    ...virtual.map(
      (number) => `${isBusybox ? "tty" : ""}${number}:12345:respawn:/sbin/getty 38400 tty${number}`,
    ),
  ];
}

/** The device without the first `tty`, and of that the end: devices that end alike get one id twice. */
function idOf(device: string): string {
  return device.replace("tty", "").slice(-4);
}

function wordsOf(value: string): readonly string[] {
  return value.split(/[ \t\n]+/).filter((word) => word !== "");
}
