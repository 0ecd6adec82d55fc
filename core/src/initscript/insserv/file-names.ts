// Which files of init.d insserv takes for scripts. Observed: insserv 1.24.0, cases ins-071 to ins-078.

/** Endings after the last dot that mark a copy or a package manager's file; a `*` stands for any rest. */
const backupEndings: readonly string[] = [
  "rpm*",
  "ba*",
  "old",
  "new",
  "org",
  "orig",
  "dpkg*",
  "ucf*",
  "save",
  "swp",
  "core",
];

/** Beginnings of names that are documentation or helpers. */
const skippedBeginnings: readonly string[] = ["README", "Makefile", "skeleton", "powerfail"];

/** Names of init's own programs. */
const skippedNames: readonly string[] = ["core", "rx", "rc", "rcS"];

/** First characters that no script's name has. */
const skippedFirstCharacters = "$.#%_+-\\*[]^:()~";

/** The endings that a file-filters file adds, one a line; a longer line falls into pieces of 31 characters. */
export function readFileFilters(text: string | undefined): readonly string[] {
  const pieces = (text ?? "").split("\n").flatMap((line) => line.match(/.{1,31}/gs) ?? []);
  return pieces.filter((piece) => !piece.startsWith("\r"));
}

/** Whether the name is that of a copy: by its ending, the further endings given, or as an RCS file. */
export function isBackupName(name: string, further: readonly string[] = []): boolean {
  const dot = name.lastIndexOf(".");
  const ending = dot < 0 ? undefined : name.slice(dot + 1);
  if (ending !== undefined) {
    const known = backupEndings.some((pattern) =>
      pattern.endsWith("*") ? ending.startsWith(pattern.slice(0, -1)) : ending === pattern,
    );
    if (known || further.includes(ending)) return true;
  }
  return name.slice(name.lastIndexOf(",")) === ",v";
}

/** Why insserv passes over a file of this name. */
export type NameObstacle = "hidden" | "helper" | "backup" | "first-character";

/** Why insserv passes over a file of this name; undefined when it reads it. */
export function nameObstacle(name: string, further: readonly string[] = []): NameObstacle | undefined {
  if (name.startsWith(".")) return "hidden";
  if (skippedNames.includes(name) || skippedBeginnings.some((start) => name.startsWith(start)))
    return "helper";
  if (isBackupName(name, further) || name.endsWith("~")) return "backup";
  return skippedFirstCharacters.includes(name.charAt(0)) ? "first-character" : undefined;
}
