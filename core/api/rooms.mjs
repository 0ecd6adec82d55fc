// A plugin of TypeDoc: it lists each name of the library under its room, the folder of core/src that it comes from.

import { CommentTag, Converter, ReflectionKind } from "typedoc";

const listed =
  ReflectionKind.Function | ReflectionKind.Variable | ReflectionKind.Interface | ReflectionKind.TypeAlias;

/** Called by TypeDoc when it starts. */
export function load(application) {
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(listed)) {
      const path = project.getSymbolIdFromReflection(reflection)?.fileName ?? "";
      const [, room] = /(?:^|\/)src\/([\w-]+)\//.exec(path) ?? [];
      if (
        room === undefined ||
        !reflection.parent?.kindOf(ReflectionKind.SomeModule | ReflectionKind.Project)
      )
        continue;
      for (const { comment } of [reflection, ...(reflection.signatures ?? [])])
        comment?.blockTags.push(new CommentTag("@category", [{ kind: "text", text: room }]));
    }
  });
}
