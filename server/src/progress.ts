// Progress of what takes long. Nobody is bothered with it before a moment has passed.

import type { Localizer } from "@inittab/core";
import type { Connection } from "vscode-languageserver";
import type { ClientSupport } from "./client.ts";
import type { Environment } from "./environment.ts";
import { message } from "./message.ts";

/** What progress needs of the server around it. */
interface ProgressHost {
  readonly client: () => ClientSupport;
  readonly localizer: () => Localizer;
  readonly warn: (text: string) => void;
  readonly connection: Pick<Connection, "window">;
  readonly later: Environment["later"];
}

/** Watches a request; the returned function says that it has been answered. */
export type WatchRequest = (name: string, cancel: () => void) => () => void;

/** What a person does not feel as waiting, in milliseconds. */
const patience = 200;

/** Shows the progress of slow requests, and cancels those of which the user says so there. */
export function watchRequests({ connection, client, localizer, later, warn }: ProgressHost): WatchRequest {
  const show = async (name: string, isDone: () => boolean, cancel: () => void) => {
    const progress = await connection.window.createWorkDoneProgress();
    if (isDone()) return () => progress.done();
    progress.begin(localizer().text(message(titles[name] ?? "progress.system")), undefined, undefined, true);
    progress.token.onCancellationRequested(cancel);
    return () => progress.done();
  };
  return (name, cancel) => {
    // It waits for changes on purpose, and has a progress of its own.
    if (!client().showsProgress || name === "workspace/diagnostic") return () => {};
    let shown: Promise<() => void> | undefined;
    let isDone = false;
    const drop = later(() => {
      shown = show(name, () => isDone, cancel);
      shown.catch((error: unknown) => warn(`progress: ${error}`));
    }, patience);
    return () => {
      isDone = true;
      drop();
      shown?.then(
        (end) => end(),
        () => {},
      );
    };
  };
}

/** What is said of requests that read more than the files around a document. */
const titles: Readonly<Record<string, "progress.workspace" | "progress.simulation" | "progress.ways">> = {
  diagnostic: "progress.workspace",
  executeCommand: "progress.simulation",
  verify: "progress.ways",
};
