// The page of the simulation view. It draws what the extension tells, and tells the extension what the user does.

import { visible } from "@inittab/core";
import type { SimulationAnswer, SimulationWhole } from "@inittab/server/protocol";
import { laneKey } from "../../views/simulation/lane-key.ts";
import type { FromPage, PageState, ToPage } from "../../views/simulation/messages.ts";
import { isToPage } from "../../views/simulation/read-message.ts";
import { createControls } from "./controls.ts";
import { h, iconButton } from "./dom.ts";
import { neighbour } from "./drawing.ts";
import { l10n } from "./l10n.ts";
import { asking, legend } from "./legend.ts";
import { createPanels } from "./panels.ts";
import { roveOver } from "./roving.ts";
import { rowsOf, wayKey, waysAt } from "./scripts.ts";
import { createTimeline } from "./timeline.ts";
import { type Actions, byLane, follow, type View } from "./view.ts";
import { describeMoment } from "./words.ts";

interface VsCode {
  readonly postMessage: (message: FromPage) => void;
  readonly setState: (state: PageState) => void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
let view: View | undefined;
let playing: number | undefined;
/** How often the user has moved in time: an answer about an earlier one does not move the cursor back. */
let moves = 0;
/** The file, for the time after the window is loaded again. */
let shown = "";
/** The ways of rc that were asked for since the last run. */
const asked = new Set<string>();
/** The run and the time for which the services were asked for. */
let askedServices = "";
/** The run for which the levels were asked for. */
let askedLevels: string | undefined;

const actions: Actions = {
  moveTo: (at) => {
    stop();
    move(at);
    drawAll();
  },
  step: (direction) => {
    stop();
    stepOn(direction);
  },
  playOrPause: () => {
    if (playing === undefined) play();
    else stop();
    drawAll();
  },
  isPlaying: () => playing !== undefined,
  happen: (happening) => tell({ kind: "happen", happening }),
  takeBack: (index) => tell({ kind: "take-back", index }),
  boot: (words) => tell({ kind: "boot", words }),
  behave: (id, settings) => tell({ kind: "process", id, settings }),
  pass: (seconds) => {
    tell({ kind: "pass", seconds, moves: moves + 1 });
    moves += 1;
    // What is done before the answer comes is done at the new time.
    if (view !== undefined) view = { ...view, cursor: view.cursor + seconds };
  },
  clear: () => tell({ kind: "clear" }),
  takeEdits: (areEvents) => tell({ kind: "edits", areEvents }),
  select: (key, reveal) => {
    const lane = view?.whole.lanes.find(({ record }) => laneKey(record) === key);
    if (view === undefined || lane === undefined) return;
    view = { ...view, selected: key, script: null };
    if (reveal) vscode.postMessage({ kind: "reveal", record: lane.record });
    drawAll();
  },
  selectScript: (key, index, show) => {
    if (view === undefined) return;
    view = { ...view, selected: key, script: index };
    const row = rowsOf(view).find(
      (each) => each.kind === "script" && each.key === key && each.index === index,
    );
    const uri = row?.kind === "script" ? row.step?.uri : undefined;
    if (show && typeof uri === "string") vscode.postMessage({ kind: "show-script", uri });
    drawAll();
  },
  open: (key, isOpen) => {
    if (view === undefined) return;
    const others = [...view.opened].filter((other) => other !== key);
    // What was chosen below the lane is out of sight.
    const script = !isOpen && view.selected === key ? null : view.script;
    view = { ...view, opened: new Set(isOpen ? [...others, key] : others), script };
    drawAll();
  },
  show: (tab) => {
    if (view !== undefined) view = { ...view, tab };
    drawAll();
  },
  playLevel: (index) => {
    stop();
    vscode.postMessage({ kind: "play-level", index });
  },
  filter: () => {
    if (view !== undefined) view = { ...view, onlyRunning: !view.onlyRunning };
    drawAll();
  },
  zoom: (factor) => {
    if (view === undefined) return;
    if (factor === null) view = { ...view, zoom: null };
    else {
      const { from, to } = timeline.window();
      const width = Math.max((to - from) / factor, 0.1);
      const share = Math.min(Math.max((view.cursor - from) / (to - from), 0), 1);
      const end = Math.max(view.whole.timeline.until, 1);
      const start = Math.max(0, Math.min(view.cursor - width * share, end - width));
      view = { ...view, zoom: { from: start, to: Math.min(start + width, Math.max(end, start + 0.1)) } };
    }
    drawAll();
  },
  command: (command) => vscode.postMessage({ kind: "command", command }),
};

const controls = createControls(actions);
const timeline = createTimeline(actions);
const panels = createPanels(actions);
const notice = h("div", { class: "notice", role: "alert", hidden: true });
const spoken = h("div", { class: "spoken", role: "status" });
const title = h("span", { class: "title" });
const commands = (
  [
    ["compare", l10n.t("Compare Runlevels…"), "M5.5 2 2 5l3.5 3V6H14V4H5.5zM10.5 8v2H2v2h8.5v2L14 11z"],
    ["open", l10n.t("Play Scenario…"), "M1.5 3h4.6l1.5 1.6h6.9V6H13V5.9H7L5.4 4.4H3v6.2L4.5 7h11L13 13H1.5z"],
    [
      "save",
      l10n.t("Save as Scenario…"),
      "M2 2h9.6L14 4.4V14H2zm1.4 1.4v9.2H5V8.6h6v4h1.6V5L11 3.4V6H5.5V3.4z",
    ],
    [
      "export",
      l10n.t("Export…"),
      "M7.3 9.6V3.8L5.2 5.9l-1-1L8 1.1l3.8 3.8-1 1-2.1-2.1v5.8zM3.4 8v5.2h9.2V8H14v6.6H2V8z",
    ],
  ] as const
).map(([command, name, path]) => iconButton(name, path, () => actions.command(command)));
const commandBar = h(
  "span",
  { class: "commands", role: "toolbar", "aria-label": l10n.t("Scenario") },
  ...commands,
);
const makeCommandsOneStop = roveOver(commandBar);
makeCommandsOneStop();
const [compareButton] = commands;
document
  .getElementById("simulation")
  ?.append(
    h("header", {}, title, commandBar),
    notice,
    ...controls.elements,
    timeline.element,
    legend,
    panels.element,
    spoken,
  );

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isToPage(data)) take(data);
});
window.addEventListener("keydown", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.altKey || event.ctrlKey || event.metaKey || target.closest("input, select, textarea") !== null)
    return;
  const isOnButton = target.closest("button") !== null;
  if (event.key === "ArrowRight") actions.step(1);
  else if (event.key === "ArrowLeft") actions.step(-1);
  else if (event.key === " " && !isOnButton) actions.playOrPause();
  else if (event.key === "Home") actions.moveTo(0);
  else if (event.key === "End") actions.moveTo(view?.whole.moments.at(-1) ?? 0);
  else return;
  event.preventDefault();
});
vscode.postMessage({ kind: "ready" });

