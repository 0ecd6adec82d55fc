// The made-up scripts and entries of the cases of embedded systems: conformance/embedded/README.md, "Test scripts".

/** A script or an entry of a folder; a plain string is one of that name without more. */
export interface CaseFile {
  readonly name: string;
  readonly kind?: "script" | "link" | "dangling" | "dir" | "fifo" | "file" | "noexec";
  readonly target?: string;
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

/** Whether the file may be executed. */
export function isExecutable({ kind, mode = kind === "noexec" ? "644" : "755" }: CaseFile): boolean {
  return (Number.parseInt(mode, 8) & 0o111) !== 0;
}
