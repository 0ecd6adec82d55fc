// Pathname patterns of the shell, as far as names of scripts have them by mistake.

/** Whether a word is a pattern at all. */
export function isPattern(word: string): boolean {
  return /[*?[]/.test(word);
}

/** Whether a name fits a pattern; a dot at the beginning must be written out. */
export function fitsPattern(name: string, pattern: string): boolean {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  return new RegExp(`^${toExpression(pattern)}$`, "su").test(name);
}

function toExpression(pattern: string): string {
  let expression = "";
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "*") expression += ".*";
    else if (char === "?") expression += ".";
    else if (char === "[") {
      const set = /^\[([!^]?)(\]?[^\]]*)\]/.exec(pattern.slice(at));
      if (set === null) expression += "\\[";
      else {
        const [whole, not = "", members = ""] = set;
        const quoted = members.replace(/[\\\][^]/g, "\\$&");
        expression += isRange(quoted) ? `[${not === "" ? "" : "^"}${quoted}]` : "\\[";
        if (isRange(quoted)) at += whole.length - 1;
      }
    } else expression += char.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  }
  return expression;
}

/** A range whose ends are the wrong way round fits nothing, and would be no expression. */
function isRange(members: string): boolean {
  return [...members.matchAll(/(.)-(.)/gsu)].every(([, from = "", to = ""]) => from <= to) && members !== "";
}
