// All words of tables and pages, for those who translate them.

import { chkconfigTags } from "./initscript/facts/chkconfig-tags.ts";
import { facilityFacts } from "./initscript/facts/facilities.ts";
import { helperFunctions } from "./initscript/facts/helper-functions.ts";
import { lsbKeywords } from "./initscript/facts/lsb-keywords.ts";
import { openrcWords } from "./initscript/facts/openrc-words.ts";
import { flavorSystem, rcFlavorNames } from "./initscript/facts/rc-flavors.ts";
import { recipeWords } from "./initscript/facts/recipe-words.ts";
import { actionExits, scriptActions, statusExits } from "./initscript/facts/script-actions.ts";
import { aboutUsual, dialectFacts, dialects, dialectTitle } from "./inittab/dialect.ts";
import { machineProfiles, machineTitle } from "./inittab/machine-profile.ts";
import { runlevels } from "./inittab/runlevels.ts";
import { allRules } from "./lint/all-rules.ts";
import { ruleProse } from "./lint/page.ts";
import { aboutOf } from "./manual/describe-program.ts";
import {
  chkconfigTagPage,
  exitStatusPage,
  facilityPage,
  helperPage,
  lsbKeywordPage,
  openrcWordPage,
  pageProse,
  recipeWordPage,
  scriptActionPage,
} from "./manual/initscript/pages.ts";
import { sourceProse } from "./manual/sources.ts";
import { topicProse } from "./manual/topic.ts";
import { topics } from "./manual/topics.ts";
import { titleOf } from "./program-messages/contract.ts";
import { messageProse } from "./program-messages/page.ts";
import { speakingPrograms } from "./program-messages/programs.ts";
import { programs } from "./programs/find.ts";
import type { Prose } from "./text/message.ts";

/** All prose of core, each piece once: what a language can replace besides the templates of the catalogues. */
export function coreProse(): readonly Prose[] {
  const exits = [
    ...statusExits.map(({ from }) => exitStatusPage(from, "status")),
    ...actionExits.map(({ from }) => exitStatusPage(from, "start")),
  ];
  const pages = [
    ...lsbKeywords.map(lsbKeywordPage),
    ...facilityFacts.map(facilityPage),
    ...chkconfigTags.map(chkconfigTagPage),
    ...helperFunctions.map(helperPage),
    ...openrcWords.map(openrcWordPage),
    ...recipeWords.map(recipeWordPage),
    ...scriptActions.map(scriptActionPage),
    ...exits.filter((page) => page !== undefined),
  ];
  const all = [
    ...runlevels.map(({ purpose }) => purpose),
    ...dialects.map(dialectTitle),
    ...dialects.flatMap((dialect) => dialectFacts[dialect].usual.map((line) => aboutUsual(dialect, line))),
    ...machineProfiles.map((profile) => machineTitle({ profile })),
    ...allRules.flatMap(ruleProse),
    ...topics.flatMap(topicProse),
    ...topics.flatMap(sourceProse),
    ...speakingPrograms.map(titleOf),
    ...speakingPrograms.flatMap((program) =>
      program.messages.flatMap((said) => messageProse({ program, said })),
    ),
    ...rcFlavorNames.map(flavorSystem),
    ...programs.map(aboutOf),
    ...pages.flatMap(pageProse),
  ];
  return [...new Map(all.map((piece) => [piece.prose, piece])).values()];
}
