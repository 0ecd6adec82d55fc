import { standardInput } from "./input.ts";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";

/** Refuses files of which two are standard input: to whoever reads it again it would look empty. */
export function readOnce(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === standardInput.argument).length > 1)
    throw new UsageError(message("usage.several-given", { what: standardInput.argument }));
}
