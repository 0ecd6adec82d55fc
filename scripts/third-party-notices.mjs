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
    const { name, version, license, main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text =
      file === undefined ? inMain(join(folder, main), license) : readFileSync(join(folder, file), "utf8");
    if (text === undefined) throw new Error(`${name} ${version} has no licence text`);
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `Inittab contains the following libraries.\n${rule}${[...new Set(notices)].sort().join(rule)}`;
}

/** The comment that names the holders of the rights, with the text that it refers to; undefined without one. */
function inMain(path, license) {
  const [, comment] = /^\/\*!([\s\S]*?)\*\//.exec(readFileSync(path, "utf8")) ?? [];
  if (license !== "MIT" || comment === undefined || !comment.includes("License: MIT")) return undefined;
  return `${comment.replace(/^ \*/gm, "").trim()}\n\n${mit}`;
}

/** Source: the MIT licence of the Open Source Initiative. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
