// Bounds on what an archive unpacks to. A file of some kilobytes can hold terabytes of zeros.

import { ArchiveFault } from "./fault.ts";

/** Counts what goes into decompressors and what comes out; throws an `ArchiveFault` where that is too much. */
export interface Meter {
  readonly took: (bytes: number) => void;
  readonly made: (bytes: number) => void;
}

/** How much an archive may hold. */
export interface ArchiveLimits {
  /** Bytes of all files together, after decompression; the largest images of boards have some gigabytes. */
  readonly size: number;
  /** How many times as large as the archive its content may be; text files reach ten, an image with gaps some dozens. */
  readonly ratio: number;
  /** As long as no more bytes have come out, the ratio does not count. */
  readonly freeSize: number;
  /** Files, folders and links; a desktop system has some hundred thousand. */
  readonly entries: number;
}

const mebibyte = 1024 * 1024;

export const archiveLimits: ArchiveLimits = {
  size: 8192 * mebibyte,
  ratio: 250,
  freeSize: 64 * mebibyte,
  entries: 1_000_000,
};

/** A meter for one archive. What is not compressed is counted by nobody, since its file bounds it. */
export function meterFor({ size, ratio, freeSize }: ArchiveLimits): Meter {
  let input = 0;
  let output = 0;
  return {
    took: (bytes) => {
      input += bytes;
    },
    made: (bytes) => {
      output += bytes;
      if (output > size) throw new ArchiveFault("too-large", Math.floor(size / mebibyte));
      if (output > freeSize && output > input * ratio) throw new ArchiveFault("bomb", ratio);
    },
  };
}
