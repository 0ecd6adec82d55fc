// The lower part of the page: what init says, its processes and their environment, the story, and the chosen record.

import type { BusyboxScenarioEvent, ProcessInterval, ProcessSettings, ScenarioEvent } from "@inittab/core";
import { laneKey } from "../../views/simulation/lane-key.ts";
import { h } from "./dom.ts";
import { l10n } from "./l10n.ts";
import { levelButtons } from "./levels.ts";
import { offerButton } from "./offer-button.ts";
import { reloadTable } from "./reload-table.ts";
import { serviceTable } from "./services.ts";
import { describeSeconds, levelName } from "./time.ts";
import { type Actions, type Tab, tabs, type View } from "./view.ts";
import { describeLives } from "./words.ts";

/** The tabs in the page. */
export interface Panels {
  readonly element: HTMLElement;
  readonly draw: (view: View) => void;
}

/** So many lines of a long list are in the page: those nearest to the cursor. */
const mostLines = 250;

const names: Readonly<Record<Tab, string>> = {
  console: l10n.t("Console"),
  processes: l10n.t("Processes"),
  environment: l10n.t("Environment"),
  story: l10n.t("What happens"),
  record: l10n.t("Entry"),
  comparison: l10n.t("Comparison"),
  reload: l10n.t("Reload"),
  levels: l10n.t("Ways"),
};

