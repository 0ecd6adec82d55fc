/** What became of a mutant. */
export type Verdict =
  /** By a test that failed, or by the time that it took. */
  | { readonly kind: "killed"; readonly test: string; readonly late: boolean }
  | { readonly kind: "survived" }
  | { readonly kind: "unreached" };
