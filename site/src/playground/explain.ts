// Plain words: what stands at the cursor, and what a message of init means.

import { LSPPlugin } from "@codemirror/lsp-client";
import type { EditorView } from "@codemirror/view";
import type { Localizer } from "@inittab/core";
import { commands } from "@inittab/server/protocol";
import { button, make } from "./dom.ts";
import { isObject } from "./is-object.ts";
import { message } from "./message.ts";
import { type PageServer, safeHtml } from "./server.ts";

/** What the panel needs of the file around it. */
export interface ExplainHost {
  readonly panel: HTMLElement;
  readonly view: EditorView;
  readonly server: PageServer;
  readonly uri: string;
  readonly localizer: Localizer;
}

/** Fills the panel; the function that is returned explains what stands at the cursor now. */
export function createExplanation({ panel, view, server, uri, localizer }: ExplainHost): () => Promise<void> {
  const { text } = localizer;
  const here = make("div", { class: "prose" });
  const answer = make("div", { class: "prose", role: "status" });
  const id = `${panel.id}-message`;
  const field = make("textarea", { id, rows: "3", spellcheck: "false" });
  const show = (place: HTMLElement, markdown: unknown, otherwise: string) => {
    const plugin = LSPPlugin.get(view);
    if (plugin === null || typeof markdown !== "string" || markdown === "")
      place.replaceChildren(make("p", {}, otherwise));
    else place.innerHTML = safeHtml(plugin.docToHTML({ kind: "markdown", value: markdown }));
  };
  const explain = async () => {
    const found = await server.ask(commands.explainMessage, { uri, message: field.value }).catch(() => null);
    show(answer, found, text(message("play.explain.unknown")));
  };
  panel.replaceChildren(
    make("h3", {}, text(message("play.explain.here"))),
    here,
    make("h3", {}, make("label", { for: id }, text(message("play.explain.message")))),
    field,
    make(
      "p",
      {},
      button(text(message("play.explain.message.button")), () => void explain()),
    ),
    answer,
  );
  let asked = 0;
  return async () => {
    const question = ++asked;
    const plugin = LSPPlugin.get(view);
    if (plugin === null) return;
    server.client.sync();
    const hover = await server.client
      .request<object, unknown>("textDocument/hover", {
        textDocument: { uri },
        position: plugin.toPosition(view.state.selection.main.head),
      })
      .catch(() => null);
    if (question !== asked) return;
    const contents: unknown = isObject(hover) ? hover["contents"] : undefined;
    show(here, isObject(contents) ? contents["value"] : undefined, text(message("play.explain.nothing")));
  };
}
