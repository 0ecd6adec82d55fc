// The progress bar of OpenEmbedded's boot. Spec/embedded.md, section 2.3; observed: the `oe-psplash*` cases.

import type { BootEntry } from "../boot/model.ts";

/** The bar's part of a level: where it begins, and how much of it is filled. */
interface BarPart {
  readonly first: number;
  readonly size: number;
}

function partOf(level: string): BarPart {
  switch (level) {
    case "S":
      return { first: 0, size: 66 };
    case "0":
    case "6":
      return { first: -100, size: 100 };
    default:
      return { first: 66, size: 33 };
  }
}

/** What is told to the bar. */
export interface Splash {
  /** After a script. */
  readonly step: () => void;
  /** Before a script. */
  readonly name: (path: string) => void;
  readonly end: () => void;
  /** All that the program was called with. */
  readonly told: readonly string[];
}

/** A bar for a level; entries are those of its folder, in the order in which they are counted. */
export function startSplash(level: string, entries: readonly BootEntry[]): Splash {
  const { first, size } = partOf(level);
  const names = entries.map(({ name }) => name).filter((name) => /^[SK]/.test(name));
  const ends = names.findIndex((name) => /^(?:gdm|xdm|kdm|reboot|halt)$/.test(name.slice(3)));
  const steps = ends < 0 ? names.length : ends;
  const told: string[] = [];
  let step = 0;
  return {
    told,
    step: () => {
      step++;
      const progress = steps === 0 ? size : first + Math.trunc((step * size) / steps);
      told.push(`PROGRESS ${progress}`);
    },
    name: (path) =>
      told.push(
        `MSG ${path
          .slice(path.lastIndexOf("/") + 1)
          .replace(/\.sh$/, "")
          .slice(3)}`,
      ),
    end: () => {
      const desktops = entries.filter(({ name }) => /^S..xserver-nodm$/s.test(name));
      // The desktop takes the bar over.
      const isLeft = desktops.length === 1 && desktops[0]?.executable === true;
      if (level !== "S" && !isLeft) told.push("QUIT");
    },
  };
}
