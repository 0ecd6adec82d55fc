import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testEnvironment } from "../testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const uri = "file:///etc/inittab";

let peer: Peer;
beforeEach(() => {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
});
afterEach(() => peer.dispose());

/** What is answered: `answer`, or the code and the words of the error. */
function ask(method: string, params?: unknown): Promise<string> {
  return peer.connection.sendRequest(method, params).then(
    () => "answer",
    ({ code, message }: { readonly code: number; readonly message: string }) => `${code} ${message}`,
  );
}

const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: { line: 1, character: 2 } };

/** Each request with what it cannot do without. */
const requests: readonly (readonly [string, object])[] = [
  ["inittab/status", { uri }],
  ["textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }],
  ["textDocument/codeLens", { textDocument }],
  ["textDocument/completion", { textDocument, position }],
  ["textDocument/definition", { textDocument, position }],
  ["textDocument/diagnostic", { textDocument }],
  ["textDocument/documentHighlight", { textDocument, position }],
  ["textDocument/documentLink", { textDocument }],
  ["textDocument/documentSymbol", { textDocument }],
  ["textDocument/foldingRange", { textDocument }],
  ["textDocument/formatting", { textDocument }],
  ["textDocument/hover", { textDocument, position }],
  ["textDocument/inlayHint", { textDocument, range }],
  ["textDocument/prepareRename", { textDocument, position }],
  ["textDocument/rangeFormatting", { textDocument, range }],
  ["textDocument/references", { textDocument, position, context: { includeDeclaration: true } }],
  ["textDocument/rename", { textDocument, position, newName: "x" }],
  ["textDocument/selectionRange", { textDocument, positions: [position] }],
  ["textDocument/semanticTokens/full", { textDocument }],
  ["textDocument/semanticTokens/full/delta", { textDocument, previousResultId: "1.1" }],
  ["textDocument/semanticTokens/range", { textDocument, range }],
  ["textDocument/signatureHelp", { textDocument, position }],
  ["workspace/executeCommand", { command: "inittab.simulate" }],
  ["workspace/symbol", { query: "" }],
  ["inittab/family", { uri }],
  ["inittab/verify", { uri }],
  ["inittab/reload", { uri, before: "" }],
];

type Change = (value: unknown) => unknown;

/** What is no place of a document, what is no text, what is no object, and what is not there at all. */
const spoilt: readonly unknown[] = [undefined, null, 7.5, -1, 2 ** 31, 1e300, true, "x", [], {}];

/** The value with each of its members spoilt in turn, and the path of that member. */
function* spoil(value: unknown, path = ""): Generator<readonly [string, unknown]> {
  if (typeof value !== "object" || value === null) {
    for (const bad of spoilt.filter((each) => !fits(value, each, path))) yield [path, bad];
    return;
  }
  for (const bad of [undefined, null, 7, "x", true, Array.isArray(value) ? {} : []]) yield [path, bad];
  for (const [key, member] of Object.entries(value)) {
    const put: Change = (bad) =>
      Array.isArray(value) ? value.with(Number(key), bad) : { ...value, [key]: bad };
    for (const [where, bad] of spoil(member, `${path}/${key}`)) yield [where, put(bad)];
  }
}

/** Whether the bad value is a good one here: any text is a name or a question, but not an address. */
function fits(good: unknown, bad: unknown, path: string): boolean {
  return typeof good === typeof bad && typeof bad !== "number" && !path.endsWith("/uri");
}

describe("a request", () => {
  beforeEach(async () => {
    await peer.initialize();
    await peer.open(uri, "id:2:initdefault:\nl2:2:wait:/etc/rc 2\n");
  });

  test.each(requests)("%s is answered if it is as it must be, and only then", async (method, params) => {
    expect(await ask(method, params)).toBe("answer");
    expect(await ask(method, { ...params, workDoneToken: 1, more: [null] })).toBe("answer");
    const bad = [...spoil(params)].filter(([path]) => path !== "");
    expect(bad.length).toBeGreaterThan(5);
    for (const [path, wrong] of bad)
      expect(`${path}: ${await ask(method, wrong)}`).toMatch(/^.+: -32602 \S+ must be (a|an|true) .+$/);
    for (const whole of [[], [params], null]) expect(await ask(method, whole)).toMatch(/^-32602 /);
    expect(peer.errors).toEqual([]);
  });

  test("says where it is wrong", async () => {
    expect(await ask("textDocument/hover", { textDocument, position: { line: -1, character: 0 } })).toBe(
      "-32602 position.line must be a whole number from 0 to 2147483647",
    );
    expect(await ask("textDocument/selectionRange", { textDocument, positions: [position, 7] })).toBe(
      "-32602 positions[1] must be an object",
    );
    expect(await ask("textDocument/hover", { textDocument: { uri: "/etc/inittab" }, position })).toBe(
      "-32602 textDocument.uri must be a URI such as file:///etc/inittab",
    );
    expect(await ask("textDocument/hover", [7])).toBe("-32602 the parameters must be an object");
  });

  test("may leave out what is optional, and may not get it wrong", async () => {
    const optional: readonly (readonly [string, object, readonly string[], unknown])[] = [
      ["textDocument/codeAction", requests[1]?.[1] ?? {}, ["context", "only"], ["quickfix"]],
      ["textDocument/completion", { textDocument, position }, ["context"], { triggerKind: 1 }],
      ["textDocument/diagnostic", { textDocument }, ["previousResultId"], "1.1"],
      ["workspace/executeCommand", { command: "inittab.simulate" }, ["arguments"], [{ uri }]],
    ];
    for (const [method, params, path, good] of optional) {
      const put = (value: unknown) => Object(withMember(params, path, value));
      for (const value of [good, null, undefined]) expect(await ask(method, put(value))).toBe("answer");
      for (const value of [7, true, {}].filter((each) => typeof each !== typeof good))
        expect(await ask(method, put(value))).toMatch(/^-32602 .* must be /);
    }
  });

  test("of another name is not known, whatever its parameters are", async () => {
    for (const method of ["no/such", "constructor", "__proto__", "textDocument/onTypeFormatting"])
      for (const params of [undefined, null, 7, {}])
        expect(await ask(method, params)).toBe(`-32601 Unhandled method ${method}`);
  });

  test("is refused with a code of the protocol, whatever it is asked with", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...requests.map(([method]) => method)),
        fc.jsonValue(),
        async (method, params) => {
          expect(await ask(method, params)).toMatch(/^answer$|^-32602 /);
        },
      ),
      { numRuns: 300 },
    );
    expect(peer.errors).toEqual([]);
  });
});

