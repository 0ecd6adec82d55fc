// What becomes of the services of a system when its tree is replaced.

import type { InitTree } from "../tree/model.ts";
import { rcSystem } from "../tree/rc-system.ts";
import { servicesOf } from "./service-ways.ts";

/** A service that has other links now. */
export interface ServiceChange {
  readonly service: string;
  /** `added`: it had no link; `removed`: it has none any more; `moved`: it is started or stopped elsewhere. */
  readonly kind: "added" | "removed" | "moved";
  /** The levels in which its links differ, with the names before and now; an empty name: there was or is no link. */
  readonly levels: readonly { readonly level: string; readonly one: string; readonly other: string }[];
}

/** The services whose links differ between two systems, by name. */
export function compareServices(old: InitTree, fresh: InitTree): readonly ServiceChange[] {
  const before = servicesOf(rcSystem(old));
  const after = servicesOf(rcSystem(fresh));
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((service) => {
    const one = before.get(service)?.links ?? new Map<string, readonly string[]>();
    const other = after.get(service)?.links ?? new Map<string, readonly string[]>();
    const levels = [...new Set([...one.keys(), ...other.keys()])].toSorted().flatMap((level) => {
      const names = { one: namesIn(one, level), other: namesIn(other, level) };
      return names.one === names.other ? [] : [{ level, ...names }];
    });
    if (levels.length === 0) return [];
    const kind = one.size === 0 ? "added" : other.size === 0 ? "removed" : "moved";
    return [{ service, kind, levels }];
  });
}

function namesIn(links: ReadonlyMap<string, readonly string[]>, level: string): string {
  return [...(links.get(level) ?? [])].toSorted().join(" ");
}
