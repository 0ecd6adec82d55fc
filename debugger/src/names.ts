// The names that expressions know at a position.

import { type Debuggee, type Means, type Scalar, type SeenValue, scopeNames, scopesAt } from "@inittab/core";
import type { Lookup } from "./expression.ts";

/** What a name stands for at a position: a value of init, what has just happened, a scope, or a record by its id. */
export function namesAt(debuggee: Debuggee, place: number, means: Means): Lookup {
  let scopes: ReturnType<typeof scopesAt> | undefined;
  const all = () => {
    scopes ??= scopesAt(debuggee, place, means);
    return scopes;
  };
  return (name) => {
    const happened = happenedAt(debuggee, place).find((each) => each.name === name);
    if (happened !== undefined) return happened;
    // Conditions ask for the level at many places, and nothing else need be looked at for it.
    if (name === "level") {
      const stop = debuggee.positions[place]?.stop ?? 0;
      const becomes = (text: string) =>
        all()
          .init.find((each) => each.name === name)
          ?.becomes?.(text);
      return { name, value: debuggee.walk.levelAt(stop), becomes };
    }
    const scope = scopeNames.find((each) => each === name);
    if (scope !== undefined) return { name, value: undefined, parts: all()[scope] };
    const { init, records } = all();
    return [...init, ...records].find((each) => each.name === name);
  };
}

/** What has just happened, by names. */
export function happenedAt({ positions }: Debuggee, place: number): readonly SeenValue[] {
  const position = positions[place];
  if (position === undefined) return [];
  const { occurrence, record, at } = position;
  const value = (name: string, of: Scalar): SeenValue => ({ name, value: of });
  const common = [
    value("time", at),
    value("event", occurrence.kind),
    value("record", record?.id ?? null),
    value("line", record?.line ?? null),
  ];
  switch (occurrence.kind) {
    case "starts":
      return [...common, value("pid", occurrence.pid)];
    case "ends":
      return [
        ...common,
        value("pid", occurrence.pid),
        value("code", occurrence.code),
        value("how", occurrence.how),
      ];
    case "gets":
      return [...common, value("signal", occurrence.signal)];
    case "says":
      return [...common, value("said", occurrence.said), value("to", occurrence.to)];
    case "script": {
      const { name, argument, kind } = occurrence.step;
      return [...common, value("script", name), value("argument", argument), value("deed", kind)];
    }
    default:
      return common;
  }
}
