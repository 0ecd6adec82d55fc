// Archives for tests, written by hand so that they can be wrong in every way.

/** An entry of an archive that is made. */
export interface MadeEntry {
  readonly name: string;
  /** Default: a file. */
  readonly type?: "file" | "folder" | "link" | "hard-link" | "device" | "fifo";
  readonly text?: string;
  readonly target?: string;
  readonly mode?: number;
  /** cpio: the number that all names of one file share. */
  readonly inode?: number;
}

const tarTypes = { file: "0", "hard-link": "1", link: "2", device: "3", folder: "5", fifo: "6" } as const;

const block = 512;

/** A tar archive in the ustar format. */
export function tarOf(entries: readonly MadeEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(tarEntry), Buffer.alloc(2 * block)]);
}

function tarEntry({
  name,
  type = "file",
  text = "",
  target = "",
  mode = 0o755,
}: MadeEntry): readonly Buffer[] {
  const content = Buffer.from(type === "file" ? text : "");
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(name, 0, 100);
  header.write(octal(mode, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(content.length, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(" ".repeat(8), 148);
  header.write(tarTypes[type], 156);
  header.write(target, 157, 100);
  header.write("ustar\x0000", 257);
  header.write(
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    ),
    148,
  );
  return [header, content, Buffer.alloc(rest(content.length, block))];
}

const cpioTypes = {
  file: 0o100000,
  "hard-link": 0o100000,
  link: 0o120000,
  device: 0o020000,
  folder: 0o040000,
  fifo: 0o010000,
} as const;

/** A cpio archive in the format of an initramfs; a device counts as one of the kernel's. */
export function cpioOf(entries: readonly MadeEntry[]): Buffer {
  return Buffer.concat([...entries, { name: "TRAILER!!!" }].flatMap(cpioEntry));
}

function cpioEntry({
  name,
  type = "file",
  text = "",
  target = "",
  mode = 0o755,
  inode,
}: MadeEntry): readonly Buffer[] {
  const content = Buffer.from(type === "link" ? target : type === "file" ? text : "");
  const path = Buffer.from(`${name}\0`);
  const numbers = [
    inode ?? 0,
    cpioTypes[type] + mode,
    0,
    0,
    inode === undefined ? 1 : 2,
    0,
    content.length,
    0,
    0,
    0,
    0,
  ];
  const header = `070701${[...numbers, path.length, 0].map((value) => value.toString(16).padStart(8, "0")).join("")}`;
  return [
    Buffer.from(header),
    path,
    Buffer.alloc(rest(header.length + path.length, 4)),
    content,
    Buffer.alloc(rest(content.length, 4)),
  ];
}

function rest(length: number, unit: number): number {
  return (unit - (length % unit)) % unit;
}
