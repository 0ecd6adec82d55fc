// The files of the system around an inittab, as what a process can name.

import { commandWords, fieldTextAt, type InittabScan } from "@inittab/core";
import { featureMessage } from "../../feature-message.ts";
import { type Completion, goingOnUnlessWhole } from "../../features/completion-item.ts";
import { spotAt } from "./field-at.ts";
import { fileUri, offeredFrom, type Surroundings } from "./links.ts";

/** Nobody reads a longer list of files; the first ones are offered. */
const mostNames = 200;

/**
 * The files and folders of the system whose paths begin as the word before the cursor. As for links, only files of the
 * open folders count, or those of the system whose `etc/inittab` it is.
 */
export async function pathCompletions(
  scan: InittabScan,
  offset: number,
  uri: string,
  { look, folders }: Surroundings,
): Promise<readonly Completion[]> {
  const word = pathBefore(scan, offset);
  if (word === undefined) return [];
  const { folder, start } = word;
  const address = fileUri(uri, folder);
  if (!offeredFrom(uri, folders)(fileUri(uri, `${folder}x`)) || address === undefined) return [];
  const node = await look(address.replace(/\/$/, ""), false);
  const names = node.kind === "folder" ? node.names.filter((name) => /^[\w@%+=,.-]+$/.test(name)) : [];
  const proposals = names.slice(0, mostNames).map(
    (name): Completion => ({
      kind: "file",
      label: name,
      detail: featureMessage("completion.of-system", { path: `${folder}${name}` }),
      range: { start, end: offset },
      text: name,
    }),
  );
  return goingOnUnlessWhole(proposals, scan.text, offset);
}

/** The folder of a path that is being typed, and where the name after it begins. */
function pathBefore(
  scan: InittabScan,
  offset: number,
): { readonly folder: string; readonly start: number } | undefined {
  const spot = spotAt(scan, offset);
  if (spot.kind !== "field" || spot.field !== "process") return undefined;
  const { dialect, version } = scan;
  const before = scan.text.slice(spot.range.start, offset);
  // Joined lines have no simple offsets, and they are rare.
  if (fieldTextAt(scan, spot.index, "process").length !== spot.range.end - spot.range.start) return undefined;
  const last = commandWords(before, { dialect, version }).at(-1);
  if (last === undefined || last.end !== before.length) return undefined;
  const [, folder = ""] = /^[-+@]*(\/(?:[\w@%+=,.-]+\/)*)[\w@%+=,.-]*$/.exec(last.text) ?? [];
  const name = /[^/]*$/.exec(last.text)?.[0] ?? "";
  return folder === "" ? undefined : { folder, start: offset - name.length };
}
