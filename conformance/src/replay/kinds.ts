// The kinds of recorded cases that can be replayed. A new kind is one entry of the table.

import { replayBusybox } from "./busybox.ts";
import {
  replayBootCase,
  replayBuildInittabCase,
  replayEntwareCase,
  replayLfsCase,
  replayOeFunctionsCase,
  replayOeRcCase,
  replaySlackwareCase,
  replayUpdateRcdCase,
} from "./embedded.ts";
import { replayInit } from "./init.ts";
import { replayChkconfigCase, replayFunctionsCase, replayRcCase } from "./initscripts.ts";
import { replayInsservCase } from "./insserv.ts";
import type { ReplayKind } from "./kind.ts";
import { replayLintCase } from "./lint.ts";
import { replayOpenrcCase } from "./openrc.ts";
import { replayProcdInittabCase, replayRcCommonCase } from "./openwrt.ts";
import { replayParse } from "./parse.ts";

/** The kinds, by the name on the command line. */
export const kinds: Readonly<Record<string, ReplayKind>> = {
  parse: replayParse,
  init: replayInit,
  busybox: replayBusybox,
  insserv: replayInsservCase,
  chkconfig: replayChkconfigCase,
  rc: replayRcCase,
  functions: replayFunctionsCase,
  openrc: replayOpenrcCase,
  lint: replayLintCase,
  boot: replayBootCase,
  "oe-rc": replayOeRcCase,
  lfs: replayLfsCase,
  slackware: replaySlackwareCase,
  "oe-functions": replayOeFunctionsCase,
  entware: replayEntwareCase,
  "update-rc.d": replayUpdateRcdCase,
  "build-inittab": replayBuildInittabCase,
  "procd-inittab": replayProcdInittabCase,
  "rc-common": replayRcCommonCase,
};
