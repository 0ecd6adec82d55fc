// Terminals and what is typed on them: characters reach a reader when the line is finished, and each is read once.

/** A terminal of a run. */
export interface Terminal {
  /** What was typed since the last end of line. */
  line: string;
  /** What can be read; `endOfFile` marks where a reader finds nothing. */
  ready: string;
  /** Those who wait for Enter, the first one first. */
  readonly waiting: number[];
}

/** The key that ends a line without a newline, and what it leaves in an empty one. */
const endOfFile = "\x04";

/** A terminal at which nothing has been typed. */
function newTerminal(): Terminal {
  return { line: "", ready: "", waiting: [] };
}

/** The terminal with a name; made when it is asked for the first time. */
export function terminalOf(terminals: Map<string, Terminal>, name: string): Terminal {
  const known = terminals.get(name);
  if (known !== undefined) return known;
  const terminal = newTerminal();
  terminals.set(name, terminal);
  return terminal;
}

/** Takes what is typed; answers with the lines that appear on the terminal by it. */
export function type(terminal: Terminal, text: string): readonly string[] {
  for (const character of text.replaceAll("\r", "\n")) {
    if (character === endOfFile) {
      terminal.ready += terminal.line === "" ? endOfFile : terminal.line;
      terminal.line = "";
    } else if (character === "\n") {
      terminal.ready += `${terminal.line}\n`;
      terminal.line = "";
    } else terminal.line += character;
  }
  return text
    .replaceAll(endOfFile, "")
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Takes the one out of the queue who has found an end of line, if there is one. */
export function served(terminal: Terminal): number | undefined {
  if (terminal.waiting.length === 0) return undefined;
  const end = terminal.ready.search(/[\n\x04]/);
  terminal.ready = end < 0 ? "" : terminal.ready.slice(end + 1);
  return end < 0 ? undefined : terminal.waiting.shift();
}
