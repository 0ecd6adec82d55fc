// Diagnostics leave the server in two ways, pulled or pushed; both come from here.

import type { Localizer } from "@inittab/core";
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from "vscode-languageserver";
import { toDiagnostic } from "./convert.ts";
import type { Judgement, OpenDocument } from "./documents/open-document.ts";
import type { Environment } from "./environment.ts";
import type { Guard } from "./guard.ts";
import { message } from "./message.ts";

/** More findings help nobody, and the client has to hold them all. */
const mostShown = 1000;

/** What the client is shown of a document's findings. */
function diagnosticsOf(document: OpenDocument, { findings }: Judgement, localizer: Localizer): Diagnostic[] {
  const shown = findings.slice(0, mostShown).map((finding) => toDiagnostic(document, finding, localizer));
  const next = findings[mostShown];
  if (next === undefined) return shown;
  const rest = { ...next, message: message("more-findings", { count: findings.length - mostShown }) };
  const plain = { related: [], fixes: [], unnecessary: false };
  return [...shown, toDiagnostic(document, { ...rest, ...plain }, localizer)];
}

/** The answer to a pull: nothing new if the client has the diagnostics of this version under these settings. */
export function diagnosticReport(
  document: OpenDocument,
  judgement: Judgement,
  known: unknown,
  localizer: Localizer,
): DocumentDiagnosticReport {
  const resultId = judgement.name;
  if (known === resultId) return { kind: "unchanged", resultId };
  return { kind: "full", resultId, items: diagnosticsOf(document, judgement, localizer) };
}

/** Sends diagnostics to a client that does not pull. */
export interface Publisher {
  /** Publishes soon; a publication that has not left yet is dropped for the newer one. */
  readonly publish: (document: OpenDocument) => void;
  /** Takes the document's diagnostics away. */
  readonly clear: (uri: string) => void;
}

/** What a publisher needs of the server around it. */
export interface PublisherHost {
  readonly send: (params: PublishDiagnosticsParams) => Promise<void>;
  readonly later: Environment["later"];
  readonly settled: (uri: string) => Promise<void> | undefined;
  readonly guard: Guard;
  readonly judge: (document: OpenDocument) => Promise<Judgement>;
  readonly localizer: () => Localizer;
}

export function createPublisher(host: PublisherHost): Publisher {
  const planned = new Map<string, () => void>();
  const drop = (uri: string) => {
    planned.get(uri)?.();
    planned.delete(uri);
  };
  return {
    publish: (document) => {
      const { uri } = document;
      drop(uri);
      let dropped = false;
      const send = async () => {
        await host.settled(uri);
        if (dropped) return;
        const judgement = await host.judge(document);
        if (dropped) return;
        planned.delete(uri);
        const diagnostics = diagnosticsOf(document, judgement, host.localizer());
        await host.send({ uri, version: document.version, diagnostics });
      };
      const cancel = host.later(() => host.guard.run("publishDiagnostics", send), 0);
      planned.set(uri, () => {
        dropped = true;
        cancel();
      });
    },
    clear: (uri) => {
      drop(uri);
      host.guard.run("publishDiagnostics", () => host.send({ uri, diagnostics: [] }));
    },
  };
}