export function createPanels(actions: Actions): Panels {
  const buttons = new Map<Tab, HTMLButtonElement>();
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": l10n.t("Details") });
  for (const tab of tabs) {
    const button = h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${tab}`,
        "aria-controls": "panel",
        onclick: () => actions.show(tab),
      },
      names[tab],
    );
    buttons.set(tab, button);
    list.append(button);
  }
  const body = h("div", { class: "panel", role: "tabpanel", id: "panel", tabindex: 0 });
  let environmentOf: number | null = null;
  let shown: Tab | undefined;
  let drawnLevels: View["levels"];

  list.addEventListener("keydown", (event) => {
    const visible = tabs.filter((tab) => buttons.get(tab)?.hidden === false);
    const at = visible.findIndex((tab) => buttons.get(tab) === document.activeElement);
    const next = event.key === "ArrowRight" ? at + 1 : event.key === "ArrowLeft" ? at - 1 : undefined;
    const tab = next === undefined ? undefined : visible.at(next % visible.length);
    if (tab === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    actions.show(tab);
    buttons.get(tab)?.focus();
  });

  const contents: Readonly<Record<Tab, (view: View) => readonly Node[]>> = {
    console: consoleLines,
    processes: (view) => [processTable(view, actions), ...serviceTable(view.services, actions)],
    environment: (view) =>
      environment(view, environmentOf, (pid) => {
        environmentOf = pid;
        body.replaceChildren(...contents.environment(view));
      }),
    story: (view) => storyLines(view, actions),
    record: (view) => recordDetails(view, actions),
    comparison: comparisonLists,
    reload: reloadTable,
    levels: (view) => levelButtons(view, actions),
  };

  return {
    element: h("section", { class: "details" }, list, body),
    draw: (view) => {
      const isMissing = (name: Tab) => (name === "comparison" || name === "reload") && view[name] === null;
      const tab = isMissing(view.tab) ? "console" : view.tab;
      for (const [name, button] of buttons) {
        button.setAttribute("aria-selected", String(name === tab));
        button.tabIndex = name === tab ? 0 : -1;
        button.hidden = isMissing(name);
      }
      body.setAttribute("aria-labelledby", `tab-${tab}`);
      // Nobody's half-filled form is taken away by an answer.
      if (
        tab === "record" &&
        shown === tab &&
        body.contains(document.activeElement) &&
        document.activeElement !== body
      )
        return;
      // Another run of the same text leaves the picture as it is, and the keyboard in it.
      if (tab === "levels" && shown === tab && drawnLevels === view.levels) return;
      drawnLevels = view.levels;
      shown = tab;
      body.replaceChildren(...contents[tab](view));
      if (tab === "console") body.scrollTop = body.scrollHeight;
      if (tab === "story") body.querySelector(".now")?.scrollIntoView({ block: "nearest" });
    },
  };
}

function consoleLines({ whole, cursor }: View): readonly Node[] {
  const told = whole.said.filter(({ at }) => at <= cursor + 0.006);
  const lines = told
    .slice(-mostLines)
    .map(({ at, to, shown }) =>
      h(
        "div",
        { class: to === "syslog" ? "line log" : "line" },
        h("span", { class: "time" }, describeSeconds(at)),
        h("span", { class: "text" }, shown),
      ),
    );
  return [
    h("div", { class: "lines", role: "log", "aria-live": "off", "aria-label": l10n.t("Console") }, ...lines),
    ...(lines.length === 0 ? [empty(l10n.t("Init has said nothing so far."))] : []),
  ];
}

function processTable({ moment, whole }: View, actions: Actions): Node {
  if (moment.processes.length === 0) return empty(l10n.t("No process of init runs now."));
  const lanes = new Map(whole.lanes.map((lane) => [laneKey(lane.record), lane]));
  const rows = moment.processes.slice(0, mostLines).map(({ pid, record, command, since, offers }) => {
    const words = lanes.get(laneKey(record))?.process ?? command.join(" ");
    const buttons = offers.map((offer) => offerButton(record.id, offer, actions));
    return h(
      "tr",
      {},
      h("td", { class: "number" }, String(pid)),
      h(
        "td",
        {},
        h(
          "button",
          { type: "button", class: "link", onclick: () => actions.select(laneKey(record), true) },
          record.id,
        ),
      ),
      h("td", { class: "command" }, words),
      h("td", { class: "number" }, describeSeconds(since)),
      h("td", { class: "joined" }, ...buttons),
    );
  });
  const head = ["PID", l10n.t("Entry"), l10n.t("Command"), l10n.t("Since"), l10n.t("What happens to it")].map(
    (name) => h("th", { scope: "col" }, name),
  );
  return h(
    "table",
    { "aria-label": l10n.t("Processes of init") },
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...rows),
  );
}

function environment(view: View, pid: number | null, choose: (pid: number | null) => void): readonly Node[] {
  const { processes, environment: next } = view.moment;
  const chosen = processes.find((process) => process.pid === pid);
  const select = h(
    "select",
    {
      "aria-label": l10n.t("Whose environment"),
      onchange: () => choose(select.value === "" ? null : Number(select.value)),
    },
    h("option", { value: "" }, l10n.t("a process that is started now")),
    ...processes.map((process) =>
      h(
        "option",
        { value: process.pid, selected: process === chosen },
        `${process.pid} ${process.record.id}`,
      ),
    ),
  );
  const variables = (chosen?.environment ?? next).map((variable) => {
    const equals = variable.indexOf("=");
    return [h("dt", {}, variable.slice(0, equals)), h("dd", {}, variable.slice(equals + 1))];
  });
  return [
    h("label", { class: "chooser" }, `${l10n.t("Environment of")} `, select),
    h("dl", { class: "variables" }, ...variables.flat()),
  ];
}

function storyLines({ whole, cursor }: View, actions: Actions): readonly Node[] {
  const { story } = whole;
  const behind = story.findIndex(({ at }) => at > cursor + 0.006);
  const now = behind < 0 ? story.length : behind;
  const lines = story
    .slice(Math.max(0, now - mostLines / 2), now + mostLines / 2)
    .map(({ at, depth, kind, text }) => {
      const state = Math.abs(at - cursor) < 0.006 ? " now" : at > cursor ? " later" : "";
      return h(
        "button",
        {
          type: "button",
          class: `line story ${kind} depth${depth}${state}`,
          onclick: () => actions.moveTo(at),
        },
        h("span", { class: "time" }, describeSeconds(at)),
        h("span", { class: "text" }, text),
      );
    });
  return lines.length === 0 ? [empty(l10n.t("Nothing happens."))] : [h("div", { class: "lines" }, ...lines)];
}

function recordDetails(view: View, actions: Actions): readonly Node[] {
  const lane = view.whole.lanes.find(({ record }) => laneKey(record) === view.selected);
  if (lane === undefined) return [empty(l10n.t("Choose an entry in the timeline."))];
  const { record, text, key, dropped } = lane;
  const reason = view.moment.reasons.find((other) => laneKey(other.record) === view.selected);
  const lives = view.lives.get(laneKey(record)) ?? [];
  const title = h("p", { class: "record" }, text);
  if (dropped !== null) return [title, h("p", {}, dropped)];
  const settings = view.model.scenario.processes?.[key];
  return [
    title,
    h(
      "p",
      {},
      l10n.t(
        "At {0}: {1}. In this run: {2}.",
        describeSeconds(view.cursor),
        reason?.text ?? l10n.t("unknown to init"),
        describeLives(lives),
      ),
    ),
    behaviourForm(settings, view.answer.offers?.settings ?? [], (next) => actions.behave(key, next)),
  ];
}

/** How long the process runs, and how it ends. */
function behaviourForm(
  settings: ProcessSettings | undefined,
  known: readonly (keyof ProcessSettings)[],
  change: (settings: ProcessSettings | null) => void,
): Node {
  const { runs, exit = 0, onTerm = "exit", termDelay = 0, leaves = "" } = settings ?? {};
  const hasDelay = known.includes("termDelay");
  const kind = runs === undefined ? "usual" : runs === null ? "forever" : "seconds";
  const option = (value: string, text: string, selected: boolean) => h("option", { value, selected }, text);
  const number = (name: string, value: number, max: number) =>
    h("input", { type: "number", "aria-label": name, min: 0, max, step: "any", value });
  const length = h(
    "select",
    { "aria-label": l10n.t("How long it runs") },
    option("usual", l10n.t("as usual"), kind === "usual"),
    option("forever", l10n.t("until it is ended"), kind === "forever"),
    option("seconds", l10n.t("for"), kind === "seconds"),
  );
  const seconds = number(l10n.t("Seconds that it runs"), typeof runs === "number" ? runs : 1, 1e9);
  const code = number(l10n.t("Exit code"), exit, 255);
  const term = h(
    "select",
    { "aria-label": l10n.t("What it does on TERM") },
    option("exit", hasDelay ? l10n.t("it ends after") : l10n.t("it ends"), onTerm === "exit"),
    option("ignore", l10n.t("it ignores TERM"), onTerm === "ignore"),
  );
  const delay = number(l10n.t("Seconds from TERM to its end"), termDelay, 1e9);
  const child = h("input", { type: "text", "aria-label": l10n.t("Leaves behind"), value: leaves });
  const apply = () => {
    const length_ = length.value;
    change({
      ...(length_ === "usual" ? {} : { runs: length_ === "forever" ? null : Number(seconds.value) }),
      ...(Number(code.value) === 0 ? {} : { exit: Math.round(Number(code.value)) }),
      ...(term.value === "ignore" ? { onTerm: "ignore" as const } : {}),
      ...(!hasDelay || Number(delay.value) === 0 ? {} : { termDelay: Number(delay.value) }),
      ...(child.value === "" ? {} : { leaves: child.value }),
    });
  };
  return h(
    "form",
    { class: "behaviour", onchange: apply, onsubmit: (event) => event.preventDefault() },
    h("label", {}, `${l10n.t("It runs")} `, length, seconds, " s"),
    h("label", {}, `${l10n.t("Exit code")} `, code),
    h("label", {}, `${l10n.t("On TERM")} `, term, ...(hasDelay ? [delay, " s"] : [])),
    ...(known.includes("leaves") ? [h("label", {}, `${l10n.t("Leaves behind")} `, child)] : []),
    h("button", { type: "button", class: "link", onclick: () => change(null) }, l10n.t("As usual")),
  );
}

function comparisonLists({ comparison }: View): readonly Node[] {
  if (comparison === null) return [];
  const { at, isDown, stops, stays, starts, scenario } = comparison;
  const part = (name: string, lives: readonly ProcessInterval[], words: (life: ProcessInterval) => string) =>
    h(
      "section",
      {},
      h("h3", {}, `${name} (${lives.length})`),
      h(
        "ul",
        {},
        ...lives
          .slice(0, mostLines)
          .map((life) =>
            h(
              "li",
              {},
              h("b", {}, life.record.id),
              ` ${life.process}`,
              h("span", { class: "faint" }, words(life)),
            ),
          ),
      ),
    );
  const from = (scenario.bootArgs ?? []).join(" ");
  const events: readonly (ScenarioEvent | BusyboxScenarioEvent)[] = scenario.events ?? [];
  const event = events.find((other) => other.at === at);
  const to = event !== undefined && "telinit" in event ? levelName([event.telinit].flat().join(" ")) : "";
  return [
    h("p", {}, l10n.t("From runlevel {0} to {1}, at {2}:", from, to, describeSeconds(at))),
    ...(isDown
      ? [empty(l10n.t("The machine is down in runlevel {0}: nothing is left that could change.", from))]
      : []),
    h(
      "div",
      { class: "comparison" },
      part(l10n.t("Stops"), stops, ({ how }) =>
        how === "killed" ? ` (${l10n.t("killed")})` : how === "terminated" ? ` (${l10n.t("by TERM")})` : "",
      ),
      part(l10n.t("Stays"), stays, () => ""),
      part(l10n.t("Starts"), starts, ({ end }) =>
        end === null ? ` (${l10n.t("runs on")})` : ` (${l10n.t("ends at {0}", describeSeconds(end))})`,
      ),
    ),
  ];
}

function empty(text: string): HTMLElement {
  return h("p", { class: "empty" }, text);
}
