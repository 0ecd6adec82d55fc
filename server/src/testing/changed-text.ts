import { TextDocument } from "vscode-languageserver-textdocument";

/** A change as a client sends it. */
export interface SentChange {
  readonly range?: { readonly start: SentPlace; readonly end: SentPlace };
  readonly text: string;
}

interface SentPlace {
  readonly line: number;
  readonly character: number;
}

/** The text after a change, by the protocol's own library. It counts lines wrongly after a range beyond the text. */
export function changedText(text: string, change: SentChange): string {
  const model = TextDocument.create("", "", 1, text);
  return TextDocument.update(model, [change], 2).getText();
}
