// What init does in each level when it reads the text of the editor: the table of a reload.

import type { ReloadRow } from "@inittab/server/protocol";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import type { View } from "./view.ts";

const columns: readonly (readonly [string, (row: ReloadRow) => readonly string[]])[] = [
  [l10n.t("stops"), ({ stops }) => stops],
  [l10n.t("restarts"), ({ restarts }) => restarts],
  [l10n.t("starts"), ({ starts }) => starts],
  [l10n.t("keeps, although no entry has it here any more"), ({ strays }) => strays],
  [l10n.t("keeps until it ends, although its entry now names another"), ({ outdated }) => outdated],
  [l10n.t("a second request"), ({ again }) => again],
];

/** A row for each level; a column in which nothing stands is left out. */
export function reloadTable({ reload }: View): readonly Node[] {
  const rows = reload ?? [];
  const used = columns.filter(([, of]) => rows.some((row) => of(row).length > 0));
  const title = l10n.t("What would {0} do?", rows[0]?.request ?? "");
  const head = [l10n.t("runlevel"), ...used.map(([name]) => name), l10n.t("keeps")];
  const listed = (processes: readonly string[]) =>
    h("td", { class: "command" }, ...processes.map((process) => h("div", {}, process)));
  return [
    h("p", {}, l10n.t("Init has read the text from before the edits, and now reads the text of the editor.")),
    h(
      "table",
      { "aria-label": title },
      h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { scope: "col" }, name)))),
      h(
        "tbody",
        {},
        ...rows.map((row) =>
          h(
            "tr",
            {},
            h("td", {}, row.level || "-"),
            ...used.map(([, of]) => listed(of(row))),
            h("td", { class: "number" }, String(row.keeps)),
          ),
        ),
      ),
    ),
  ];
}
