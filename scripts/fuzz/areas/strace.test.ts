import { expect, test } from "vitest";
import { deedsIn } from "./strace.ts";

function show(log: string): readonly string[] {
  return deedsIn(log).map(({ call, what, writes }) => `${call} ${writes ? "writes" : "reads"} ${what}`);
}

test("what was opened is named as the system names it", () => {
  expect(
    show(
      [
        '17 execve("/usr/bin/node", ["node", "x.js"], 0x7ffd /* 3 vars */) = 0',
        '17 openat(AT_FDCWD</home>, "link", O_RDONLY|O_CLOEXEC) = 5</outside/secret>',
        '17 openat(AT_FDCWD</home>, "gone", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '17 openat(AT_FDCWD</home>, "a\\nb", O_RDONLY) = 6</home/a\\nb>',
        '17 openat(AT_FDCWD</home>, "out", O_WRONLY|O_CREAT, 0666) = 7</home/out>',
        '17 connect(8<socket:[1]>, {sa_family=AF_UNIX, sun_path="/s"}, 110) = -1 ENOENT (No such file)',
        "17 +++ exited with 0 +++",
      ].join("\n"),
    ),
  ).toEqual([
    'execve writes "/usr/bin/node", ["node", "x.js"], 0x7ffd /* 3 vars */',
    "openat reads /outside/secret",
    "openat reads /home/a\\nb",
    "openat writes /home/out",
    'connect writes 8<socket:[1]>, {sa_family=AF_UNIX, sun_path="/s"}, 110',
  ]);
});

test("a call that another thread has come between is one", () => {
  expect(
    show(
      [
        '17 openat(AT_FDCWD</>, "a", O_RDONLY <unfinished ...>',
        '18 openat(AT_FDCWD</>, "b", O_RDONLY <unfinished ...>',
        "17 <... openat resumed>)              = 3</a>",
        "18 <... openat resumed>)              = 4</b>",
      ].join("\n"),
    ),
  ).toEqual(["openat reads /a", "openat reads /b"]);
});
