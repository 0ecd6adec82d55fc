import { standardInput } from "./input.ts";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";

/** Refuses standard input if it is given twice: it would look empty when it is read again. */
export function readOnce(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === standardInput.argument).length > 1)
    throw new UsageError(message("usage.several-given", { what: standardInput.argument }));
}
