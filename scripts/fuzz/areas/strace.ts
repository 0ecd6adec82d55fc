// What a process did to files, from the log of strace: `strace -f -y -e trace=… -o LOG`.

/** The calls that are traced: whatever opens, executes, connects or changes something. */
export const tracedCalls: readonly string[] = [
  ...["open", "openat", "openat2", "creat", "execve", "execveat", "connect", "bind"],
  ...["mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat"],
  ...["symlink", "symlinkat", "mknod", "mknodat", "truncate", "ftruncate", "chmod", "fchmodat", "fchmod"],
  ...["chown", "fchownat", "lchown", "utimensat", "setxattr", "mount", "umount2"],
];

/** Something that a process did, and what it did it to. */
export interface Deed {
  readonly call: string;
  /** The file that was opened, as the system names it; of another call its arguments. */
  readonly what: string;
  readonly writes: boolean;
}

/** The deeds of a log that have succeeded, or were tried in vain and change something. */
export function deedsIn(log: string): readonly Deed[] {
  return whole(log.split("\n")).flatMap((line): readonly Deed[] => {
    const [, call = "", args = "", result = ""] = deed.exec(line) ?? [];
    if (call === "") return [];
    if (!opening.has(call)) return [{ call, what: args, writes: true }];
    // What is not there, or may not be opened, was not opened.
    const path = /^\d+<(.*)>$/.exec(result)?.[1];
    if (path === undefined) return [];
    return [{ call, what: path, writes: call === "creat" || writing.test(args) }];
  });
}

const deed = /^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+(?:<.*>)?|\?)/;
const opening: ReadonlySet<string> = new Set(["open", "openat", "openat2", "creat"]);
const writing = /\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b/;

/** Puts the halves of a call together that another thread has come between. */
function whole(lines: readonly string[]): readonly string[] {
  const begun = new Map<string, string>();
  return lines.flatMap((line) => {
    const [, id = "", rest = ""] = /^(\d+)\s+(.*)$/s.exec(line) ?? [];
    if (rest.endsWith(" <unfinished ...>")) {
      begun.set(id, rest.slice(0, -" <unfinished ...>".length));
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest)?.[1];
    if (resumed === undefined) return [line];
    const first = begun.get(id) ?? "";
    begun.delete(id);
    return [`${id} ${first}${resumed}`];
  });
}
