// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the shell has such words.

// Random init scripts for the comparison with lintian and rpmlint: plausible ones, with the slips that these look for.

const names = [
  "svc",
  "svcd",
  "web",
  "mail.sh",
  "svc.d",
  "a-b",
  "x_y",
  "db",
  "halt",
  "sendsigs",
  "skeleton",
  "rc",
  "svc.init",
];
const words = [
  "svc",
  "alias",
  "$local_fs",
  "$remote_fs",
  "$network",
  "$syslog",
  "$time",
  "$named",
  "$portmap",
];
const oddWords = [
  "$all",
  "$null",
  "$bar",
  "$ALL",
  "$x-display-manager",
  "$mail-transport-agent",
  "mountall",
  "mountnfs",
  "hwclock",
  "bind9",
  "rsyslog",
  "syslog",
  "networking",
  "umountfs",
  "umountnfs",
  "+svc",
  "",
  "é",
  "à",
  "$local_fs,",
];
const levels = [
  "2 3 4 5",
  "2 3 4 5",
  "2 3 4 5",
  "S",
  "s",
  "",
  "3 5",
  "2345",
  "0 6",
  "2 3 4 5 S",
  "1",
  "2-5",
  "2, 3",
  "2\t3\t4\t5",
];
const stops = [
  "0 1 6",
  "0 1 6",
  "0 1 6",
  "",
  "0 6",
  "016",
  "0 1 2 6",
  "S",
  "s",
  "0 1 6 S s",
  "1",
  "B",
  "0 0 1 6",
  "# none",
  "2 2",
  "à6",
  "0,1,6",
];

/** A list of words, sometimes odd ones. */
function list(random) {
  const some = random.some(words, 0.25);
  if (random.chance(0.3)) some.push(random.pick(oddWords));
  if (random.chance(0.1)) some.push(random.pick(oddWords), random.pick(words));
  return some.join(random.chance(0.1) ? random.pick(["  ", "\t", ", ", " \u00a0 ", "\u2003"]) : " ");
}

function headerLines(random, name) {
  const provides = random.pick([
    name,
    name,
    name,
    "other",
    "",
    `$f ${name}`,
    name.slice(0, -3),
    `${name} ${name}`,
    "$f $g",
  ]);
  const fields = [
    ["Provides", provides],
    ["Required-Start", list(random)],
    ["Required-Stop", list(random)],
    ["Default-Start", random.pick(levels)],
    ["Default-Stop", random.pick(stops)],
    ["Short-Description", random.pick(["runs svc", "", "démarre svc", "a status: word"])],
    ["Description", random.pick(["runs the svc daemon", "x \\", "reload /var/lib"])],
  ];
  const extra = [
    ["Should-Start", list(random)],
    ["Should-Stop", list(random)],
    ["X-Start-Before", list(random)],
    ["X-Interactive", "true"],
    ["Start-Before", "x"],
    ["Author", "somebody"],
    ["x-lower", "x"],
    ["Größe", "x"],
    ["Foo_bar", "x"],
    ["Provides", "again"],
    ["default-start", "3"],
    ["Default-Start", ""],
    ["Required_Start", "$network"],
  ];
  for (const field of random.some(extra, 0.1)) fields.splice(random.below(fields.length + 1), 0, field);
  return fields
    .filter(() => !random.chance(0.05))
    .flatMap(([keyword, value]) => {
      const lines = [fieldLine(random, keyword, value)];
      if (random.chance(keyword === "Description" ? 0.4 : 0.04)) lines.push(random.pick(oddLines));
      return lines;
    });
}

function fieldLine(random, keyword, value) {
  const usual = `# ${keyword}:${value === "" ? random.pick(["", " "]) : ` ${value}`}`;
  if (random.chance(0.9)) return usual;
  return random.pick([
    `#${keyword}: ${value}`,
    `#  ${keyword}: ${value}`,
    `#\t${keyword}: ${value}`,
    ` # ${keyword}: ${value}`,
    `# ${keyword} : ${value}`,
    `# ${keyword}:${value}`,
    `# ${keyword}:\t${value}`,
    `# ${keyword.toUpperCase()}: ${value}`,
    `# ${keyword.toLowerCase()}: ${value}`,
    `# ${keyword.replaceAll("-", "_")}: ${value}`,
    `# ${keyword}: ${value} \\`,
    `# ${keyword}: ${value}\r`,
    `# ${keyword} ${value}`,
    `${keyword}: ${value}`,
  ]);
}

