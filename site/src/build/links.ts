// Where the files of the repository stand on the site.

import { posix } from "node:path";

/** The page that a Markdown file of the repository becomes; undefined where it becomes none. */
export function pageOfFile(file: string): string | undefined {
  const rule = /^docs\/rules\/([\w-]+)\.md$/.exec(file)?.[1];
  if (rule !== undefined) return rule === "README" ? "rules/index.html" : `rules/${rule}.html`;
  const name = /^(?:docs\/)?([\w-]+)\.md$/.exec(file)?.[1];
  return name === undefined ? undefined : `docs/${name.toLowerCase()}.html`;
}

/** The picture of the site that a file of the repository becomes. */
export function pictureOfFile(file: string): string | undefined {
  const name = /^docs\/(images\/[\w-]+\.(?:png|svg))$/.exec(file)?.[1];
  return name;
}

/** The file of the repository that a link in another one means, and the place in it. */
export function linkedFile(from: string, target: string): { readonly file: string; readonly anchor: string } {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? from : posix.normalize(posix.join(posix.dirname(from), path));
  return { file, anchor: anchor === undefined ? "" : `#${anchor}` };
}
