// Which scripts the small shell can run. What lies beyond is found before anything is run.

import { type AndOr, type Command, type List, plainText, type Redirection, type Word } from "./tree.ts";

/** Whether the small shell knows everything that stands in a script. */
export function isRunnable({ items }: List): boolean {
  return items.every(({ node }) => isRunnableNode(node));
}

function isRunnableNode({ first, rest }: AndOr): boolean {
  return [first, ...rest.map(({ pipeline }) => pipeline)].every(({ parts }) =>
    parts.every(isRunnableCommand),
  );
}

function isRunnableCommand(command: Command): boolean {
  switch (command.kind) {
    case "simple":
      return (
        command.assignments.every(isKnown) &&
        command.words.every(isKnown) &&
        command.redirections.every(isPossible)
      );
    case "subshell":
    case "group":
      return isRunnable(command.body) && command.redirections.every(isPossible);
    default:
      return false;
  }
}

/** There are no here-documents. */
function isPossible({ operator, target }: Redirection): boolean {
  return !operator.startsWith("<<") && isKnown(target);
}

function isKnown({ parts }: Word): boolean {
  return parts.every((part) => {
    if (part.kind === "substitution") return part.body !== undefined && echoed(part.body) !== undefined;
    return part.kind === "text" || part.kind === "variable";
  });
}

/**
 * The words that `echo` says in a command substitution; undefined for any other command. It is the only one of which that
 * is known without running anything.
 */
export function echoed({ items }: List): readonly Word[] | undefined {
  const [item] = items;
  if (item === undefined || items.length > 1 || item.node.rest.length > 0) return undefined;
  const { parts, bang } = item.node.first;
  const [command] = parts;
  if (command?.kind !== "simple" || parts.length > 1 || bang !== undefined) return undefined;
  if (command.assignments.length > 0 || command.redirections.length > 0) return undefined;
  const [program, ...words] = command.words;
  return program !== undefined && plainText(program) === "echo" && words.every(isSaidAsItIs)
    ? words
    : undefined;
}

/** Shells differ in what they make of a backslash, and of an option that may be one. */
function isSaidAsItIs({ text, parts }: Word): boolean {
  return !/^-|\\/.test(text) && parts.every((part) => part.kind === "text");
}
