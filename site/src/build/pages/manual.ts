// The manual, a page for each topic, and its table of contents.

import { dialectTitle, findTopic, type Topic, topicMarkdown, topicPart, topics } from "@inittab/core";
import { message } from "../../texts/message.ts";
import { type Edition, relative } from "../edition.ts";
import { html } from "../html.ts";
import type { Page } from "../layout.ts";
import { renderMarkdown } from "../markdown.ts";

/** A page for each topic, and the list of all. */
export function manualPages(edition: Edition): readonly Page[] {
  const paths = pathsOf(topics, edition.folder);
  return [contents(edition, paths), ...topics.map((topic) => topicPageOf(topic, edition, paths))];
}

type Paths = ReadonlyMap<string, string>;

function topicPageOf(topic: Topic, { localizer }: Edition, paths: Paths): Page {
  const path = paths.get(topic.id) ?? "";
  const related = new Set(topic.seeAlso);
  const code = (words: string): string | undefined => {
    const found = findTopic(words, topic.dialects[0]);
    const page = found !== undefined && related.has(found.id) ? paths.get(found.id) : undefined;
    return page === undefined ? undefined : relative(path, page);
  };
  // A topic begins below the title of whatever shows it; here it is the title.
  const text = topicMarkdown(topic, localizer).replace(/^### /, "# ");
  const { title, body } = renderMarkdown(text, { address: () => undefined, code });
  const about = localizer.prose(topicPart(topic, "summary"));
  return { path, title, about, body, place: "manual", everywhere: true };
}

function contents({ folder, localizer, say }: Edition, paths: Paths): Page {
  const path = `${folder}manual/index.html`;
  const dialectOf = ({ dialects }: Topic) => dialects[0] ?? "sysvinit";
  const parts = [...new Set(topics.map(dialectOf))].map((dialect) => {
    const own = topics.filter((topic) => dialectOf(topic) === dialect);
    const lists = [...new Set(own.map(({ kind }) => kind))].map((kind) => {
      const list = own.filter((topic) => topic.kind === kind);
      const items = list.map(
        (topic) =>
          html`<li><a href="${relative(path, paths.get(topic.id) ?? "")}">${localizer.prose({ ...topicPart(topic, "title"), plain: true })}</a></li>`,
      );
      return html`<h3>${say(message(`manual.${kind}`))}</h3>
<ul class="columns">${items}</ul>`;
    });
    return html`<h2>${localizer.prose(dialectTitle(dialect))}</h2>
${lists}`;
  });
  const title = say(message("manual.title"));
  const about = say(message("manual.about"));
  const body = html`<h1>${title}</h1>
<p>${about}</p>
${parts}`;
  return { path, title, about, body, place: "manual", everywhere: true };
}

/** The ids of topics are fit for addresses when all other characters are dashes; what then is the same gets a number. */
function pathsOf(all: readonly Topic[], folder: string): Paths {
  const names = new Map<string, number>();
  return new Map(
    all.map(({ id }) => {
      const name = id.toLowerCase().replace(/[^a-z0-9.-]+/g, "-");
      const count = names.get(name) ?? 0;
      names.set(name, count + 1);
      return [id, `${folder}manual/${name}${count === 0 ? "" : `-${count + 1}`}.html`];
    }),
  );
}
