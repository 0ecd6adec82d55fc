// What an open recipe answers to requests, in the protocol's words.

import { lintRecipe } from "@inittab/core";
import { readPlace, readRange, readWants } from "../convert.ts";
import { toCodeAction, toCompletionList, toHover } from "../convert-answers.ts";
import type { RequestHandlers } from "../documents/handlers.ts";
import type { TextDocument } from "../documents/text-document.ts";
import { fixAll, remediesAt, type Silencing } from "../features/code-actions.ts";
import { recipeCompletions } from "./features/completion.ts";
import { recipeHoverAt } from "./features/hover.ts";
import type { RecipeHost } from "./host.ts";

/** The handlers of requests about a recipe. */
export function recipeAnswers(document: TextDocument, { client, localizer }: RecipeHost): RequestHandlers {
  const offsetOf = (position: unknown) => document.offsetAt(readPlace(position));
  return {
    codeAction: ({ range, context }) => {
      const wants = readWants(context);
      const { text, uri, settings } = document;
      const findings = lintRecipe({ text, path: uri }, settings.lint);
      const remedies = wants.quickFix
        ? remediesAt(silencingOf(text), findings, readRange(document, range))
        : [];
      const all = wants.fixAll ? fixAll((offset) => document.placeAt(offset).line, findings) : undefined;
      return [...remedies, ...(all === undefined ? [] : [all])].map((each) =>
        toCodeAction(document, each, localizer()),
      );
    },
    completion: ({ position, context }) => {
      const options = { snippets: client().snippets, trigger: context?.triggerCharacter };
      return toCompletionList(
        document,
        recipeCompletions(document.text, offsetOf(position), options),
        localizer(),
        { resolves: client().resolvesDocumentation },
      );
    },
    hover: ({ position }) => {
      const hover = recipeHoverAt(document.text, document.uri, offsetOf(position));
      return hover && toHover(document, hover, localizer());
    },
  };
}

/** A value that goes on in the next line has no room for a comment: there the whole file is offered alone. */
function silencingOf(text: string): Silencing {
  return {
    above: (offset) => {
      const start = text.lastIndexOf("\n", offset - 1) + 1;
      return text.slice(0, start).endsWith("\\\n") ? undefined : start;
    },
    atTop: 0,
  };
}
