// What a process that runs tests has to do, and what it writes down meanwhile, a line for each event: should it hang or
// die, what it has found out is known.

/** What the tests are run for, as JSON in the file that `planVariable` names. */
export type Plan =
  /** To see which mutants each test reaches. */
  | { readonly kind: "look"; readonly journal: string }
  /** To see which tests fail with a mutant. A test is known by its id, and so is a mutant. */
  | {
      readonly kind: "try";
      readonly journal: string;
      readonly tests: Readonly<
        Record<string, { readonly time: number; readonly mutants: readonly number[] }>
      >;
    }
  /** To run whole files, without the tests that are left out, with one mutant that is on from the beginning. */
  | {
      readonly kind: "whole";
      readonly journal: string;
      readonly mutant: number;
      readonly leftOut: readonly string[];
      readonly time: number;
    };

/** Something that happened; times are in milliseconds. */
export type Entry =
  | { readonly kind: "process"; readonly pid: number }
  | { readonly kind: "file"; readonly file: string }
  | {
      readonly kind: "test";
      readonly file: string;
      readonly test: string;
      readonly name: string;
      readonly time: number;
      readonly passed: boolean;
      readonly mutants: readonly number[];
    }
  /** Reached while a file was read, or in what it does before and after its tests. */
  | { readonly kind: "around"; readonly file: string; readonly mutants: readonly number[] }
  | { readonly kind: "try"; readonly mutant: number }
  | { readonly kind: "killed"; readonly mutant: number; readonly test: string; readonly late: boolean }
  /** After this mutant the test fails without it, too: what a mutant left behind is still there. */
  | { readonly kind: "spoilt"; readonly mutant: number }
  | { readonly kind: "done"; readonly file: string };

/** The environment variable with the path of the plan. */
export const planVariable = "INITTAB_MUTATION_PLAN";
