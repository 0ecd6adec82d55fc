import { fixLimit } from "../../fix-limit.ts";
import { suggestion } from "../../report.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const duplicateId: FileRule = {
  id: "duplicate-id",
  code: "IT110",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "id"',
    "observed: sysvinit 2.88, 3.06, 3.14 (duplicate-id, duplicate-tilde, id-case)",
  ],
  docs: {
    what: "Two entries have the same id.",
    why: "Init keeps the first and drops the second with a message that scrolls away during boot.\nWhatever the second should have started never runs.",
    instead:
      "Give each entry an id of its own, of one to four characters.\nLetter case counts, and only `~~` may be repeated.",
    wrong: [
      {
        text: "l3:3:wait:/etc/rc.d/rc 3\nl3:5:wait:/etc/rc.d/rc 5\n",
        fixed: "l3:3:wait:/etc/rc.d/rc 3\nl5:5:wait:/etc/rc.d/rc 5\n",
      },
    ],
    right: [
      { text: "l3:3:wait:/etc/rc.d/rc 3\nL3:5:wait:/etc/rc.d/rc 5\n" },
      { text: "~~:S:wait:/sbin/sulogin\n~~:S:wait:/bin/sync\n" },
    ],
  },
  scope: "file",
  check: (file) => {
    if (file.duplicates.length === 0) return [];
    const taken = new Set(file.scan.lines.map((line) => line.id));
    return file.duplicates.map(([index, first], count) => {
      const id = file.scan.lines[index]?.id ?? "";
      const range = file.range(index, "id");
      const runlevels = file.scan.lines[index]?.runlevels ?? "";
      // Looking for free names is only worth it where somebody will use them.
      const free = count < fixLimit ? freeId(id, runlevels, taken) : undefined;
      return {
        range,
        message: message("duplicate-id", { id, line: file.lineNumber(first) }),
        related: [{ range: file.range(first, "id"), message: message("duplicate-id.related", { id }) }],
        fixes: free === undefined ? [] : [suggestion(message("fix.rename", { text: free }), range, free)],
      };
    });
  },
};

/** A free id as near to the old one as can be: the record's own level, then a digit or letter in the last place. */
function freeId(id: string, runlevels: string, taken: ReadonlySet<string>): string | undefined {
  const stem = id.length > 1 ? id.slice(0, -1) : id;
  return [...runlevels, ..."0123456789abcdefghijklmnopqrstuvwxyz"]
    .filter((character) => /[0-9a-z]/i.test(character))
    .map((character) => stem + character)
    .find((candidate) => !taken.has(candidate));
}
