import fc from "fast-check";
import { expect, test } from "vitest";
import { procdEntries, procdWords } from "../../../inittab/procd-entries.ts";
import { readInittab } from "../../../inittab/read.ts";
import { enterProcdState, procdStates } from "./states.ts";
import type { ProcdTerminals } from "./terminals.ts";

const machine: ProcdTerminals = {
  devices: new Set(["console", "tty1", "ttyS0"]),
  consoles: ["ttyS0,115200"],
  active: undefined,
};

function show(text: string, terminals: ProcdTerminals = machine): readonly string[] {
  const entries = procdEntries(readInittab(text, { dialect: "procd" }).records);
  return procdStates.flatMap((state) =>
    enterProcdState(state, entries, terminals).map((step) => {
      if (step.kind === "start") return `${state}: ${step.argv.join(" ")} on ${step.device}`;
      return step.kind === "scripts"
        ? `${state}: scripts ${step.pattern}* ${step.argument}`
        : `${state}: bad form`;
    }),
  );
}

test("a whole boot, in the order of the states", () => {
  expect(
    show(
      "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n::askconsole:/bin/login\nttyS0::askfirst:/bin/x\ntty1::askfirst:/bin/ash\nttyS0::respawn:/bin/y\ntty1::respawnlate:/bin/z\n",
    ),
  ).toEqual([
    "init: /bin/y on ttyS0",
    "init: /sbin/askfirst /bin/login on ttyS0",
    "init: /sbin/askfirst /bin/ash on tty1",
    "init: scripts S* boot",
    "running: /bin/z on tty1",
    "shutdown: scripts K* shutdown",
  ]);
});

test("a console that does not exist is skipped; none at all is not", () => {
  const text = "::askconsole:/bin/login\n";
  expect(show(text, { ...machine, consoles: ["ttyUSB0"] })).toEqual([]);
  expect(show(text, { devices: new Set(), consoles: [], active: "ttyS0" })).toEqual([]);
  expect(show(text, { devices: new Set(), consoles: [], active: undefined })).toEqual([
    "init: /sbin/askfirst /bin/login on null",
  ]);
});

test("a NUL byte ends a line", () => {
  expect(show("tty1::respawn:/bin/a\0 b\ntty1::respawn:/bin/c\n")).toEqual([
    "init: /bin/a on tty1",
    "init: /bin/c on tty1",
  ]);
});

test("any text is read, and no state starts what is not an entry", () => {
  const piece = fc.constantFrom(
    "::",
    "respawn:",
    "askfirst:",
    "sysinit:",
    "/a b",
    "\n",
    "\0",
    "\t",
    "tty1",
    "#",
    "\r",
    "ä",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const entries = procdEntries(readInittab(pieces.join(""), { dialect: "procd" }).records);
      for (const { argv } of entries) {
        expect(argv.length).toBeLessThanOrEqual(7);
        for (const word of argv)
          expect(procdWords(word)).toEqual(
            [word].filter((each) => /\S/.test(each)).map((each) => each.trimEnd()),
          );
      }
      for (const state of procdStates)
        for (const { entry } of enterProcdState(state, entries, machine)) expect(entries).toContain(entry);
    }),
  );
});
