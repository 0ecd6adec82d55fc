// Programs that end only when somebody ends them, for what they are told to do: they follow, wait or listen.

/** Whether a program that is no service, called with these words, goes on until somebody ends it. */
export function goesOnForEver(name: string, words: readonly string[]): boolean {
  if (words.some((word) => word === "--help" || word === "--version")) return false;
  return followers.get(name)?.(words) === true;
}

/** Whether a program of this name may do so. */
export function mayGoOn(name: string): boolean {
  return followers.has(name);
}

/** By the manual of each program; of BusyBox by the help of its applets. */
const followers: ReadonlyMap<string, (words: readonly string[]) => boolean> = new Map([
  ["tail", (words) => hasOption(words, "fF", "--follow") && words.some((word) => !word.startsWith("-"))],
  ["dmesg", (words) => hasOption(words, "wW", "--follow")],
  ["journalctl", (words) => hasOption(words, "f", "--follow")],
  ["logread", (words) => hasOption(words, "f", "--follow")],
  ["inotifywait", (words) => hasOption(words, "m", "--monitor") && !hasOption(words, "d", "--daemon")],
  ["cat", (words) => words.some((word) => /^\/(?:dev|proc)\/kmsg$/.test(word))],
  ["catalina.sh", ([first = ""]) => /^(?:run|debug)$/.test(first)],
  ["standalone.sh", () => true],
  ["gunicorn", (words) => words.some(isOperand) && !hasOption(words, "D", "--daemon")],
  ["php", (words) => words.includes("-S")],
  ...["python", "python2", "python3"].map((name) => [name, serves] as const),
  // What -k means of another nc depends on whose it is.
  ["ncat", (words) => hasOption(words, "l", "--listen") && hasOption(words, "k", "--keep-open")],
  ["sleep", ([first = ""]) => /^inf(?:inity)?$/.test(first)],
  ["socat", (words) => words.some((word) => /^[A-Za-z0-9-]+-l(?:isten)?:[^\s]*,fork\b/i.test(word))],
]);

function isOperand(word: string): boolean {
  return !word.startsWith("-");
}

/** The web server among the modules of Python. */
function serves(words: readonly string[]): boolean {
  return words.some(
    (word, at) => word === "-m" && /^(?:http\.server|SimpleHTTPServer)$/.test(words[at + 1] ?? ""),
  );
}

/** Short options in one word such as `-nf` count; what follows one with a value may be taken for such, so few are asked for. */
function hasOption(words: readonly string[], letters: string, long: string): boolean {
  return words.some((word) =>
    word.startsWith("--")
      ? word.startsWith(long)
      : /^-[A-Za-z]/.test(word) && [...word.slice(1)].some((letter) => letters.includes(letter)),
  );
}
