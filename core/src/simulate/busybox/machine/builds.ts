// What differs between BusyBox programs, as data: releases, and the settings that they are built with. Nothing else
// compares the name of a release or of a preset.

import { listOf, type Message } from "../../../text/message.ts";
import { message } from "../message.ts";

/** The options of the configuration that change what is seen of init, as `.config` names them without `CONFIG_`. */
export const busyboxSwitches = [
  "FEATURE_USE_INITTAB",
  "FEATURE_KILL_REMOVED",
  "FEATURE_INIT_SCTTY",
  "FEATURE_INIT_SYSLOG",
  "FEATURE_INIT_QUIET",
] as const;

/** One of these options. */
export type BusyboxSwitch = (typeof busyboxSwitches)[number];

/** Whether each of these options is on. */
export type BusyboxConfig = Readonly<Record<BusyboxSwitch, boolean>>;

/** The releases that were run, the oldest first. */
export const busyboxReleases = ["1.35.0", "1.36.1", "1.37.0", "1.38.0"] as const;

/** A release whose behaviour is known. */
export type BusyboxRelease = (typeof busyboxReleases)[number];

/** Who builds BusyBox with settings of their own, in the order in which a choice shows them. */
export const busyboxPresets = ["buildroot", "openembedded", "alpine", "debian", "stock"] as const;

/** One of them. */
export type BusyboxPreset = (typeof busyboxPresets)[number];

/** The release and the preset that are assumed by default: what Buildroot builds today. */
export const defaultBusyboxRelease: BusyboxRelease = "1.38.0";
export const defaultBusyboxPreset: BusyboxPreset = "buildroot";

/** What is known of a release. */
interface ReleaseFacts {
  /** What it is called in the name of an init. */
  readonly called: string;
  /** The preset that such a name need not say. */
  readonly usual: BusyboxPreset;
  /** The line about a death contains the exit code or the signal. Source: spec/embedded.md, 5.1; observed: 1.37.0, 1.38.0. */
  readonly tellsHowItEnded: boolean;
  /**
   * A child that cannot open its terminal is not dead yet when init looks around at once, because a signal was waiting.
   * A matter of microseconds, and yet the same in each recording of a release. Observed: sysv-ids-become-ttys.
   */
  readonly looksBeforeDeath: boolean;
  /** What stands in the recordings for the date of the build. */
  readonly date: string;
}

/** Source: spec/embedded.md, 5.1. */
const releaseFacts: Readonly<Record<BusyboxRelease, ReleaseFacts>> = {
  "1.35.0": {
    called: "1.35",
    usual: "debian",
    tellsHowItEnded: false,
    looksBeforeDeath: false,
    date: "<date>",
  },
  "1.36.1": {
    called: "1.36.1",
    usual: "buildroot",
    tellsHowItEnded: false,
    looksBeforeDeath: false,
    date: "<built>",
  },
  "1.37.0": {
    called: "1.37.0",
    usual: "buildroot",
    tellsHowItEnded: false,
    looksBeforeDeath: true,
    date: "<built>",
  },
  "1.38.0": {
    called: "1.38.0",
    usual: "buildroot",
    tellsHowItEnded: true,
    looksBeforeDeath: true,
    date: "<built>",
  },
};

/** What is known of a preset. */
interface PresetFacts {
  /** What it is called in the name of an init. */
  readonly called: string;
  readonly title: (version: string) => Message;
  readonly config: BusyboxConfig;
  /** Debian's patch: an entry whose terminal does not exist is skipped silently. */
  readonly skipsMissingTerminals?: true;
}

/** What every release has on unless somebody says otherwise. */
const plain: BusyboxConfig = {
  FEATURE_USE_INITTAB: true,
  FEATURE_KILL_REMOVED: false,
  FEATURE_INIT_SCTTY: true,
  FEATURE_INIT_SYSLOG: true,
  FEATURE_INIT_QUIET: true,
};

/** Source: spec/embedded.md, 5.3. */
const presetFacts: Readonly<Record<BusyboxPreset, PresetFacts>> = {
  buildroot: {
    called: "buildroot",
    title: (version) => message("busybox.of-buildroot", { version }),
    config: { ...plain, FEATURE_KILL_REMOVED: true },
  },
  openembedded: {
    called: "oe",
    title: (version) => message("busybox.of-openembedded", { version }),
    config: {
      ...plain,
      FEATURE_INIT_SCTTY: false,
      FEATURE_INIT_SYSLOG: false,
      FEATURE_INIT_QUIET: false,
    },
  },
  alpine: {
    called: "alpine",
    title: (version) => message("busybox.of-alpine", { version }),
    config: { ...plain, FEATURE_KILL_REMOVED: true },
  },
  debian: {
    called: "debian",
    title: (version) => message("busybox.of-debian", { version }),
    config: { ...plain, FEATURE_KILL_REMOVED: true },
    skipsMissingTerminals: true,
  },
  stock: {
    called: "stock",
    title: (version) => message("busybox.unpatched", { version }),
    config: plain,
  },
};

