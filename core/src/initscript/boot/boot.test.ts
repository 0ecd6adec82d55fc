import fc from "fast-check";
import { expect, test } from "vitest";
import { buildrootRcs, walkRcK, walkRcS } from "../buildroot/boot.ts";
import { entwareCalls, entwareScript } from "../entware/rc-unslung.ts";
import { walkLfsRc } from "../lfs/rc.ts";
import { walkBusyboxRcK, walkBusyboxRcS } from "../openembedded/busybox-boot.ts";
import { walkOpenEmbeddedRc } from "../openembedded/rc.ts";
import { runUpdateRcd } from "../openembedded/update-rc-d.ts";
import { walkRcSysvinit } from "../slackware/rc-sysvinit.ts";
import type { BootEntry, BootFolders, CallScript } from "./model.ts";
import { byBytesOf, byVersion } from "./name-order.ts";
import { fitsPattern } from "./pattern.ts";

const name = fc
  .string({
    unit: fc.constantFrom(
      "S",
      "K",
      "0",
      "9",
      "a",
      ".",
      "s",
      "h",
      " ",
      "*",
      "[",
      "]",
      "-",
      "é",
      "\u0001",
      "\t",
      "\n",
    ),
  })
  .map((rest) => `S${rest}`);
const entry = fc.record({
  name: fc.oneof(name, fc.constantFrom("K20a", "S20a", "S", "K5", "S10a.sh")),
  kind: fc.constantFrom<BootEntry["kind"][]>("file", "folder", "missing", "other"),
  link: fc.boolean(),
  executable: fc.boolean(),
});
const folders: fc.Arbitrary<BootFolders> = fc
  .array(
    fc.tuple(
      fc.constantFrom("init.d", "rcS.d", "rc5.d", "rc6.d", "rc.d/rc5.d"),
      fc.uniqueArray(entry, { selector: (each) => each.name }),
    ),
    { maxLength: 4 },
  )
  .map((list) => new Map(list.map(([folder, entries]) => [`/etc/${folder}`, entries])));

test("whatever is in the folders, every program ends, and calls nothing but what is there", () => {
  fc.assert(
    fc.property(folders, fc.boolean(), (given, kills) => {
      const called: string[] = [];
      const call: CallScript = ({ words: [path = ""] }) => {
        called.push(path);
        return { status: 1, stdout: "", stderr: "", ...(kills ? { killedCaller: "TERM" } : {}) };
      };
      const settings = { kind: "read", verbose: "very", textUpdates: "yes" } as const;
      const walks = [
        walkRcS({ folders: given, rc: buildrootRcs.buildroot, call }),
        walkRcK({ folders: given, rc: buildrootRcs.openipc, call }),
        walkBusyboxRcS({ folders: given, call }),
        walkBusyboxRcK({ folders: given, call }),
        walkOpenEmbeddedRc(
          { folders: given, settings, splash: true, call },
          { previous: "3", runlevel: "5", args: [] },
        ),
        walkLfsRc({ folders: given, call, previous: "N", runlevel: "5" }),
        walkRcSysvinit({ folders: given, call, runlevel: "5" }),
      ];
      const names = new Set(
        [...given].flatMap(([folder, entries]) => entries.map((each) => `${folder}/${each.name}`)),
      );
      // OpenIPC cuts names at blanks, so that it calls the part in front of one.
      for (const path of called)
        expect([...names].some((each) => each === path || each.split(/\s/)[0] === path || path === "")).toBe(
          true,
        );
      expect(walks.every(({ exit }) => Number.isInteger(exit))).toBe(true);
      const script = entwareScript(
        entwareCalls(
          [...names].map((path) => ({ path, kind: "file", executable: true })),
          ["start"],
        ),
      );
      expect(script.length).toBeGreaterThan(0);
    }),
  );
});

test("update-rc.d ends whatever it is called with", () => {
  const word = fc.oneof(
    fc.constantFrom(
      "app",
      "-f",
      "-r",
      "/",
      "-s",
      "-n",
      "-v",
      "defaults",
      "remove",
      "start",
      "stop",
      ".",
      "09",
      "5",
      "S",
      "enable",
      "disable",
    ),
    fc.string({ unit: fc.constantFrom("a", " ", "\n", "\u0001", "0", "8", "*", "é") }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), fc.constantFrom("0.8", "0.7"), (args, version) => {
      const system = {
        root: "",
        scripts: [{ name: "app", kind: "link", target: "app", executable: true }] as const,
        folders: new Map([["5", [{ name: "S20app", target: "../init.d/app" }]]]),
        runlevel: "N 5",
      };
      const run = runUpdateRcd(system, { args, version, shell: "dash" });
      expect(run.kind === "hangs" || [0, 1].includes(run.exit)).toBe(true);
      expect(runUpdateRcd(system, { args, version, shell: "dash" })).toEqual(run);
    }),
  );
});

test("orders and patterns", () => {
  const names = ["S100a", "S9c", "S10b", "S20é", "S20z"];
  expect(names.toSorted(byBytesOf)).toEqual(["S100a", "S10b", "S20z", "S20é", "S9c"]);
  expect(names.toSorted(byVersion)).toEqual(["S9c", "S10b", "S20z", "S20é", "S100a"]);
  expect(["S2*", "S20a", ".S2", "T"].filter((each) => fitsPattern(each, "S[0-9]*"))).toEqual(["S2*", "S20a"]);
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ unit: fc.constantFrom("[", "]", "!", "-", "z", "a", "\\", "*", "?") }),
      (each, pattern) => {
        expect(typeof fitsPattern(each, pattern)).toBe("boolean");
      },
    ),
  );
});
