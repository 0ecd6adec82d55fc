// Beside each record of the table that is debugged: whether its process runs, and why.

import * as vscode from "vscode";
import { recordExpression, recordIdIn } from "./record-id.ts";

/** Asks the debugger for each record in sight, by its id. */
export const inlineValues: vscode.InlineValuesProvider = {
  provideInlineValues: (document, viewPort) => {
    const values: vscode.InlineValue[] = [];
    for (let line = viewPort.start.line; line <= viewPort.end.line && line < document.lineCount; line++) {
      const id = recordIdIn(document.lineAt(line).text);
      if (id === undefined) continue;
      const range = new vscode.Range(line, 0, line, id.length);
      values.push(new vscode.InlineValueEvaluatableExpression(range, recordExpression(id)));
    }
    return values;
  },
};
