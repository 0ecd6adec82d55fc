import { expect, test } from "vitest";
import { type CheckOptions, findings, firing } from "../../../testing/lint-check.ts";

const told = (text: string, options: CheckOptions = {}) =>
  findings(text, { dialect: "auto", fragment: false, ...options })
    .filter(({ rule }) => rule === "no-records")
    .map(({ severity, message }) => `${severity}: ${message}`);

const says = (what: string) => [`error: no line is an entry of an inittab: ${what}`];

test("a file that holds nothing", () => {
  expect(told("")).toEqual(says("the file is empty"));
  expect(told("\n\n\n")).toEqual(says("the file is empty"));
  expect(told("# one\n# two\n")).toEqual(says("there are only comments"));
  expect(told("# one\n", { dialect: "busybox" })).toEqual(says("there are only comments"));
});

test("a file that is something else", () => {
  expect(told("<!DOCTYPE html>\n<html>\n<p>404: Not Found</p>\n</html>\n")).toEqual(
    says("this is a web page"),
  );
  expect(told('<?xml version="1.0"?>\n<html xmlns="x"/>\n')).toEqual(says("this is a web page"));
  expect(told('<?xml version="1.0"?>\n<a/>\n')).toEqual(says("this is another kind of file"));
  expect(told("\u00ff\u00fei\0d\0:\x003\0:\0i\0\n\0", { encoding: "latin-1" })).toEqual(
    says("the file is UTF-16, and init reads single bytes"),
  );
  expect(told("i\0d\0:\x003\0:\0i\0\n\0", { dialect: "unknown" })).toEqual(
    says("the file is UTF-16, and init reads single bytes"),
  );
  // Lines that look like records, byte by byte.
  const table = "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\n1:3:respawn:/sbin/getty 38400 tty1\n";
  expect(told([...table].join("\0"), { encoding: "latin-1" })).toEqual(
    says("the file is UTF-16, and init reads single bytes"),
  );
  expect(told(`\u00ff\u00fe${[...table].join("\0")}\0`, { encoding: "latin-1" })).toEqual(
    says("the file is UTF-16, and init reads single bytes"),
  );
  expect(told(`<html><body>\n<pre>\n${table}</pre>\n`)).toEqual(says("this is a web page"));
  // Bytes of which some are 0, as in what git-crypt has encrypted.
  const encrypted = "\0GITCRYPT\0\u0004\u0086.~\u000eYZ\u00b8\u00ff";
  expect(told(encrypted, { encoding: "latin-1" })).toEqual(says("this is another kind of file"));
  expect(told("This is prose.\nIt has no records.\n")).toEqual(says("this is another kind of file"));
});

test("a table, a part of one, and the note of a system with another init", () => {
  expect(told("id:3:initdefault:\n")).toEqual([]);
  expect(told("# inittab is no longer used when using systemd.\n#\n")).toEqual([]);
  expect(firing("")).toEqual([]);
  // Lines that init drops are told of one by one.
  expect(told("id:3\nnonsense\n", { dialect: "sysvinit" })).toEqual([]);
});
