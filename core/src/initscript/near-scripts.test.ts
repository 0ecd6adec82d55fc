// What every reader makes of scripts that are nearly usual ones, and how rc walks through random systems. What has changed
// on purpose is recorded again with `RECORD=1 npx vitest run core/src/initscript/near-scripts.test.ts`.

import { join } from "node:path";
import { shellParser } from "@inittab/host/testing/shell";
import { expect, test } from "vitest";
import { drawing } from "../testing/drawing.ts";
import { nearTexts } from "../testing/near-texts.ts";
import { randomTree } from "../testing/random-trees.ts";
import { recordedIn } from "../testing/recorded.ts";
import { rcFlavorNames } from "./facts/rc-flavors.ts";
import { guessFamily } from "./families/families.ts";
import { readChkconfigHeader } from "./header/chkconfig.ts";
import { readInsservHeader } from "./header/insserv.ts";
import { readLintianHeader } from "./header/lintian.ts";
import { readLsbSections } from "./header/lsb.ts";
import { readRpmlintHeader } from "./header/rpmlint.ts";
import { makeChkconfigFields, makeLsbFields } from "./script/make-header.ts";
import { outlineScript } from "./script/read-outline.ts";
import { seeScript } from "./script/recognise.ts";
import { buildTree } from "./tree/build.ts";
import { familyOfScript } from "./tree/family.ts";
import { guessFlavor } from "./tree/flavor.ts";
import { followChanges } from "./tree/follow.ts";
import type { TreeNode } from "./tree/listing.ts";
import type { InitTree } from "./tree/model.ts";

const recorded = recordedIn(join(import.meta.dirname, "near-scripts.json"));

const header = `#!/bin/sh
# chkconfig: 2345 20 80
# description: serves \\
#              much
# processname: svcd
# pidfile: /var/run/svcd.pid
### BEGIN INIT INFO
# Provides:          svc svcd
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs
# Should-Start:      db other
# X-Start-Before:    web
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# X-Interactive:     true
# Short-Description: serves
# Description:       serves
#                    more
### END INIT INFO
`;

const texts: Readonly<Record<string, string>> = {
  debian: `${header}PATH=/sbin:/bin
DAEMON=/usr/sbin/svcd
NAME=svcd
[ -x "$DAEMON" ] || exit 0
. /lib/lsb/init-functions
do_start() { start-stop-daemon --start --quiet --pidfile /var/run/$NAME.pid --exec $DAEMON -- -a || return 2; }
case "$1" in
  start) log_daemon_msg "Starting" "$NAME"; do_start; log_end_msg $? ;;
  stop) start-stop-daemon --stop --retry 30 --pidfile /var/run/$NAME.pid; rm -f /var/run/$NAME.pid ;;
  restart|force-reload) $0 stop; sleep 1; $0 start ;;
  status) status_of_proc "$DAEMON" "$NAME" && exit 0 || exit $? ;;
  *) echo "Usage: $0 {start|stop|restart|force-reload|status}" >&2; exit 3 ;;
esac
`,
  redhat: `${header}. /etc/rc.d/init.d/functions
[ -f /etc/sysconfig/svc ] && . /etc/sysconfig/svc
lockfile=/var/lock/subsys/svc
start() {
  echo -n $"Starting: "
  daemon svcd $OPTIONS
  RETVAL=$?
  echo
  [ $RETVAL -eq 0 ] && touch $lockfile
  return $RETVAL
}
stop() { killproc svcd; RETVAL=$?; rm -f $lockfile; return $RETVAL; }
case "$1" in
start) start ;;
stop) stop ;;
restart) stop; start ;;
condrestart) [ -f $lockfile ] && { stop; start; } ;;
status) status svcd ;;
*) echo $"Usage: $0 {start|stop|status|restart|condrestart}"; exit 2 ;;
esac
`,
  "init-d-script": `#!/bin/sh
# kFreeBSD do not accept scripts as interpreters, using #!/bin/sh and sourcing.
if [ true != "$INIT_D_SCRIPT_SOURCED" ] ; then
    set "$0" "$@"; INIT_D_SCRIPT_SOURCED=true . /lib/init/init-d-script
fi
${header.replace("#!/bin/sh\n", "")}DESC="serves"
DAEMON=/usr/sbin/svcd
PIDFILE=none
do_start_prepare() { mkdir -p /run/svc; }
do_reload() { kill -HUP $(pidof svcd); }
alias do_status=:
`,
  buildroot: `#!/bin/sh
DAEMON="svcd"
PIDFILE="/var/run/$DAEMON.pid"
start() {
	printf 'Starting %s: ' "$DAEMON"
	start-stop-daemon -S -q -m -b -p "$PIDFILE" -x /usr/sbin/svcd -- -f
	status=$?
	if [ "$status" -eq 0 ]; then echo "OK"; else echo "FAIL"; fi
	return "$status"
}
stop() { start-stop-daemon -K -q -p "$PIDFILE"; rm -f "$PIDFILE"; }
case "$1" in
	start|stop|restart) "$1";;
	reload) restart;;
	*) echo "Usage: $0 {start|stop|restart|reload}"; exit 1
esac
`,
};

