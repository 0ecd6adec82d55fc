// The page that tells how often each rule speaks of real init scripts.

import { createHash } from "node:crypto";

/** A file as `inittab check --format json` tells of it. */
export interface CheckedFile {
  readonly path: string;
  readonly shellRead: boolean;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly start: { readonly line: number };
  }[];
}

/** A family's own scripts, checked in the system that their package makes. */
export interface FamilyCorpus {
  /** The family, and its Debian package. */
  readonly title: string;
  readonly package: string;
  readonly files: readonly CheckedFile[];
}

/** The page for scripts that were checked each by itself, and all of them in one folder, and those of other families. */
export function corpusPage(
  scripts: readonly Buffer[],
  alone: readonly CheckedFile[],
  together: readonly CheckedFile[],
  families: readonly FamilyCorpus[],
): string {
  const unread = alone.filter(({ shellRead }) => !shellRead).length;
  const hash = createHash("sha256");
  for (const script of scripts) hash.update(script);
  return `# What the rules find in real init scripts

${scripts.length} scripts of Debian 12 packages; the list of the packages is \`../shared/corpus/initscript-packages.txt\`.
\`node scripts/corpus/initscripts.mjs\` unpacks and checks them and compares with this table; with \`--write\` it writes it.
"Alone": each script on its own; "together": all of them in one \`init.d\`, where many services that they name are missing.
Each number counts the scripts in which the rule reports something.

| Severity | Rule | Alone | Together |
| --- | --- | --- | --- |
${rowsOf(alone, together)
  .map(
    (row) =>
      `| ${row.severity} | [${row.rule}](rules/${row.rule}.md) | ${row.alone.size} | ${row.together.size} |`,
  )
  .join("\n")}

The shell part could not be read completely in ${unread} of them.
Fingerprint of the scripts: ${hash.digest("hex").slice(0, 16)}.
${families.map(familySection).join("")}`;
}

function familySection({ title, package: from, files }: FamilyCorpus): string {
  const rows = rowsOf(files, []);
  const unread = files.filter(({ shellRead }) => !shellRead).length;
  const table = rows.map(
    ({ severity, rule, alone }) => `| ${severity} | [${rule}](rules/${rule}.md) | ${alone.size} |\n`,
  );
  const said =
    rows.length === 0
      ? "No rule reports anything about them.\n"
      : `\n| Severity | Rule | Scripts |\n| --- | --- | --- |\n${table.join("")}`;
  return `
## ${title}

${files.length} scripts of the package \`${from}\`, with its runlevels around them; the shell part could not be read completely in ${unread} of them.
${said}`;
}

/** The fingerprint of the scripts that a page was made from. */
export function fingerprintIn(page: string): string | undefined {
  return /^Fingerprint of the scripts: (\w+)/m.exec(page)?.[1];
}

/** A rule with a severity, and the paths of the scripts of which it speaks. */
interface Row {
  readonly rule: string;
  readonly severity: string;
  readonly alone: Set<string>;
  readonly together: Set<string>;
}

const severities = ["error", "warning", "information", "hint"];

function rowsOf(alone: readonly CheckedFile[], together: readonly CheckedFile[]): readonly Row[] {
  const rows = new Map<string, Row>();
  const count = (files: readonly CheckedFile[], column: "alone" | "together"): void => {
    for (const { path, findings } of files)
      for (const { rule, severity } of findings) {
        const key = `${rule} ${severity}`;
        const row = rows.get(key) ?? { rule, severity, alone: new Set(), together: new Set() };
        row[column].add(path);
        rows.set(key, row);
      }
  };
  count(alone, "alone");
  count(together, "together");
  return [...rows.values()].sort(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      (one.rule < other.rule ? -1 : 1),
  );
}
