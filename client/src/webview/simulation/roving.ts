// One Tab stop for many buttons: the arrow keys lead from one to the next, as WAI-ARIA has it for a toolbar.

/** The place that a key leads to among so many; undefined for a key that leads nowhere. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Makes the buttons in an element one Tab stop; to be called again when other buttons are in it. */
export function roveOver(element: HTMLElement | SVGElement): () => void {
  const buttons = () =>
    [...element.querySelectorAll<HTMLElement | SVGElement>('button, [role="button"]')].filter(
      (button) => !button.hasAttribute("hidden"),
    );
  const stopAt = (chosen: HTMLElement | SVGElement | undefined) => {
    for (const button of buttons()) button.tabIndex = button === chosen ? 0 : -1;
  };
  element.addEventListener("focusin", ({ target }) => {
    const focused = buttons().find((button) => button === target);
    if (focused !== undefined) stopAt(focused);
  });
  element.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const all = buttons();
    const focused = document.activeElement;
    const isOne = focused instanceof HTMLElement || focused instanceof SVGElement;
    const at = isOne ? all.indexOf(focused) : -1;
    const next = at < 0 ? undefined : all[placeAfter(event.key, at, all.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    // Elsewhere in the page the keys move through time.
    event.stopPropagation();
    stopAt(next);
    next.focus();
  });
  return () => stopAt(buttons()[0]);
}
