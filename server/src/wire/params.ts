// The parameters of all messages that the server understands, as far as it reads them.

import { isObject } from "../environment.ts";
import { type CommandName, commands, requests } from "../protocol.ts";
import {
  address,
  anything,
  count,
  list,
  number,
  object,
  optional,
  type Shape,
  text,
  yesOrNo,
} from "./shapes.ts";

const textDocument = object({ uri: address });
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });

const about = object({ textDocument });
const at = object({ textDocument, position });
const within = object({ textDocument, range });

/** An item of a hierarchy, as far as it is looked at. */
const hierarchy = object({ item: object({ name: text, uri: address, range, selectionRange: range }) });

/** The argument of each command: every command is about an inittab, which need not be named. */
const questions: Readonly<Record<CommandName, Shape>> = {
  [commands.simulate]: question({ ...simulation() }),
  [commands.listRunlevels]: question({}),
  [commands.compareLevels]: question({ from: optional(text), to: optional(text) }),
  [commands.renderSimulation]: question({ ...simulation(), format: optional(text) }),
  [commands.followRc]: question({
    program: optional(text),
    level: optional(text),
    previous: optional(text),
    openrc: optional(text),
    before: optional(list(object({ program: optional(text), level: text, previous: text }))),
    status: optional(yesOrNo),
  }),
  [commands.serviceStates]: question({ ...simulation() }),
  [commands.writeDialect]: question({ dialect: optional(text), onlyIfNamed: optional(yesOrNo) }),
  [commands.explainMessage]: question({ message: optional(text) }),
  [commands.explainTopic]: question({ topic: optional(text), dialect: optional(text) }),
  [commands.runTests]: question({}),
  [commands.makeExecutable]: question({}),
};

/** What is in a scenario is for the machine to judge: its answer says what is wrong and where. */
function simulation(): Readonly<Record<string, Shape>> {
  return {
    scenario: optional(object()),
    level: optional(text),
    booted: optional(object({ text, at: number })),
    at: optional(number),
    only: optional(text),
    show: optional(yesOrNo),
  };
}

function question(members: Readonly<Record<string, Shape>>): Shape {
  return optional(object({ uri: optional(address), text: optional(text), ...members }));
}

const command = object({ command: text, arguments: optional(list(anything)) });
const byCommand: ReadonlyMap<unknown, Shape> = new Map(Object.entries(questions));

/** What is not one of our commands has no shape either. */
const executeCommand: Shape = (params) => {
  const { command: name, arguments: given } = isObject(params) ? params : {};
  const [argument]: readonly unknown[] = Array.isArray(given) ? given : [];
  const wrong = byCommand.get(name)?.(argument);
  return command(params) ?? (wrong && { ...wrong, path: ["arguments", 0, ...wrong.path] });
};

/** The parameters of a request, by its method; what is not listed has none, or is not served. */
export const requestShapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    initialize: object({
      processId: optional(count),
      rootUri: optional(text),
      capabilities: object(),
      locale: optional(text),
      trace: optional(text),
      workspaceFolders: optional(list(object({ uri: text }))),
    }),
    "textDocument/codeAction": object({
      textDocument,
      range,
      context: object({ diagnostics: list(anything), only: optional(list(text)) }),
    }),
    "textDocument/codeLens": about,
    "textDocument/completion": object({
      textDocument,
      position,
      context: optional(object({ triggerCharacter: optional(text) })),
    }),
    "completionItem/resolve": object({ label: text }),
    "textDocument/definition": at,
    "textDocument/diagnostic": object({ textDocument, previousResultId: optional(text) }),
    "textDocument/documentHighlight": at,
    "textDocument/documentLink": about,
    "textDocument/documentSymbol": about,
    "textDocument/foldingRange": about,
    "textDocument/formatting": about,
    "textDocument/hover": at,
    "textDocument/inlayHint": within,
    "textDocument/prepareCallHierarchy": at,
    "textDocument/prepareRename": at,
    "textDocument/prepareTypeHierarchy": at,
    "callHierarchy/incomingCalls": hierarchy,
    "callHierarchy/outgoingCalls": hierarchy,
    "typeHierarchy/supertypes": hierarchy,
    "typeHierarchy/subtypes": hierarchy,
    "textDocument/rangeFormatting": within,
    "textDocument/references": object({
      textDocument,
      position,
      context: object({ includeDeclaration: yesOrNo }),
    }),
    "textDocument/rename": object({ textDocument, position, newName: text }),
    "textDocument/selectionRange": object({ textDocument, positions: list(position) }),
    "textDocument/signatureHelp": at,
    "textDocument/semanticTokens/full": about,
    "textDocument/semanticTokens/full/delta": object({ textDocument, previousResultId: text }),
    "textDocument/semanticTokens/range": within,
    "workspace/diagnostic": object({ previousResultIds: list(object({ uri: text, value: text })) }),
    "workspace/executeCommand": executeCommand,
    "workspace/willCreateFiles": object({ files: list(object({ uri: address })) }),
    "workspace/willRenameFiles": object({ files: list(object({ oldUri: address, newUri: address })) }),
    "workspace/symbol": object({ query: text }),
    [requests.status]: textDocument,
    [requests.family]: textDocument,
    [requests.debug]: object({ session: text, message: object() }),
    [requests.verify]: object({ uri: address, picture: optional(yesOrNo) }),
    [requests.assistant]: object({
      ask: text,
      uri: optional(address),
      path: optional(text),
      tool: optional(text),
      from: optional(text),
      to: optional(list(text)),
      firstLine: optional(count),
      lastLine: optional(count),
      text: optional(text),
      address: optional(text),
      start: optional(text),
    }),
    [requests.reload]: object({ uri: address, before: text }),
  }),
);

/**
 * The parameters of a notification, by its method. An edit is taken as far as it can be understood, since the text of a
 * client whose edit is dropped is no longer the server's: places that make no sense are moved into the text.
 */
export const notificationShapes: ReadonlyMap<string, Shape> = new Map(
  Object.entries({
    "$/setTrace": object({ value: text }),
    initialized: optional(object()),
    "textDocument/didChange": object({ textDocument, contentChanges: list(anything) }),
    "textDocument/didClose": about,
    "textDocument/didOpen": object({
      textDocument: object({ uri: address, languageId: text, version: number, text }),
    }),
    "textDocument/didSave": about,
    "workspace/didChangeConfiguration": optional(object()),
    "workspace/didChangeWatchedFiles": object({ changes: list(object({ uri: text })) }),
  }),
);
