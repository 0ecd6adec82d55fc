// Command substitution: a copy of the shell, whose output is collected.

import { isSingle, type List } from "../../tree.ts";
import type { Working } from "../contract.ts";
import { killedIn, sayKilled } from "../killed.ts";
import { ignoredBy, notFollowed, type ShellState, spend } from "../state.ts";
import { collector } from "../streams.ts";

/** What the commands write, without the newlines at the end. */
export function* substitute(shell: ShellState, body: List | undefined): Working<string> {
  // A shell that reads late finds out only now that it cannot be read.
  if (body === undefined) return notFollowed("`");
  const output = collector();
  const answer = yield {
    kind: "fork",
    background: false,
    ignored: ignoredBy(shell),
    start: (identity) =>
      shell.runner.copy(shell, identity, (copy) => {
        copy.descriptors.set(1, output.stream);
        copy.becomes = isSingle(body);
        if (!copy.behaviour.substitutionsEnd) copy.options.delete("errexit");
        return shell.runner.list(copy, body, false);
      }),
  };
  if (shell.behaviour.tellsAllDeaths) sayKilled(shell, killedIn(answer));
  shell.substituted = answer.kind === "ended" ? answer.status : 1;
  const text = output.text();
  spend(shell, Math.floor(text.length / 1000));
  return text.replaceAll("\0", "").replace(/\n+$/, "");
}
