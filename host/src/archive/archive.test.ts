import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readListing, type TreeNode, treeFileLimit } from "@inittab/core";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { cpioOf, type MadeEntry, tarOf } from "../testing/archive.ts";
import { describeIfPresent } from "../testing/skip.ts";
import { type Archive, readArchive } from "./archive.ts";
import { archiveLimits } from "./meter.ts";

const folder = mkdtempSync(join(tmpdir(), "inittab-archive-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `archive-${++count}`);
  writeFileSync(path, bytes);
  return path;
}

async function opened(
  bytes: Uint8Array,
): Promise<Omit<Archive, "look"> & { readonly look: (path: string) => TreeNode }> {
  const archive = await readArchive(fileOf(bytes));
  if ("fault" in archive) throw new Error(`${archive.fault} ${archive.what}`);
  return { ...archive, look: (path) => archive.look(path, true) };
}

async function faultOf(bytes: Uint8Array, limits = archiveLimits): Promise<string> {
  const archive = await readArchive(fileOf(bytes), limits);
  return "fault" in archive ? `${archive.fault} ${archive.what}`.trim() : "none";
}

const system: readonly MadeEntry[] = [
  { name: "./", type: "folder" },
  { name: "./etc/", type: "folder" },
  { name: "./etc/inittab", text: "::sysinit:/etc/init.d/rcS\n", mode: 0o644 },
  { name: "./etc/init.d/rcS", text: "#!/bin/sh\n" },
  { name: "bin", type: "link", target: "usr/bin" },
  { name: "usr/bin/busybox", text: `\x7fELF${"\0".repeat(5000)}` },
  { name: "bin/sh", type: "link", target: "busybox" },
  { name: "dev/ttyS0", type: "device" },
];

const formats = { tar: tarOf, cpio: cpioOf } as const;
const compressions: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  none: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes),
};

/** What a program makes of its input. */
const through = (program: string, ...args: readonly string[]): ((input: Buffer) => Buffer) => {
  return (input) => execFileSync(program, args, { input, maxBuffer: 1 << 28 });
};

const programs = { xz: through("xz", "-0", "-c"), zstd: through("zstd", "-q", "-c") } as const;

function missingProgram(): string | undefined {
  for (const [name, run] of Object.entries(programs))
    try {
      run(Buffer.from("x"));
    } catch {
      return `there is no ${name}`;
    }
  return undefined;
}

