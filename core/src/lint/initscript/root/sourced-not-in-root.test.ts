import { expect, test } from "vitest";
import { told } from "../../../testing/body-check.ts";

const root = [
  { path: "bin/busybox" },
  { path: "bin/sh", target: "busybox" },
  { path: "bin/bash" },
  { path: "etc/default/rcS", text: "VERBOSE=no\n" },
  { path: "etc/default/link", target: "rcS" },
  { path: "etc/fstab", text: "/dev/sda2 /srv ext4 defaults 0 0\n" },
];

const body = 'case "$1" in\n  start) webd ;;\nesac\n';

function said(lines: string, shell = "/bin/sh", files = root): readonly string[] {
  return told(`#!${shell}\n${lines}\n${body}`, "sourced-not-in-root", { files });
}

test("a file that is not there ends the script, unless bash reads it", () => {
  expect(said(". /etc/default/gone")).toEqual([
    "2 warning: /etc/default/gone does not exist in this root file system, so the shell ends the script here",
  ]);
  expect(said("source /etc/default/gone", "/bin/bash")).toEqual([
    "2 warning: /etc/default/gone does not exist in this root file system; bash goes on without it",
  ]);
  expect(said("umask 022; . /etc/init.d/functions # helpers\n. /lib/gone;")).toHaveLength(1);
});

test.each([
  ["it is there", ". /etc/default/rcS"],
  ["a link leads to it", ". /etc/default/link"],
  ["it is looked for", "[ -r /etc/default/gone ] && . /etc/default/gone"],
  ["it is looked for before", "[ -r /etc/default/gone ] || exit 0\n. /etc/default/gone"],
  ["only on a condition", 'if [ "$1" = start ]; then\n. /etc/default/gone\nfi'],
  ["its absence is thought of", ". /etc/default/gone || exit 1"],
  ["a variable in it", ". /etc/default/$NAME"],
  ["it may be mounted", ". /srv/settings"],
  ["it is made when the machine runs", ". /var/lib/web/settings\n. /run/web/settings"],
  ["a comment", "# . /etc/default/gone"],
])("%s", (_, lines) => {
  expect(said(lines)).toEqual([]);
});

test("a part of a root says nothing", () => {
  expect(told(`#!/bin/sh\n. /etc/default/gone\n${body}`, "sourced-not-in-root")).toEqual([]);
  expect(said(". /etc/default/gone", "/bin/sh", [{ path: "etc/default/rcS" }])).toEqual([]);
});
