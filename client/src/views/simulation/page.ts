// The page of the simulation view as HTML.

import { escapeMarkup } from "@inittab/core";
import type { Texts } from "../../translated.ts";

/** What the page is made of. Addresses are those that the view may load. */
export interface PageParts {
  /** The source of all that the page may load, in the words of a content security policy. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** The tag of the user's language. */
  readonly language: string;
  /** Texts in that language by the English ones, and templates by their ids; what is not in it is shown in English. */
  readonly texts: Texts;
}

/** The page: its script and its style come from the extension, and nothing from anywhere else. */
export function pageHtml({ source, script, style, language, texts }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `style-src ${source}`,
    `script-src ${source}`,
    `img-src ${source} data:`,
    // These two do not fall back on the first.
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!DOCTYPE html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy.join("; "))}">
<link rel="stylesheet" href="${escapeMarkup(style)}">
<title>Inittab</title>
</head>
<body>
<main id="simulation" data-texts="${escapeMarkup(JSON.stringify(texts))}"></main>
<script type="module" src="${escapeMarkup(script)}"></script>
</body>
</html>`;
}
