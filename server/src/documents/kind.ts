import type { DocumentHandlers } from "./handlers.ts";
import type { OpenDocument } from "./open-document.ts";
import type { Settings } from "./settings.ts";

/** A document as an editor opens it. */
export interface OpenedText {
  readonly uri: string;
  /** What the editor says it is. */
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** An open document, and what can be asked about it. */
export interface ServedDocument {
  readonly document: OpenDocument;
  readonly handlers: DocumentHandlers;
  /** The editor has closed it, and may open it again. */
  readonly keep?: () => void;
}

/** A kind of documents that the server is about. */
export interface DocumentKind {
  readonly claims: (opened: OpenedText) => boolean;
  readonly open: (opened: OpenedText, settings: Settings) => ServedDocument;
}
