// A packed extension in fewer bytes: vsce compresses at the usual level, and ships JSON files as people read them.

import { readFile, writeFile } from "node:fs/promises";
import jszip from "jszip";

/** Packs the same files again, compressed as well as can be and without blanks in JSON. */
export async function squeeze(path: string): Promise<void> {
  const packed = await jszip.loadAsync(await readFile(path));
  const smaller = new jszip();
  for (const [name, file] of Object.entries(packed.files)) {
    if (file.dir) continue;
    const bytes = await file.async("nodebuffer");
    const content = name.endsWith(".json") ? JSON.stringify(JSON.parse(bytes.toString())) : bytes;
    smaller.file(name, content, { createFolders: false, date: file.date });
  }
  const compression = { compression: "DEFLATE", compressionOptions: { level: 9 } } as const;
  await writeFile(
    path,
    await smaller.generateAsync({ type: "nodebuffer", platform: "UNIX", ...compression }),
  );
}
