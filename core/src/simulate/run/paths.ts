// Paths as a process takes them: init and what it starts work in `/`.

/** The path that a word names for a process that works in a folder, without `.`, `..` and doubled slashes. */
export function absolutePath(word: string, folder = "/"): string {
  const parts: string[] = [];
  for (const part of (word.startsWith("/") ? word : `${folder}/${word}`).split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return `/${parts.join("/")}`;
}
