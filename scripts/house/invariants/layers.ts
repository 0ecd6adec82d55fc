// Imports run downwards only: a room of core knows the floors below it.

import { isTest } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Layers, Plan } from "../plan.ts";
import type { Source } from "../source.ts";

/** Finds the imports that lead upwards or next door, and the rooms that have no floor. */
export function* checkLayers(sources: readonly Source[], { layers }: Plan): Iterable<Finding> {
  const homeless = new Set<string>();
  for (const { path, imports } of sources) {
    const room = isTest(path) ? undefined : roomOf(path, layers);
    if (room === undefined) continue;
    const floor = floorOf(room, layers);
    if (floor === -1 && !homeless.has(room)) {
      homeless.add(room);
      yield {
        path,
        line: 1,
        subject: room,
        message: `the room \`${room}\` has no floor in the plan of the house`,
      };
    }
    for (const { target, line } of imports) {
      const other = target === undefined ? undefined : roomOf(target, layers);
      if (target === undefined || other === undefined || other === room || floorOf(other, layers) < floor)
        continue;
      const where = floorOf(other, layers) === floor ? "next to" : "above";
      yield { path, line, subject: target, message: `imports \`${target}\`: ${other} is ${where} ${room}` };
    }
  }
}

/** The first folder below that of the layers, or the file where there is none. */
function roomOf(path: string, { folder }: Layers): string | undefined {
  return path.startsWith(folder) ? path.slice(folder.length).split("/")[0] : undefined;
}

function floorOf(room: string, { floors }: Layers): number {
  return floors.findIndex((rooms) => rooms.includes(room));
}
