// Random scenarios that a real init can be held to: tables and events of every kind, but nothing whose result is luck.

/** Levels to boot into, with the usual ones more often. */
const defaults = ["2", "2", "3", "4", "5", "2", "3", "25", "S"];
const ordinary = ["2", "3", "4", "5"];
const actions = [
  "respawn",
  "respawn",
  "respawn",
  "once",
  "once",
  "wait",
  "wait",
  "ondemand",
  "boot",
  "bootwait",
  "sysinit",
  "powerfail",
  "powerwait",
  "powerokwait",
  "powerfailnow",
  "ctrlaltdel",
  "kbrequest",
  "off",
];

/** No process is told to go sooner than this after its start, since a program takes a moment to listen; seconds. */
const settled = 0.25;

/** A random scenario whose result does not hang on milliseconds, checked with the core. */
export function generateScenario(random, core, version) {
  for (let tries = 0; tries < 200; tries++) {
    const scenario = sketch(random);
    if (isSteady(scenario, core, version)) return scenario;
  }
  throw new Error("no steady scenario was found");
}

/** Whether the result stays the same when everything takes a little longer. */
export function isSteady(scenario, core, version) {
  const options = { version, programs: "recorded" };
  const { state } = core.runSimulation(scenario, options);
  // What init hands over then is not what it had at the end.
  if (state.phase.kind === "killing" || "#*".includes(state.level)) return false;
  const stream = core.simulateStream(scenario, options);
  for (let next = stream.next(); next.done !== true; next = stream.next()) {
    const { value } = next;
    const hopeless = ({ kind }) => kind === "busy-loop" || (kind === "ask" && scenario.tty !== true);
    if (value.kind === "step" && value.step.effects.some(hopeless)) return false;
  }
  const trace = core.simulate(scenario, options);
  if (trace.stopped !== undefined || trace.events.length > 120 || endsInHaste(trace, scenario)) return false;
  return [0.015, 0.04, 0.08].every((longer) => {
    const other = core.simulate(slower(scenario, longer), options);
    return core.compareTraces(timeless(trace), timeless(other)).length === 0;
  });
}

function sketch(random) {
  const level = random.pick(defaults);
  const records = Array.from({ length: 3 + random.below(7) }, (_, index) => makeRecord(random, index));
  if (random.chance(0.5)) records.push({ id: "su", line: "su:S:wait:/bin/p su" });
  const lines = [`id:${level}:initdefault:`, ...records.map((record) => record.line)];
  if (random.chance(0.3)) lines.splice(random.below(lines.length + 1), 0, oddLine(random));
  const table = random.chance(0.3) ? random.shuffle(lines) : lines;
  const processes = { su: { runs: random.chance(0.7) ? null : time(random, 0.5, 4) }, zz: { runs: 0.3 } };
  for (const { id } of records) processes[id] ??= makeProcess(random);
  const tty = random.chance(0.08);
  // At a terminal init may ask for the level.
  if (tty && random.chance(0.7)) table.splice(table.indexOf(lines[0]), 1);
  const { events, last } = makeEvents(random, table, records, processes, tty);
  return {
    ...(tty ? { tty } : {}),
    inittab: `${table.join("\n")}\n`,
    ...(random.chance(0.2) ? { bootArgs: [random.pick(["single", "3", "auto", "4", "-s", "5"])] } : {}),
    processes,
    events,
    until: round(last + time(random, 1, 2)),
  };
}

function makeRecord(random, index) {
  const action = random.pick(actions);
  const id = `${action[0]}${index}`;
  const shown = random.chance(0.05) ? action.toUpperCase() : action;
  const flag = random.chance(0.08) ? random.pick(["+", "@", "+@"]) : "";
  const rest = random.chance(0.15) ? random.pick([' "$RUNLEVEL"', " # note", " arg", " one two"]) : "";
  // An @ keeps the shell away and makes the quotes part of the word; older releases take it for a part of the name.
  const process = `${flag}/bin/p ${id}${flag.includes("@") ? "" : rest}`;
  return { id, line: `${id}:${makeLevels(random)}:${shown}:${process}` };
}

function makeLevels(random) {
  if (random.chance(0.15)) return "";
  if (random.chance(0.12)) return random.pick(["a", "b", "2a", "c", "A3"]);
  const levels = random
    .some([...ordinary, ...(random.chance(0.2) ? ["S", "s", "1", "0"] : [])], 0.5)
    .join("");
  return levels === "" ? random.pick(ordinary) : levels;
}

function oddLine(random) {
  return random.pick([
    "# a comment",
    "",
    "toolong:2:once:/bin/p zz",
    "x:2:respwan:/bin/p zz",
    "w",
    "id:3:off:",
    "w:2:once",
    `#${"c".repeat(260)}:2345:once:/bin/p zz`,
    "\t# tabbed",
  ]);
}

