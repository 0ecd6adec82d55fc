import { headerReaders, readChkconfigHeader, viewHeader } from "@inittab/core";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { scriptFormatEdits } from "./format.ts";

function formatted(text: string, range = { start: 0, end: text.length }): string {
  return scriptFormatEdits(text, range).reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    text,
  );
}

const header = `#!/bin/sh
### BEGIN INIT INFO
# Provides: web
# Required-Start:\t$network $syslog  
# Required-Stop:  
# Short-Description:   serves  pages
# Description:  It serves pages,
#  and more. \t
### END INIT INFO

echo "a"  
`;

test("the values of a header stand below each other, and its lines do not end in blanks", () => {
  expect(formatted(header)).toBe(`#!/bin/sh
### BEGIN INIT INFO
# Provides:          web
# Required-Start:    $network $syslog
# Required-Stop:
# Short-Description: serves  pages
# Description:       It serves pages,
#  and more.
### END INIT INFO

echo "a"  
`);
});

test("only the lines of a range are formatted", () => {
  const start = header.indexOf("# Required-Start");
  const end = header.indexOf("# Required-Stop");
  const [changed] = header.split("\n").flatMap((line, index) => {
    const after = formatted(header, { start, end }).split("\n")[index];
    return after === line ? [] : [after];
  });
  expect(changed).toBe("# Required-Start:    $network $syslog");
});

test("what a shell may see stays: a header after a command, a text that looks like one", () => {
  for (const text of [
    `#!/bin/sh\ncat <<E\n${header.replace("#!/bin/sh\n", "")}E\n`,
    "#!/bin/sh\n### BEGIN INIT INFO\n# Provides:  x\necho\n### END INIT INFO\n",
    "#!/bin/sh\n# a comment  \n",
  ])
    expect(formatted(text)).toBe(text);
});

const piece = pieceOf(
  "### BEGIN INIT INFO\n",
  "### END INIT INFO\n",
  "# Provides:",
  "# Required-Start:",
  "# Default-Start: 2 3",
  "# Short-Description: ",
  "# Description:",
  "# chkconfig: 35 20 80",
  "#  more",
  "\\",
  "\n",
  "\r\n",
  "\t",
  "  ",
  " x",
  "é",
  "\0",
  "x".repeat(700),
);

test("every program reads the same of the formatted headers", () => {
  const read = (text: string) => [
    headerReaders.map((reader) => {
      const { found, values } = viewHeader(reader, text);
      return [
        found,
        [...values.values()].map(({ keyword, words }) => [keyword, words.map((word) => word.text.trim())]),
      ];
    }),
    readChkconfigHeader(text).levels,
    readChkconfigHeader(text).description?.trim(),
  ];
  const blankless = (text: string) => text.replaceAll(/[ \t]+/g, "");
  let changed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = `#!/bin/sh\n### BEGIN INIT INFO\n${pieces.join("")}`;
      const after = formatted(text);
      if (after !== text) changed++;
      expect(read(after)).toEqual(read(text));
      expect(blankless(after)).toBe(blankless(text));
      expect(after.split("\n").length).toBe(text.split("\n").length);
      expect(formatted(after)).toBe(after);
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(20);
});
