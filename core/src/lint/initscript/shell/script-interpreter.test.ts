import { expect, test } from "vitest";
import { check, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const crlf = (...lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join("");

check("script-interpreter", {
  "line feeds": ["#!/bin/sh\nsvcd\n", []],
  "a carriage return behind the program": [crlf("#!/bin/sh", "svcd"), [1]],
  "a carriage return behind an option of the shell": [crlf("#!/bin/bash -e", "svcd"), [1]],
  "a carriage return behind another language's option": [crlf("#!/usr/bin/perl -w", "print 1;"), []],
  "a carriage return behind another language": [crlf("#!/usr/bin/perl", "print 1;"), [1]],
  "a carriage return further down alone": ["#!/bin/sh\nsvcd\r\n", []],
  "no interpreter at all": [crlf("# svc", "svcd"), []],
  "a path without its slash": ["#!bin/bash\nsvcd\n", [1]],
  "a name without a path": ["#! sh\nsvcd\n", [1]],
  "env with a name": ["#!/usr/bin/env bash\nsvcd\n", []],
  "a build fills it in": ["#!@SHELL@\nsvcd\n", []],
});

const files = [{ path: "etc/init.d/rcS", text: "for i in /etc/init.d/S??* ;do\n $i start\ndone\n" }];

check("script-interpreter", {
  "bash in a system of Buildroot": ["#!/bin/bash\nsvcd\n", [1], { name: "S50svc", files }],
  "Python through env": ["#!/usr/bin/env python3\nprint(1)\n", [1], { name: "S50svc", files }],
  "the shell of BusyBox": ["#!/bin/sh\nsvcd\n", [], { name: "S50svc", files }],
  "a script that the caller's shell reads": ["#!/bin/bash\nsvcd\n", [], { name: "S50svc.sh", files }],
  "a name that may be that of a link": ["#!/bin/bash\nsvcd\n", [], { name: "S50svc" }],
  "bash where it is at home": ["#!/bin/bash\n. /etc/init.d/functions\nsvcd\n", []],
});

test("what is said of an interpreter that somebody has to choose", () => {
  expect(told("#!/bin/bash\nsvcd\n", "script-interpreter", { name: "S50svc", files })).toEqual([
    "1 information: bash is in an image of Buildroot only if it was selected; by default the image has the shell of BusyBox",
  ]);
});

test("all lines end with a line feed afterwards", () => {
  const text = crlf("#!/bin/sh", "# svc", 'echo "a\rb"');
  expect(told(text, "script-interpreter")).toEqual([
    "1 error: the line ends in a carriage return, which the kernel reads as part of the interpreter's name: it finds no such program, and the script does not run",
  ]);
  expect(fixedScript(text, "script-interpreter")).toBe('#!/bin/sh\n# svc\necho "a\rb"\n');
});

test("the slash is put in front where there is such a folder", () => {
  expect(fixedScript("#!usr/bin/perl\n", "script-interpreter")).toBe("#!/usr/bin/perl\n");
  expect(fixedScript("#!mine/sh\n", "script-interpreter")).toBeUndefined();
});