function take(message: ToPage): void {
  switch (message.kind) {
    case "run": {
      const { uri, file, model, answer, comparison, reload } = message;
      shown = uri;
      vscode.setState({ uri, model });
      const { moment, title: init, assumption = "" } = answer;
      const whole = wholeOf(answer);
      tellProblems(answer);
      if (moment === undefined || whole === undefined) return;
      if (compareButton !== undefined) {
        compareButton.hidden = answer.offers?.hasRunlevels === false;
        makeCommandsOneStop();
      }
      asking.hidden = !whole.timeline.intervals.some(({ enter }) => enter !== undefined);
      Object.assign(title, { textContent: visible(`${file}, ${init}`), title: assumption });
      const isNew = (what: "comparison" | "reload") => message[what] !== null && view?.[what] == null;
      view = {
        zoom: null,
        selected: null,
        script: null,
        opened: new Set(),
        visits: new Map(),
        services: [],
        levels: undefined,
        onlyRunning: false,
        ...view,
        tab: isNew("comparison") ? "comparison" : isNew("reload") ? "reload" : (view?.tab ?? "console"),
        file,
        model,
        answer,
        whole,
        moment,
        comparison,
        reload,
        lives: byLane(whole.timeline.intervals),
        signals: byLane(whole.signals),
        cursor: playing === undefined && message.moves === moves ? moment.at : (view?.cursor ?? moment.at),
      };
      // The scripts may have changed; until the answer comes, those of before are shown.
      asked.clear();
      document.body.dataset["runs"] = String(Number(document.body.dataset["runs"] ?? 0) + 1);
      drawAll();
      break;
    }
    case "moment":
      if (view === undefined) return;
      view = { ...view, moment: message.moment, model: { ...view.model, cursor: view.cursor } };
      vscode.setState({ uri: shown, model: view.model });
      drawAll();
      break;
    case "trouble":
      notice.textContent = visible(message.text);
      notice.hidden = false;
      break;
    case "select":
      if (view === undefined) return;
      view = { ...view, selected: laneKey(message.record), script: null };
      drawAll();
      break;
    case "services":
      if (view === undefined) return;
      view = { ...view, services: message.services ?? [] };
      panels.draw(view);
      break;
    case "levels":
      // The same picture stays where it is, and the keyboard in it.
      if (view === undefined || JSON.stringify(view.levels) === JSON.stringify(message.picture)) return;
      view = { ...view, levels: message.picture };
      panels.draw(view);
      break;
    case "rc":
      if (view === undefined) return;
      view = { ...view, visits: new Map([...view.visits, [wayKey(message.way), message.visit]]) };
      drawAll();
      break;
  }
}

