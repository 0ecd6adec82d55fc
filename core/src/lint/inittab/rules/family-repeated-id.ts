import { systemVFamily } from "../../../inittab/dialect.ts";
import type { Report } from "../../contract.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const familyRepeatedId: FileRule = {
  id: "family-repeated-id",
  code: "IT256",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: systemVFamily,
  sources: [
    "the manuals of AIX 4.3, SunOS 5.10, HP-UX 11i and IRIX 6.5, inittab",
    "spec/dialects.md, section 7",
  ],
  docs: {
    what: "Two entries of a System V outside Linux have the same id.",
    why: "The manuals require each id to be unique: HP-UX reports the second and ignores it, and `chitab`, `rmitab` and `lsitab` of AIX find an entry by its id, so they change only the first one.",
    instead: "Give the second entry an id of its own.",
    wrong: [{ text: "ap:2:once:/opt/app/start\nap:2:once:/opt/app/start2\n", dialect: "aix" }],
    right: [{ text: "ap:2:once:/opt/app/start\nap2:2:once:/opt/app/start2\n", dialect: "aix" }],
  },
  scope: "file",
  check: (file) => {
    const { lines } = file.scan;
    const first = new Map<string, number>();
    const reports: Report[] = [];
    for (let index = 0; index < Math.min(lines.length, patience); index++) {
      const line = lines[index];
      if (line?.kind !== "record" || line.id === "") continue;
      const earlier = first.get(line.id);
      if (earlier === undefined) first.set(line.id, index);
      else
        reports.push({
          range: file.range(index, "id"),
          message: message("family-repeated-id", { id: line.id, line: file.lineNumber(earlier) }),
          related: [
            { range: file.range(earlier, "id"), message: message("duplicate-id.related", { id: line.id }) },
          ],
        });
    }
    return reports;
  },
};

/** So many lines are no machine's table. */
const patience = 5000;
