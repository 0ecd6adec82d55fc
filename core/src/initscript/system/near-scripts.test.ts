// What the interpreter makes of scripts that are nearly usual ones, in each shell. The numbers hold what it does today, and
// `shells.test.ts` holds it beside the real shells. What has changed on purpose is recorded again with
// `RECORD=1 npx vitest run core/src/initscript/system/near-scripts.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { ashBehaviour, bashBehaviour, dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { nearTexts } from "../../testing/near-texts.ts";
import { recordedIn } from "../../testing/recorded.ts";
import { createSystem } from "./system.ts";

const recorded = recordedIn(join(import.meta.dirname, "near-scripts.json"));

const scripts: Readonly<Record<string, string>> = {
  words: `a="one two"; b='x*y'; c=
for w in $a "$a" $b "$b" \${c:-none} \${a%two} \${a#one} \${a%%o*} \${#a} "\${c:+set}" \${d:=new}; do echo "<$w>"; done
IFS=,; set -- 1,2 3; for w in $*; do echo "[$w]"; done; echo "$@" $# "$*"
echo $((1 + 2 * 3 % 4)) $(( (7 - 2) << 1 | 1 )) $((x = 5, x > 3 ? 1 : 0)) $((-7 / 2)) $((0x1f & 017))
echo ~ ~/x "$HOME" \\$a '\\$a' "a\\"b" a\\ b
cat <<E | tr a-z A-Z
here $a \`echo sub\` $(echo sub2)
E
cat <<'E'
raw $a
E
`,
  control: `f() { local x=1; echo "f $1 $#"; [ "$1" = a ] && return 3; echo after; }
f a b; echo $?
f c || echo failed
if [ -f /tmp/a ] && [ ! -d /tmp/a ]; then echo file; elif test -d /tmp; then echo folder; else echo none; fi
i=0; while [ $i -lt 5 ]; do i=$((i + 1)); [ $i -eq 2 ] && continue; [ $i -ge 4 ] && break; echo $i; done
until [ $i -le 0 ]; do i=$((i - 2)); done; echo $i
case "$i" in -1|0) echo low ;; [0-9]) echo digit ;; *) echo other ;; esac
( exit 4 ); echo $?; { echo a; false; } || echo b
! true; echo $?; true | false; echo $?
trap 'echo bye $?' EXIT; trap 'echo term' TERM; kill -TERM $$
set -e; false || true; (set +e; false; echo still); false; echo never
`,
  files: `cd /tmp; echo one > a; echo two >> a; cat a; cat < a | while read x y; do echo "$x-$y"; done
cp a b; mv b c; mkdir -p d/e; touch d/f; ls d; ln -s a l; cat l; rm -f a c; [ -e a ] || echo gone
echo err >&2; { echo x; echo y >&2; } 2>&1 | sort -r; exec 3> n; echo n >&3; exec 3>&-; cat n
printf '%s-%d %5.2s|%x\\n' a 12 xyz 255; printf '%b' 'a\\tb\\n'
echo a:b:c | cut -d: -f2,3; echo abc | sed 's/b/[&]/;s/c$/d/'; echo "a b" | grep -E 'a .' ; echo abc | grep -c x
basename /x/y.sh .sh; dirname /x/y; expr 3 + 4 '*' 2; expr abc : 'a\\(.\\)'; seq 1 3 | head -n 2 | tail -n 1
read l <<E
  first line
E
echo "$l"; wc -l < n; find /tmp -name 'f*'; echo x | tee t; cat t; command -v f; type cd
`,
  words2: `eval 'echo $((1+1))'; x='echo hi'; $x; unset x; echo "\${x-unset}" "\${x+set}"
readonly r=1; export e=2; env | grep '^e='; (umask 022; umask); set -u; echo "\${u:-ok}"; set +u
while getopts a:b opt -a 1 -b c; do echo "$opt $OPTARG"; done; shift $((OPTIND - 1)); echo $OPTIND
f() { case $1 in (x) return 0;; esac; shift; f "$@"; }; f a b x && echo found
for i; do echo $i; done; for i in 1 2 3; do for j in a b; do [ $j = b ] && continue 2; echo $i$j; done; done
sleep 1 & wait $!; echo $?; . /tmp/lib 2>/dev/null || echo nolib; exec echo replaced; echo never
`,
};

