import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("quotes around a whole command", () => {
  checkMarked(`\
9:2345:respawn:"/sbin/getty 38400 tty9"
#              ^^^^^^^^^^^^^^^^^^^^^^^^ program-not-found: the quotes make this one word, and no program is called \`/sbin/getty 38400 tty9\`
`);
  checkMarked("::once:'/etc/init.d/foo start'\n#      ^^^^^^^^^^^^^^^^^^^^^^^ program-not-found\n", {
    dialect: "busybox",
  });
});

test("quotes around a program and some of its words", () => {
  checkMarked(`\
9:2345:respawn:"/sbin/getty 38400" tty9
#              ^^^^^^^^^^^^^^^^^^^ program-not-found: the quotes make this one word, and no program is called \`/sbin/getty 38400\`
8:2345:respawn:"/opt/sensor/bin/sensord -n"
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ program-not-found
`);
});

test("folders that init does not look in", () => {
  checkMarked(`\
a:5:once:~/bin/start
#        ^^^^^^^^^^^ program-not-found: \`~\` is nobody's home folder here: init has not logged anyone in, so \`~/bin/start\` is looked for in the wrong place
b:5:once:./run all
#        ^^^^^ program-not-found: init works in \`/\`, so \`./run\` is \`/run\`
`);
});

test("a home folder by its variable", () => {
  checkMarked(`\
a:5:once:$HOME/bin/app --all
#        ^^^^^^^^^^^^^ program-not-found: \`$HOME\` is nobody's home folder here: init has not logged anyone in, so \`$HOME/bin/app\` is looked for in the wrong place
b:5:respawn:\${HOME}/app
#           ^^^^^^^^^^^ program-not-found
c:5:once:$HOME/app >/dev/null
#        ^^^^^^^^^ program-not-found
`);
  expect(firing("x:5:once:$PROGRAM/app\ny:5:once:/bin/cp $HOME/a /b\n")).toEqual([]);
});

test("what is found", () => {
  for (const process of [
    '"/opt/My Player/start"',
    '"/bin/echo" one two',
    '"/opt/sensor/sensord" -n',
    "~joe/bin/start",
    "'/bin/sh'",
    '/bin/sh -c "cd && ./start"',
    ". /etc/profile",
  ])
    expect([process, firing(`x:5:once:${process}\n`)]).toEqual([process, []]);
  expect(firing('x:5:off:"/sbin/getty 38400 tty9"\n')).toEqual([]);
});

test("the fixes", () => {
  expect(applyFix('9:2:respawn:"/sbin/getty 38400 tty9"\n', "program-not-found")).toBe(
    "9:2:respawn:/sbin/getty 38400 tty9\n",
  );
  expect(applyFix("b:5:once:./run all\n", "program-not-found")).toBe("b:5:once:/run all\n");
});
