import { describe, expect, test } from "vitest";
import { dashBehaviour } from "../../../shell/interpreter/behaviour.ts";
import { createSystem } from "../system.ts";

/** What a text in a shell says, with its status where that is not 0. */
function check(text: string): string {
  const system = createSystem({ shell: dashBehaviour });
  system.files.write("/tmp/f", "one two\nTwo three\n\nfour\n");
  const { output, status } = system.shell(text, { folder: "/tmp" });
  return status === 0 ? output : `${output}= ${status}`;
}

describe("programs of the virtual system", () => {
  test.each([
    ["cat f nosuch", "one two\nTwo three\n\nfour\ncat: nosuch: No such file or directory\n= 1"],
    ["head -n 1 f; head -2 f | tail -1; tail -n +4 f; head -c 3 f", "one two\nTwo three\nfour\none"],
    ["wc -l <f; wc -w f", "4\n5 f\n"],
    ["cut -d' ' -f2 f; echo abcd | cut -c2-3", "two\nthree\n\nfour\nbc\n"],
    [
      "echo hello | tr a-y b-z; echo aabb | tr -s a; echo a1b2 | tr -d 0-9; echo a1 | tr -cd '0-9\\n'",
      "ifmmp\nabb\nab\n1\n",
    ],
    [
      "printf '10\\n9\\n9\\n' | sort -n; printf 'b\\na\\n' | sort -r; printf 'x 2\\ny 1\\n' | sort -k2",
      "9\n9\n10\nb\na\ny 1\nx 2\n",
    ],
    ["printf 'a\\na\\nb\\n' | uniq -c", "      2 a\n      1 b\n"],
    ["echo x | tee g; cat g", "x\nx\n"],
    ["basename /a/b.sh .sh; basename /; dirname /a/b; dirname a", "b\n/\n/a\n.\n"],
    ["seq 2 4; seq 3 -1 2", "2\n3\n4\n3\n2\n"],
    ["date -u '+%Y-%m-%d %H:%M:%S %a %j'", "2026-01-01 00:00:00 Thu %j\n"],
    ["uname; uname -s -m; id -u; id -un; hostname", "Linux\nLinux x86_64\n0\nroot\nlocalhost\n"],
    ["expr 2 '*' 3 + 1; expr a = b; expr abc : '.*'; expr S20net : 'S\\([0-9]*\\)'", "7\n0\n3\n20\n"],
    ["expr 1 / 0", "expr: syntax error\n= 2"],
    ["env -i A=1 env; env A=2 sh -c 'echo $A'", "A=1\n2\n"],
    [
      "echo a b c | xargs -n 2 echo x; nice -n 5 echo y; timeout 3 echo z; nohup echo w",
      "x a b\nx c\ny\nz\nw\n",
    ],
    [
      "mkdir -p d e/d; mv d e; echo $?; mkdir -p d e/d/x; mv d e || echo no",
      "0\nmv: d: Directory not empty\nno\n",
    ],
    ["expr 1 '>' 1; expr 2 '>' 1", "0\n1\n"],
    ["printf '' | xargs -r echo x; printf '' | xargs echo x", "x\n"],
    ["echo aaa | sed 's/a\\{2\\}/X/'; echo aaa | sed 's/a\\{2,\\}/X/'", "Xa\nX\n"],
    ["echo 'a b  ' | { read x y; echo \"[$y]\"; }", "[b]\n"],
    ["b=1 a=2; export b a; export -p | grep -E ' (a|b)='", "export a='2'\nexport b='1'\n"],
    ["rm --force nosuch; echo $?; ln -s /a l; readlink -n l; echo; readlink l", "0\n/a\n/a\n"],
    ["mkdir d; mv d e; ls -d e; mv e f", "e\nmv: e: Not a directory\n= 1"],
    ["test -d /proc && echo yes; mkdir d; echo */", "yes\nd/\n"],
    [
      "chmod 644 f; nice -n 5 ./f; env /nosuch",
      "nice: can't execute './f': Permission denied\nenv: can't execute '/nosuch': No such file or directory\n= 127",
    ],
    ["echo ab | sed -E 's/(a|b){0}/X/'", "Xab\n"],
    ["/bin/echo a; /usr/bin/printf '%s\\n' b; /usr/bin/[ a = b ] || /usr/bin/test c && /bin/true", "a\nb\n"],
  ])("%s", (text, expected) => expect(check(text)).toBe(expected));

  test.each([
    ["grep two f", "one two\n"],
    ["grep -i two f | wc -l; grep -c o f; grep -v o f; grep -n four f", "2\n3\n\n4:four\n"],
    ["grep -q nothing f", "= 1"],
    ["grep x nosuch", "grep: nosuch: No such file or directory\n= 2"],
    [
      "grep -E '^(one|four)' f; grep -F . f || echo none; grep -o 't[a-z]*' f",
      "one two\nfour\nnone\ntwo\nthree\n",
    ],
    ["grep -w tw f || grep -x four f; grep -l two f nosuch -s", "four\nf\n= 2"],
    [
      "printf 'a.b\\naxb\\n' | grep 'a\\.b'; echo aba | grep '\\(.\\)b\\1'; echo 'x{' | grep 'x{'",
      "a.b\naba\nx{\n",
    ],
    ["echo aaa | grep -E '^a{2,3}$' && echo ab | grep -E 'a+b?$'", "aaa\nab\n"],
  ])("grep: %s", (text, expected) => expect(check(text)).toBe(expected));

  test.each([
    ["sed s/two/2/ f | head -1; echo aaa | sed s/a/b/2; echo aaa | sed 's,a,b,g'", "one 2\naba\nbbb\n"],
    ["sed -n '2p;$p' f; sed '/^$/d' f | wc -l; sed 1,3d f", "Two three\nfour\n3\nfour\n"],
    ["sed -n '/one/,/^$/p' f; sed '/four/!d' f; sed 1q f", "one two\nTwo three\n\nfour\none two\n"],
    ["echo 'a b' | sed 's/\\(.\\) \\(.\\)/\\2 \\1 &/'; echo ab | sed -E 's/(a)(b)/\\2\\1/'", "b a a b\nba\n"],
    ["sed -i s/one/1/ f; head -1 f; printf 'x' | sed s/x/y/", "1 two\ny"],
    ["sed -e 's/one/x/' -e 's/x/z/' f | head -1; echo abc | sed y/abc/xyz/", "z two\nxyz\n"],
    [
      "printf 'a\\nb\\n' | sed '1a\\\nnew'; echo a | sed 'i\\\nfirst'; echo a | sed 's/a/x\\ny/'",
      "a\nnew\nb\nfirst\na\nx\ny\n",
    ],
    ["sed '/four/{s/f/F/;p;}' f | tail -2; echo a/b | sed 's/a\\/b/c/;s/[/]/x/'", "Four\nFour\nc\n"],
  ])("sed: %s", (text, expected) => expect(check(text)).toBe(expected));

  test.each([
    ["mkdir a/b", "mkdir: can't create directory 'a/b': No such file or directory\n= 1"],
    ["mkdir -p a/b && mkdir a", "mkdir: can't create directory 'a': File exists\n= 1"],
    [
      "mkdir -m 700 a; stat -c '%a %F' a; rmdir a; rmdir f",
      "700 directory\nrmdir: 'f': Not a directory\n= 1",
    ],
    ["rm nosuch", "rm: nosuch: No such file or directory\n= 1"],
    ["rm -f nosuch; mkdir -p a/b; rm a; rm -rf a; ls", "rm: a: Is a directory\nf\n"],
    [
      "ln -s f l; readlink l; cat l | head -1; ln f h; [ f -ef h ] && echo same; ln -s x l",
      "f\none two\nsame\nln: l: File exists\n= 1",
    ],
    ["mkdir d; ln -s d l; ln -sf f l; ls d; ln -snf f l; readlink l", "f\nf\n"],
    [
      "cp f g && cmp 2>/dev/null; mkdir d; cp f d; ls d; cp -a d e; ls e; cp d x",
      "f\nf\ncp: d: Is a directory\n= 1",
    ],
    ["mv f g; ls; mkdir d; mv g d; ls d", "g\ng\n"],
    [
      "chmod 600 f; stat -c %a f; chmod a+x f; stat -c %a f; chmod -x f; stat -c %a f; chmod u=rwx,go= f; stat -c %a f",
      "600\n711\n600\n700\n",
    ],
    [
      "touch n; [ -e n ] && touch -c m; [ -e m ] || echo no; sleep 2; touch f; [ f -nt n ] && echo newer",
      "no\nnewer\n",
    ],
    ["readlink -f /tmp/../tmp/f; ln -s /tmp/f /l; realpath /l; readlink f", "/tmp/f\n/tmp/f\n= 1"],
    ["a=$(mktemp); b=$(mktemp); [ $a != $b ] && [ -f $b ] && mktemp -d x.XXXX", "x.0000\n"],
    [
      "mkdir -p S b; touch S/a S/B .h; ls; ls -a S; ls -d S; ls f S; ls -r S",
      "S\nb\nf\n.\n..\nB\na\nS\nf\n\nS:\nB\na\na\nB\n",
    ],
    ["touch 10a 9a; ls -v", "9a\n10a\nf\n"],
    [
      "ln -s gone l; ls l; ls nosuch",
      "ls: l: No such file or directory\nls: nosuch: No such file or directory\n= 1",
    ],
    [
      "mkdir -p d/e; touch d/x.sh d/e/y.sh; find d -name '*.sh' -type f; find . -maxdepth 1 -type d",
      "d/e/y.sh\nd/x.sh\n.\n./d\n",
    ],
    [
      "ln -s l l; cat l; cd l",
      "cat: l: Too many levels of symbolic links\n/bin/sh: 1: cd: can't cd to l\n= 2",
    ],
    [
      "echo x >/tmp; echo x >/no/f; echo x >f/g; [ -d f/.. ]",
      "/bin/sh: 1: cannot create /tmp: Is a directory\n/bin/sh: 1: cannot create /no/f: Directory nonexistent\n/bin/sh: 1: cannot create f/g: Directory nonexistent\n= 1",
    ],
    [
      "mkdir -p /a/b; ln -s /a/b /l; cd /l; pwd; cd ..; pwd; cd -P /l; pwd; ls ..; cd -",
      "/l\n/\n/a/b\nb\n/\n",
    ],
  ])("files: %s", (text, expected) => expect(check(text)).toBe(expected));

  test("processes", () => {
    expect(check("sleep 9 & sleep 1; pidof sleep; pgrep sleep | wc -l; ps | sed 1d | head -2")).toBe(
      "102\n1\n  101 root     /bin/sh -c sleep 9 & sleep 1; pidof sleep; pgrep sleep | wc -l; ps | sed 1d | head -2\n  102 root     sleep 9\n",
    );
    expect(check("sleep 9 & kill $!; pidof sleep; (sleep 9; echo no) & sleep 1; kill $!; pidof sleep")).toBe(
      "107\n",
    );
    expect(check("sleep 9 & sleep 1; pkill -9 sleep; wait $!; echo $?; pidof sleep")).toBe(
      "Killed\n137\n= 1",
    );
  });
});
