// Random shell scripts that are safe to run: they know builtins and the files of their folder, and nothing else.

import fc from "fast-check";

/** What the scripts find in their folder. */
export const scriptFiles: Readonly<Record<string, string>> = {
  "a.txt": "one two\n  three\\ four \nfive:six::seven:\n",
  "b.txt": "echo sourced $# $1; x=5\n",
  "c d": "x",
  ".hidden": "",
  "sub/in": "no newline",
};

/** Their arguments. */
export const scriptArguments: readonly string[] = ["one", "two three", ""];

const of = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)))
    .map((texts) => texts.join(""));

const names = of("x", "y", "z");
const values = of(
  "1",
  "2",
  "07",
  "10",
  "abc",
  "a*",
  "''",
  "' p  q '",
  '"a b"',
  "a:b:",
  ":",
  "-n",
  "\\*",
  "b.txt",
  "x",
);
const files = of("f1", "f2");

const numbers: fc.Arbitrary<string> = of(
  "0",
  "1",
  "2",
  "3",
  "7",
  "010",
  "0x1F",
  "x",
  "y",
  "$x",
  "${y:-4}",
  "-1",
);
const operators = of(
  "+",
  "-",
  "*",
  "/",
  "%",
  "<<",
  ">>",
  "<",
  "<=",
  ">",
  ">=",
  "==",
  "!=",
  "&",
  "^",
  "|",
  "&&",
  "||",
);
const sums: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: join(numbers, of("", " "), operators, of("", " "), numbers) },
  numbers,
  join("(", numbers, operators, numbers, ")", operators, numbers),
  join(of("!", "~", "- ", "+"), numbers),
  join(numbers, "?", numbers, ":", numbers),
  join(names, of("=", "+=", "*=", "-="), numbers),
);

const patterns = of(
  "*",
  "?",
  "a*",
  "*b",
  "[a-c]*",
  "[!a]?",
  "'*'",
  "*:*",
  "*' '*",
  "o??",
  "${y}",
  '"$y"*',
  "[[:digit:]]*",
  "\\?",
  "[]a]*",
  "a",
  "t*o",
);

const parameter: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: of("$x", "$y", "$z", "${x}", "$1", "$2", "$3", "$#", "$?", "$@", "$*", "${10}") },
  join(
    "${",
    names,
    of(":-", "-", ":+", "+", ":=", "="),
    of("d", "d e", "$y", '"q  r"', "''", "", "a:b"),
    "}",
  ),
  join("${", fc.oneof(names, of("1", "2")), of("%", "%%", "#", "##"), patterns, "}"),
  join("${#", fc.oneof(names, of("1", "@", "*", "")), "}"),
  of('${1+"$@"}', "${@:-none}", "${2:?}", "${x:?gone}"),
);

const quotedPiece: fc.Arbitrary<string> = fc.oneof(
  of("a", " ", "b c", "'", "\\$", "\\\\", "\\a", "*", "~"),
  parameter.filter((text) => !text.includes('"')),
);
const quotedText = join(
  '"',
  fc.array(quotedPiece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  '"',
);

function word(depth: number): fc.Arbitrary<string> {
  const plain = of(
    "a",
    "b",
    "foo",
    "1",
    "-n",
    "-e",
    "x=1",
    "*",
    "a*",
    "*.txt",
    "[ab].txt",
    "s*/*",
    "\\n",
    "\\\\t",
    "'a\\tb'",
    "''",
    "'q  r'",
    "~",
    "#a",
    "a#b",
    "{",
    "!",
    "\\c",
    "'\\0101'",
    "%s",
  );
  const piece: fc.Arbitrary<string> = fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 4, arbitrary: parameter },
    { weight: 3, arbitrary: quotedText },
    join("$((", sums, "))"),
    ...(depth > 0
      ? [
          join("$(", simple(depth - 1), ")"),
          join('"$(', simple(depth - 1), ')"'),
          join("`", of("echo a  b", "echo $x", "printf '%s\\n' c d"), "`"),
        ]
      : []),
  );
  return fc.oneof({ weight: 4, arbitrary: piece }, join(piece, piece), join(piece, piece, piece));
}

