// Elements in one expression. Attributes are set one by one: the page's policy takes no style or script from a text.

import { visible } from "@inittab/core";

/** What an element may get: attributes, and listeners under names such as `onclick`. */
type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Texts are shown with whatever a file has hidden in them. */
type Child = Node | string | undefined | false;

/** Attributes that are read out or shown. */
const named: ReadonlySet<string> = new Set(["aria-label", "title"]);

/** An element of HTML; an attribute that is false or undefined is left out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), properties, children);
}

/** An element of SVG. */
export function svg(name: string, properties: Properties = {}, ...children: readonly Child[]): SVGElement {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), properties, children);
}

/** A button with a picture, whose name is for those who do not see it, and in the tip. */
export function iconButton(name: string, path: string, onclick: () => void): HTMLButtonElement {
  const picture = svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));
  return h("button", { type: "button", class: "icon", title: name, "aria-label": name, onclick }, picture);
}

function fill<E extends Element>(element: E, properties: Properties, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else
      element.setAttribute(
        name,
        value === true ? "" : named.has(name) ? visible(String(value)) : String(value),
      );
  }
  for (const child of children)
    if (child !== undefined && child !== false)
      element.append(typeof child === "string" ? visible(child) : child);
  return element;
}
