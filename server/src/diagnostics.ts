// Diagnostics leave the server in two ways, pulled or pushed; both come from here.

import { listOf, type Message, type Severity, severities } from "@inittab/core";
import type {
  Connection,
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from "vscode-languageserver";
import type { ClientSupport } from "./client.ts";
import { toDiagnostic, type Wording } from "./convert.ts";
import type { ServedDocument } from "./documents/kind.ts";
import type { Judgement, OpenDocument } from "./documents/open-document.ts";
import type { Environment } from "./environment.ts";
import { countsOf, shownFindings } from "./features/shown-findings.ts";
import type { Guard } from "./guard.ts";
import { message } from "./message.ts";
import type { Wanted } from "./slices.ts";

/** More findings help nobody, and the client has to hold them all. */
const mostShown = 1000;

/** What the client is shown of a document's findings; what is left out is said where the worst of it begins. */
function diagnosticsOf(document: OpenDocument, { findings }: Judgement, wording: Wording): Diagnostic[] {
  const { shown, rest } = shownFindings(findings, mostShown);
  const diagnostics = shown.map((finding) => toDiagnostic(document, finding, wording));
  const counts = countsOf(rest);
  const left = severities.filter((severity) => counts[severity] > 0);
  const worst = rest.find(({ severity }) => severity === left[0]);
  if (worst === undefined) return diagnostics;
  const kinds = listOf(
    left.map((severity) => leftOut[severity](counts[severity])),
    "comma",
  );
  const note = { ...worst, message: message("more-findings", { count: rest.length, kinds }) };
  const plain = { related: [], fixes: [], unnecessary: false };
  return [...diagnostics, toDiagnostic(document, { ...note, ...plain }, wording)];
}

const leftOut: Readonly<Record<Severity, (count: number) => Message>> = {
  error: (count) => message("more-findings.errors", { count }),
  warning: (count) => message("more-findings.warnings", { count }),
  information: (count) => message("more-findings.information", { count }),
  hint: (count) => message("more-findings.hints", { count }),
};

/** The report about a document that is not open. */
export const noDiagnostics: DocumentDiagnosticReport = { kind: "full", items: [] };

/** How diagnostics are asked for. */
interface Pull {
  /** The name of what the client has, if it has anything. */
  readonly known: unknown;
  readonly wording: Wording;
  readonly isWanted: Wanted;
}

/** The answer to a pull: nothing new if the client has the diagnostics of this version under these settings. */
export async function diagnosticReport(
  { document, handlers }: ServedDocument,
  { known, wording, isWanted }: Pull,
): Promise<DocumentDiagnosticReport> {
  const judgement = await handlers.judge(isWanted);
  const resultId = judgement.name;
  if (known === resultId) return { kind: "unchanged", resultId };
  return { kind: "full", resultId, items: diagnosticsOf(document, judgement, wording) };
}

/** Keeps what the client shows up to date: pushes to a client that does not pull, and asks one that does to pull. */
export interface Diagnostics {
  /** The document has another text. */
  readonly edited: (served: ServedDocument) => void;
  /** What was said of these documents may be wrong now, although their texts are the same. */
  readonly outdated: (served: readonly ServedDocument[]) => void;
  /** The document is open no more. */
  readonly closed: (uri: string) => void;
}

/** What diagnostics need of the server around them. */
export interface DiagnosticsHost {
  readonly connection: Pick<Connection, "languages" | "sendDiagnostics">;
  readonly client: () => ClientSupport;
  readonly later: Environment["later"];
  readonly settled: (uri: string) => Promise<void> | undefined;
  readonly guard: Guard;
  readonly wording: () => Wording;
}

export function createDiagnostics(host: DiagnosticsHost): Diagnostics {
  const { connection, client, guard } = host;
  const publisher = createPublisher({ ...host, send: (params) => connection.sendDiagnostics(params) });
  return {
    edited: (served) => {
      // A client that pulls does so after each edit by itself.
      if (!client().pullsDiagnostics) publisher.publish(served);
    },
    outdated: (served) => {
      if (!client().pullsDiagnostics) for (const each of served) publisher.publish(each);
      else if (served.length > 0 && client().refreshesDiagnostics)
        guard.run("diagnostic/refresh", () => connection.languages.diagnostics.refresh());
    },
    closed: (uri) => {
      if (!client().pullsDiagnostics) publisher.clear(uri);
    },
  };
}

/** Sends diagnostics to a client that does not pull. */
interface Publisher {
  /** Publishes soon; a publication that has not left yet is dropped for the newer one. */
  readonly publish: (served: ServedDocument) => void;
  /** Takes the document's diagnostics away. */
  readonly clear: (uri: string) => void;
}

interface PublisherHost extends Pick<DiagnosticsHost, "guard" | "later" | "settled" | "wording"> {
  readonly send: (params: PublishDiagnosticsParams) => Promise<void>;
}

function createPublisher(host: PublisherHost): Publisher {
  const planned = new Map<string, () => void>();
  const drop = (uri: string) => {
    planned.get(uri)?.();
    planned.delete(uri);
  };
  return {
    publish: ({ document, handlers }) => {
      const { uri } = document;
      drop(uri);
      let dropped = false;
      const send = async () => {
        await host.settled(uri);
        if (dropped) return;
        const judgement = await handlers.judge(() => !dropped);
        if (dropped) return;
        planned.delete(uri);
        const diagnostics = diagnosticsOf(document, judgement, host.wording());
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