const words = (depth: number, maxLength = 3) =>
  fc.array(word(depth), { maxLength }).map((list) => list.join(" "));

const redirections = fc.oneof(
  { weight: 8, arbitrary: fc.constant("") },
  join(of(" >", " >>", " <", " 2>", " >|", " <>"), files),
  of(
    " 2>&1",
    " >&2",
    " </dev/null",
    " >/dev/null",
    " 1>&-",
    " <a.txt",
    " <nosuch",
    " 3>&1 1>&3",
    " >sub",
    " >&x",
    " >&3",
  ),
);

const conditions: fc.Arbitrary<string> = fc.oneof(
  join("[ ", word(0), of(" = ", " != "), word(0), " ]"),
  join("[ ", of("-n ", "-z ", "! -n ", "", "! "), of('"$x"', '"$y"', "$x", '"$1"', "a", "''"), " ]"),
  join(
    "[ ",
    numbers.filter((text) => !/[xy]$/.test(text) || text.startsWith("$")),
    of(" -eq ", " -ne ", " -lt ", " -ge ", " -gt ", " -le "),
    of("1", "$x", "3", '"$#"'),
    " ]",
  ),
  join(
    "test ",
    of("-e", "-f", "-d", "-s", "-r", "-x", "-h", "-p", "-c"),
    " ",
    of("a.txt", "f1", "f2", "sub", "nosuch", "''", '"$x"', "/dev/null"),
  ),
  join(
    "[ ",
    of("a = a", "-n x", "! -d sub", "x", "''", "1 -eq 1"),
    of(" -a ", " -o "),
    of("b = c", "-z ''", "-f f1", "y", "( a = b )", "! x"),
    " ]",
  ),
  join(
    "[ ",
    of(
      "( a )",
      "( ! a )",
      "\\( a = a \\)",
      "\\( -n '' \\)",
      "! a = b",
      "a = b = c",
      "-f",
      "! -f",
      "= = =",
      "! = !",
      "-n = -n",
      "a b",
      "x -a",
      "-a -a -a",
      "! ! a",
      "1 -eq a",
    ),
    " ]",
  ),
);

