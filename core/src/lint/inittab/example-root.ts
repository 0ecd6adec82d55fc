import type { ExampleFile } from "../contract.ts";

/** A small system for examples: BusyBox and the links to it. */
export const exampleRoot: readonly ExampleFile[] = [
  { path: "bin/busybox" },
  { path: "bin/sh", target: "busybox" },
  { path: "sbin/init", target: "../bin/busybox" },
  { path: "sbin/getty", target: "../bin/busybox" },
];
