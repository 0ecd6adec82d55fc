// The licences of the libraries that end up in a bundle, since a minified bundle carries none of them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders of the packages that the files come from, except our own. */
export function bundledPackages(files) {
  const folders = files.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [
    ...new Set(folders.filter((folder) => folder !== undefined && existsSync(join(folder, "package.json")))),
  ];
}

/** The text to ship with them. A package without a licence text is an error, so that none slips in. */
export function thirdPartyNotices(folders) {
  const notices = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} ${version} has no licence text`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `Inittab contains the following libraries.\n${rule}${[...new Set(notices)].sort().join(rule)}`;
}
