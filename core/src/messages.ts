// The catalogues of all rooms of core, for the edges that word their messages.

import { assistantMessages } from "./assistants/messages.ts";
import { assistantPageMessages } from "./assistants/page-messages.ts";
import { bootLogMessages } from "./boot-log/messages.ts";
import { initscriptMessages } from "./initscript/messages.ts";
import { waysMessages } from "./initscript/ways/messages.ts";
import { guessMessages } from "./inittab/guess-messages.ts";
import { scriptRuleMessages } from "./lint/initscript/messages.ts";
import { scriptPageMessages } from "./lint/initscript/page-messages.ts";
import { scriptRunMessages } from "./lint/initscript/run-messages.ts";
import { inittabRuleMessages } from "./lint/inittab/messages.ts";
import { lintMessages } from "./lint/messages.ts";
import { recipeRuleMessages } from "./lint/recipe/messages.ts";
import { manualMessages } from "./manual/messages.ts";
import { policyMessages } from "./policy/messages.ts";
import { programMessages } from "./program-messages/messages.ts";
import { projectMessages } from "./project/messages.ts";
import { shellMessages } from "./shell/messages.ts";
import { busyboxRunMessages } from "./simulate/busybox/words.ts";
import { compareMessages } from "./simulate/compare/messages.ts";
import { debugMessages } from "./simulate/debug/messages.ts";
import { expectMessages } from "./simulate/expect/messages.ts";
import { simulateMessages } from "./simulate/messages.ts";
import { procdRunMessages } from "./simulate/procd/words.ts";
import { runMessages } from "./simulate/run/messages.ts";
import { showMessages } from "./simulate/show/messages.ts";
import { sysvinitRunMessages } from "./simulate/sysvinit/words.ts";
import type { Catalogue } from "./text/message.ts";
import { verifyMessages } from "./verify/messages.ts";

/** Every catalogue of core. The ids of all of them differ. */
export const coreCatalogues: readonly Catalogue[] = [
  assistantMessages,
  assistantPageMessages,
  guessMessages,
  initscriptMessages,
  waysMessages,
  manualMessages,
  lintMessages,
  inittabRuleMessages,
  scriptRuleMessages,
  scriptRunMessages,
  scriptPageMessages,
  recipeRuleMessages,
  shellMessages,
  simulateMessages,
  runMessages,
  sysvinitRunMessages,
  busyboxRunMessages,
  procdRunMessages,
  showMessages,
  expectMessages,
  compareMessages,
  debugMessages,
  verifyMessages,
  bootLogMessages,
  policyMessages,
  projectMessages,
  programMessages,
];
