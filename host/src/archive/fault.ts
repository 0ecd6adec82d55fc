/** Why an archive cannot be read. */
export type ArchiveFaultKind =
  /** The file is not an archive, whatever its name says. */
  | "no-archive"
  /** It is compressed, or packed, in a way that is not read; `what` names it. */
  | "unread-format"
  | "truncated"
  | "damaged"
  /** It has more than `what` MiB when it is unpacked. */
  | "too-large"
  /** It is so much larger when it is unpacked that it is made to be: more than `what` times as large. */
  | "bomb"
  /** It has more than `what` files. */
  | "crowded";

/** What keeps an archive from being read. Thrown inside this folder, and caught by the reader of an archive. */
export class ArchiveFault extends Error {
  readonly kind: ArchiveFaultKind;
  /** A format or a number, as the kind says. */
  readonly what: string;

  constructor(kind: ArchiveFaultKind, what: string | number = "") {
    super(`${kind} ${what}`);
    this.kind = kind;
    this.what = String(what);
  }
}
