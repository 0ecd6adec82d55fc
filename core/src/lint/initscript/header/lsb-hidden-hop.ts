import type { ServiceEdge } from "../../../initscript/insserv/edges.ts";
import { formatLevels, type LevelSet } from "../../../initscript/levels.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { dependencyRange } from "./dependency-words.ts";
import { exampleScript } from "./example.ts";
import { type InsservView, insservView } from "./insserv-view.ts";
import { levelGap } from "./lsb-level-gap.ts";
import { isReadByInsserv } from "./values.ts";

export const lsbHiddenHop: ScriptRule = {
  id: "lsb-hidden-hop",
  code: "IT762",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "headers",
  needs: ["tree"],
  sources: ["observed: insserv 1.24.0, random cases with two orders of the folder"],
  docs: {
    what: "A script comes after another one only by way of a service that shares no runlevel with it.",
    why: "insserv follows such a chain only by chance: from the first script it goes on to the first of those after it, whatever their runlevels.\nSo the numbers of the two depend on the order in which the folder is read, and may be the same.",
    instead: "Name what the script needs in its own runlevels.",
    wrong: [
      {
        text: exampleScript({ "Should-Start": "middle", "Default-Start": "3" }),
        files: [
          {
            path: "etc/init.d/middle",
            text: exampleScript({ Provides: "middle", "Required-Start": "first", "Default-Start": "2" }),
          },
          { path: "etc/init.d/first", text: exampleScript({ Provides: "first" }) },
        ],
      },
    ],
    right: [
      {
        text: exampleScript({ "Should-Start": "middle first", "Default-Start": "2 3" }),
        files: [
          {
            path: "etc/init.d/middle",
            text: exampleScript({ Provides: "middle", "Required-Start": "first", "Default-Start": "2" }),
          },
          { path: "etc/init.d/first", text: exampleScript({ Provides: "first" }) },
        ],
      },
      {
        text: exampleScript({ "Required-Start": "udev" }),
        files: [
          {
            path: "etc/init.d/udev",
            text: exampleScript({
              Provides: "udev",
              "Required-Start": "",
              "Default-Start": "S",
              "Default-Stop": "",
            }),
          },
        ],
      },
    ],
  },
  check: (script) => {
    if (script.tree === undefined || !isReadByInsserv(script)) return [];
    const view = insservView(script.tree);
    const { name } = script;
    const hops = hopsOf(view);
    const levelsOf = (each: string): string => formatLevels(view.levels.start.get(each) ?? 0) ?? "";
    const own = hops.filter(
      ({ later, middle, first }) => later === name && alike(hops, { middle, first }) === 1,
    );
    const through = new Set(hops.flatMap(({ middle, first }) => (middle === name ? first : [])));
    return [
      ...own.map(({ middle, first }) => ({
        range: dependencyRange(script, view, middle, keywords),
        message: message("lsb-hidden-hop", { middle, levels: levelsOf(middle), first }),
      })),
      // One thing about many scripts is told once, where they all come by.
      ...[...through].flatMap((first) => {
        const count = alike(hops, { middle: name, first });
        if (count === 1) return [];
        return {
          range: dependencyRange(script, view, first, keywords),
          message: message("lsb-hidden-hop.middle", { count, levels: levelsOf(name), first }),
        };
      }),
    ];
  },
};

const keywords = ["Required-Start", "Should-Start"] as const;

/** A script that comes after another one only by way of a third. */
interface Hop {
  readonly later: string;
  readonly middle: string;
  readonly first: string;
}

function alike(hops: readonly Hop[], { middle, first }: Omit<Hop, "later">): number {
  return hops.filter((hop) => hop.middle === middle && hop.first === first).length;
}

const known = new WeakMap<InsservView, readonly Hop[]>();

/** All of a system; computed once. */
function hopsOf(view: InsservView): readonly Hop[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const hops = [...view.waits.start.keys()].flatMap((name) => hopsTo(view, name));
  known.set(view, hops);
  return hops;
}

function hopsTo(view: InsservView, name: string): readonly Hop[] {
  const levelsOf = (each: string): LevelSet => view.levels.start.get(each) ?? 0;
  const own = levelsOf(name);
  const waits = (each: string): readonly ServiceEdge[] => view.waits.start.get(each) ?? [];
  const sharing = (each: string): readonly ServiceEdge[] =>
    waits(each).filter(({ earlier }) => (levelsOf(earlier) & own) !== 0);
  let before: ReadonlySet<string> | undefined;
  return waits(name).flatMap(({ earlier: middle, must }) => {
    if (levelsOf(middle) === 0 || (levelsOf(middle) & own) !== 0) return [];
    // A required service that is not there in this script's levels is refused, which is told already.
    if (must && levelGap(view, middle, name) !== 0) return [];
    const first = sharing(middle).find((edge) => edge.earlier !== name)?.earlier;
    // There is another way, through services that share a level.
    if (first === undefined) return [];
    before ??= reachable(name, sharing);
    return before.has(first) ? [] : { later: name, middle, first };
  });
}

/** All that comes before a script by these edges. */
function reachable(name: string, waits: (each: string) => readonly ServiceEdge[]): ReadonlySet<string> {
  const found = new Set([name]);
  // A set is walked through to its end, also where it grows meanwhile.
  for (const at of found) for (const { earlier } of waits(at)) found.add(earlier);
  return found;
}