async function expectSystem(bytes: Buffer): Promise<void> {
  const { look, bytes: bytesOf, odd } = await opened(bytes);
  expect(odd).toEqual([]);
  expect(look("")).toEqual({ kind: "folder", names: ["bin", "dev", "etc", "usr"] });
  expect(look("etc/inittab")).toEqual({ kind: "file", mode: 0o644, text: "::sysinit:/etc/init.d/rcS\n" });
  expect(String(bytesOf("etc/inittab"))).toBe("::sysinit:/etc/init.d/rcS\n");
  expect([bytesOf("usr/bin/busybox"), bytesOf("etc"), bytesOf("none")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(look("etc/init.d")).toEqual({ kind: "folder", names: ["rcS"] });
  expect(look("bin")).toEqual({ kind: "link", target: "usr/bin" });
  expect(look("usr/bin/sh")).toEqual({ kind: "link", target: "busybox" });
  expect(look("usr/bin/busybox")).toMatchObject({ kind: "file", mode: 0o755, flaw: "binary" });
  expect(look("dev/ttyS0")).toEqual({ kind: "other" });
  expect(look("etc/shadow")).toEqual({ kind: "missing" });
}

describe.each(Object.entries(formats))("%s", (_name, make) => {
  test.each(Object.entries(compressions))("compressed by %s: what stands where", async (_how, compress) => {
    await expectSystem(compress(make(system)));
  });

  test("a reader of trees follows its links inside it", async () => {
    const { look } = await opened(
      make([
        { name: "etc/rc2.d/S10a", type: "link", target: "../../../../../etc/init.d/a" },
        { name: "etc/init.d/a", type: "link", target: "/usr/a" },
        { name: "usr/a", text: "#!/bin/sh\n" },
      ]),
    );
    const listing = await readListing(({ path }) => look(path));
    expect(listing.get("usr/a")).toEqual({ kind: "file", mode: 0o755, text: "#!/bin/sh\n" });
  });

  test("a later entry replaces an earlier one, as when it is unpacked", async () => {
    const { look, odd } = await opened(
      make([
        { name: "etc/a", text: "one" },
        { name: "etc/a", text: "two" },
        { name: "etc/b", type: "link", target: "a" },
        { name: "etc/b", text: "three" },
        { name: "etc", text: "in the way" },
        { name: "usr", type: "link", target: "/etc" },
        { name: "usr/c", text: "four" },
      ]),
    );
    expect(["a", "b", "c"].map((name) => look(`etc/${name}`))).toMatchObject([
      { text: "two" },
      { text: "three" },
      { text: "four" },
    ]);
    expect(odd).toEqual([{ name: "etc", why: "folder-in-place" }]);
  });

  test("no name leads out, and what cannot stand where it wants is named", async () => {
    const { look, odd } = await opened(
      make([
        { name: "/etc/passwd", text: "absolute" },
        { name: "../../etc/shadow", text: "out" },
        { name: "etc/../../x", text: "out" },
        { name: "out", type: "link", target: "../../../.." },
        { name: "out/y", text: "inside" },
        { name: "etc/passwd/z", text: "below a file" },
        { name: "circle", type: "link", target: "circle" },
        { name: "circle/w", text: "nowhere" },
      ]),
    );
    expect(look("etc/passwd")).toMatchObject({ text: "absolute" });
    // The root of a machine is its own parent.
    expect(look("y")).toMatchObject({ text: "inside" });
    expect(odd).toEqual([
      { name: "../../etc/shadow", why: "leads-out" },
      { name: "etc/../../x", why: "leads-out" },
      { name: "etc/passwd/z", why: "no-folder" },
      { name: "circle/w", why: "no-folder" },
    ]);
  });

  test("an archive that ends too early, or has a fault in the middle", async () => {
    const bytes = make(system);
    expect(await faultOf(bytes.subarray(0, 700))).toBe("truncated");
    expect(await faultOf(gzipSync(bytes).subarray(0, 150))).toBe("truncated");
    const damaged = Buffer.from(gzipSync(bytes));
    damaged.fill(0xff, 60, 90);
    expect(await faultOf(damaged)).toMatch(/^(?:damaged|truncated)$/);
  });

  test("a large script is cut, and what is no text of a system is not kept", async () => {
    const { look } = await opened(
      make([
        { name: "etc/init.d/big", text: `#!/bin/sh\n${"#".repeat(treeFileLimit)}` },
        { name: "usr/share/big", text: "x".repeat(100_000) },
      ]),
    );
    expect(look("etc/init.d/big")).toMatchObject({ kind: "file", flaw: "cut" });
    expect(look("usr/share/big")).toEqual({
      kind: "file",
      mode: 0o755,
      text: "x".repeat(256),
      flaw: "unread",
    });
  });

  test("so many odd entries that only the first are named", async () => {
    const entries = Array.from({ length: 50 }, (_, index) => ({ name: `../${index}` }));
    const { odd, moreOdd } = await opened(make(entries));
    expect([odd.length, moreOdd]).toEqual([20, 30]);
  });

  test("bounds: the size, the number of entries, and a file of nothing", async () => {
    const zeros = make([{ name: "zeros", text: "\0".repeat(1 << 20) }]);
    const limits = { ...archiveLimits, size: 1 << 19 };
    expect(await faultOf(gzipSync(zeros), { ...limits, size: 1 << 20 })).toBe("too-large 1");
    expect(await faultOf(gzipSync(zeros), { ...archiveLimits, freeSize: 1000 })).toBe("bomb 250");
    expect(await faultOf(make(system), { ...archiveLimits, entries: 3 })).toBe("crowded 3");
  });

  test("any bytes end in an answer", async () => {
    const bytes = make(system);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (at, piece, cuts) => {
          const changed = Buffer.from(bytes);
          changed.set(piece.subarray(0, changed.length - at), at);
          const archive = await readArchive(fileOf(cuts ? changed.subarray(0, at) : changed));
          expect("fault" in archive || archive.look("", true).kind === "folder").toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("hard links of tar: a name more, and one without a file", async () => {
  const { look, odd } = await opened(
    tarOf([
      { name: "bin/busybox", text: "binary" },
      { name: "bin/sh", type: "hard-link", target: "bin/busybox" },
      { name: "bin/ash", type: "hard-link", target: "./bin/sh" },
      { name: "bin/x", type: "hard-link", target: "/etc/../../shadow" },
      { name: "bin/y", type: "hard-link", target: "later" },
    ]),
  );
  expect([look("bin/sh"), look("bin/ash")]).toMatchObject([{ text: "binary" }, { text: "binary" }]);
  expect(odd).toEqual([
    { name: "bin/x", why: "no-twin" },
    { name: "bin/y", why: "no-twin" },
  ]);
});

test("hard links of cpio: the content stands at the last name, or at the first", async () => {
  const names = (content: number): readonly MadeEntry[] =>
    ["bin/a", "bin/b", "bin/c"].map((name, at) => ({ name, inode: 7, text: at === content ? "binary" : "" }));
  for (const content of [0, 1, 2]) {
    const { look } = await opened(cpioOf(names(content)));
    for (const { name } of names(content)) expect(look(name)).toMatchObject({ text: "binary" });
  }
});

test("an initramfs: archive after archive, with zeros between, the last one compressed", async () => {
  const microcode = cpioOf([{ name: "kernel/x86/microcode/x.bin", text: "\0\x01" }]);
  const own = cpioOf(system);
  const more = cpioOf([{ name: "etc/inittab", text: "later" }]);
  const { look } = await opened(Buffer.concat([microcode, Buffer.alloc(516), gzipSync(own), gzipSync(more)]));
  expect(look("etc/init.d/rcS").kind).toBe("file");
  expect(look("etc/inittab")).toMatchObject({ text: "later" });
  const plain = await opened(Buffer.concat([microcode, own, Buffer.alloc(4), more]));
  expect(plain.look("etc/inittab")).toMatchObject({ text: "later" });
});

test("the older portable format of cpio", async () => {
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  const entry = (name: string, mode: number, text: string) =>
    `070707${octal(1, 6)}${octal(2, 6)}${octal(mode, 6)}${octal(0, 12)}${octal(1, 6)}${octal(0, 6)}${octal(0, 11)}${octal(name.length + 1, 6)}${octal(text.length, 11)}${name}\0${text}`;
  const { look } = await opened(
    Buffer.from(entry("etc/inittab", 0o100644, "odc") + entry("TRAILER!!!", 0, ""), "latin1"),
  );
  expect(look("etc/inittab")).toEqual({ kind: "file", mode: 0o644, text: "odc" });
});

test.each([
  ["an empty file", Buffer.alloc(0), "no-archive"],
  ["a text", Buffer.from("1:2345:respawn:/sbin/getty tty1\n".repeat(40)), "no-archive"],
  ["a compressed text", gzipSync("text ".repeat(300)), "no-archive"],
  ["bzip2", Buffer.from("BZh91AY&SY"), "unread-format bzip2"],
  ["lz4", Buffer.from([0x02, 0x21, 0x4c, 0x18, 0, 0]), "unread-format lz4"],
  ["the old binary cpio", Buffer.from([0xc7, 0x71, 0, 0]), "unread-format cpio -H bin"],
  ["squashfs", Buffer.from("hsqs\0\0"), "unread-format squashfs"],
  [
    "archives in archives without end",
    Array.from({ length: 9 }).reduce<Buffer>((inner) => gzipSync(inner), tarOf([])),
    "damaged",
  ],
])("%s is no archive that is read", async (_what, bytes, fault) => {
  expect(await faultOf(bytes)).toBe(fault);
});

test("tar from before ustar: no magic, and a folder is known by the slash at its end", async () => {
  const bytes = tarOf([
    { name: "etc/", type: "folder" },
    { name: "etc/inittab", text: "old" },
  ]);
  for (const at of [0, 512]) {
    bytes.fill(0, at + 156, at + 157);
    bytes.fill(0, at + 257, at + 265);
    bytes.write(" ".repeat(8), at + 148);
    const sum = bytes.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, "0")}\0`, at + 148);
  }
  const { look } = await opened(bytes);
  expect(look("etc")).toEqual({ kind: "folder", names: ["inittab"] });
  expect(look("etc/inittab")).toMatchObject({ text: "old" });
});

test("an empty archive of tar has a root and nothing in it", async () => {
  expect((await opened(tarOf([]))).look("")).toEqual({ kind: "folder", names: [] });
});

describeIfPresent("what xz and zstd have compressed", missingProgram(), () => {
  test.each(Object.entries(programs))("%s", async (_name, compress) => {
    for (const make of Object.values(formats)) {
      const bytes = compress(make(system));
      await expectSystem(bytes);
      expect(await faultOf(bytes.subarray(0, bytes.length / 2))).toMatch(/^(?:truncated|damaged)$/);
    }
    // Two in one file are read as one.
    const two = [cpioOf(system), cpioOf([{ name: "etc/inittab", text: "later" }])].map(compress);
    expect((await opened(Buffer.concat(two))).look("etc/inittab")).toMatchObject({ text: "later" });
  });

  test.each(Object.entries(programs))(
    "%s: zeros without end are not unpacked to their end",
    async (_name, compress) => {
      const zeros = Buffer.alloc(80 * 1024 * 1024);
      // A tar archive ends in zeros.
      expect(await faultOf(compress(zeros))).toBe("bomb 250");
      const begun = tarOf([{ name: "etc/inittab" }]).subarray(0, 512);
      expect(await faultOf(compress(Buffer.concat([begun, zeros])))).toBe("bomb 250");
    },
  );
});
