// What is due, in order: a binary heap. Two things due at the same instant come in the order of their class, and within
// a class in the order in which they were put in.

import type { Ticks } from "./ticks.ts";

/**
 * The order of what is due at the same instant. What comes from outside is first: a real process always takes a little
 * longer than its time, so that it ends after what happens at a round second. Then children of a shell begin, then
 * processes end, in the order in which their ends were settled. Init's own timers are last.
 */
export const dueOrder: Readonly<Record<"begin" | "end", number>> = { begin: 0, end: 1 };

/** One thing that is due. */
export interface Due<T> {
  readonly at: Ticks;
  readonly order: number;
  readonly item: T;
}

interface Node<T> extends Due<T> {
  readonly sequence: number;
}

/** A queue; to be used through the functions of this file only. */
export interface DueQueue<T> {
  nodes: Node<T>[];
  sequence: number;
}

/** An empty queue. */
export function emptyQueue<T>(): DueQueue<T> {
  return { nodes: [], sequence: 0 };
}

/** Puts something in. */
export function enqueue<T>(queue: DueQueue<T>, due: Due<T>): void {
  const { nodes } = queue;
  nodes.push({ ...due, sequence: queue.sequence++ });
  siftUp(nodes, nodes.length - 1);
}

/** The next thing, which stays in the queue. */
export function peek<T>(queue: DueQueue<T>): Due<T> | undefined {
  return queue.nodes[0];
}

/** Takes the next thing out. */
export function dequeue<T>(queue: DueQueue<T>): Due<T> | undefined {
  const { nodes } = queue;
  const first = nodes[0];
  const last = nodes.pop();
  if (first === undefined || last === undefined || nodes.length === 0) return first;
  nodes[0] = last;
  siftDown(nodes, 0);
  return first;
}

/** Drops what is no longer wanted, so that a queue does not grow with what was called off. */
export function prune<T>(queue: DueQueue<T>, wanted: (item: T) => boolean): void {
  queue.nodes = queue.nodes.filter((node) => wanted(node.item));
  for (let index = (queue.nodes.length >> 1) - 1; index >= 0; index--) siftDown(queue.nodes, index);
}

function siftUp<T>(nodes: Node<T>[], from: number): void {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfEarlier(nodes, index, parent)) return;
    index = parent;
  }
}

function siftDown<T>(nodes: Node<T>[], from: number): void {
  let index = from;
  while (true) {
    const left = 2 * index + 1;
    const child = isEarlier(nodes[left + 1], nodes[left]) ? left + 1 : left;
    if (!swapIfEarlier(nodes, child, index)) return;
    index = child;
  }
}

function swapIfEarlier<T>(nodes: Node<T>[], below: number, above: number): boolean {
  const one = nodes[below];
  const other = nodes[above];
  if (one === undefined || other === undefined || !isEarlier(one, other)) return false;
  nodes[above] = one;
  nodes[below] = other;
  return true;
}

function isEarlier<T>(one: Node<T> | undefined, other: Node<T> | undefined): boolean {
  if (one === undefined) return false;
  if (other === undefined) return true;
  return one.at - other.at < 0 || (one.at === other.at && comesFirst(one, other));
}

function comesFirst<T>(one: Node<T>, other: Node<T>): boolean {
  return one.order === other.order ? one.sequence < other.sequence : one.order < other.order;
}
