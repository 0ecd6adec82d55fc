// What differs between the BusyBox programs that were observed. Data; no other file compares names of builds.

import type { Message } from "../../../text/message.ts";
import { message } from "../message.ts";

/** How a BusyBox was configured and patched. */
export interface BusyboxBuild {
  /** As the recorded cases name it. */
  readonly init: string;
  /** For people. */
  readonly title: Message;
  /** FEATURE_KILL_REMOVED: the process of an entry that vanished from the file gets TERM. */
  readonly killsRemoved: boolean;
  /** Debian's patch: an entry whose terminal does not exist is passed over without a word. */
  readonly skipsMissingTerminals: boolean;
  /** INIT_QUIET is off: init says at boot who it is. */
  readonly announces: boolean;
}

/** The builds. Observed: Debian 12's static build, and the unpatched source of 1.35.0. */
export const busyboxBuilds: Readonly<Record<"debian" | "stock", BusyboxBuild>> = {
  debian: {
    init: "busybox-1.35",
    title: message("busybox.of-debian", { version: "1.35.0" }),
    killsRemoved: true,
    skipsMissingTerminals: true,
    announces: false,
  },
  stock: {
    init: "busybox-1.35-stock",
    title: message("busybox.unpatched", { version: "1.35.0" }),
    killsRemoved: false,
    skipsMissingTerminals: false,
    announces: true,
  },
};

/** The build that a recorded case names, or undefined. */
export function findBusyboxBuild(init: string): BusyboxBuild | undefined {
  return Object.values(busyboxBuilds).find((build) => build.init === init);
}
