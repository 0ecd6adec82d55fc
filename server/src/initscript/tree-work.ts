// What takes long to be worked out about a system: done once for each state of it, while the server goes on answering.

import type { InitTree, Slices } from "@inittab/core";
import { inTurns } from "../slices.ts";
import type { System, Systems } from "./system.ts";

/** Work about systems. A system that has changed meanwhile is given up, for nobody asks about it again. */
export class TreeWork<T> {
  readonly #work: (tree: InitTree) => Slices<T>;
  readonly #systems: Pick<Systems, "isCurrent">;
  readonly #pause: () => Promise<void>;
  readonly #done = new WeakMap<InitTree, Promise<{ readonly value: T } | undefined>>();

  constructor(
    work: (tree: InitTree) => Slices<T>,
    { systems, pause }: { readonly systems: Pick<Systems, "isCurrent">; readonly pause: () => Promise<void> },
  ) {
    this.#work = work;
    this.#systems = systems;
    this.#pause = pause;
  }

  /** The result; undefined if the system is another one before there is any. */
  of(system: System): Promise<{ readonly value: T } | undefined> {
    const { tree } = system;
    const known = this.#done.get(tree);
    if (known !== undefined) return known;
    const made = inTurns(this.#work(tree), this.#pause, () => this.#systems.isCurrent(system));
    this.#done.set(tree, made);
    return made;
  }
}
