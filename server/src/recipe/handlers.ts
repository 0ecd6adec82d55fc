// The kind of documents that recipes of OpenEmbedded are: files of BitBake's names, whatever language the editor takes
// them for. About all but a few variables there is not a word; that is the business of BitBake's own language server.

import { isRecipePath, lintRecipe } from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import { TextDocument } from "../documents/text-document.ts";
import { inittab } from "../protocol.ts";
import type { RecipeHost } from "./host.ts";

/** What editors call recipes. */
const bitbake = "bitbake";

/** Recipes, and parts of them. */
export function recipeKind(host: RecipeHost): DocumentKind {
  return {
    claims: ({ uri, languageId }) => languageId === bitbake || (languageId !== inittab && isRecipePath(uri)),
    open: ({ uri, version, text }, settings) => {
      const document = new TextDocument("recipe", uri, version, text, settings);
      return {
        document,
        handlers: {
          judge: () => ({
            name: document.state,
            findings: lintRecipe({ text: document.text, path: uri }, document.settings.lint),
          }),
          requests: loadOnce(async () => (await import("./answers.ts")).recipeAnswers(document, host)),
        },
      };
    },
  };
}
