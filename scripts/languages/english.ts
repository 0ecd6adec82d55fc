// Every text that a language can replace, in English: the templates of all catalogues, and the prose of tables and pages.

import { coreCatalogues, coreProse } from "@inittab/core";
import { bootLogReportMessages } from "../../cli/src/boot-log/messages.ts";
import { debugCommandMessages } from "../../cli/src/debug/messages.ts";
import { explainMessages } from "../../cli/src/explain/messages.ts";
import { assistantMessages as mcpMessages } from "../../cli/src/mcp/messages.ts";
import { programMessages } from "../../cli/src/messages.ts";
import { planMessages } from "../../cli/src/plan/messages.ts";
import { projectFileMessages } from "../../cli/src/project/messages.ts";
import { diffMessages } from "../../cli/src/simulate/diff-messages.ts";
import { verifyReportMessages } from "../../cli/src/verify/messages.ts";
import { assistantMessages } from "../../core/src/assistants/messages.ts";
import { bootLogMessages } from "../../core/src/boot-log/messages.ts";
import { textMessages } from "../../core/src/text/messages.ts";
import { debuggerMessages } from "../../debugger/src/messages.ts";
import { featureMessages } from "../../server/src/feature-messages.ts";
import { proposalMessages } from "../../server/src/inittab/features/messages.ts";
import { serverMessages } from "../../server/src/messages.ts";
import { playgroundMessages } from "../../site/src/playground/messages.ts";
import { siteMessages } from "../../site/src/texts/messages.ts";

/** A text of ours: a template, in which values are put, or prose, which is shown as it is. */
export interface EnglishText {
  readonly id: string;
  readonly english: string;
  readonly kind: "template" | "prose";
}

type Catalogues = readonly Readonly<Record<string, string>>[];

/** The catalogues of core that the command line alone needs: its `boot-log`, and its tools for assistants. */
const ofCommandLine: Catalogues = [assistantMessages, bootLogMessages];

/** The catalogues that the language server needs. */
export const serverCatalogues: Catalogues = [
  textMessages,
  ...coreCatalogues.filter((each) => !ofCommandLine.includes(each)),
  serverMessages,
  featureMessages,
  proposalMessages,
  debuggerMessages,
];

/** The catalogues that the site alone needs. */
const siteCatalogues: Catalogues = [siteMessages, playgroundMessages];

/** The catalogues that the command line needs. */
export const programCatalogues: Catalogues = [
  ...serverCatalogues,
  ...ofCommandLine,
  programMessages,
  debugCommandMessages,
  explainMessages,
  mcpMessages,
  planMessages,
  diffMessages,
  verifyReportMessages,
  bootLogReportMessages,
  projectFileMessages,
];

/** Every catalogue of the product. */
export const allCatalogues: Catalogues = [...programCatalogues, ...siteCatalogues];

/** Every text, the templates of all catalogues first. */
export function englishTexts(): readonly EnglishText[] {
  return [
    ...allCatalogues.flatMap((catalogue) =>
      Object.entries(catalogue).map(([id, english]) => ({ id, english, kind: "template" as const })),
    ),
    ...coreProse().map(({ prose: id, english }) => ({ id, english, kind: "prose" as const })),
  ];
}
