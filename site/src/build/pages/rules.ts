// The pages of the rules, from the rules' own words.

import { allRules, rulePage, rulePart, ruleTable } from "@inittab/core";
import { type Edition, relative } from "../edition.ts";
import type { Page } from "../layout.ts";
import { renderMarkdown } from "../markdown.ts";

/** A page for each rule, and their table. */
export function rulePages({ folder, localizer }: Edition): readonly Page[] {
  const index = `${folder}rules/index.html`;
  // The text of a page names its neighbours as files of the repository do.
  const address = (from: string) => (target: string) => {
    const name = /^([\w-]+)\.md$/.exec(target)?.[1];
    return name === undefined ? undefined : relative(from, `${folder}rules/${name}.html`);
  };
  const table = renderMarkdown(ruleTable(localizer), { address: address(index) });
  return [
    { path: index, title: table.title, body: table.body, place: "rules", everywhere: true },
    ...allRules.map((rule): Page => {
      const path = `${folder}rules/${rule.id}.html`;
      const { title, body } = renderMarkdown(rulePage(rule, localizer), { address: address(path) });
      return {
        path,
        title,
        about: localizer.prose(rulePart(rule, "what")),
        body,
        place: "rules",
        everywhere: true,
      };
    }),
  ];
}