const oddLines = [
  "#  continued",
  "#\tcontinued",
  "# one blank",
  "#",
  "##",
  "",
  " ",
  "x=1",
  "start) status ;;",
  "#  Provides: inner",
  "# no colon \\",
  "### BEGIN INIT INFO",
  "#\u00a0nbsp",
  "# X-: y",
  "# -: y",
  "touch /var/lock/subsys/svc \\",
];

const begins = [
  "### BEGIN INIT INFO",
  "### BEGIN INIT INFO",
  "### BEGIN INIT INFO",
  "### BEGIN INIT INFO x",
  " ### BEGIN INIT INFO",
  "### begin init info",
];
const ends = [
  "### END INIT INFO",
  "### END INIT INFO",
  "### END INIT INFO",
  "### END INIT INFO ",
  "### END INIT INFO x",
  "# ### END INIT INFO",
  "### END",
];

const chkconfigLines = [
  "# chkconfig: 345 20 80",
  "# chkconfig: - 20 80",
  "#chkconfig: 35 20 80",
  "  #  chkconfig:2345\t9 91",
  "# chkconfig: 35 20",
  "# chkconfig: abc 20 80",
  "# chkconfig: -- 20 80",
  "# chkconfig: 3-5 -1 x",
  "chkconfig: 3 2 1",
  "#\u00a0chkconfig: 3 2 1",
];

const interpreters = [
  "#!/bin/sh",
  "#!/bin/sh",
  "#!/bin/sh",
  "#! /bin/bash -e",
  "#!/usr/bin/perl -w",
  "#!/usr/bin/env sh",
  "#!/usr/bin/env",
  "#!/usr/bin/env  /usr/bin/perl",
  "#!/lib/init/init-d-script",
  "#!/usr/bin/env /lib/init/init-d-script",
  "#! /lib/init/init-d-script",
  "#!",
  "# no interpreter",
  "#!/usr/bin/sh # why",
  " #!/lib/init/init-d-script",
  "",
];

/** Lines of the shell part, each with a slip or a shape of its own. */
const bodyLines = [
  ". /lib/lsb/init-functions",
  "  . /lib/lsb/init-functions",
  "source /lib/lsb/init-functions",
  '. "/lib/lsb/init-functions"',
  "x=1; . /lib/lsb/init-functions # read",
  "true # . /lib/lsb/init-functions",
  "# . /lib/lsb/init-functions",
  ".\u00a0/lib/lsb/init-functions",
  ". /lib/init/init-d-script",
  "# . /lib/init/init-d-script",
  ". /etc/init.d/functions",
  ". /etc/default/svc",
  "  .  /etc/default/svc",
  '. "/etc/default/$NAME"',
  ". '/etc/default/svc'",
  ". /etc/default/${NAME}",
  ". /etc/default/",
  ". /etc/default/é",
  ". /etc/default/.svc",
  "source /etc/default/svc",
  "[ -r /etc/default/svc ] && . /etc/default/svc",
  "if [ -f /etc/default/svc ]; then",
  "if [ ! -e /x ]",
  "if test -r /etc/default/svc",
  "if [ -n x ] && [ -f /x ]; then . /etc/default/svc; fi",
  "if [ -x /x ]; then",
  "elif [ -f /x ]; then",
  "# if [ -f /x",
  "fi",
  "  fi",
  "# the wi-fi is up",
  "# unifi",
  "éfi=1",
  "if true; then",
  "PIDFILE=/var/run/svc.pid",
  "# uses /var/lib",
  "echo ' # ' /var/lib",
  "echo 'see /var/log'",
  "NAME=svc",
  "prog=svc",
  'prog="svc"',
  "prog = svc",
  "prog=svc # the name",
  "lock=$prog",
  "a=$a",
  "base=${0##*/}",
  "LOCK=/var/lock/subsys/svc",
  "touch /var/lock/subsys/svc",
  "touch /var/lock/subsys/svcd",
  "rm -f /var/lock/subsys/$prog",
  'touch "/var/lock/subsys/$prog"',
  'touch /var/lock/subsys/"$prog"',
  "touch /var/lock/subsys/${prog}",
  "touch /var/lock/subsys/${prog}d; rm /var/lock/subsys/svc",
  "touch /var/lock/subsys/$lock",
  "touch /var/lock/subsys/$a",
  "touch /var/lock/subsys/$unset$prog",
  "touch /var/lock/subsys/s$prog",
  "touch /var/lock/subsys/${0##*/}",
  "touch ${LOCK:-/var/lock/subsys/svc}",
  "touch ${LOCK:-/var/lock/subsys/}",
  "touch /var/lock/subsys/$",
  "touch /var/lock/subsys/`basename $0`",
  "touch /var/lock/subsys/$(basename $0)",
  "# /var/lock/subsys/other",
  "ls /var/lock/subsys/",
  "start",
  "stop",
  "restart",
  "force-reload",
  "status",
  "reload",
  "statusstop",
  "x # status reload restart",
  "echo '# start'; echo stop",
  'echo "Usage: $0 {start|stop|restart|force-reload|status}"',
  "  start) do_start ;;",
  "  stop) do_stop ;;",
  "  restart|force-reload) $0 stop; $0 start ;;",
  "  status) status svc ;;",
  'case "$1" in',
  "esac",
  "cat <<EOF",
  "EOF",
  "exit 0",
  "",
  "# Example initscript",
  '# Please remove the "Author" lines above',
  "# example initscript",
  "### BEGIN INIT INFO",
  "### END INIT INFO",
  "# Provides: late",
  "line one \\",
];