/** Simple commands. */
function simple(depth: number): fc.Arbitrary<string> {
  const status = of("0", "1", "3", "$x", "");
  const command: fc.Arbitrary<string> = fc.oneof(
    { weight: 8, arbitrary: join("echo ", words(depth)) },
    { weight: 3, arbitrary: join("printf '%s|' ", words(depth)) },
    join(
      "printf ",
      of(
        "'%d %5s %-4s|\\n'",
        "'%x %o %c\\n'",
        "'%03d %+d\\n'",
        "'%b|'",
        "'%%%s\\n'",
        "'\\101\\n%s'",
        "'%.2s|'",
        "'%s %s\\n'",
        "'%*d|'",
        "'%i%u'",
        "'a\\nb'",
        "'%5.3d|%-5d|'",
      ),
      " ",
      words(0),
    ),
    { weight: 4, arbitrary: join(names, "=", fc.oneof(values, word(depth))) },
    join(names, "=", values, " ", names, "=", word(0)),
    join(
      names,
      "=",
      values,
      " ",
      of(
        "eval 'echo $x $y'",
        "echo $x",
        "f a",
        "g",
        ":",
        "export z",
        "read y <a.txt",
        "command :",
        "set -- p q",
      ),
    ),
    of(
      "true",
      "false",
      ":",
      "shift",
      "shift 2",
      "set -- a 'b c' d",
      "set --",
      "set -- $x",
      "set -f",
      "set +f",
      "set -u",
      "set -e",
      "set +e",
      "set -a",
      "set -C",
      "set +C",
    ),
    join("set -- ", words(0)),
    join("IFS=", of("' '", ":", "': '", "''", "x", "'\n'")),
    of(
      "unset IFS",
      "unset x",
      "unset y z",
      "unset -f f",
      "export x",
      "export y=2",
      "readonly z",
      "x=$y export y",
      "unset nosuch",
    ),
    join("read ", of("x", "-r x", "x y", "x y z", "-r x y"), of(" <a.txt", " <f1", "", " <nosuch")),
    join("exit ", status),
    join("return ", status),
    of("break", "continue", "break 2", "continue 2"),
    of("f", "f a 'b c'", "g $x", 'f "$@"', "nosuch", "f >f1", "g | f"),
    join(
      "eval ",
      of("'echo $x'", "'x=7; y=$x'", "'f b'", "false", "'echo a; ('", '"echo $x"', "'return 2'", "break"),
    ),
    of(". ./b.txt", ". ./b.txt p", ". ./nosuch", ". ./f1", "command . ./nosuch"),
    of(
      "cd sub",
      "cd ..  2>/dev/null; cd - >/dev/null",
      "cd nosuch",
      "cd sub; echo *; cd ..",
      "umask",
      "umask 77; umask",
      "umask u=rwx,go=; umask -S",
      "umask -S",
    ),
    of(
      "exec 3>f1",
      "exec 3>&-",
      'exec 3<a.txt; read x <&3; echo "$x"',
      "exec >f2",
      "exec 2>&1",
      "exec nosuch",
      "exec <a.txt",
      "exec <nosuch",
    ),
    of("trap 'echo bye $?' EXIT", "trap 'echo bye $x; exit 4' 0", "trap - EXIT", "kill -0 $$", "trap"),
    of(
      "command echo a",
      "command -v echo f nosuch x",
      "command -v if",
      "command shift 9",
      "command nosuch",
      "command exec <nosuch",
      "type :",
      "command eval '('",
      "command -V nosuch",
    ),
    of(
      "getopts ab:c o -a -b v x; echo $o $OPTIND $OPTARG",
      "OPTIND=1; while getopts ab: o -ab q -b w z; do echo $o $OPTARG $OPTIND; done",
      "getopts :a: o -a; echo $o $OPTARG",
      'getopts :a o -x; echo "$o $OPTARG"',
    ),
    conditions,
    join("! ", of("true", "false", "[ a = $x ]", "f")),
    of(
      "{ x=8; } & wait $!; echo $? $x",
      "(exit 3) & wait $!; echo $?",
      "wait",
      "false & wait",
      "wait 99999999",
    ),
  );
  return fc.oneof(
    { weight: 9, arbitrary: join(command, redirections) },
    join(command, of(" && ", " || "), command),
  );
}

let loop = 0;

