// What happens to a machine, as people write it: on the command line, and in the console of a debugger.

import type { Message } from "../../text/message.ts";
import { message } from "./message.ts";

/** What words ask for: something that happens, a file that becomes the table, or nothing that is known. */
export type HappeningReading<Happening extends object = object> =
  | { readonly kind: "happening"; readonly happening: Happening }
  | { readonly kind: "write"; readonly file: string }
  | { readonly kind: "wrong"; readonly why: Message };

/** Something that happens. */
export function happens<Happening extends object>(happening: Happening): HappeningReading<Happening> {
  return { kind: "happening", happening };
}

/** The words are none of this form. */
export function wrongForm(form: string): Extract<HappeningReading, { kind: "wrong" }> {
  return { kind: "wrong", why: message("happening.write", { form }) };
}

/** A file is to be written over the table; its name may have blanks. */
export function writes(file: string): Exclude<HappeningReading, { kind: "happening" }> {
  return file === "" ? { kind: "wrong", why: message("happening.file") } : { kind: "write", file };
}
