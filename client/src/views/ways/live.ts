// Whether an address is that of the inittab by which a machine runs, and not that of a file for some other one.

/** The parts of an address. */
interface Address {
  readonly scheme: string;
  readonly path: string;
}

/** Where the files of a running machine are: this one, that of a remote window, or one that is reached by ssh. */
const machines: ReadonlySet<string> = new Set(["file", "vscode-remote", "ssh", "sftp"]);

/** Whether init of the machine that the file is on reads it. */
export function isLive({ scheme, path }: Address): boolean {
  return path === "/etc/inittab" && machines.has(scheme);
}
