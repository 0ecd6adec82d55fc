/** One entry of an archive, in the order of the archive. */
export type ArchiveEntry = ArchiveFile | ArchiveLink | ArchiveHardLink | ArchiveOther;

interface AnyEntry {
  /** As it stands in the archive. */
  readonly name: string;
}

interface ArchiveFile extends AnyEntry {
  readonly kind: "file";
  readonly mode: number;
  readonly size: number;
  /** The content in pieces; it need not be read to the end before the next entry is asked for. */
  readonly content: AsyncIterable<Uint8Array>;
  /** What all names of one file share where the archive has the content at one of them only; undefined for one name. */
  readonly inode: string | undefined;
}

interface ArchiveLink extends AnyEntry {
  readonly kind: "link";
  readonly target: string;
}

/** A further name of a file that the archive has under another one. */
interface ArchiveHardLink extends AnyEntry {
  readonly kind: "hard-link";
  readonly target: string;
}

interface ArchiveOther extends AnyEntry {
  /** `unknown`: an extension of the format that is not read. */
  readonly kind: "folder" | "device" | "unknown";
}