/** A script: name, permissions, text. */
export function makeScript(random) {
  const base = random.pick(names);
  const name = random.chance(0.5) ? base : `${base}${random.below(100)}`;
  const lines = [random.pick(interpreters)];
  if (random.chance(0.3)) lines.push(random.pick(chkconfigLines));
  if (random.chance(0.85))
    lines.push(
      random.pick(begins),
      ...headerLines(random, name),
      ...(random.chance(0.95) ? [random.pick(ends)] : []),
    );
  if (random.chance(0.1)) lines.push(random.pick(begins), ...headerLines(random, name), random.pick(ends));
  if (random.chance(0.2)) lines.push(random.pick(chkconfigLines));
  if (random.chance(0.6)) lines.push("echo {start|stop|restart|force-reload|status}");
  for (let count = random.below(12); count > 0; count--)
    lines.push(random.pick(bodyLines).replaceAll("svc", base));
  const mode = random.chance(0.85) ? "755" : random.pick(["644", "700", "775", "555", "4755", "600"]);
  const text = lines.join("\n") + (random.chance(0.93) ? "\n" : "");
  return { name, mode, text: random.chance(0.4) ? slip(random, text) : text };
}

const strays = [
  "#",
  ":",
  "\\",
  " ",
  "  ",
  "\t",
  "\r",
  "\n",
  "$",
  '"',
  "'",
  "/",
  "é",
  "\u00a0",
  "=",
  "}",
  ".",
  "-",
  "\0",
  "\u2003",
  "\u0085",
  "\ufeff",
];

/** The text with some characters more or less. */
function slip(random, text) {
  let slipped = text;
  for (let count = 1 + random.below(8); count > 0; count--) {
    const at = random.below(slipped.length + 1);
    const rest = slipped.slice(at + random.below(3));
    slipped = slipped.slice(0, at) + (random.chance(0.6) ? random.pick(strays) : "") + rest;
  }
  return slipped;
}

/** Scripts that are a little smaller: without some lines, or with a shorter one. */
export function smallerScripts({ name, mode, text }) {
  const lines = text.split("\n");
  const smaller = [];
  for (const size of new Set([Math.ceil(lines.length / 2), Math.ceil(lines.length / 4), 1]))
    for (let at = 0; at < lines.length; at += size) smaller.push(lines.toSpliced(at, size));
  const texts = smaller.map((each) => each.join("\n")).filter((each) => each !== text);
  return [
    ...(mode === "755" ? [] : [{ name, mode: "755", text }]),
    ...(name === "svc" ? [] : [{ name: "svc", mode, text: text.replaceAll(name, "svc") }]),
    ...texts.map((each) => ({ name, mode, text: each })),
  ];
}
