// The story with what a trace shows in addition: the environment of each start, and utmp and wtmp at the end.

import type { StoryLine } from "../run/story.ts";
import { message } from "./message.ts";
import type { AccountLine, Trace } from "./trace.ts";

/** Below each start the variables that differ from those of the start before, and the records of both files at the end. */
export function storyWithExtras(
  story: readonly StoryLine[],
  { events, final }: Pick<Trace, "events" | "final">,
  until: number,
): readonly StoryLine[] {
  const environments = events.flatMap((event) => (event.event === "start" ? [event.env ?? []] : []));
  let next = 0;
  let before: readonly string[] = [];
  const told = story.flatMap((line): readonly StoryLine[] => {
    if (line.kind !== "start") return [line];
    const now = environments[next++] ?? [];
    const other = now.filter((variable) => !before.includes(variable));
    before = now;
    if (other.length === 0) return [line];
    const what = message("sysvinit.environment", { variables: other.join(" ") });
    return [line, { at: line.at, depth: 2, kind: "note", message: what }];
  });
  return [
    ...told,
    ...accountLines("utmp", final.utmp ?? [], until),
    ...accountLines("wtmp", final.wtmp ?? [], until),
  ];
}

function accountLines(file: string, records: readonly AccountLine[], at: number): readonly StoryLine[] {
  return records.map(({ type, id, line, user, levels = [] }) => ({
    at,
    depth: 0,
    kind: "note",
    message: message("sysvinit.account", {
      file,
      record: [type, id, line, user, levels.join(" ")].filter((part) => part !== "").join(" "),
    }),
  }));
}
