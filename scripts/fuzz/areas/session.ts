// A client's whole session with a language server, as the bytes that it sends.

/** Opens the inittab and a script of a tree, asks everything about them, and says goodbye. */
export function sessionIn(root: string, inittab: string): string {
  let id = 0;
  const request = (method: string, params: object) => frame({ id: ++id, method, params });
  const notification = (method: string, params: object) => frame({ method, params });
  const documents = [
    { uri: `${root}/etc/inittab`, languageId: "inittab", text: inittab },
    {
      uri: `${root}/etc/init.d/x`,
      languageId: "shellscript",
      text: "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n# Required-Start: y\n### END INIT INFO\n",
    },
  ];
  const position = { line: 2, character: 14 };
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const about = documents.flatMap((document) => {
    const textDocument = { uri: document.uri };
    return [
      notification("textDocument/didOpen", { textDocument: { ...document, version: 1 } }),
      ...["diagnostic", "documentLink", "documentSymbol", "codeLens"].map((name) =>
        request(`textDocument/${name}`, { textDocument }),
      ),
      ...["hover", "completion", "definition"].map((name) =>
        request(`textDocument/${name}`, { textDocument, position }),
      ),
      request("textDocument/inlayHint", { textDocument, range }),
      request("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } }),
      request("textDocument/references", { textDocument, position, context: { includeDeclaration: true } }),
      request("textDocument/rename", { textDocument, position, newName: "w" }),
    ];
  });
  const [{ uri } = { uri: root }] = documents;
  return [
    request("initialize", { processId: null, rootUri: root, capabilities: {} }),
    notification("initialized", {}),
    ...about,
    request("workspace/symbol", { query: "" }),
    ...["simulate", "listRunlevels", "followRc", "renderSimulation"].map((name) =>
      request("workspace/executeCommand", {
        command: `inittab.${name}`,
        arguments: [{ uri, level: "3", previous: "N", format: "md" }],
      }),
    ),
    request("shutdown", {}),
    notification("exit", {}),
  ].join("");
}

function frame(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
