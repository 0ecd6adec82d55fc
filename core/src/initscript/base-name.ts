/** The last part of a path: what follows the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The last part of a path as basename(1) has it: slashes at its end do not count. */
export function trimmedBaseName(path: string): string {
  return path.replace(/(.)\/+$/, "$1").replace(/^.*\/(?=.)/s, "");
}
