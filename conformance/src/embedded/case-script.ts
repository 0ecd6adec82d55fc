// The made-up scripts and entries of the cases of embedded systems: conformance/embedded/README.md, "Test scripts".

/** A script or an entry of a folder; a plain string is one of that name without more. */
export interface CaseFile {
  readonly name: string;
  readonly kind?: "script" | "link" | "dangling" | "dir" | "fifo" | "file" | "noexec";
  readonly target?: string;
  /** The folder below /etc; default `init.d`. */
  readonly at?: string;
  readonly mode?: string;
  readonly shebang?: string | null;
  readonly does?: readonly string[];
  readonly print?: string;
  readonly exit?: number;
  readonly return?: number;
  readonly text?: string;
}

/** The file with all that a plain string leaves out. */
export function caseFile(file: CaseFile | string): CaseFile {
  return typeof file === "string" ? { name: file } : file;
}

/** The permission bits. */
export function modeOf({ kind, mode = kind === "noexec" ? "644" : "755" }: CaseFile): number {
  return Number.parseInt(mode, 8);
}

/** Whether the file may be executed. */
export function isExecutable(file: CaseFile): boolean {
  return (modeOf(file) & 0o111) !== 0;
}
