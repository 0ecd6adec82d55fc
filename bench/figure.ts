// What was measured, and how samples become a figure.

/** One measure of one program. */
export interface Figure {
  readonly measure: string;
  readonly unit: "ms" | "MiB";
  /** Records of the file that a server has open, or files that a command checks. */
  readonly records: number;
  /** The server, or another program. */
  readonly server: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** The figure of some samples. */
export function figureOf(
  what: Pick<Figure, "measure" | "unit" | "records" | "server">,
  samples: readonly number[],
): Figure {
  const sorted = samples.toSorted((one, other) => one - other);
  const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { ...what, median: quantile(0.5), p95: quantile(0.95), runs: samples.length };
}
