// Which findings are shown where there are too many for a client.

import { type Finding, type Severity, severities } from "@inittab/core";

/** A choice among the findings of a document; both parts keep the order of the document. */
export interface ShownFindings {
  readonly shown: readonly Finding[];
  readonly rest: readonly Finding[];
}

/** Chooses the most severe of all findings, and among those of one severity the first. */
export function shownFindings(findings: readonly Finding[], most: number): ShownFindings {
  if (findings.length <= most) return { shown: findings, rest: [] };
  const places = placesFor(countsOf(findings), most);
  const shown: Finding[] = [];
  const rest: Finding[] = [];
  for (const finding of findings) {
    const left = places[finding.severity];
    places[finding.severity] = left - 1;
    (left > 0 ? shown : rest).push(finding);
  }
  return { shown, rest };
}

/** How many findings there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** How many of each severity are shown: the more severe ones take the places of the others. */
function placesFor(counts: Readonly<Record<Severity, number>>, most: number): Record<Severity, number> {
  const places = { error: 0, warning: 0, information: 0, hint: 0 };
  let left = most;
  for (const severity of severities) {
    places[severity] = Math.min(counts[severity], left);
    left -= places[severity];
  }
  return places;
}
