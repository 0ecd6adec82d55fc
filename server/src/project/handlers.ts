// The kind of documents that `inittab.json` is: what is wrong with it is reported. Names and values are completed by the
// editor's own support for JSON, by the schema.

import { projectFileName } from "@inittab/core";
import type { DocumentKind } from "../documents/kind.ts";
import { TextDocument } from "../documents/text-document.ts";

/** The settings of repositories. */
export const projectKind: DocumentKind = {
  claims: ({ uri }) => uri.endsWith(`/${projectFileName}`),
  open: ({ uri, version, text }, settings) => {
    const document = new TextDocument("project", uri, version, text, settings);
    return {
      document,
      handlers: {
        judge: async () => {
          const { judgeProject } = await import("./judge.ts");
          return { name: document.state, findings: judgeProject(document.text) };
        },
        requests: async () => ({}),
      },
    };
  },
};
