// What is built finds every text of every language that it can say.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { coreProse } from "@inittab/core";
import { type Piece, textsInPieces } from "@inittab/host/languages/pieces";
import { describe, expect, test } from "vitest";
import { programCatalogues, serverCatalogues } from "./english.ts";
import { languageTags, textsOf } from "./folders.mjs";
import { firstPiece, restPiece } from "./pieces.mjs";

const load = createRequire(import.meta.url);
const root = join(import.meta.dirname, "../..");

const programs = [
  ["dist/server", serverCatalogues],
  ["cli/dist", programCatalogues],
] as const;

describe.each(programs)("%s", (folder, catalogues) => {
  const missing = existsSync(join(root, folder)) ? "" : " (skipped: it has not been built)";

  test.skipIf(missing !== "" && process.env["CI"] !== "true").each(languageTags())(
    `has every text in %s${missing}`,
    (tag) => {
      const read = (name: string): Piece & { places: Readonly<Record<string, readonly string[]>> } =>
        load(join(root, folder, `language-${name}.js`));
      const { textOf } = textsInPieces({
        places: read(`ids-${firstPiece}`).places,
        rest: restPiece,
        load: (piece) => ({ ids: read(`ids-${piece}`).ids, texts: read(`${tag}-${piece}`).texts }),
      });
      const texts = textsOf(tag);
      const ids = [
        ...catalogues.flatMap((each) => Object.keys(each)),
        ...coreProse().map(({ prose }) => prose),
      ];
      const lost = ids.filter((id) => Object.hasOwn(texts, id) && textOf(id) === undefined);
      expect(ids.length).toBeGreaterThan(3000);
      expect(lost).toEqual([]);
    },
  );
});
