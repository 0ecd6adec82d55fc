// Where init scripts stand. A file that stands elsewhere need not be looked into.

/** A folder of init scripts or of links to them on the way to the file. */
const scriptFolder = /(?:^|\/)(?:init\.d|rc\.d|rc[0-6S]\.d)\/[^/]+$/;

/** Whether a file stands where init scripts do. */
export function isInitScriptPlace(path: string): boolean {
  return scriptFolder.test(path);
}
