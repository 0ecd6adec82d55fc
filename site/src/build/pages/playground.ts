// The page of the playground: its parts are there before its program is, with the lists of core in them.

import { openAddress, tabNames } from "@inittab/client/playground/state";
import {
  busyboxPresets,
  busyboxReleases,
  defaultBusyboxPreset,
  defaultBusyboxRelease,
  defaultSysvinitVersion,
  dialects,
  dialectTitle,
  isUnknown,
  scriptFamilies,
  scriptFamilyFacts,
  sysvinitVersions,
} from "@inittab/core";
import { message } from "../../playground/message.ts";
import { playgroundMessages } from "../../playground/messages.ts";
import { type Edition, relative } from "../edition.ts";
import { type Html, html, nothing } from "../html.ts";
import { translated } from "../languages.ts";
import type { Page } from "../layout.ts";

/** The page, which frames that of the simulation. */
export function playgroundPage(edition: Edition): Page {
  const { folder, language, say } = edition;
  const path = `${folder}playground/index.html`;
  const title = say(message("play.title"));
  const texts = JSON.stringify(translated(language, playgroundMessages));
  const body = html`<h1 class="unseen">${title}</h1>
<noscript><p class="notice">${say(message("play.no-script"))}</p></noscript>
<div id="playground" data-texts="${texts}">
<div class="tools" role="group" aria-label="${say(message("play.tools"))}">
<label>${say(message("play.example"))} <select id="example" autocomplete="off"><option value="">${say(message("play.example.choose"))}</option></select></label>
<button type="button" id="beside" aria-pressed="false">${say(message("play.side-by-side"))}</button>
<button type="button" id="copy-link">${say(message("play.copy-link"))}</button>
<button type="button" class="download">${say(message("play.download"))}</button>
<details class="menu"><summary>${say(message("play.open"))}</summary><ul>
<li><button type="button" class="download">${say(message("play.open.download"))}</button></li>
<li><a id="open-in-code" href="${openAddress}">${say(message("play.open.extension"))}</a></li>
<li><a href="https://vscode.dev/" target="_blank" rel="noopener noreferrer">${say(message("play.open.web"))}</a></li>
</ul></details>
</div>
<p class="notice" role="status" hidden></p>
<div class="sides"></div>
</div>
<template id="side">${side(edition, relative(path, `${folder}simulation/index.html`))}</template>`;
  return {
    path,
    title,
    about: say(message("play.about")),
    body,
    place: "playground",
    program: "playground",
    data: `${folder}playground/examples.json`,
    everywhere: true,
  };
}

function side({ localizer, say }: Edition, simulation: string): Html {
  const inits = dialects
    .filter((dialect) => !isUnknown(dialect))
    .map((dialect) => ({ value: dialect, words: localizer.prose(dialectTitle(dialect)) }));
  const families = scriptFamilies.map((family) => ({
    value: family,
    words: scriptFamilyFacts[family].title,
  }));
  const automatic = (words: string) => ({ value: "auto", words });
  const same = (values: readonly string[]) => values.map((value) => ({ value, words: value }));
  return html`<section class="side">
<div class="about"><h2 class="name"></h2>
${list("dialect", say(message("play.setting.dialect")), [automatic(say(message("play.setting.dialect.auto"))), ...inits], "auto", html` data-of="inittab"`)}
${list("initVersion", say(message("play.setting.initVersion")), same(sysvinitVersions), defaultSysvinitVersion, html` data-of="inittab" data-init="sysvinit"`)}
${list("busybox.release", say(message("play.setting.busybox.release")), same(busyboxReleases), defaultBusyboxRelease, html` data-of="inittab" data-init="busybox"`)}
${list("busybox.preset", say(message("play.setting.busybox.preset")), same(busyboxPresets), defaultBusyboxPreset, html` data-of="inittab" data-init="busybox"`)}
${list("initScripts.family", say(message("play.setting.initScripts.family")), [automatic(say(message("play.setting.initScripts.family.auto"))), ...families], "auto", html` data-of="script"`)}
</div>
<p class="status" role="status"></p>
<div class="halves">
<div class="editor"></div>
<div class="panels">
<div role="tablist" aria-label="${say(message("play.tabs"))}">${tabNames.map((name) => html`<button type="button" role="tab" data-tab="${name}">${say(message(`play.${name}`))}</button>`)}</div>
${tabNames.map((name) => html`<div role="tabpanel" data-tab="${name}" tabindex="0" hidden>${name === "simulation" ? html`<iframe data-src="${simulation}" title="${say(message("play.simulation"))}"></iframe>` : nothing}</div>`)}
</div>
</div>
</section>`;
}

function list(
  name: string,
  label: string,
  options: readonly { readonly value: string; readonly words: string }[],
  usual: string,
  attributes: Html,
): Html {
  const shown = options.map(
    ({ value, words }) =>
      html`<option value="${value}"${value === usual ? html` selected` : nothing}>${words}</option>`,
  );
  return html`<label${attributes}>${label} <select name="${name}" autocomplete="off">${shown}</select></label>`;
}
