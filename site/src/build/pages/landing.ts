// The first page: what Inittab is, what it looks like, and how to have it.

import type { Message } from "@inittab/core";
import { message } from "../../texts/message.ts";
import { type Edition, relative } from "../edition.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../layout.ts";

/** The page at the root of an edition. */
export function landingPage({ folder, say }: Edition): Page {
  const path = `${folder}index.html`;
  const to = (page: string) => relative(path, page);
  const feature = (title: Message, text: Message, page: string): Html =>
    html`<li><h3><a href="${to(page)}">${say(title)}</a></h3><p>${say(text)}</p></li>`;
  const way = (title: Message, text: Message, page: string, command?: string): Html =>
    html`<li><h3>${say(title)}</h3><p>${say(text)}</p>
${command === undefined ? undefined : html`<pre tabindex="0"><code>${command}</code></pre>`}
<p><a href="${to(page)}">${say(message("landing.more", { about: title }))}</a></p></li>`;
  const body = html`<div class="hero">
<h1>Inittab</h1>
<p class="lead">${say(message("landing.lead"))}</p>
<p>${say(message("landing.why"))}</p>
<p><a class="button" href="${to(`${folder}playground/index.html`)}">${say(message("landing.try"))}</a></p>
<p class="small">${say(message("landing.private"))}</p>
</div>
<figure><img src="${to("images/simulation.png")}" alt="${say(message("landing.picture"))}" width="1280" height="800">
<figcaption>${say(message("landing.picture"))}</figcaption></figure>
<h2>${say(message("landing.what"))}</h2>
<ul class="cards">
${feature(message("landing.check"), message("landing.check.text"), `${folder}rules/index.html`)}
${feature(message("landing.simulate"), message("landing.simulate.text"), "docs/simulation.html")}
${feature(message("landing.verify"), message("landing.verify.text"), "docs/verify.html")}
${feature(message("landing.explain"), message("landing.explain.text"), `${folder}manual/index.html`)}
${feature(message("landing.scripts"), message("landing.scripts.text"), "docs/initscripts.html")}
${feature(message("landing.dialects"), message("landing.dialects.text"), "docs/dialects.html")}
</ul>
<h2>${say(message("landing.have"))}</h2>
<ul class="cards">
${way(message("landing.browser"), message("landing.browser.text"), `${folder}playground/index.html`)}
${way(message("landing.editor"), message("landing.editor.text"), "docs/editors.html")}
${way(message("landing.terminal"), message("landing.terminal.text"), "docs/readme.html#on-the-command-line", "inittab check etc/inittab")}
${way(message("landing.ci"), message("landing.ci.text"), "docs/integrations.html")}
</ul>`;
  return { path, title: "Inittab", about: say(message("landing.lead")), body, everywhere: true };
}
