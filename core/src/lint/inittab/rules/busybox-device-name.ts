import { terminalOf } from "../../../inittab/terminal.ts";
import { quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const busyboxDeviceName: LineRule = {
  id: "busybox-device-name",
  code: "IT608",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: [
    "observed: BusyBox 1.35.0 to 1.38.0 (tty-missing, sysv-ids-become-ttys, leading-space-process)",
    "spec/dialects.md, 3.2",
  ],
  docs: {
    what: "The first field is not the name of a device.",
    why: "In a BusyBox inittab the first field is not an id but the terminal of the entry, below `/dev`.\nIf there is no such device, the entry never runs: Debian's build skips it silently, others say `can't open /dev/si: No such file or directory`, for a respawn entry every second.",
    instead: "Leave the field empty for init's own console, or write a terminal such as `tty1` or `null`.",
    wrong: [
      {
        text: "si::sysinit:/etc/init.d/rcS\n::respawn:/bin/sh\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\n::respawn:/bin/sh\n",
      },
      {
        text: " tty1::askfirst:-/bin/sh\n",
        dialect: "busybox",
        fixed: "tty1::askfirst:-/bin/sh\n",
      },
    ],
    right: [
      { text: "::sysinit:/etc/init.d/rcS\nnull::respawn:/sbin/syslogd -n\n", dialect: "busybox" },
      { text: "/dev/ttyS0::askfirst:-/bin/sh\ntts/0::respawn:/bin/sh\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const id = context.field("id");
    if (id === "" || looksLikeDevice(id)) return nothing;
    const range = context.range("id");
    const name = id.trim();
    const blanks = name !== id && (name === "" || looksLikeDevice(name));
    return [
      {
        range,
        message: blanks
          ? message("busybox-device-name.blank", { id: quoted(id) })
          : message("busybox-device-name", { id: quoted(id), terminalOf: terminalOf(id) }),
        fixes: [
          blanks
            ? suggestion(message("fix.delete-the-blanks"), range, name)
            : suggestion(message("busybox-device-name.leave-empty"), range, ""),
        ],
      },
    ];
  },
};

/** Short names of devices that an entry may sensibly name. */
const shortDevices = /^(?:tty[^\s]?|null|zero|full|kmsg|hvc\d?|xvc\d|vcs\w?|cua\d?|lp\d|fb\d|com\d)$/;

/** Two to four characters without a path are what ids of System V look like; anything longer may be a device. */
function looksLikeDevice(id: string): boolean {
  if (/[\s\0]/.test(id)) return false;
  return id.includes("/") || id.length > 4 || shortDevices.test(id);
}