const programs: Readonly<Record<string, string>> = {
  sed: `cd /tmp; printf 'one two\\nthree\\nfour\\n' > in
sed -n '2p;$p' in; sed '1d;3q' in; sed 's/o/0/g;s/\\(t\\)\\([a-z]*\\)/\\2\\1/' in; sed 'y/abc/xyz/' in
sed '1a\\
added' in; sed '2i before' in; sed '/t/c\\
changed' in; sed -e '1!d' -e 's/^/> /' in; sed '/one/,/three/s/e/E/2' in; sed -i 's/f/F/' in; cat in
sed 'N;P;D' in; sed -n '/o/{p;p}' in; sed '$!N;s/\\n/ /' in; sed -E 's/(o+)([nu])/<\\1|\\2>/' in; sed = in; sed 'x;G;h' in
`,
  options: `while getopts :ab:c opt -ab -c -b -- -x; do echo "$opt \${OPTARG-none} $OPTIND"; done; echo $OPTIND
OPTIND=1; while getopts ab: opt -bvalue -a -b x -z y; do echo "$opt \${OPTARG-none} $OPTIND"; done; echo "$?"
f() { while getopts x:y o; do echo "$o$OPTARG"; done; shift $((OPTIND - 1)); echo "rest $*"; }; OPTIND=1; f -y -x 1 -- z
set -- -a -b; getopts ab o; echo $o; getopts ab o; echo $o; getopts ab o; echo "$o $?"
source /tmp/lib; let x=2+3 y=x*2; echo $x $y; declare z=1; typeset w=2; shopt -s extglob; echo "$z$w"; local v=1
x=1 y=2 f -y; x=3 eval 'echo $x'; echo "\${x-} \${y-}"; a=1 b=$a; echo "$a $b"; a=5 :; echo $a
kill -l TERM; kill -0 $$; echo $?; ulimit -n; times; hash -r; alias l=ls; unalias l; type f; command -V f; jobs; bg; wait
`,
  arithmetic: `x=7; echo $((x++ + ++x)) $((x--)) $((--x)) $((x += 2)) $((x <<= 1)) $((x %= 5)) $((!x)) $((~x)) $((x ^ 3))
echo $((1 && 0 || 1)) $((2 ** 3)) $((2**64)) $((2**63)) $((9223372036854775807 + 1)) $((-8 >> 1)) $((1 == 1)) $((1 != 1)) $((3 >= 4))
echo $((010)) $((0xff)) $((16#ff)) $((2#101)) $((1 / 0)); echo $(( )) $((y)) $((y = z = 4)) $((1, 2)); echo $((3 < 4 ? 5 : 6))
test 3 -gt 2 -a ! -e /x -o -z ""; echo $?; [ a '<' b ]; echo $?; [ "(" a = a ")" ]; echo $?; [ -n x ] && [ x != y ]; echo $?
printf '%05d|%-5s|%+d|%o|%X|%e|%c|%%\\n' 42 ab 7 8 255 1.5 xyz; printf '%s\\n' a b c; printf '%q %i' 'a b' 3; printf '\\101\\x41'
expr length abc; expr substr hello 2 3; expr index abc c; expr 7 % 3 '|' 0; expr 1 '<' 2; expr abc = abc '&' 0
`,
};

const lines = [...Object.values(scripts), ...Object.values(programs)].join("").split("\n");

const shells = { dash: dashBehaviour, ash: ashBehaviour, bash: bashBehaviour };

test.each(
  Object.entries(shells).flatMap(([shell, behaviour]) =>
    Object.keys({ ...scripts, ...programs }).map(
      (script) => [`${shell} ${script}`, behaviour, script] as const,
    ),
  ),
)("%s", (name, shell, script) => {
  const text = scripts[script] ?? programs[script] ?? "";
  recorded.expectSame(
    name,
    [text, ...nearTexts(text, lines, 24)].map((near) => {
      const system = createSystem({ shell, steps: 20_000 });
      system.files.write("/tmp/a", "x y\n");
      const { end, stdout, stderr } = system.shell(near, { folder: "/tmp", input: "one\ntwo\n" });
      return [end, stdout, stderr];
    }),
  );
});

test("nothing else is recorded", () => {
  expect(recorded.names()).toHaveLength(
    Object.keys({ ...scripts, ...programs }).length * Object.keys(shells).length,
  );
});
