// The files to begin with: those of the example systems.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "@inittab/core";
import type { Example } from "../playground/examples.ts";
import { message } from "../playground/message.ts";
import type { Edition } from "./edition.ts";
import type { SiteFile } from "./layout.ts";

/** By the example system and the file in it; the first one is shown where nothing else is asked for. */
const chosen: readonly (readonly [title: string | Message, system: string, path: string])[] = [
  ["Debian", "debian", "etc/inittab"],
  [message("play.example.mistakes"), "broken", "etc/inittab"],
  ["Buildroot, BusyBox", "buildroot-busybox", "etc/inittab"],
  ["Buildroot, sysvinit", "buildroot", "etc/inittab"],
  ["OpenEmbedded", "openembedded", "etc/inittab"],
  ["OpenWrt", "openwrt", "etc/inittab"],
  ["Alpine, OpenRC", "alpine-openrc", "etc/inittab"],
  ["Slackware", "slackware", "etc/inittab"],
  ["Debian", "debian", "etc/init.d/nginx"],
  ["OpenWrt", "openwrt", "etc/init.d/dropbear"],
];

/** The example systems around them. */
export const exampleSystems: readonly string[] = [...new Set(chosen.map(([, system]) => system))];

/** The examples of an edition as its page reads them. */
export function examplesFile(root: string, { folder, localizer }: Edition): SiteFile {
  const examples = chosen.map(
    ([title, system, path]): Example => ({
      title: `${localizer.words(title)}: /${path}`,
      file: {
        path,
        text: readFileSync(join(root, "test-fixtures/systems", system, path), "utf8"),
        system,
        settings: {},
      },
    }),
  );
  return { path: `${folder}playground/examples.json`, text: JSON.stringify(examples) };
}
