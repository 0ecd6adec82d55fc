import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("what no shell can read", () => {
  checkMarked(`\
a:2:once:/bin/echo it's late
#                    ^ shell-syntax: init runs this through a shell, which stops at a single quote that is never closed; nothing is run
b:2:once:/bin/echo "late
#                  ^ shell-syntax: init runs this through a shell, which stops at a double quote that is never closed; nothing is run
c:2:once:/bin/echo late (or not)
#                       ^ shell-syntax: init runs this through a shell, which stops at an unquoted \`(\`; nothing is run
d:2:once:/bin/echo late)
#                      ^ shell-syntax: init runs this through a shell, which stops at a \`)\` that nothing opens; nothing is run
e:2:once:/bin/echo $(date
#                  ^ shell-syntax: init runs this through a shell, which stops at a \`$(\` that is never closed; nothing is run
f:2:once:/bin/echo \`date
#                  ^ shell-syntax: init runs this through a shell, which stops at a backquote that is never closed; nothing is run
`);
});

test("commands that no shell can take apart", () => {
  checkMarked(`\
a:2:once:/bin/a && | /bin/b
#                  ^ shell-syntax: init runs this through a shell, which stops at a \`|\` with no command in front of it; nothing is run
b:2:once:/bin/a ||
#               ^^ shell-syntax: init runs this through a shell, which stops at a \`||\` with no command after it; nothing is run
c:2:once:</usr></bin>/xdm
#             ^ shell-syntax: init runs this through a shell, which stops at a \`>\` with no file name after it; nothing is run
d:2:once:if [ -x /bin/a ]; /bin/a; fi
#                                  ^^ shell-syntax: init runs this through a shell, which stops at a \`fi\` where \`then\` is missing; nothing is run
e:2:once:{ /bin/a & /bin/b
#        ^ shell-syntax: init runs this through a shell, which stops at a \`{\` that is never closed; nothing is run
f:2:once:/bin/a;; /bin/b
#              ^^ shell-syntax: init runs this through a shell, which stops at a \`;;\` outside a \`case\`; nothing is run
`);
});

test("the `exec` of older releases makes a command of what begins with an operator", () => {
  const told = (version: "3.06" | "3.14") => firing("a:2:once:; /bin/a\n", { version });
  expect(told("3.06")).not.toContain("shell-syntax");
  expect(told("3.14")).toContain("shell-syntax");
});

test.each([
  `/bin/echo $\${`,
  `/bin/echo "$(echo \${x:-'})'})"`,
  `[[ -e /a && ! -e /b ]] && /bin/a`,
  `/bin/a \`;\``,
  `/bin/a &>/dev/null`,
  `/bin/a |& /bin/b`,
  `! ! /bin/a`,
  `/bin/echo "it's late"`,
  `/bin/echo 'say "late"'`,
  `/bin/echo it\\'s late`,
  `/bin/echo $(date '+%H)') "$(date "+%H")"`,
  `/bin/echo "$(date "+(%H")" \${x:-'}'} $((1 + (2 * 3)))`,
  `(sleep 1; /bin/echo late) &`,
  `if (true); then (false); fi`,
  `case $x in a) /bin/echo a;; (b) /bin/echo b;; esac`,
  `wall <<<'it was late' ; beep`,
  `x=(1 2) /bin/echo`,
  `/bin/echo late # it's a comment`,
  `f() { /bin/echo late; }; f`,
  `@/bin/echo it's late`,
])("a shell can read %s", (process) => {
  expect(firing(`a:2:once:${process}\n`)).not.toContain("shell-syntax");
});

test("what is not run through a shell has no syntax", () => {
  expect(firing("a:2:off:/bin/echo it's late\n")).toEqual([]);
});