function compound(depth: number): fc.Arbitrary<string> {
  const body = lines(depth - 1, 3);
  const test = fc.oneof(conditions, simple(0), of("true", "false", "! true"));
  const turns = fc.nat(2).map((count) => {
    const name = `w${++loop}`;
    return { before: `${name}=0; `, test: `[ $${name} -lt ${count} ]`, step: `${name}=$(($${name}+1)); ` };
  });
  return fc.oneof(
    { weight: 3, arbitrary: join("if ", test, "; then\n", body, "\nfi", redirections) },
    join("if ", test, "; then ", body, "\nelif ", test, "\nthen ", body, "\nelse ", body, "\nfi"),
    { weight: 3, arbitrary: join("for ", names, " in ", words(1), "; do\n", body, "\ndone", redirections) },
    join("for ", names, "; do ", body, "\ndone"),
    fc
      .tuple(turns, of("while", "until ! "), body, redirections)
      .map(
        ([turn, kind, text, to]) => `${turn.before}${kind} ${turn.test}; do ${turn.step}${text}\ndone${to}`,
      ),
    fc
      .tuple(body, of("a.txt", "f1", "nosuch"))
      .map(([text, file]) => `while read x y; do echo "$x,$y"\n${text}\ndone <${file}`),
    {
      weight: 2,
      arbitrary: join(
        "case ",
        word(1),
        " in\n",
        patterns,
        ") ",
        body,
        ";;\n",
        patterns,
        "|",
        patterns,
        ") ",
        body,
        "\n;;\n(",
        patterns,
        ") ",
        simple(0),
        "\nesac",
      ),
    },
    join("( ", body, "\n)", redirections),
    join("{ ", body, "\n}", redirections),
    join(
      of("echo a b", "printf '1 2\\n3\\n'", "echo $x", "{ echo p; echo q; }", "false"),
      " | ",
      of('while read x y; do echo "<$x>$y"; done', '{ read x; echo "$x"; }', "read y", "(exit 4)", "f"),
    ),
    join(
      of(
        "read x y; echo $y",
        '{ read x; echo "[$x]"; read x; echo "[$x]"; }',
        'while read -r z; do echo "$z;"; done',
      ),
      " <<E\n",
      of("a $x b", "\\$x `echo q` $((1+1))", "'$x' \"$y\"", "${x:-u v}", "a\\\nb"),
      "\nc d\nE",
    ),
    of("read x <<'E'\n$a b\nE\necho \"$x\"", 'read -r x <<-E\n\t\tp $y\n\tE\necho "$x"'),
  );
}

/** Signals to the script itself: only where it is no copy of itself, which the signal would not reach. */
const signals = of(
  "trap 'echo int' INT; kill -s INT $$",
  "trap '' TERM; kill $$",
  "trap 'x=9' USR1; kill -USR1 $$; echo $x",
  "trap 'echo hup $?; (exit 3)' HUP; kill -HUP $$ && echo $?",
  "trap 'return 5' INT; kill -INT $$; echo $?",
  "trap 'exit 6' 2; f; kill -INT $$; echo no",
  "kill -TERM $$",
  "trap 'echo twice' INT TERM; kill -TERM $$; trap - TERM; kill -INT $$",
);

function lines(depth: number, most: number): fc.Arbitrary<string> {
  const line =
    depth > 0
      ? fc.oneof({ weight: 3, arbitrary: simple(1) }, { weight: 2, arbitrary: compound(depth) })
      : simple(1);
  return fc.array(line, { minLength: 1, maxLength: most }).map((list) => list.join("\n"));
}

const functions = fc
  .tuple(
    lines(1, 3),
    lines(1, 2),
    of("local x y=3; ", "local x=$1; ", "local x; x=6; ", "", ""),
    of("", "", "local z=1\nf $z\n"),
  )
  .map(
    ([first, second, locals, calls]) =>
      `f() { ${locals}${calling(first, "f g")}\n}\ng() { ${calls}${calling(second, "g")}\n}`,
  );

/** Without calls of these functions, so that none calls itself. */
function calling(text: string, forbidden: string): string {
  return forbidden
    .split(" ")
    .reduce((left, name) => left.replace(new RegExp(`(^|[^\\w-])${name}(?![\\w/.])`, "gm"), "$1:"), text);
}

/** Scripts. */
export const randomScripts: fc.Arbitrary<string> = fc
  .tuple(
    functions,
    fc
      .tuple(lines(3, 3), fc.option(signals, { freq: 8, nil: ":" }), lines(3, 2))
      .map((parts) => parts.join("\n")),
    of("", "x=3\n", "x='a b'\ny=\n", "x=a:b\ny='*'\n", "set -e\n", "set -u\n"),
  )
  .filter(([first, rest]) => !/\$\{?@[^"]*"\}?[$`]/.test(first + rest))
  .map(([first, rest, setup]) => `${setup}${first}\n${rest}\necho "end $? $x $y"`);
