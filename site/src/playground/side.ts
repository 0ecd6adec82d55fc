// One file of the playground: its settings, its editor, and the panels about it.

import type { EditorView } from "@codemirror/view";
import type { FileState, TabName } from "@inittab/client/playground/state";
import type { Localizer } from "@inittab/core";
import { inittab, requests, type Status, type StatusQuestion } from "@inittab/server/protocol";
import { find } from "./dom.ts";
import { createEditor, goToLine } from "./editor.ts";
import { createExplanation } from "./explain.ts";
import { type Findings, lookForFindings } from "./findings.ts";
import { listFindings } from "./findings-list.ts";
import { message } from "./message.ts";
import type { PageServer } from "./server.ts";
import { createSettings } from "./settings.ts";
import { createSimulation } from "./simulation.ts";
import { createTabs } from "./tabs.ts";
import { colour, tokens } from "./tokens.ts";
import { createWays } from "./ways.ts";

/** What a side needs of the page around it. */
export interface SideHost {
  /** The part of the page that was made from the template. */
  readonly element: HTMLElement;
  /** From 1. */
  readonly number: number;
  /** The address of the root of its system, without a slash at its end. */
  readonly root: string;
  readonly server: PageServer;
  readonly localizer: Localizer;
  /** The address of the site, with a slash at its end. */
  readonly site: URL;
  /** Something changed that the address should hold. */
  readonly onChange: () => void;
  readonly onTab: (name: TabName) => void;
}

/** One file of the page. */
export interface Side {
  readonly uri: string;
  /** The address of the root of its system, without a slash at its end. */
  readonly root: string;
  /** The example system in which it stands. */
  readonly system: string | undefined;
  readonly state: () => FileState;
  /** The section `inittab` of its settings. */
  readonly settings: () => object;
  readonly show: (tab: TabName) => void;
  readonly dispose: () => void;
}

/** A pause in typing, in milliseconds, after which the server is asked again. */
const pause = 200;

/** Fills a side with a file. */
export function createSide(host: SideHost, file: FileState): Side {
  const { element, number, root, server, localizer } = host;
  const uri = `${root}/${file.path}`;
  const { text } = localizer;
  const { client } = server;
  const isScript = !/(^|\/)inittab$/.test(file.path);
  const name = `/${file.path}`;
  const reveal = (line: number) => goToLine(view, line, true);
  find(element, ".name", HTMLElement).textContent = text(message("play.file", { number, name }));
  const settings = createSettings(element, { values: file.settings, isScript }, () => {
    server.settingsChanged();
    changed();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), pause);
    forgetWays();
    host.onChange();
  };
  const tabs = createTabs(element, `side-${number}`, (tab) => host.onTab(tab));
  const view: EditorView = createEditor({
    host: find(element, ".editor", HTMLElement),
    text: file.text,
    label: text(message("play.editor", { number, name })),
    language: [client.plugin(uri, isScript ? "shellscript" : inittab), tokens],
    onEdit: () => changed(),
    onCursor: () => tabs.shown() === "explain" && explainSoon(),
  });
  const frame = find(element, "iframe", HTMLIFrameElement);
  frame.title = text(message("play.simulation.frame", { number }));
  const simulation = createSimulation(
    {
      frame,
      server,
      uri,
      file: name,
      text: () => view.state.doc.toString(),
      reveal: (line) => goToLine(view, line, false),
      onChange: host.onChange,
      trouble: text(message("play.simulation.none")),
    },
    file.scenario,
  );
  const play = (scenario: object) => {
    host.onTab("simulation");
    simulation.play(scenario);
  };
  const panel = (tab: TabName) => find(element, `[role="tabpanel"][data-tab="${tab}"]`, HTMLElement);
  const forgetWays = createWays({ panel: panel("verify"), server, uri, localizer, reveal, play });
  const explain = createExplanation({ panel: panel("explain"), view, server, uri, localizer });
  let explaining: ReturnType<typeof setTimeout> | undefined;
  const explainSoon = () => {
    clearTimeout(explaining);
    explaining = setTimeout(() => void explain(), pause);
  };
  const showFindings = listFindings({ panel: panel("findings"), view, localizer, site: host.site });
  const status = find(element, ".status", HTMLElement);

  const refresh = async () => {
    await client.initializing;
    client.sync();
    const [found, init] = await Promise.all([
      lookForFindings(view, client, uri).catch((): Findings | undefined => undefined),
      client
        .request<StatusQuestion, Status | null>(requests.status, { uri })
        .catch((): Status | null => null),
      colour(view, client, uri).catch(() => {}),
    ]);
    if (found !== undefined) showFindings(found);
    settings.showFor(init?.dialect);
    status.textContent = init === null ? "" : text(statusOf(init));
    refreshTab();
  };
  const refreshTab = () => {
    if (tabs.shown() === "simulation") simulation.refresh();
    if (tabs.shown() === "explain") void explain();
  };
  const show = (tab: TabName) => {
    tabs.show(tab);
    // A frame that is not looked at loads nothing.
    if (tab === "simulation" && !frame.hasAttribute("src")) frame.src = frame.dataset["src"] ?? "";
    refreshTab();
  };
  void refresh();
  return {
    uri,
    root,
    system: file.system,
    state: () => {
      const scenario = simulation.scenario();
      return {
        path: file.path,
        text: view.state.doc.toString(),
        ...(file.system === undefined ? {} : { system: file.system }),
        settings: settings.values(),
        ...(scenario === undefined ? {} : { scenario }),
      };
    },
    settings: settings.section,
    show,
    dispose: () => {
      clearTimeout(timer);
      clearTimeout(explaining);
      simulation.dispose();
      view.destroy();
      element.remove();
    },
  };
}

function statusOf({ title, version, because }: Status) {
  return message("play.status", { init: version === null ? title : `${title} ${version}`, because });
}
