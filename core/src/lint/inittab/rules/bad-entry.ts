import { type Action, actionsOf, findAction } from "../../../inittab/actions.ts";
import { actionDialectOf, type Dialect, dialectFacts } from "../../../inittab/dialect.ts";
import { listOf, type Message } from "../../../text/message.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import type { Fix, Report } from "../../contract.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const badEntry: LineRule = {
  id: "bad-entry",
  code: "IT120",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (missing fields, empty process, unknown action, indented comment)"],
  docs: {
    what: "A line is a bad entry, which BusyBox init skips.",
    why: "BusyBox init wants exactly four fields, a process, and one of its own eight actions in lower case.\nA line of blanks and a comment that does not begin in the first column are bad entries too.",
    instead:
      "Write `tty::action:process` with an action that BusyBox knows, and begin comments in the first column.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS\n::respwan:/sbin/getty 115200 ttyS0\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\n::respawn:/sbin/getty 115200 ttyS0\n",
      },
      {
        text: "::sysinit:/etc/init.d/rcS\n  # consoles\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\n# consoles\n",
      },
      {
        text: "id:3:initdefault:\n::sysinit:/etc/init.d/rcS\n",
        dialect: "busybox",
        fixed: "# id:3:initdefault:\n::sysinit:/etc/init.d/rcS\n",
      },
    ],
    right: [{ text: "# consoles\n::sysinit:/etc/init.d/rcS\ntty1::askfirst:-/bin/sh\n", dialect: "busybox" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  // A line with nothing but a carriage return is part of the report about line ends.
  check: (context) =>
    context.fault === undefined || /^\r\n?$/.test(context.text) ? nothing : [report(context)],
};

function report(context: LineContext): Report {
  const { line, text } = context;
  const whole = { start: 0, end: Math.max(line.end, 1) };
  const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(indent).replace(/\r?\n$/, "");
  if (rest === "")
    return {
      range: whole,
      message: message("bad-entry.blanks"),
      fixes: [
        safe(message("fix.delete-the-blanks"), { start: 0, end: text.replace(/\r?\n$/, "").length }, ""),
      ],
    };
  if (rest.startsWith("#"))
    return {
      range: { start: 0, end: indent + 1 },
      message: message("bad-entry.indented-comment"),
      fixes: [safe(message("fix.delete-the-blanks-in-front"), { start: 0, end: indent }, "")],
    };
  if (line.actionEnd < 0)
    return {
      range: whole,
      message: message("bad-entry.colons"),
      fixes: [...missingColon(rest, ownActions(context.dialect), indent), commentOut],
    };
  const action = context.field("action");
  const range = context.range("action");
  const own = ownActions(context.dialect);
  if (own.some(({ name }) => name === action)) return badProcess(context);
  return {
    range,
    message: unknown(action, own, context.dialect),
    fixes: [...fixes(action, range), commentOut],
  };

  function fixes(word: string, place: typeof range): readonly Fix[] {
    const near = foreignAction(word, own) === undefined ? nearestName(word, own) : undefined;
    return near === undefined ? [] : [suggestion(message("fix.write", { text: near }), place, near)];
  }
}

const commentOut: Fix = suggestion(message("fix.comment-out"), { start: 0, end: 0 }, "# ");

/** The colons without which one of the own actions is not in the third field. */
function missingColon(text: string, own: readonly Action[], indent: number): readonly Fix[] {
  const isAction = (word: string | undefined) => own.some(({ name }) => name === word);
  const insert = (at: number, colons: string) => [
    suggestion(
      message(colons.length > 1 ? "fix.insert-colons" : "fix.insert-colon"),
      { start: indent + at, end: indent + at },
      colons,
    ),
  ];
  const fields = text.split(":");
  const [first = "", second = "", third = ""] = fields;
  if (fields.length === 2 && isAction(first)) return insert(0, "::");
  if (fields.length !== 3) return [];
  if (isAction(second)) return insert(first.length, ":");
  const joined = /^([a-z]+)(?=[-+@/ ])/.exec(third)?.[1];
  return isAction(joined) ? insert(first.length + second.length + 2 + (joined ?? "").length, ":") : [];
}

/** An empty process, or for toybox one with a colon in it. Source: spec/dialects.md, section 4. */
function badProcess(context: LineContext): Report {
  const range = context.range("process");
  const colon = context.field("process").indexOf(":");
  if (colon < 0)
    return {
      range: { start: range.start - 1, end: range.start },
      message: message("bad-entry.empty-process"),
    };
  const start = range.start + colon;
  return {
    range: { start, end: start + 1 },
    message: message("bad-entry.colon"),
  };
}

function ownActions(dialect: Dialect): readonly Action[] {
  const column = actionDialectOf(dialect);
  return column === undefined ? [] : actionsOf(column);
}

function foreignAction(word: string, own: readonly Action[]): Action | undefined {
  const action = findAction(word.toLowerCase());
  return action === undefined || own.includes(action) ? undefined : action;
}

function unknown(word: string, own: readonly Action[], dialect: Dialect): Message {
  if (word === "") return message("bad-entry.no-action");
  const action = quoted(word);
  const foreign = foreignAction(word, own);
  if (foreign !== undefined) {
    const programs = foreign.dialects.map((program) => message("unknown-action.program", { program }));
    const init = dialectFacts[dialect].title;
    return message("bad-entry.foreign-action", { action, programs: listOf(programs, "and"), init });
  }
  const near = nearestName(word, own);
  return near === undefined
    ? message("bad-entry.unknown-action", { action })
    : message("bad-entry.mistyped-action", { action, near });
}
