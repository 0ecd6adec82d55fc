// Open files of the virtual file system.

import type { FileError, Opened, OpenMode, ShellStream } from "../../shell/interpreter/contract.ts";
import type { FileNode, RegularNode } from "./contract.ts";

/** The longest text that a file may have. */
const longest = 4 * 1024 * 1024;

/** Opens a file that exists. */
export function openNode(node: FileNode, mode: OpenMode, now: () => number): Opened {
  switch (node.kind) {
    case "folder":
      // A folder can be opened for reading, and then there is nothing to read.
      return mode === "read"
        ? { kind: "open", stream: { read: () => "", write: () => "EBADF", terminal: false } }
        : { kind: "error", error: "EISDIR" };
    case "file":
      if (mode === "new") return { kind: "error", error: "EEXIST" };
      if (mode === "write") {
        node.content = "";
        node.modified = now();
      }
      return { kind: "open", stream: streamOf(node, mode, now) };
    case "device":
      return node.stream === undefined
        ? { kind: "error", error: "ENOENT" }
        : { kind: "open", stream: node.stream };
    case "fifo":
      // Nothing is at its other end: whoever opens it waits. For reading and writing it is opened at once.
      return mode === "read-write"
        ? { kind: "open", stream: { read: () => "", write: () => undefined, terminal: false } }
        : { kind: "hangs" };
    case "socket":
    case "link":
      return { kind: "error", error: "ENOENT" };
  }
}

function streamOf(node: RegularNode, mode: OpenMode, now: () => number): ShellStream {
  let at = 0;
  const read = (count: number) => {
    if (mode !== "read" && mode !== "read-write") return "";
    const piece = node.content.slice(at, at + count);
    at += piece.length;
    return piece;
  };
  const write = (text: string): FileError | undefined => {
    if (mode === "read") return "EBADF";
    if (mode === "append") at = node.content.length;
    if (at + text.length > longest) return "EFBIG";
    const { content } = node;
    if (at === content.length) {
      node.content = content + text;
      at += text.length;
      node.modified = now();
      return undefined;
    }
    const before = at > content.length ? content.padEnd(at, "\0") : content.slice(0, at);
    node.content = before + text + content.slice(at + text.length);
    at += text.length;
    node.modified = now();
    return undefined;
  };
  return { read, write, terminal: false };
}
