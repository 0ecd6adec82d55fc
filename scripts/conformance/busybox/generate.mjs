// Random scenarios that the real BusyBox can be held to: tables and events of every kind, but nothing whose result is luck.

const actions = [
  "sysinit",
  "wait",
  "once",
  "once",
  "respawn",
  "respawn",
  "respawn",
  "askfirst",
  "ctrlaltdel",
  "ctrlaltdel",
  "shutdown",
  "shutdown",
  "restart",
];
const ids = ["", "", "", "", "", "", "tty1", "tty2", "/dev/tty1", "null", "tty9", "1", "console"];
const ttys = ["tty1", "tty2"];

/** No process gets a signal sooner than this after its start, since a program takes a moment to listen; seconds. */
const settled = 0.3;

/** How much everything may be shaken without another result; seconds. */
const shaking = 0.07;

/** A random scenario whose result does not hang on milliseconds, checked with the core. */
export function generateScenario(random, core) {
  for (let tries = 0; tries < 500; tries++) {
    const scenario = random.chance(0.2) ? sketchReading(random) : sketch(random);
    if (isSteady(scenario, core)) return scenario;
  }
  throw new Error("no steady scenario was found");
}

/** Whether the result stays the same when everything is a little sooner or later. */
export function isSteady(scenario, core) {
  const options = { programs: "recorded" };
  const trace = core.simulateBusybox(scenario, options);
  if (trace.stopped !== undefined || trace.events.length > 150 || endsInHaste(trace, scenario)) return false;
  if (hangsOnMicroseconds(scenario, core, options) || isTypedAtNobody(trace, scenario)) return false;
  let seed = 7;
  const shake = () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed / 0x7fffffff - 0.5) * 2 * shaking;
  };
  return Array.from({ length: 12 }).every(() => {
    const other = core.simulateBusybox(shaken(scenario, shake), options);
    return differences(timeless(trace), timeless(other), trace).length === 0;
  });
}

/**
 * How a real trace differs from ours: within each sequence, what is simultaneous in ours may come in any order in the
 * real one, except that the order of starts is that of the forks.
 */
export function differences(real, ours, grouping = ours) {
  const expected = sequences(real);
  const actual = sequences(ours);
  const groups = sequences(grouping);
  const found = [];
  // Only where all processes are children of init, and none waits for Enter, are they numbered in the order of their starts.
  const numbered = !JSON.stringify(ours.events).match(/-c |&|Please press/);
  for (const name of new Set([...expected.keys(), ...actual.keys()])) {
    const one = expected.get(name) ?? [];
    const other = actual.get(name) ?? [];
    const times = (groups.get(name) ?? []).map(({ t }) => t);
    const difference = firstDifference(one, other, times, numbered);
    if (difference !== undefined) found.push({ where: name, ...difference });
  }
  const [wanted, got] = [real, ours].map(({ final }) => final.running.join(", "));
  if (wanted !== got) found.push({ where: "final running", expected: wanted, actual: got });
  return found;
}

function sequences({ events }) {
  const all = new Map();
  for (const event of events) {
    const name = event.event === "log" ? event.to : "processes";
    all.set(name, [...(all.get(name) ?? []), event]);
  }
  return all;
}

function firstDifference(real, ours, times, numbered) {
  for (let index = 0; index < Math.max(real.length, ours.length); ) {
    let end = index + 1;
    while (end < ours.length && Math.abs((times[end] ?? -1) - (times[index] ?? -2)) < 0.011) end++;
    const one = inForkOrder(real.slice(index, end), numbered);
    const other = inForkOrder(ours.slice(index, end), numbered);
    for (let at = 0; at < Math.max(one.length, other.length); at++) {
      const [wanted, got] = [one[at], other[at]];
      if (wanted !== undefined && got !== undefined && agrees(wanted, got)) continue;
      return { index: index + at, expected: wanted && described(wanted), actual: got && described(got) };
    }
    index = end;
  }
  return undefined;
}

/** Starts in the order of their process numbers, behind them everything else in the order of the alphabet. */
function inForkOrder(events, numbered) {
  const byWords = (one, other) => (inWords(one) < inWords(other) ? -1 : 1);
  const starts = events.filter(({ event }) => event === "start");
  const others = events.filter(({ event }) => event !== "start").toSorted(byWords);
  const ordered = numbered
    ? starts.toSorted((one, other) => (one.pid ?? 0) - (other.pid ?? 0))
    : starts.toSorted(byWords);
  return [...ordered, ...others];
}

function agrees(one, other) {
  if (inWords(one) !== inWords(other)) return false;
  return one.event === "log" || Math.abs(one.t - other.t) <= (one.event === "init-exit" ? 0.6 : 0.3);
}

function inWords(event) {
  const { t: _, pid: __, ...rest } = event;
  return JSON.stringify(Object.entries(rest).toSorted());
}

function described(event) {
  return `${event.t} ${inWords(event)}`;
}

function timeless(trace) {
  return { ...trace, events: trace.events.map((event) => ({ ...event, t: 0 })) };
}

