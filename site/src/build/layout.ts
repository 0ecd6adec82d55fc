// What all pages have in common: the head with the policy, the bar at the top, the foot.

import { message } from "../texts/message.ts";
import { type Edition, relative } from "./edition.ts";
import { type Html, html, nothing } from "./html.ts";

/** A file of the site. */
export interface SiteFile {
  /** From the root of the site, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** A page without what all have in common. */
export interface Page {
  /** From the root of the site. */
  readonly path: string;
  readonly title: string;
  /** One sentence for search engines. */
  readonly about?: string;
  readonly body: Html;
  /** The entry of the bar that it belongs to. */
  readonly place?: "playground" | "docs" | "rules" | "manual" | "glossary";
  /** The name of a style and of a script of its own. */
  readonly program?: string;
  /** What that script fetches at once, from the root of the site. */
  readonly data?: string;
  /** The same page in other languages has the same path below their folders. */
  readonly everywhere: boolean;
}

/** What every page may load: what lies beside it. Programs in WebAssembly are compiled by the worker. */
export const policy: string = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What the bar needs to know of the site around. */
export interface Frame {
  readonly edition: Edition;
  /** All of them. */
  readonly editions: readonly Edition[];
  readonly hasGlossary: boolean;
}

/** A whole page. */
export function layOut(page: Page, { edition, editions, hasGlossary }: Frame): SiteFile {
  const { say, folder } = edition;
  const to = (path: string) => relative(page.path, path);
  const entry = (place: Page["place"], path: string, name: string) =>
    html`<li><a href="${to(path)}"${page.place === place ? html` aria-current="true"` : nothing}>${name}</a></li>`;
  const { html: text } = html`<!DOCTYPE html>
<html lang="${edition.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${page.about === undefined ? nothing : html`<meta name="description" content="${page.about}">`}
<title>${page.title === "Inittab" ? "Inittab" : `${page.title} · Inittab`}</title>
<link rel="icon" href="${to("images/icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${to("site.css")}">
${
  page.program === undefined
    ? nothing
    : html`<link rel="stylesheet" href="${to(`${page.program}.css`)}">
<link rel="modulepreload" href="${to(`${page.program}.js`)}">`
}
${page.data === undefined ? nothing : html`<link rel="preload" href="${to(page.data)}" as="fetch" crossorigin>`}
</head>
<body>
<a class="skip" href="#content">${say(message("bar.skip"))}</a>
<header class="bar">
<a class="home" href="${to(`${folder}index.html`)}"><img src="${to("images/icon.svg")}" alt="" width="24" height="24"> Inittab</a>
<nav aria-label="${say(message("bar.name"))}"><ul>
${entry("playground", `${folder}playground/index.html`, say(message("bar.playground")))}
${entry("docs", "docs/index.html", say(message("bar.docs")))}
${entry("rules", `${folder}rules/index.html`, say(message("bar.rules")))}
${entry("manual", `${folder}manual/index.html`, say(message("bar.manual")))}
${hasGlossary ? entry("glossary", "docs/glossary.html", say(message("bar.glossary"))) : nothing}
</ul></nav>
${languagesOf(page, edition, editions)}
</header>
<main id="content" tabindex="-1"${page.program === undefined ? html` class="text"` : html` class="program"`}>
${page.body}
</main>
<footer><p>${say(message("foot.nothing-sent"))} <a href="${to("THIRD-PARTY-NOTICES.txt")}">${say(message("foot.notices"))}</a> · <a href="${to("server/THIRD-PARTY-NOTICES.txt")}">${say(message("foot.server-notices"))}</a></p></footer>
<script type="module" src="${to("offline.js")}"></script>
${page.program === undefined ? nothing : html`<script type="module" src="${to(`${page.program}.js`)}"></script>`}
</body>
</html>
`;
  return { path: page.path, text };
}

/** Links to the same page in the other languages; none where there is but one. */
function languagesOf(page: Page, own: Edition, editions: readonly Edition[]): Html {
  if (editions.length < 2 || !page.everywhere) return nothing;
  const path = page.path.slice(own.folder.length);
  const names = editions.map(({ locale, folder }) => {
    const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
    const current = locale === own.locale ? html` aria-current="true"` : nothing;
    const address = relative(page.path, folder + path);
    return html`<li><a href="${address}" lang="${locale}" hreflang="${locale}"${current}>${name}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${own.say(message("bar.languages"))}"><ul>${names}</ul></nav>`;
}
