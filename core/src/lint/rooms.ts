// The table of the rooms, one line each: the only file beside the rooms' folders that names them. It stands above them,
// as all-rules.ts does, which reads it: the rest of this folder stands below the rooms and imports neither.

import { scriptRoom } from "./initscript/room.ts";
import { inittabRoom } from "./inittab/room.ts";
import { recipeRoom } from "./recipe/room.ts";
import type { RuleRoom } from "./room.ts";

/** Every room there is. A rule that several have is presented by the first, then by the others. */
export const rooms: readonly RuleRoom[] = [inittabRoom, scriptRoom, recipeRoom];
