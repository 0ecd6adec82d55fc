// Archives that mean harm: names and links that lead out, sizes that are not true, what is cut off, bombs.

import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { cpioOf, type MadeEntry, tarOf } from "@inittab/host/testing/archive";
import { hostileValues } from "@inittab/host/testing/hostile";
import fc from "fast-check";
import { inittabText, scriptText } from "./texts.ts";

/** An archive before it is written. OUT in a name or a target stands for the folder beside it. */
export interface HostileArchive {
  readonly entries: readonly MadeEntry[];
  readonly format: "tar" | "cpio";
  readonly compression: keyof typeof compressions;
  readonly damage: Damage;
}

type Damage =
  | { readonly kind: "none" }
  /** It ends early; a part of its length, in thousandths. */
  | { readonly kind: "cut"; readonly at: number }
  /** Some bytes are others. */
  | { readonly kind: "changed"; readonly places: readonly (readonly [at: number, byte: number])[] }
  /** The first entry says that it is as large as this, before all is compressed. */
  | { readonly kind: "size"; readonly size: number }
  /** Behind the entries come so many mebibytes of zeros in a file, before all is compressed. */
  | { readonly kind: "bomb"; readonly mebibytes: number }
  /** It is compressed several times. */
  | { readonly kind: "layers"; readonly count: number };

const compressions = {
  none: (bytes: Buffer) => bytes,
  gzip: (bytes: Buffer) => gzipSync(bytes, { level: 1 }),
  xz: (bytes: Buffer) => through("xz", bytes, "-0", "-c"),
  zstd: (bytes: Buffer) => through("zstd", bytes, "-q", "-c"),
};

/** What a program makes of bytes; the bytes where there is no such program. */
function through(program: string, input: Buffer, ...args: readonly string[]): Buffer {
  const { status, stdout } = spawnSync(program, args, { input, maxBuffer: 1 << 28 });
  return status === 0 ? stdout : input;
}

const folders = [
  "",
  "./",
  "/",
  "etc/",
  "./etc/init.d/",
  "etc/rc3.d/",
  "etc/rc.d/",
  "usr/../etc/",
  "OUT/",
  "../",
  "../../o/",
];
const names = [
  ...["inittab", "etc", "init.d", "x", "S20x", "K80y", "rc", "functions", "..", ".", "", "busybox", "sh"],
  ...[
    "\u001b[31mred",
    "a\nb",
    "\u202egnp",
    "\u0007",
    "a b",
    "-rf",
    "$(touch x)",
    "é",
    "x".repeat(90),
    "\u009b2J",
  ],
  ...["TRAILER!!!", "etc/inittab"],
];
const targets = [
  ...[
    "..",
    "../..",
    "/",
    "/etc/passwd",
    "/etc/shadow",
    "/dev/zero",
    "/proc/self/mem",
    "OUT/inittab",
    "OUT",
    "../o/inittab",
  ],
  ...["etc", "../init.d/x", "x", "loop", ".", "", "a/".repeat(45), "\u001b[31m"],
];

const entry: fc.Arbitrary<MadeEntry> = fc.record({
  name: fc
    .tuple(
      fc.constantFrom(...folders),
      fc.oneof(fc.constantFrom(...names), fc.constantFrom(...hostileValues)),
    )
    .map(([folder, name]) => folder + name),
  type: fc.constantFrom("file", "file", "file", "folder", "link", "link", "hard-link", "device", "fifo"),
  text: fc.oneof(inittabText, scriptText, fc.constant(""), fc.constant("#!/bin/sh\n".repeat(9_000))),
  target: fc.constantFrom(...targets),
  mode: fc.constantFrom(0o755, 0o644, 0, 0o4755),
  inode: fc.nat(3),
});

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: "none" } as const) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: fc.nat(1000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("changed" as const),
      places: fc.array(fc.tuple(fc.nat(1 << 16), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("size" as const),
      size: fc.constantFrom(1, 511, 0o777777, 0x7fffffff, 0xffffffff, 0o77777777777),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("bomb" as const), mebibytes: fc.constantFrom(1, 70, 100) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("layers" as const), count: fc.nat(8) }) },
);

/** An archive with the table and the script of a usual system among what means harm. */
export const hostileArchive: fc.Arbitrary<HostileArchive> = fc.record({
  entries: fc
    .tuple(fc.array(entry, { maxLength: 6 }), fc.array(entry, { maxLength: 12 }))
    .map(([before, behind]) => [...before, ...usual, ...behind]),
  format: fc.constantFrom("tar" as const, "cpio" as const),
  compression: fc.constantFrom(
    "none" as const,
    "none" as const,
    "gzip" as const,
    "xz" as const,
    "zstd" as const,
  ),
  damage,
});

/** A system without anything evil. */
export const usual: readonly MadeEntry[] = [
  {
    name: "./etc/inittab",
    text: "id:3:initdefault:\nl3:3:wait:/etc/rc.d/rc 3\n1:3:respawn:/sbin/getty tty1\n",
  },
  {
    name: "./etc/init.d/x",
    text: "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n# Default-Start: 3\n### END INIT INFO\n",
  },
  { name: "./etc/rc3.d/S20x", type: "link", target: "../init.d/x" },
];

/** The bytes of an archive that is to stand beside this folder. */
export function bytesOf({ entries, format, compression, damage: harm }: HostileArchive, out: string): Buffer {
  const made = entries.map((each) => ({
    ...each,
    name: each.name.replace("OUT", out),
    ...(each.target === undefined ? {} : { target: each.target.replace("OUT", out) }),
  }));
  const zeros = harm.kind === "bomb" ? [{ name: "big", text: "\0".repeat(harm.mebibytes << 20) }] : [];
  const plain = (format === "tar" ? tarOf : cpioOf)([...made, ...zeros]);
  if (harm.kind === "size") declare(plain, format, harm.size);
  const compress = compressions[compression];
  let bytes = compress(plain);
  for (let layer = 0; harm.kind === "layers" && layer < harm.count; layer++) bytes = compress(bytes);
  if (harm.kind === "cut") return bytes.subarray(0, Math.floor((bytes.length * harm.at) / 1000));
  if (harm.kind === "changed") for (const [at, byte] of harm.places) bytes[at % bytes.length] = byte;
  return bytes;
}

/** Lets the first entry say that it is as large as this, with the right sum of its header. */
function declare(archive: Buffer, format: HostileArchive["format"], size: number): void {
  if (format === "cpio") {
    archive.write((size >>> 0).toString(16).padStart(8, "0"), 54, "latin1");
    return;
  }
  archive.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
  archive.write(" ".repeat(8), 148, "latin1");
  const sum = archive.subarray(0, 512).reduce((all, byte) => all + byte, 0);
  archive.write(`${sum.toString(8).padStart(6, "0")}\0`, 148, "latin1");
}
