// The program in the jail: what Debian 12 packs, which is the only build at hand.

import { type BusyboxBuild, type BusyboxSimulationOptions, busyboxBuild } from "@inittab/core";

/** Debian's build, as a simulation knows it. */
export const debianBuild: BusyboxBuild = busyboxBuild({ release: "1.35.0", preset: "debian" });

/** Plays a scenario of the test program as that build does, whatever it names. */
export const asInJail: BusyboxSimulationOptions = { build: debianBuild, programs: "recorded" };
