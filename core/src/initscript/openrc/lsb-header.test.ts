import { expect, test } from "vitest";
import { dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem } from "../system/system.ts";
import { openrcFiles } from "./files.ts";
import { lsbDeclarations } from "./lsb-header.ts";

/** What a header with these lines declares, in a system with these files. */
function declared(lines: readonly string[], files: Readonly<Record<string, string>> = {}): string {
  const system = createSystem({ shell: dashBehaviour });
  for (const [path, text] of Object.entries(files)) system.files.write(path, text);
  const text = ["#!/bin/sh", "### BEGIN INIT INFO", ...lines, "### END INIT INFO", ""].join("\n");
  const found = lsbDeclarations("svc", text, openrcFiles(system.files));
  return (found ?? []).map(({ word, values }) => `${word} ${values.join(" ")}`).join("\n");
}

test("a facility has the members that insserv.conf and the files of insserv.conf.d give it", () => {
  const files = {
    "/etc/insserv.conf": "# members\n$network networking +ifplugd\n$remote_fs $network nfs\n",
    "/etc/insserv.conf.d/dns": "$named +bind dnsmasq\n",
    "/etc/insserv.conf.d/more": "$network wifi\n",
  };
  expect(declared(["# Required-Start: $remote_fs $named db"], files)).toBe(
    "provide _all\nuse ifplugd bind\nneed networking wifi nfs dnsmasq db",
  );
  expect(declared(["# Required-Start: $remote_fs $named db"])).toBe("provide _all\nneed db");
});

test("a facility that has itself as a member ends somewhere", () => {
  expect(declared(["# Required-Start: $a"], { "/etc/insserv.conf": "$a $b one\n$b $a two\n" })).toBe(
    "provide _all\nneed two one",
  );
});
