// Paths that cannot be read, and what the operating system says of them.

import type { Message } from "@inittab/core";
import { NoRegularFile } from "@inittab/host/look";
import { message } from "./message.ts";

/** A path that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly why: Message;
}

/** What to say of an error of the operating system. */
export function whyUnreadable(error: unknown): Message {
  if (!(error instanceof Error)) return message("input.system", { message: String(error) });
  switch ("code" in error ? error.code : undefined) {
    case "ENOENT":
    case "ENOTDIR":
      return message("input.missing");
    case "EACCES":
    case "EPERM":
      return message("input.denied");
    case "EISDIR":
      return message("input.folder");
    case "ELOOP":
      return message("input.links");
    case "ENAMETOOLONG":
      return message("input.long-name");
    case "EBADF":
      return message("input.closed");
    case "ERR_INVALID_ARG_VALUE":
      return message("input.no-name");
    default:
      return error instanceof NoRegularFile
        ? message("input.not-regular")
        : message("input.system", { message: error.message });
  }
}