function wholeOf({
  run,
  timeline: times,
  signals,
  story,
  said,
  moments,
  lanes,
  rcCalls,
}: SimulationAnswer): SimulationWhole | undefined {
  if (!run || !times || !signals || !story || !said || !moments || !lanes || !rcCalls) return undefined;
  return { run, timeline: times, signals, story, said, moments, lanes, rcCalls };
}

function tellProblems({ problems, run, moment }: SimulationAnswer): void {
  const texts = problems.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  if (run?.stopped !== undefined)
    texts.push(l10n.t("The simulation is broken off at {0} s: {1}", run.stopped.t, run.stopped.why));
  if (moment === undefined && view !== undefined) texts.push(l10n.t("The previous run is shown."));
  notice.textContent = texts.slice(0, 5).map(visible).join("\n");
  notice.hidden = texts.length === 0;
}

/** Sends the extension what happens, at the time that the user sees. */
function tell(message: FromPage): void {
  stop();
  if (view !== undefined) vscode.postMessage({ kind: "cursor", at: view.cursor, moves });
  vscode.postMessage(message);
}

function move(at: number): void {
  if (view === undefined) return;
  const cursor = Math.min(Math.max(at, 0), view.whole.timeline.until);
  view = { ...view, cursor, zoom: follow(view.zoom, cursor) };
  moves += 1;
  vscode.postMessage({ kind: "cursor", at: cursor, moves });
}

function stepOn(direction: 1 | -1): boolean {
  if (view === undefined) return false;
  const next = neighbour(view.whole.moments, view.cursor, direction);
  if (next === undefined) return false;
  move(next);
  const words = describeMoment(view.whole.story, next);
  spoken.textContent = visible(`${next} s: ${words}`);
  drawAll();
  return true;
}

function play(): void {
  if (view === undefined) return;
  // At the end it begins again.
  if (
    neighbour(view.whole.moments, view.cursor, 1) === undefined &&
    view.cursor >= timeline.window().to - 0.05
  )
    move(0);
  if (calm.matches) {
    playing = window.setInterval(() => stepOn(1) || finish(), 800);
    return;
  }
  let before = performance.now();
  const frame = (now: number) => {
    if (view === undefined || playing === undefined) return;
    const from = view.cursor;
    const cursor = from + (now - before) / 1000;
    before = now;
    const end = Math.max(timeline.window().to, view.whole.moments.at(-1) ?? 0);
    if (cursor >= end) {
      move(end);
      finish();
      return;
    }
    view = { ...view, cursor, zoom: follow(view.zoom, cursor) };
    const next = neighbour(view.whole.moments, from, 1);
    // Between two moments nothing changes but the time.
    if (next !== undefined && next <= cursor) vscode.postMessage({ kind: "cursor", at: cursor, moves });
    timeline.moveCursor(cursor);
    controls.moveCursor(cursor);
    playing = requestAnimationFrame(frame);
  };
  playing = requestAnimationFrame(frame);
}

function finish(): void {
  stop();
  drawAll();
}

function stop(): void {
  if (playing === undefined) return;
  if (calm.matches) clearInterval(playing);
  else cancelAnimationFrame(playing);
  playing = undefined;
}

/** Asks how the services are, where they are shown and the answer may be another one than before. */
function askForServices({ whole, cursor, tab }: View): void {
  const key = `${document.body.dataset["runs"]} ${cursor}`;
  if (tab !== "processes" || whole.rcCalls.length === 0 || key === askedServices) return;
  askedServices = key;
  vscode.postMessage({ kind: "ask-services" });
}

/** Asks for the levels, where they are shown and the text may be another one than before. */
function askForLevels({ tab }: View): void {
  const key = document.body.dataset["runs"];
  if (tab !== "levels" || key === askedLevels) return;
  askedLevels = key;
  vscode.postMessage({ kind: "ask-levels" });
}

/** Asks what rc does in the calls that count now. */
function askForScripts({ whole, cursor }: View): void {
  for (const way of waysAt({ whole, cursor }).values()) {
    const key = wayKey(way);
    if (asked.has(key)) continue;
    asked.add(key);
    vscode.postMessage({ kind: "follow-rc", way });
  }
}

function drawAll(): void {
  if (view === undefined) return;
  askForScripts(view);
  askForServices(view);
  askForLevels(view);
  timeline.draw(view);
  controls.draw(view, timeline.window());
  panels.draw(view);
}
