// The simulation view of the editor extension in a frame of this page, which plays the extension's part: it keeps what
// was clicked together, and asks the server.

import { laneKey } from "@inittab/client/simulation/lane-key";
import type { FromPage, ToPage } from "@inittab/client/simulation/messages";
import {
  behave,
  bootWith,
  editsAreEvents,
  emptyModel,
  happen,
  pass,
  readModel,
  type SimulationModel,
  settle,
  takeBack,
  withoutEvents,
} from "@inittab/client/simulation/model";
import { isFromPage } from "@inittab/client/simulation/read-message";
import { commands, type SimulationAnswer } from "@inittab/server/protocol";
import type { PageServer } from "./server.ts";

/** What a simulation needs of the file around it. */
export interface SimulationHost {
  readonly frame: HTMLIFrameElement;
  readonly server: PageServer;
  readonly uri: string;
  readonly file: string;
  readonly text: () => string;
  /** Shows a line of the file, from 0. */
  readonly reveal: (line: number) => void;
  /** Something else was clicked together. */
  readonly onChange: () => void;
  readonly trouble: string;
}

/** The simulation of one file. */
export interface SimulationView {
  /** Runs it again, as the file is now; while the frame is not shown nothing is asked. */
  readonly refresh: () => void;
  /** Another scenario, from its beginning. */
  readonly play: (scenario: object) => void;
  /** What was clicked together; undefined while it is an ordinary boot. */
  readonly scenario: () => object | undefined;
  readonly dispose: () => void;
}

/** Brings the frame to life; `scenario` is what it begins with. */
export function createSimulation(host: SimulationHost, scenario: object | undefined): SimulationView {
  const { frame, server, uri } = host;
  let model: SimulationModel = scenario === undefined ? emptyModel : readModel({ scenario, cursor: 0 });
  let answer: SimulationAnswer | undefined;
  let moves = 0;
  let isReady = false;
  let wanted: "run" | "moment" | undefined;
  let isAsking = false;

  const send = (message: ToPage) => frame.contentWindow?.postMessage(message, location.origin);
  const ask = (what: "run" | "moment") => {
    if (!isReady) return;
    if (wanted !== "run") wanted = what;
    if (isAsking) return;
    isAsking = true;
    void work().finally(() => {
      isAsking = false;
    });
  };
  /** One question at a time: of what is wanted meanwhile only the last is asked. */
  const work = async () => {
    while (wanted !== undefined) {
      const what = wanted;
      wanted = undefined;
      const asked = { model, moves };
      const { scenario: world, cursor, booted } = model;
      const found = await server
        .ask(commands.simulate, {
          uri,
          scenario: world,
          ...(cursor === null ? {} : { at: cursor }),
          ...(booted && { booted }),
          ...(what === "moment" ? { only: "moment" } : {}),
        })
        .catch(() => null);
      if (found === null) send({ kind: "trouble", text: host.trouble });
      else if (what === "run") showRun(asked, found);
      else if (found.moment !== undefined) {
        answer = { ...answer, ...found };
        send({ kind: "moment", moment: found.moment });
      }
    }
  };
  const showRun = (
    asked: { readonly model: SimulationModel; readonly moves: number },
    found: SimulationAnswer,
  ) => {
    answer = found;
    model = settle(model, asked.model, found);
    const rest = { answer: found, comparison: null, reload: null };
    send({ kind: "run", uri, file: host.file, model, moves: asked.moves, ...rest });
  };
  const change = (next: SimulationModel) => {
    model = next;
    host.onChange();
    ask("run");
  };
  const take = (message: FromPage) => {
    const context = { end: answer?.scenario?.until ?? 0, text: host.text() };
    if (message.kind === "cursor" || message.kind === "pass") moves = message.moves;
    const next = afterwards(model, message, context);
    if (next !== undefined) change(next);
    else if (message.kind === "ready") {
      isReady = true;
      moves = 0;
      ask("run");
    } else if (message.kind === "cursor") {
      model = { ...model, cursor: message.at };
      ask("moment");
    } else if (message.kind === "reveal") {
      const lane = answer?.lanes?.find(({ record }) => laneKey(record) === laneKey(message.record));
      if (lane !== undefined && lane.place !== null) host.reveal(lane.place.first);
    } else if (message.kind === "follow-rc") {
      const { way } = message;
      void server
        .ask(commands.followRc, { uri, ...way })
        .catch(() => null)
        .then((visit) => send({ kind: "rc", way, visit }));
    }
  };
  const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === frame.contentWindow && origin === location.origin && isFromPage(data)) take(data);
  };
  window.addEventListener("message", listen);
  return {
    refresh: () => ask("run"),
    play: (world) => change(readModel({ scenario: world, cursor: 0 })),
    scenario: () => (Object.keys(model.scenario).length === 0 ? undefined : model.scenario),
    dispose: () => window.removeEventListener("message", listen),
  };
}

/** What is clicked together after a message that says so; undefined for all other messages. */
function afterwards(
  model: SimulationModel,
  message: FromPage,
  { end, text }: { readonly end: number; readonly text: string },
): SimulationModel | undefined {
  switch (message.kind) {
    case "happen":
      return happen(model, message.happening);
    case "take-back":
      return takeBack(model, message.index);
    case "boot":
      return bootWith(model, message.words);
    case "process":
      return behave(model, message.id, message.settings);
    case "pass":
      return pass(model, message.seconds, end);
    case "clear":
      return withoutEvents(model);
    case "edits":
      return editsAreEvents(model, message.areEvents ? text : null);
    default:
      return undefined;
  }
}
