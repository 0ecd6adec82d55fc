// The rules about what Buildroot's and OpenEmbedded's programs call: IT960 to IT969.

import type { ScriptRule } from "../contract.ts";
import { libraryNotInImage } from "./library-not-in-image.ts";
import { networkTooEarly } from "./network-too-early.ts";
import { oeBusyboxLinks } from "./oe-busybox-links.ts";
import { oeFirewallLate } from "./oe-firewall-late.ts";
import { oeShutdownLinkSkipped } from "./oe-shutdown-link-skipped.ts";
import { oeStartLinkTwice } from "./oe-start-link-twice.ts";
import { oeStopLinkDigits } from "./oe-stop-link-digits.ts";
import { oeUmountnfsLate } from "./oe-umountnfs-late.ts";
import { sourcedKillsCaller } from "./sourced-kills-caller.ts";
import { startAsks } from "./start-asks.ts";

export const embeddedRules: readonly ScriptRule[] = [
  oeStopLinkDigits,
  oeShutdownLinkSkipped,
  oeStartLinkTwice,
  oeUmountnfsLate,
  oeFirewallLate,
  oeBusyboxLinks,
  sourcedKillsCaller,
  startAsks,
  networkTooEarly,
  libraryNotInImage,
];
