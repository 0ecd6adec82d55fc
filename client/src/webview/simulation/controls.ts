// The upper part of the page: playing, and everything that can happen to a machine.

import { createChips } from "./chips.ts";
import { createHappenings } from "./happenings.ts";
import { createTransport } from "./transport.ts";
import type { Actions, TimeWindow, View } from "./view.ts";

/** The controls in the page. */
export interface Controls {
  readonly elements: readonly HTMLElement[];
  readonly draw: (view: View, window: TimeWindow) => void;
  /** The cursor alone has moved. */
  readonly moveCursor: (at: number) => void;
}

export function createControls(actions: Actions): Controls {
  const transport = createTransport(actions);
  const happenings = createHappenings(actions);
  const chips = createChips(actions);
  return {
    elements: [...transport.elements, happenings.element, chips.element],
    moveCursor: transport.moveCursor,
    draw: (view, window) => {
      happenings.draw(view);
      transport.draw(view, window);
      chips.draw(view);
    },
  };
}
