import { expect, test } from "vitest";
import type { ExampleFile } from "../../lint/contract.ts";
import { listingOf } from "../../testing/listing.ts";
import { buildTree } from "../tree/build.ts";
import { walkOpenrc } from "./walk.ts";

/** What is said while the tree of services in the runlevel default is made; each is given by the lines of its depend(). */
function saidOf(services: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(services).flatMap(([name, depend]): ExampleFile[] => [
    { path: `etc/init.d/${name}`, text: `#!/sbin/openrc-run\ndepend() {\n${depend}\n}\n` },
    { path: `etc/runlevels/default/${name}`, target: `/etc/init.d/${name}` },
  ]);
  return walkOpenrc(buildTree(listingOf(files)), []).treeSaid;
}

test("what OpenRC says of any system is kept, and what a shell misses here alone is not", () => {
  expect(saidOf({ a: "needs b" })).toEqual(["/usr/libexec/rc/sh/gendepends.sh: line 3: needs: not found"]);
  expect(saidOf({ a: "need b", c: "b\na" })).toEqual([
    "/usr/libexec/rc/sh/gendepends.sh: line 4: a: not found",
    "Service 'a' needs non existent service 'b'",
  ]);
  expect(saidOf({ a: "/usr/bin/findmnt /x && need b\nlsblk\n. /etc/a.conf\nread x </proc/mdstat" })).toEqual(
    [],
  );
});

test("functions and programs of OpenRC's own are there in depend()", () => {
  expect(saidOf({ a: "yesno on && need b" })).toEqual(["Service 'a' needs non existent service 'b'"]);
  expect(saidOf({ a: "x=false; yesno x && need b\nfstabinfo -q /x && need b" })).toEqual([]);
});
