// Prints what breaks the invariants of the house, and fails on what has to hold. With `--list` also what only counts.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type Breach, checkHouse } from "./check.ts";
import { isEnforced } from "./files.ts";
import { invariants } from "./finding.ts";
import { house, modes } from "./house.ts";

// Files that are new and not committed yet count; those that are deleted and not committed are still listed.
const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && existsSync(path));

const breaches = checkHouse(new Map(paths.map((path) => [path, readFileSync(path, "utf8")])), house);
const fails = ({ invariant, path }: Breach): boolean => isEnforced(modes[invariant], path);
const all = process.argv.includes("--list");
for (const breach of breaches) {
  const { invariant, path, line, message } = breach;
  if (all || fails(breach)) console.error(`${path}:${line}: ${message} (${invariant})`);
}

const counts = invariants
  .filter((invariant) => modes[invariant] !== "error")
  .map((invariant) => {
    const counted = breaches.filter((breach) => breach.invariant === invariant && !fails(breach));
    return `${invariant} ${counted.length}`;
  });
if (counts.length > 0) console.error(`house, not enforced yet: ${counts.join(", ")}`);
if (breaches.some(fails)) process.exitCode = 1;