function withMember(value: object, [name = "", ...rest]: readonly string[], member: unknown): object {
  const inner: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return { ...value, [name]: rest.length === 0 ? member : withMember(Object(inner), rest, member) };
}

test("a notification that is none of its kind is left out with a warning", async () => {
  await peer.initialize();
  const { connection, log, errors, until } = peer;
  const bad: readonly (readonly [string, unknown])[] = [
    ["textDocument/didOpen", null],
    ["textDocument/didOpen", { textDocument: { uri, languageId: "inittab", version: 1 } }],
    ["textDocument/didChange", { textDocument: { uri } }],
    ["textDocument/didClose", {}],
    ["textDocument/didSave", { textDocument: { uri: 7 } }],
    ["workspace/didChangeWatchedFiles", { changes: [{}] }],
    ["workspace/didChangeConfiguration", [7]],
    ["$/setTrace", null],
    ["initialized", 7],
  ];
  for (const [method, params] of bad) await connection.sendNotification(method, params);
  await until(() => log.length >= bad.length);
  expect(log).toMatchInlineSnapshot(`
    [
      "textDocument/didOpen: the parameters must be an object",
      "textDocument/didOpen: textDocument.text must be a string",
      "textDocument/didChange: contentChanges must be an array",
      "textDocument/didClose: textDocument must be an object",
      "textDocument/didSave: textDocument.uri must be a URI such as file:///etc/inittab",
      "workspace/didChangeWatchedFiles: changes[0].uri must be a string",
      "workspace/didChangeConfiguration: the parameters must be an object",
      "$/setTrace: the parameters must be an object",
      "initialized: the parameters must be an object",
    ]
  `);
  expect(errors).toEqual([]);
});

describe("initialize", () => {
  const good = { processId: null, capabilities: modernClient };

  test.each([
    ["no parameters", undefined],
    ["null", null],
    ["no capabilities", { processId: null }],
    ["capabilities of null", { ...good, capabilities: null }],
    ["a list of capabilities", { ...good, capabilities: [] }],
    ["a process that is none", { ...good, processId: -4 }],
    ["a fraction of a process", { ...good, processId: 1.5 }],
    ["a folder that is no text", { ...good, rootUri: 7 }],
    ["folders that are no list", { ...good, workspaceFolders: "x" }],
    ["a folder without an address", { ...good, workspaceFolders: [{ name: "x" }] }],
    ["a language that is no text", { ...good, locale: {} }],
  ])("with %s is refused, and may be tried again", async (_, params) => {
    expect(await ask("initialize", params)).toMatch(/^-32602 /);
    expect(await ask("textDocument/hover", { textDocument, position })).toMatch(/^-32002 /);
    expect(await ask("initialize", params)).toMatch(/^-32602 /);
    expect(await ask("initialize", good)).toBe("answer");
    expect(await ask("textDocument/hover", { textDocument, position })).toBe("answer");
    expect(peer.errors).toEqual([]);
  });

  test("with capabilities that are anything is answered, or may be tried again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(capabilityNames, fc.jsonValue()), async (capabilities) => {
        peer.dispose();
        peer = peerInProcess(testEnvironment);
        const first = await ask("initialize", { ...good, capabilities });
        if (first !== "answer") expect(await ask("initialize", good)).toBe("answer");
        expect(await ask("textDocument/hover", { textDocument, position })).toBe("answer");
      }),
      { numRuns: 100 },
    );
  });

  test("is done once", async () => {
    expect(await ask("initialize", good)).toBe("answer");
    for (const params of [good, {}, null])
      expect(await ask("initialize", params)).toBe("-32600 the server is initialized already");
    expect(await ask("textDocument/hover", { textDocument, position })).toBe("answer");
  });

  test("comes before everything else, and nothing comes after the end", async () => {
    for (const method of ["shutdown", "textDocument/hover", "no/such"])
      expect(await ask(method, {})).toBe("-32002 the server waits for initialize");
    expect(await ask("initialize", good)).toBe("answer");
    expect(await ask("shutdown")).toBe("answer");
    for (const method of ["initialize", "shutdown", "textDocument/hover", "no/such"])
      expect(await ask(method, {})).toBe("-32600 the server is shut down");
  });
});

const capabilityNames = fc.constantFrom(
  "workspace",
  "textDocument",
  "window",
  "general",
  "experimental",
  "notebookDocument",
);
