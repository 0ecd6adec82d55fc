import { type Dialect, dialectFacts, dialects } from "../../../inittab/dialect.ts";
import { type DialectStatement, dialectEdit, isCommentFor } from "../../../inittab/dialect-comment.ts";
import { dialectStatements } from "../../../inittab/recognize-dialect.ts";
import { nearestName, quoted } from "../../../text/words.ts";
import type { Report } from "../../contract.ts";
import { nothing, suggestion } from "../../report.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const dialectComment: FileRule = {
  id: "dialect-comment",
  code: "IT902",
  severity: "warning",
  group: "style",
  since: "0.1.0",
  dialects,
  sources: [
    "the comments that name a dialect are this checker's own",
    "spec/dialects.md, section 1: what is a comment to whom",
  ],
  docs: {
    what: "A comment that should name the dialect of the file names none, comes too late, or is not a comment to that init.",
    why: "`# inittab: dialect=NAME` says which init a file is for; it overrides the settings and what the file looks like.\nThe first comment that names a known dialect counts.\nNot every init takes a line that begins with `#` for a comment: AIX wants a colon in the first column, and HP-UX and SCO OpenServer have no comment lines at all.",
    instead:
      "Correct the name, or delete the comment.\nThe command Choose Dialect writes the line in the form that the init skips: a comment, or for HP-UX and SCO OpenServer an entry that is `off`.",
    wrong: [
      {
        text: "# inittab: dialect=bussybox\n::once:/bin/a\n",
        dialect: "busybox",
        fixed: "# inittab: dialect=busybox\n::once:/bin/a\n",
      },
      {
        text: "# inittab: dialect=irix\n# inittab: dialect=sco\nbc::bootwait:/etc/brc\n",
        dialect: "irix",
        fixed: "# inittab: dialect=irix\nbc::bootwait:/etc/brc\n",
      },
      {
        text: "# inittab: dialect=aix\ninit:2:initdefault:\n",
        dialect: "aix",
        fixed: ": inittab: dialect=aix\ninit:2:initdefault:\n",
      },
    ],
    right: [
      { text: ": inittab: dialect=aix\ninit:2:initdefault:\n", dialect: "aix" },
      { text: "it::off:# inittab: dialect=hp-ux\ninit:2:initdefault:\n", dialect: "hp-ux" },
    ],
  },
  scope: "file",
  check: ({ scan }) => {
    const { statements } = scan.sample ?? { statements: dialectStatements(scan.text) };
    const counts = statements.find(({ dialect }) => dialect !== undefined);
    return statements.flatMap((statement) => {
      if (statement.dialect === undefined) return [unknownName(statement)];
      if (counts !== undefined && statement !== counts) return [tooLate(statement, counts)];
      return isCommentFor(statement.dialect, statement.form)
        ? nothing
        : [noComment(scan.text.toString(), statement, statement.dialect)];
    });
  },
};

function unknownName({ name, nameStart, end }: DialectStatement): Report {
  const near = nearestName(
    name,
    dialects.map((dialect) => ({ name: dialect })),
  );
  const range = { start: nameStart, end };
  return {
    range,
    message: message("dialect-comment.unknown", { name: quoted(name) }),
    fixes: near === undefined ? [] : [suggestion(message("fix.write", { text: near }), range, near)],
  };
}

function tooLate(statement: DialectStatement, counts: DialectStatement): Report {
  const { start, end, form, lineStart, lineEnd } = statement;
  const whole = form === "tail" ? { start, end } : { start: lineStart, end: lineEnd };
  return {
    range: { start, end },
    message: message("dialect-comment.too-late", { counts: counts.name }),
    related: [
      { range: { start: counts.start, end: counts.end }, message: message("dialect-comment.related") },
    ],
    fixes: [suggestion(message("fix.delete-the-comment"), whole, "")],
    unnecessary: true,
  };
}

function noComment(text: string, statement: DialectStatement, dialect: Dialect): Report {
  const edit = dialectEdit(text, dialect, statement);
  const { title } = dialectFacts[dialect];
  return {
    range: { start: statement.start, end: statement.end },
    message: message("dialect-comment.no-comment", { title }),
    fixes:
      edit === undefined || statement.form === "tail"
        ? []
        : [{ title: message("dialect-comment.rewrite", { title }), kind: "suggestion", edits: [edit] }],
  };
}
