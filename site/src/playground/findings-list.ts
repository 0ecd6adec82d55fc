// The findings as a list that needs no pointer: where each is, what it says, its rule, and its fixes as buttons.

import type { EditorView } from "@codemirror/view";
import type { Localizer } from "@inittab/core";
import { button, make } from "./dom.ts";
import { goToLine } from "./editor.ts";
import { applyFix, type Finding, type Findings } from "./findings.ts";
import { message } from "./message.ts";

/** What the list needs of the file around it. */
export interface FindingsHost {
  readonly panel: HTMLElement;
  readonly view: EditorView;
  readonly localizer: Localizer;
  readonly site: URL;
}

/** A list in the panel; the function that is returned fills it. */
export function listFindings({ panel, view, localizer, site }: FindingsHost): (findings: Findings) => void {
  const { text } = localizer;
  const count = make("p", { role: "status" });
  const list = make("ul", { class: "findings" });
  panel.replaceChildren(count, list);
  const item = ({ line, severity, text: said, rule, fixes }: Finding, { doc }: Findings): Node => {
    const place = button(text(message("play.at-line", { line })), () => goToLine(view, line - 1, true));
    const address = new URL(`rules/${encodeURIComponent(rule)}.html`, site).href;
    const page = make("a", { href: address }, text(message("play.findings.rule", { rule })));
    const head = make(
      "p",
      {},
      make("strong", { class: severity }, text(message(`play.severity.${severity}`))),
      " ",
      place,
      ` ${said} `,
      page,
    );
    const offers = fixes.map((fix) =>
      button(fix.title, () => {
        applyFix(view, doc, fix);
        view.focus();
      }),
    );
    return make("li", {}, head, ...(offers.length === 0 ? [] : [make("p", { class: "buttons" }, ...offers)]));
  };
  return (findings) => {
    const { all } = findings;
    count.textContent = text(
      all.length === 0
        ? message("play.findings.none")
        : message("play.findings.count", { count: all.length }),
    );
    list.replaceChildren(...all.map((finding) => item(finding, findings)));
  };
}