function answers(text: string): unknown {
  const shell = shellParser.parse(text);
  const outline = shell && outlineScript(text, shell, "svc");
  const actions = outline?.arms.flatMap(({ names }) => names);
  const source = { name: "svc", text, actions };
  return [
    readChkconfigHeader(text),
    readInsservHeader(text),
    [...readLintianHeader(text).values],
    readLintianHeader(text).problems,
    readLsbSections(text),
    [...readRpmlintHeader(text).values],
    makeLsbFields(source),
    makeChkconfigFields(source),
    seeScript("/etc/init.d/svc", text),
    seeScript("/home/x/svc.sh", text),
    guessFamily(text, "svc").families.map(({ name }) => name),
    outline,
  ];
}

const groups = 6;

test.each(
  Object.entries(texts).flatMap(([family, text]) =>
    Array.from({ length: groups }, (_, group) => [`${family} ${group}`, text, group] as const),
  ),
)("readers: %s", (name, text, group) => {
  const near = nearTexts(text, Object.values(texts).join("").split("\n"), 12 * groups);
  recorded.expectSame(`readers: ${name}`, near.filter((_, place) => place % groups === group).map(answers));
});

/** A system whose scripts have their numbers in their own names, some of them odd. */
function ownNames(seed: number): InitTree {
  const draw = drawing(seed);
  const pool = [
    "S01a",
    "S02b c",
    "S10net.sh",
    "S20x~",
    "S20*",
    "S3y",
    "K10a",
    "s05low",
    "rcS",
    "rcK",
    "S99z",
    "S50",
    "Snone",
    ".S01h",
  ];
  const names = pool.filter(() => !draw.isOneIn(3));
  const nodes = new Map<string, TreeNode>([
    ["", { kind: "folder", names: ["etc"] }],
    ["etc", { kind: "folder", names: ["init.d", "rc3.d", "rc.d"] }],
    ["etc/init.d", { kind: "folder", names }],
    ["etc/rc3.d", { kind: "folder", names: names.slice(0, 4) }],
  ]);
  for (const name of names) {
    const mode = draw.isOneIn(4) ? 0o644 : 0o755;
    nodes.set(
      `etc/init.d/${name}`,
      draw.isOneIn(8) ? { kind: "link", target: "/nowhere" } : { kind: "file", text: "#!/bin/sh\n", mode },
    );
    nodes.set(`etc/rc3.d/${name}`, { kind: "link", target: `../init.d/${name}` });
  }
  return buildTree(nodes);
}

const changes = [
  { previous: "N", runlevel: "2" },
  { previous: "2", runlevel: "3" },
  { previous: "3", runlevel: "5" },
  { previous: "5", runlevel: "1" },
  { previous: "1", runlevel: "3" },
  { previous: "3", runlevel: "6" },
] as const;

test.each(rcFlavorNames.map((flavor) => [flavor]))("rc's walk: %s", (flavor) => {
  const walks = Array.from({ length: 40 }, (_, seed) => {
    const tree = seed % 2 === 0 ? randomTree(seed + 5000) : ownNames(seed);
    return followChanges(tree, { flavor, changes, locks: ["s0", "k1"] });
  });
  recorded.expectSame(`rc's walk: ${flavor}`, walks);
});

test("families and flavors of random systems", () => {
  const guesses = Array.from({ length: 60 }, (_, seed) => {
    const tree = randomTree(seed + 9000);
    const families = tree.scripts.map(({ text, name, path }) => familyOfScript({ text, name, path, tree }));
    return [
      guessFlavor(tree),
      families.map((guess) => [guess.families.map(({ name }) => name), guess.weight, guess.because]),
    ];
  });
  recorded.expectSame("guesses", guesses);
});

test("nothing else is recorded", () => {
  expect(recorded.names()).toHaveLength(Object.keys(texts).length * groups + rcFlavorNames.length + 1);
});
