// rc.conf as OpenRC's programs read it: without a shell.

import type { OpenrcFiles } from "./files.ts";

/** The settings of /etc/rc.conf and of /etc/rc.conf.d/*.conf, by name; the last line about a name counts. */
export function readSettings(files: OpenrcFiles): ReadonlyMap<string, string> {
  const folder = "/etc/rc.conf.d";
  const parts = files
    .list(folder)
    .filter((name) => name.endsWith(".conf"))
    .toSorted()
    .map((name) => `${folder}/${name}`);
  const settings = new Map<string, string>();
  for (const path of ["/etc/rc.conf", ...parts])
    for (const line of (files.read(path) ?? "").split("\n")) {
      const found = /^[ \t]*(?:export[ \t]+)?(\w+)=(.*)$/.exec(line);
      if (found?.[1] !== undefined) settings.set(found[1], withoutQuotes(found[2] ?? ""));
    }
  return settings;
}

/** A value without its quotes and without what follows them. */
function withoutQuotes(text: string): string {
  const quoted = /^(["'])(.*?)\1/.exec(text);
  return quoted?.[2] ?? text.replace(/[ \t]+(?:#.*)?$/, "").trim();
}
