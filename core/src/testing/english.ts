import type { Finding, Fix, Related } from "../lint/contract.ts";
import { coreCatalogues } from "../messages.ts";
import { createLocalizer, type Localizer } from "../text/localizer.ts";

/** The English words of core's messages. */
export const inEnglish: Localizer = createLocalizer(coreCatalogues);

/** A finding as an English reader gets it. */
export interface WordedFinding extends Omit<Finding, "message" | "related" | "fixes"> {
  readonly message: string;
  readonly related: readonly (Omit<Related, "message"> & { readonly message: string })[];
  readonly fixes: readonly (Omit<Fix, "title"> & { readonly title: string })[];
}

/** The finding with its sentences in English. */
export function worded(finding: Finding): WordedFinding {
  const { words } = inEnglish;
  return {
    ...finding,
    message: words(finding.message),
    related: finding.related.map((related) => ({ ...related, message: words(related.message) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: words(fix.title) })),
  };
}
