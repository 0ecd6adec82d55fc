import type { ClientCapabilities } from "vscode-languageserver";

/** The abilities of the client that matter to the server. */
export interface ClientSupport {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  /** It fills in the places of a snippet. */
  readonly snippets: boolean;
  /** It asks for the documentation of the proposals that are looked at. */
  readonly resolvesDocumentation: boolean;
  /** Its outline is a tree. */
  readonly nestedSymbols: boolean;
  /** It can be asked for settings. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersFormatting: boolean;
  readonly registersWatchers: boolean;
  readonly appliesEdits: boolean;
  /** It shows the progress of what the server does. */
  readonly showsProgress: boolean;
}

/** Reads the capabilities; without any the client can nothing of this. */
export function supportOf({ textDocument, window, workspace }: ClientCapabilities = {}): ClientSupport {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    resolvesDocumentation:
      textDocument?.completion?.completionItem?.resolveSupport?.properties?.includes?.("documentation") ===
      true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument?.rangeFormatting?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: window?.workDoneProgress === true,
    appliesEdits: workspace?.applyEdit === true,
  };
}
