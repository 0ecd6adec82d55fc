/** Whether a name has the letters in this order, whatever stands between them. */
export function hasLetters(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    const found = name.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