function shaken(scenario, shake) {
  const processes = Object.fromEntries(
    Object.entries(scenario.processes).map(([key, settings]) => [
      key,
      { ...settings, runs: settings.runs === null ? null : Math.max(0.05, settings.runs + shake()) },
    ]),
  );
  const events = scenario.events.map((event) => ({ ...event, at: event.at + shake() }));
  return {
    ...scenario,
    processes,
    events: events.toSorted((one, other) => one.at - other.at),
    until: scenario.until + shake(),
  };
}

/** Whether somebody types when process 1 is gone, or starts a shell that greets and asks. */
function isTypedAtNobody({ events }, scenario) {
  const successor = events.find(({ pid1 }) => pid1)?.id;
  const end = events.find(
    ({ event, id }) =>
      event === "init-exit" ||
      (event !== "start" && event !== "signal" && id !== undefined && id === successor),
  );
  if (end !== undefined && scenario.events.some((event) => "console" in event || "tty" in event)) return true;
  const shell = events.some(({ text }) => text?.startsWith("starting pid") && text.endsWith("'-/bin/sh'"));
  return shell && !scenario.stubs?.includes("/bin/sh");
}

/** Whether a child dies so soon after init has looked that init may see it in that look or only in the next one. */
function hangsOnMicroseconds(scenario, core, options) {
  for (const item of core.simulateBusyboxStream(scenario, options)) {
    if (item.kind !== "step") continue;
    const { event, step } = item;
    if (step.effects.filter(({ kind }) => kind === "signal").length > 1) return true;
    const [task] = step.state.tasks;
    if (event.kind === "died" && task?.kind === "pause" && event.at - (task.until - task.span) < 100_000)
      return true;
  }
  return false;
}

/** Whether a process gets a signal before it listens, or something happens while the last lines are written. */
function endsInHaste({ events }, { until }) {
  const started = new Map();
  for (const event of events) {
    if (event.event === "start") started.set(event.id, event.t);
    const since = started.get(event.id);
    if (
      (event.event === "signal" || event.event === "killed") &&
      since !== undefined &&
      event.t - since < settled
    )
      return true;
  }
  return events.some(({ t }) => until - t < settled);
}

function sketch(random) {
  const commands = Array.from({ length: 3 + random.below(5) }, (_, index) => makeCommand(random, index));
  const table = makeTable(random, commands);
  const until = 6 + random.below(4);
  const events = [];
  for (let left = random.below(4); left > 0; left--) events.push(...makeEvents(random, commands));
  if (random.chance(0.3))
    events.push({ at: time(random, 3, 5), signal: random.pick(["USR1", "USR2", "TERM", "PWR", "QUIT"]) });
  const processes = Object.fromEntries(
    commands.flatMap(({ keys }) => keys.map((key) => [key, makeProcess(random)])),
  );
  const chosen = random.below(12);
  return {
    inittab: chosen === 0 ? null : table,
    ttys,
    ...(chosen === 0 && {
      stubs: ["/etc/init.d/rcS", "/bin/sh", "/sbin/reboot", "/bin/umount", "/sbin/swapoff", "/sbin/init"],
    }),
    ...(chosen === 1 && { bootArgs: [random.pick(["single", "1", "-s", "5", "auto"])], stubs: ["/bin/sh"] }),
    processes: {
      ...processes,
      ...(chosen < 2 && {
        rcS: makeProcess(random),
        sh: makeProcess(random),
        umount: makeProcess(random),
        swapoff: makeProcess(random),
        reboot: makeProcess(random),
        init: { runs: null },
      }),
    },
    events: events.toSorted((one, other) => one.at - other.at),
    until,
  };
}

/** A table of odd lines: nothing happens but that init reads it. */
function sketchReading(random) {
  let text = "";
  const keys = [];
  for (let left = 8 + random.below(12); left > 0; left--) {
    const key = `k${left}`;
    keys.push(key);
    const line = random.pick([
      `::once:/bin/p ${key}`,
      `::once:/bin/p ${key}`,
      `tty1:x:once:/bin/p ${key}`,
      `:::once:/bin/p ${key}`,
      `::once:/bin/p ${key}:x`,
      `::ONCE:/bin/p ${key}`,
      `# /bin/p ${key}`,
      `:: once:/bin/p ${key}`,
      ` ::once:/bin/p ${key}`,
      "",
      " ",
      "\\",
      "#",
      "once",
    ]);
    const at = random.chance(0.3) ? random.below(line.length + 1) : line.length;
    const odd = random.pick([
      "",
      "",
      "",
      "\\",
      "\\\\",
      " \\",
      "\\\n",
      "#",
      " # x",
      "\r",
      "\0",
      "\t",
      ":",
      "\n",
    ]);
    text += `${line.slice(0, at)}${odd}${line.slice(at)}\n`;
  }
  const processes = Object.fromEntries(keys.map((key) => [key, { runs: null }]));
  return {
    inittab: random.chance(0.5) ? text : text.replace(/\n+$/, ""),
    ttys,
    processes,
    events: [],
    until: 2,
  };
}

