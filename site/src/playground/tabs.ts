// Tabs as the practices for ARIA describe them: one of them in the order of the Tab key, arrows between them.

import { type TabName, tabNames } from "@inittab/client/playground/state";

/** The tabs of a file. */
export interface Tabs {
  readonly shown: () => TabName;
  readonly show: (name: TabName) => void;
}

/** Brings the tabs of a part of the page to life; their buttons and panels name themselves in `data-tab`. */
export function createTabs(root: HTMLElement, id: string, onShow: (name: TabName) => void): Tabs {
  const buttons = elementsOf(root, '[role="tab"]');
  const panels = elementsOf(root, '[role="tabpanel"]');
  let shown: TabName = "findings";
  const show = (name: TabName) => {
    shown = name;
    for (const [each, tab] of buttons) {
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
    }
    for (const [each, panel] of panels) panel.hidden = each !== name;
  };
  for (const [name, tab] of buttons) {
    tab.id = `${id}-tab-${name}`;
    tab.setAttribute("aria-controls", `${id}-panel-${name}`);
    tab.addEventListener("click", () => onShow(name));
    tab.addEventListener("keydown", (event) => {
      const next = nextOf(name, event.key);
      if (next === undefined) return;
      event.preventDefault();
      onShow(next);
      buttons.get(next)?.focus();
    });
  }
  for (const [name, panel] of panels) {
    panel.id = `${id}-panel-${name}`;
    panel.setAttribute("aria-labelledby", `${id}-tab-${name}`);
  }
  show(shown);
  return { shown: () => shown, show };
}

function elementsOf(root: HTMLElement, selector: string): ReadonlyMap<TabName, HTMLElement> {
  const found = new Map<TabName, HTMLElement>();
  for (const element of root.querySelectorAll(selector)) {
    const name = element instanceof HTMLElement ? element.dataset["tab"] : undefined;
    const known = tabNames.find((each) => each === name);
    if (known !== undefined && element instanceof HTMLElement) found.set(known, element);
  }
  return found;
}

function nextOf(name: TabName, key: string): TabName | undefined {
  const at = tabNames.indexOf(name);
  const count = tabNames.length;
  if (key === "ArrowRight") return tabNames[(at + 1) % count];
  if (key === "ArrowLeft") return tabNames[(at + count - 1) % count];
  if (key === "Home") return tabNames[0];
  return key === "End" ? tabNames[count - 1] : undefined;
}