/** A release as somebody built it. */
export interface BusyboxBuild {
  /** As the recorded cases name it: `busybox-1.35`, `busybox-1.38.0-oe`. */
  readonly init: string;
  /** For people. */
  readonly title: Message;
  readonly release: BusyboxRelease;
  readonly preset: BusyboxPreset;
  readonly config: BusyboxConfig;
  readonly skipsMissingTerminals: boolean;
  readonly tellsHowItEnded: boolean;
  readonly looksBeforeDeath: boolean;
  /** What init says of itself where it is not quiet. */
  readonly announcement: string;
  /** The real program was run in this very form. */
  readonly recorded: boolean;
}

/** What was recorded. The stock build of 1.35.0 was one that says who it is. Source: conformance/busybox. */
const recordings: readonly {
  readonly release: BusyboxRelease;
  readonly preset: BusyboxPreset;
  readonly config?: Partial<BusyboxConfig>;
}[] = [
  { release: "1.35.0", preset: "debian" },
  { release: "1.35.0", preset: "stock", config: { FEATURE_INIT_QUIET: false } },
  { release: "1.36.1", preset: "buildroot" },
  { release: "1.37.0", preset: "buildroot" },
  { release: "1.38.0", preset: "buildroot" },
  { release: "1.38.0", preset: "openembedded" },
];

/** All releases with all presets, as they come; those that were recorded are marked. */
export const busyboxBuilds: readonly BusyboxBuild[] = busyboxReleases.flatMap((release) =>
  busyboxPresets.map((preset) => makeBuild(release, preset)),
);

/** What is known of a build that somebody wants. */
export interface BusyboxWish {
  readonly release?: BusyboxRelease | undefined;
  readonly preset?: BusyboxPreset | undefined;
  /** Options that are not as the preset has them. */
  readonly config?: Partial<BusyboxConfig> | undefined;
}

/** The build that is wanted; what is left open is as it is assumed. */
export function busyboxBuild({
  release = defaultBusyboxRelease,
  preset = defaultBusyboxPreset,
  config = {},
}: BusyboxWish): BusyboxBuild {
  const build = busyboxBuilds.find((each) => each.release === release && each.preset === preset);
  return withConfig(build ?? makeBuild(release, preset), config);
}

/** The build that a recorded case or a scenario names, or undefined. */
export function findBusyboxBuild(init: string): BusyboxBuild | undefined {
  return busyboxBuilds.find((build) => build.init === init);
}

/** The same build with other options. One that differs was not recorded, and its title says what differs. */
export function withConfig(build: BusyboxBuild, changes: Partial<BusyboxConfig>): BusyboxBuild {
  const changed = busyboxSwitches.filter(
    (name) => (changes[name] ?? build.config[name]) !== build.config[name],
  );
  if (changed.length === 0) return build;
  const config = { ...build.config, ...changes };
  const switches = listOf(
    changed.map((name) => `${name}=${config[name] ? "y" : "n"}`),
    "comma",
  );
  const title = message("busybox.changed", {
    title: presetFacts[build.preset].title(build.release),
    switches,
  });
  return { ...build, config, title, recorded: false };
}

/** What a scenario has to say beside the name of a build: the options that are not as that one has them. */
export function configChanges(build: BusyboxBuild): { readonly config?: Partial<BusyboxConfig> } {
  const named = findBusyboxBuild(build.init)?.config ?? build.config;
  const changed = busyboxSwitches.filter((name) => named[name] !== build.config[name]);
  return changed.length === 0
    ? {}
    : { config: Object.fromEntries(changed.map((name) => [name, build.config[name]])) };
}

function makeBuild(release: BusyboxRelease, preset: BusyboxPreset): BusyboxBuild {
  const { called, usual, tellsHowItEnded, looksBeforeDeath, date } = releaseFacts[release];
  const facts = presetFacts[preset];
  const recording = recordings.find((each) => each.release === release && each.preset === preset);
  const title = facts.title(release);
  return {
    init: preset === usual ? `busybox-${called}` : `busybox-${called}-${facts.called}`,
    title: recording === undefined ? message("busybox.not-recorded", { title }) : title,
    ...{ release, preset, tellsHowItEnded, looksBeforeDeath },
    config: { ...facts.config, ...recording?.config },
    skipsMissingTerminals: facts.skipsMissingTerminals === true,
    announcement: `init started: BusyBox v${release} (${date})`,
    recorded: recording !== undefined,
  };
}
