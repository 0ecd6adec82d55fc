// What takes long to be worked out about a system: done once for each state of it, while the server goes on answering.

import type { InitTree, Slices } from "@inittab/core";
import { always, inTurns, type Wanted } from "../slices.ts";
import type { System, Systems } from "./system.ts";

/**
 * Work about systems. It is given up when the system has changed, because nobody asks about it again, and when all
 * who asked have cancelled their requests.
 */
export class TreeWork<T> {
  readonly #work: (tree: InitTree) => Slices<T>;
  readonly #systems: Pick<Systems, "isCurrent">;
  readonly #pause: () => Promise<void>;
  readonly #begun = new WeakMap<InitTree, Begun<T>>();

  constructor(
    work: (tree: InitTree) => Slices<T>,
    { systems, pause }: { readonly systems: Pick<Systems, "isCurrent">; readonly pause: () => Promise<void> },
  ) {
    this.#work = work;
    this.#systems = systems;
    this.#pause = pause;
  }

  /** The result; undefined if the system is another one before there is any, or if nobody waits for it any more. */
  of(system: System, isWanted: Wanted = always): Promise<{ readonly value: T } | undefined> {
    const { tree } = system;
    const known = this.#begun.get(tree);
    if (known !== undefined) {
      known.waiting?.push(isWanted);
      return known.result;
    }
    const waiting = [isWanted];
    const goesOn = (): boolean => {
      if (this.#systems.isCurrent(system) && waiting.some((isStillWanted) => isStillWanted())) return true;
      // Who asks next begins anew.
      this.#begun.delete(tree);
      return false;
    };
    const begun: Begun<T> = { result: inTurns(this.#work(tree), this.#pause, goesOn), waiting };
    begun.result = begun.result.finally(() => {
      begun.waiting = undefined;
    });
    this.#begun.set(tree, begun);
    return begun.result;
  }
}

interface Begun<T> {
  result: Promise<{ readonly value: T } | undefined>;
  /** Who asked, until it is done. */
  waiting: Wanted[] | undefined;
}
