import type { Area } from "./area.ts";
import { archives } from "./areas/archives.ts";
import { inittabEdits, scriptEdits } from "./areas/edits.ts";
import { files } from "./areas/files.ts";
import { frames } from "./areas/frames.ts";
import { messages } from "./areas/messages.ts";
import { trees } from "./areas/trees.ts";

/** All that is tried. */
export const areas: readonly Area[] = [messages, frames, inittabEdits, scriptEdits, files, trees, archives];