function makeProcess(random) {
  return {
    runs: random.chance(0.45) ? null : time(random, 0.3, 5),
    ...(random.chance(0.3) ? { exit: random.pick([1, 2, 127, 255]) } : {}),
    ...(random.chance(0.2) ? { onTerm: "ignore" } : {}),
    ...(random.chance(0.25) ? { termDelay: time(random, 0.3, 2) } : {}),
  };
}

function makeEvents(random, table, records, processes, tty) {
  const events = [];
  let at = 0.5;
  let lines = table;
  for (let count = 2 + random.below(6); count > 0; count--) {
    at = round(at + time(random, 0.5, 2));
    if (tty && random.chance(0.4)) {
      events.push({
        at,
        console: random.pick(["3\n", "2\n", "S\n", "x\n", "12\n", "\n", "5", "abcdefgh4\n"]),
      });
      continue;
    }
    const edited = random.chance(0.3) ? edit(random, lines, records, processes) : undefined;
    if (edited !== undefined) {
      lines = edited;
      events.push({ at, write: `${lines.join("\n")}\n` });
      at = round(at + 0.3);
      events.push({ at, ...tellOfEdit(random) });
    } else events.push({ at, ...makeEvent(random, records) });
  }
  // At a terminal these levels throw away what was written last, and with luck that is a message.
  const loud = (event) => !tty || !/^[sS016]$/.test(event.telinit ?? "");
  return { events: events.filter(loud), last: at };
}

function tellOfEdit(random) {
  return random.pick([
    { telinit: "q" },
    { telinit: "q" },
    { signal: "HUP" },
    { telinit: random.pick(ordinary) },
    { telinit: "a" },
  ]);
}

function makeEvent(random, records) {
  const id = random.pick(records).id;
  const kinds = [
    () => ({ telinit: random.pick(ordinary) }),
    () => ({ telinit: random.pick(ordinary), waitBetweenSignals: random.pick([1, 2, 4]) }),
    () => ({ telinit: random.pick(["S", "s", "1", "0", "7"]) }),
    () => ({ telinit: random.pick(["a", "b", "c", "A"]) }),
    () => ({ telinit: random.pick(["q", "Q", "u"]) }),
    () => ({ signal: "INT" }),
    () => ({
      signal: "PWR",
      ...(random.chance(0.6) ? { powerstatus: random.pick(["O", "L", "F", ""]) } : {}),
    }),
    () => ({ signal: random.pick(["WINCH", "HUP", "USR1", "RTMIN+4", "TERM"]) }),
    () => ({ kill: id, how: random.pick(["exit", "KILL", "TERM"]) }),
    () => ({ kill: id }),
    () => ({
      initctl: random.pick([
        { cmd: 2 },
        { cmd: 3 },
        { cmd: 4 },
        { cmd: 9 },
        { runlevel: "x" },
        { runlevel: "3", magic: 1 },
      ]),
    }),
  ];
  return random.pick(kinds)();
}

function edit(random, lines, records, processes) {
  const at = random.below(lines.length);
  const line = lines[at];
  const fields = line.split(":");
  if (fields.length < 4 || fields[2] === "initdefault") return undefined;
  const change = (index, value) => lines.with(at, fields.with(index, value).join(":"));
  switch (random.below(6)) {
    case 0:
      return lines.toSpliced(at, 1);
    case 1:
      return change(1, makeLevels(random));
    case 2:
      return change(2, random.pick(actions));
    case 3:
      return change(3, `${fields[3]} new`);
    case 4: {
      const record = makeRecord(random, 20 + random.below(9));
      if (processes[record.id] !== undefined) return undefined;
      records.push(record);
      processes[record.id] = makeProcess(random);
      return lines.toSpliced(at, 0, record.line);
    }
    default:
      return random.shuffle(lines);
  }
}

/** A signal or an end from outside soon after the start meets a program that does not yet listen. */
function endsInHaste(trace, scenario) {
  const started = new Map();
  const kills = (scenario.events ?? []).filter((event) => "kill" in event);
  for (const event of trace.events) {
    if (event.event === "start") {
      started.set(event.id, event.t);
      if (kills.some(({ at, kill }) => kill === event.id && at >= event.t - 0.05 && at < event.t + settled))
        return true;
    } else if (event.event === "signal" || event.event === "killed") {
      const since = event.t - (started.get(event.id) ?? Number.NEGATIVE_INFINITY);
      if (since < settled) return true;
    }
  }
  return false;
}

function slower(scenario, longer) {
  const processes = Object.fromEntries(
    Object.entries(scenario.processes).map(([id, one]) => [
      id,
      {
        ...one,
        runs: one.runs === null || one.runs === undefined ? one.runs : one.runs * 1.005 + longer,
        ...(one.termDelay === undefined ? {} : { termDelay: one.termDelay + longer }),
      },
    ]),
  );
  return { ...scenario, processes };
}

function timeless(trace) {
  return { ...trace, events: trace.events.map((event) => ({ ...event, t: 0 })) };
}

function time(random, from, to) {
  return round(from + random.below((to - from) * 100) / 100);
}

function round(seconds) {
  return Math.round(seconds * 100) / 100;
}