function time(random, from, to) {
  return Math.round((from + random.below((to - from) * 20) / 20 + 0.013) * 1000) / 1000;
}

function makeProcess(random) {
  return {
    runs: random.chance(0.4) ? null : Math.round((0.15 + random.below(60) / 20) * 1000) / 1000,
    exit: random.pick([0, 0, 0, 1, 7]),
    onTerm: random.chance(0.15) ? "ignore" : "exit",
  };
}

/** A process field and the keys of the test processes in it. */
function makeCommand(random, index) {
  const key = `k${index}`;
  const plain = `/bin/p ${key}`;
  switch (random.below(28)) {
    case 0:
      return { text: `-${plain}`, keys: [key] };
    case 1:
      return { text: `${plain} >/dev/null`, keys: [key] };
    case 2:
      return { text: `${plain} "a  b" $USER`, keys: [key] };
    case 3:
      return { text: `${plain}; /bin/p ${key}b`, keys: [key, `${key}b`] };
    case 4:
      return { text: `${plain} && /bin/p ${key}b`, keys: [key, `${key}b`] };
    case 5:
      return { text: `${plain} &`, keys: [key] };
    case 6:
      return { text: `/bin/sh -c '${plain}; /bin/p ${key}b'`, keys: [key, `${key}b`] };
    case 7:
      return { text: `sh -c "${plain} && exec /bin/p ${key}b"`, keys: [key, `${key}b`] };
    case 8:
      return { text: `/bin/nope ${key}`, keys: [] };
    case 9:
      return { text: `nope${index} </dev/null`, keys: [] };
    case 10:
      return { text: ` ${plain}`, keys: [key] };
    case 11:
      return { text: `p\t${key}   x`, keys: [key] };
    case 12:
      return { text: `(${plain})`, keys: [key] };
    case 13:
      return { text: `${plain} 'x`, keys: [key] };
    case 14:
      return { text: `${plain} # ${index}`, keys: [key] };
    case 15:
      return { text: `${plain} x::y`, keys: [key] };
    case 16:
      return { text: `${plain} </dev/null`, keys: [key] };
    case 17:
      return { text: `/bin/p \\\n${key}`, keys: [key] };
    case 18:
      return { text: `A=1 ${plain}`, keys: [key] };
    case 19:
      return { text: `+${plain}`, keys: [key] };
    case 20:
      return { text: `/bin/sh -c 'echo said ${key}; ${plain}'`, keys: [key] };
    case 21:
      return { text: `${plain} \`echo x\` {y,z} ~`, keys: [key] };
    case 22:
      return { text: `/dev/null; ${plain}`, keys: [key] };
    default:
      return { text: plain, keys: [key] };
  }
}

const oddLines = [
  "# comment",
  "#",
  "",
  "   ",
  "\t# indented",
  "::off:/bin/p never",
  "id:3:initdefault:",
  "::once:",
  "::once",
  "::Once:/bin/p never",
  ":: once:/bin/p never",
  "# swallows \\",
  "::once:#",
  "nothing\r",
  "::once:/bin/p cr\r",
  "pf::powerfail:/bin/p never",
];

function makeTable(random, commands) {
  const lines = commands.flatMap(({ text }) => {
    const line = () =>
      `${random.pick(ids)}:${random.pick(["", "", "2345", "x"])}:${random.pick(actions)}:${text}`;
    return random.chance(0.12) ? [line(), line()] : [line()];
  });
  for (let left = random.below(3); left > 0; left--)
    lines.splice(random.below(lines.length + 1), 0, random.pick(oddLines));
  return lines.join("\n") + (random.chance(0.85) ? "\n" : "");
}

function makeEvents(random, commands) {
  const at = time(random, 0, 6);
  switch (random.below(10)) {
    case 0:
    case 1: {
      const text = random.chance(0.05) ? null : makeTable(random, random.some(commands, 0.7));
      return [
        { at, write: text },
        { at: Math.round((at + 0.2) * 1000) / 1000, signal: "HUP" },
      ];
    }
    case 2:
      return [{ at, signal: "INT" }];
    case 3:
      return [
        { at, signal: "TSTP" },
        { at: time(random, Math.ceil(at) + 1, Math.ceil(at) + 3), signal: "CONT" },
      ];
    case 4:
      return [{ at, console: random.pick(["\n", "q\n", "\r"]) }];
    case 5:
      return [{ at, tty: random.pick(ttys), input: random.pick(["\n", "abc\n"]) }];
    case 6:
      return [{ at, signal: random.pick(["HUP", "INT", "QUIT", "CONT", "WINCH", "PWR"]) }];
    case 7:
      return [
        {
          at,
          kill: random.pick(random.pick(commands).keys) ?? "none",
          with: random.pick(["TERM", "HUP", "USR1"]),
        },
      ];
    default:
      return [{ at, kill: random.pick(random.pick(commands).keys) ?? "none" }];
  }
}
