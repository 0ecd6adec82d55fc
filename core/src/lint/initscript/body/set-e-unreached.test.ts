import { expect, test } from "vitest";
import { check, script, told } from "../../../testing/body-check.ts";
import { fixedScript } from "../../../testing/script-check.ts";

const on = (start: string, more = ""): string => script({ start }, `set -e\n${more}`.trimEnd());

check("set-e-unreached", {
  "a branch for the failure": [on("svcd; if [ $? -ne 0 ]; then rm -f /x; fi"), [4]],
  "the same without set -e": [script({ start: "svcd; if [ $? -ne 0 ]; then rm -f /x; fi" }), []],
  "a failure that is expected": [on("svcd || true; if [ $? -ne 0 ]; then rm -f /x; fi"), []],
  "an option of the first line": [
    script({ start: "svcd; [ $? = 0 ] || rm -f /x" }).replace("#!/bin/sh", "#!/bin/sh -e"),
    [4],
  ],
  "by test": [on("svcd; test $? = 0 || rm -f /x"), [4]],
  "set -e is switched off": [on("set +e; svcd; if [ $? -ne 0 ]; then rm -f /x; fi"), []],
  "by cases": [on("svcd; case $? in 0) : ;; *) rm -f /x ;; esac"), [4]],
  "only what is done after a success": [on("svcd; if [ $? -eq 0 ]; then touch /x; fi"), []],
  "only what is done after a success, in short": [on("svcd; [ $? -eq 0 ] && touch /x"), []],
  "only the case of a success": [on("svcd; case $? in 0) touch /x ;; esac"), []],
  "another number": [on("svcd; if [ $? -eq 3 ]; then rm -f /x; fi"), []],
  "in quotes": [on('svcd; case "$?" in 0) : ;; *) rm -f /x ;; esac'), [4]],
  "a mark for the user": [on("svcd; log_end_msg $?", ". /lib/lsb/init-functions"), [5]],
  "the script ends with it": [on("svcd; exit $?"), []],
  "it is kept": [on("svcd; RETVAL=$?"), []],
  "it is kept for a branch": [on("svcd; RET=$?; if [ $RET -ne 0 ]; then rm -f /x; fi"), [4]],
  "it is kept for a branch, in quotes": [on('svcd; RET=$?; echo; [ "$RET" = 0 ] || rm -f /x'), [4]],
  "it is kept for cases": [on("svcd\nRET=$?\ncase $RET in 0) : ;; *) rm -f /x ;; esac"), [5]],
  "it is kept to be told": [on("svcd; RET=$?; log_end_msg $RET", ". /lib/lsb/init-functions"), [5]],
  "it is kept for the end": [on("svcd; RET=$?; exit $RET"), []],
  "it is kept for what is done after a success": [on("svcd; RET=$?; [ $RET -eq 0 ] && touch /x"), []],
  "what is kept gets another value": [on("svcd; RET=$?; RET=1; [ $RET = 0 ] || rm -f /x"), []],
  "what is kept may get another value": [
    on("svcd; RET=$?; if [ -e /x ]; then RET=1; fi; [ $RET = 0 ] || rm -f /x"),
    [],
  ],
  "it is kept of what may fail": [on("svcd || RET=$?; [ $RET = 0 ] || rm -f /x"), []],
  "the command is a condition": [on("if svcd; then :; fi; [ $? = 0 ] || rm -f /x"), []],
  "the right side alone fails it": [on("[ -e /x ] && svcd; [ $? = 0 ] || rm -f /x"), []],
  "a function that is asked": [
    on("if up; then :; fi", "up() { svcd; if [ $? -ne 0 ]; then rm -f /x; fi; }"),
    [],
  ],
  "a function that stands by itself": [on("up", "up() { svcd; if [ $? -ne 0 ]; then rm -f /x; fi; }"), [3]],
  "a function that is asked in one arm alone": [
    script(
      { start: "up", restart: "if up; then :; fi" },
      "set -e\nup() { svcd; if [ $? -ne 0 ]; then rm -f /x; fi; }",
    ),
    [],
  ],
  "a function that answers with numbers is another rule's": [
    on("up; case $? in 0) : ;; 1) rm -f /x ;; esac", "up() { [ -e /x ] || return 1; }"),
    [],
  ],
  "what is only said": [on("echo x; [ $? = 0 ] || rm -f /x"), []],
  "in the background": [on("svcd & [ $? = 0 ] || rm -f /x"), []],
  "another status": [on("svcd; [ $RETVAL = 0 ] || rm -f /x"), []],
});

test("how loud it is depends on what is lost", () => {
  const severity = (start: string): string => told(on(start), "set-e-unreached").join().slice(2, 9);
  expect(severity("svcd; if [ $? -ne 0 ]; then rm -f /x; fi")).toBe("warning");
  expect(severity("svcd; if [ $? -eq 0 ]; then :; else rm -f /x; fi")).toBe("warning");
  expect(severity("svcd; if [ $? -ne 0 ]; then echo failed; exit 1; fi")).toBe("informa");
  expect(severity("svcd; case $? in 0) : ;; *) exit 1 ;; esac")).toBe("informa");
  expect(severity("svcd; [ $? -ne 0 ] && exit 1")).toBe("informa");
  expect(severity("svcd; log_end_msg $?")).toBe("informa");
});

test("the status is kept where it is told", () => {
  expect(fixedScript(on("svcd -x; log_end_msg $?"), "set-e-unreached")).toBe(
    on("status=0; svcd -x || status=$?; log_end_msg $status"),
  );
  expect(fixedScript(on("svcd; [ $? = 0 ] || rm -f /x"), "set-e-unreached")).toBeUndefined();
});
