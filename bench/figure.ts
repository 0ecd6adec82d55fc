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
  /** The median of the processor time of a run, in milliseconds, where wall-clock time was measured. */
  readonly processor?: number;
}

/** The figure of some samples. */
export function figureOf(
  what: Pick<Figure, "measure" | "unit" | "records" | "server">,
  samples: readonly number[],
  processor?: readonly number[],
): Figure {
  return {
    ...what,
    median: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    runs: samples.length,
    ...(processor !== undefined && { processor: quantile(processor, 0.5) }),
  };
}

/** The sample that this share of all samples does not exceed. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** A figure as the tables show it; small ones would lose what is different about them. */
export function shown(value: number | undefined): string {
  return value?.toFixed(Math.abs(value) < 10 ? 2 : 1) ?? "";
}
