// Which files are recipes of OpenEmbedded, and which of them say anything to its class update-rc.d.

/** The files that BitBake reads. */
const recipeName = /\.(?:bb|bbappend|inc)$/;

/** Whether a path or address is that of a recipe, or of a part of one. */
export function isRecipePath(path: string): boolean {
  return recipeName.test(path);
}

/** Whether a text says anything to the class. */
export function speaksOfInitScripts(text: string): boolean {
  return /^[ \t]*(?:export[ \t]+)?INITSCRIPT_(?:NAME|PARAMS|PACKAGES)\b/m.test(text) || inherited.test(text);
}

/** The line by which a recipe has the class. */
export const inherited: RegExp = /^[ \t]*inherit[ \t](?:[^#\n]*[ \t])?(update-rc\.d)(?=[ \t\n]|$)/m;
