import { dialectFacts, dialects } from "../../../inittab/dialect.ts";
import { byteLength } from "../../../text/bytes.ts";
import type { Report } from "../../contract.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const systemVLimits: LineRule = {
  id: "system-v-limits",
  code: "IT241",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: dialects.filter((dialect) => dialectFacts[dialect].style.idLimit !== undefined),
  sources: [
    "the manuals of AIX 4.3, SunOS 5.10, HP-UX 11i, IRIX 6.5, SCO OpenServer and Tru64, inittab",
    "spec/dialects.md, section 1",
  ],
  docs: {
    what: "An id or an entry is longer than the system's manual allows.",
    why: "Each System V has limits of its own: an id has up to 4 bytes on Solaris, HP-UX, IRIX and SCO and up to 14 on AIX and Tru64, an entry up to 512 or 1024.\nThe manuals do not say what becomes of a longer one.",
    instead: "Shorten it; long commands belong in a script.",
    wrong: [{ text: "console:234:respawn:/usr/lib/saf/ttymon\n", dialect: "solaris" }],
    right: [
      { text: "co:234:respawn:/usr/lib/saf/ttymon\n", dialect: "solaris" },
      { text: "console:0123456789:respawn:/usr/sbin/getty /dev/console\n", dialect: "aix" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const { dialect, encoding, line, text } = context;
    const { idLimit, entryLimit } = dialectFacts[dialect].style;
    const found: Report[] = [];
    if (idLimit !== undefined && byteLength(context.line.id, encoding) > idLimit)
      found.push({ range: context.range("id"), message: message("system-v-limits", { idLimit }) });
    const entry = text.slice(0, line.end);
    if (entryLimit !== undefined && byteLength(entry, encoding) > entryLimit)
      found.push({
        range: { start: 0, end: line.end },
        message: message("system-v-limits.entry", { entryLimit }),
      });
    return found;
  },
};
