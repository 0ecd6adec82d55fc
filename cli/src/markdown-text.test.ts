import { visible } from "@inittab/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown-text.ts";
import { displayWidth } from "./terminal-text.ts";

/** Renders for a narrow terminal. */
function check(markdown: string, color = false): string {
  return renderMarkdown(markdown, { color, width: 40 });
}

test("headings, paragraphs, lists, fences", () => {
  const markdown = `### Runlevel \\*

One sentence that is longer than a line of this width.
Another, with \`code that\` may break.

- \`-t, --timeout SECONDS\`: End when no name was typed for so long.
- short

|  |  |
| --- | --- |
| Code | \`IT110\` |
| A \\| B | c |

\`\`\`inittab
1:2345:respawn:/sbin/agetty --noclear 38400 tty1 linux
\`\`\`



**strong** and *faint, \\*starred\\** and \`\` a \`tick\` \`\` and 2 * 3 * 4
`;
  expect(check(markdown)).toMatchInlineSnapshot(`
    "Runlevel *

    One sentence that is longer than a line
    of this width. Another, with code that
    may break.

    - -t, --timeout SECONDS: End when no
      name was typed for so long.
    - short

    Code   IT110
    A | B  c

        1:2345:respawn:/sbin/agetty --noclear 38400 tty1 linux

    strong and faint, *starred* and a \`tick\`
    and 2 * 3 * 4
    "
  `);
  expect(check("### A *b*\n`c` **d**", true).replaceAll("\x1b", "ESC")).toMatchInlineSnapshot(`
    "ESC[1mA bESC[0m
    ESC[36mcESC[0m ESC[1mdESC[0m
    "
  `);
});

test("any text is shown within the width and without controls", () => {
  const piece = fc.constantFrom("a", " ", "\n", "`", "``", "*", "**", "\\", "- ", "|", "\x1b", "中", "word");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const markdown = `x${pieces.join("")}`.replaceAll("```", "``").replaceAll("\n|", "\n");
      for (const line of check(markdown).split("\n")) {
        expect(visible(line)).toBe(line);
        const unbreakable = !line.replace(/^(- | {2})/, "").includes(" ");
        if (!unbreakable) expect(displayWidth(line)).toBeLessThanOrEqual(40);
      }
    }),
  );
});
