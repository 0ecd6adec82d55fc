import { dialects, isUnknown } from "../../../inittab/dialect.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const noRecords: FileRule = {
  id: "no-records",
  code: "IT123",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects,
  sources: [
    "observed: BusyBox 1.35.0 starts nothing with an empty file",
    "inittab(5): a line has four fields",
  ],
  docs: {
    what: "The file contains no entry of an inittab: it is empty, has nothing but comments, or is something else altogether.",
    why: "With such a file the machine does not boot: init starts nothing, or asks on the console for a runlevel.\nIt happens when a download saves an error page, or when an editor saves UTF-16.",
    instead: "Put the inittab back; the whole table that an editor offers for an empty file is a beginning.",
    wrong: [
      { text: "# Nothing but a comment.\n" },
      { text: "<!DOCTYPE html>\n<html><body>404: Not Found</body></html>\n", dialect: "unknown" },
    ],
    right: [{ text: "::sysinit:/etc/init.d/rcS\n", dialect: "busybox" }],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const { scan } = file;
    const found = whatItIs(file);
    if (found === undefined) return [];
    // The first line that is something; the beginning of a file that has none.
    const index = Math.max(
      0,
      scan.lines.findIndex(({ kind }) => kind !== "blank"),
    );
    const start = scan.starts[index] ?? 0;
    const end = start + (scan.lines[index]?.end ?? 0);
    return [{ range: { start, end }, message: message("no-records", { found }) }];
  },
};

/** What the file is instead, as the template tells them apart; undefined where lines that are nearly records say more. */
function whatItIs({ scan, recordCount }: FileContext): string | undefined {
  const head = scan.text.slice(0, 512);
  if (recordCount > 0 ? isMostlyWide(head) : beginsWide(head)) return "utf16";
  if (/^\uFEFF?\s*<(?:!doctype|html|head|body)\b/i.test(head)) return "html";
  if (/^\uFEFF?\s*<\?xml\b/i.test(head)) return /<html\b/i.test(head) ? "html" : "other";
  if (recordCount > 0) return undefined;
  if (scan.lines.every(({ kind }) => kind === "blank")) return "empty";
  if (scan.lines.every(({ kind }) => kind === "blank" || kind === "comment"))
    return otherInit.test(scan.text.slice(0, 4096)) ? undefined : "comments";
  // Elsewhere each line is reported by itself.
  const nearly = scan.lines.some(({ runlevelsEnd, kind }) => kind !== "comment" && runlevelsEnd >= 0);
  return nearly || !isUnknown(scan.dialect) ? undefined : "other";
}

/** The mark of UTF-16, or characters in two bytes each, of which always the same one is 0. */
function beginsWide(head: string): boolean {
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff|\ufffd\ufffd)/.test(head)) return true;
  return /^\uFEFF?(?:(?:[^\0]\0){1,16}(?=[^\0]?$)|(?:\0[^\0]){1,16}(?=\0?$))/.test(head.slice(0, 33));
}

/** Where lines pass for records nevertheless, more than a beginning has to be so. */
function isMostlyWide(head: string): boolean {
  const zeros = head.split("\0").length - 1;
  return beginsWide(head) && head.length > 16 && zeros * 5 > head.length * 2;
}

/** Systems with another init leave a file that says so. Observed: Fedora, Arch. */
const otherInit = /systemd|upstart|no longer used|not used/i;
