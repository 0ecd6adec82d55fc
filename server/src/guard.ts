// Every handler runs in here: a mistake in one feature costs one answer, never the server.

import {
  type CancellationToken,
  CancellationTokenSource,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";

/** Where the connection stands in the life that the protocol prescribes. */
export type Phase = "starting" | "running" | "stopped";

/** What the guard asks of the server. */
export interface GuardHost {
  readonly phase: () => Phase;
  readonly logError: (text: string) => void;
  /** Hears of each request; the returned function is called once it is answered. */
  readonly watch?: (name: string, cancel: () => void) => () => void;
}

/** Runs handlers. Whatever goes wrong in one is logged once with its name. */
export interface Guard {
  /** Answers that the server is not ready or the request cancelled; gives the fallback for an exception. */
  readonly answer: <T>(
    name: string,
    fallback: T,
    token: CancellationToken,
    work: (token: CancellationToken) => T | Promise<T>,
  ) => Promise<T | ResponseError<never>>;
  /** For what nobody waits for: a notification, or work of the server's own. */
  readonly run: (name: string, work: () => void | Promise<void>) => Promise<void>;
}

/** A guard that remembers which exceptions it has logged. */
export function createGuard(host: GuardHost): Guard {
  const logged = new Set<string>();
  const log = (name: string, error: unknown) => {
    const text = `${name}: ${describe(error)}`;
    if (!logged.has(text) && logged.size < mostDifferentErrors) host.logError(text);
    logged.add(text);
  };
  return {
    answer: async (name, fallback, token, work) => {
      const refusal = refusalIn(host.phase());
      if (refusal !== undefined) return refusal;
      if (token.isCancellationRequested) return cancelled();
      // The user may cancel what the client still waits for.
      const source = new CancellationTokenSource();
      const cancel = () => source.cancel();
      const listening = token.onCancellationRequested(cancel);
      const done = host.watch?.(name, cancel);
      try {
        const result = await work(source.token);
        return source.token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        log(name, error);
        return fallback;
      } finally {
        listening.dispose();
        done?.();
      }
    },
    run: async (name, work) => {
      if (host.phase() !== "running") return;
      try {
        await work();
      } catch (error) {
        log(name, error);
      }
    },
  };
}

/** Why a request is not answered in this phase; undefined where it is. */
export function refusalIn(phase: Phase): ResponseError<never> | undefined {
  const refusal = refusals[phase];
  return refusal && new ResponseError<never>(refusal.code, refusal.message);
}

/** Beyond this many different exceptions another one adds no information. */
const mostDifferentErrors = 100;

const refusals: Readonly<Record<Phase, { readonly code: number; readonly message: string } | undefined>> = {
  starting: { code: ErrorCodes.ServerNotInitialized, message: "the server waits for initialize" },
  running: undefined,
  stopped: { code: ErrorCodes.InvalidRequest, message: "the server is shut down" },
};

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
