// Silencers in a row are all about the line behind them, and many of them take no longer than as many other lines.

import { expect, test } from "vitest";
import { lintScript } from "./lint.ts";

const header = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: svc\n### END INIT INFO\n";

function rulesIn(text: string): readonly string[] {
  return lintScript({ text, name: "svc", mode: 0o755 }).map(({ rule }) => rule);
}

test("several silencers and blank lines stand before one line", () => {
  const plain = rulesIn(header.replace("### END", "# Prvides: x\n### END"));
  expect(plain).toContain("lsb-keyword-unknown");
  const silenced = header.replace(
    "### END",
    "# inittab-disable-next-line lsb-keyword-unknown\n\n# inittab-disable-next-line no-such-rule\n# Prvides: x\n### END",
  );
  expect(rulesIn(silenced)).not.toContain("lsb-keyword-unknown");
  const later = header.replace(
    "### END",
    "# inittab-disable-next-line lsb-keyword-unknown\n# X-Some: x\n# Prvides: x\n### END",
  );
  expect(rulesIn(later)).toContain("lsb-keyword-unknown");
});

test("twenty thousand silencers in a row, and a description of as many lines", () => {
  const rows = "# inittab-disable-next-line no-such-rule\n".repeat(20_000);
  const lines = "#  more of it\n".repeat(20_000);
  const began = process.cpuUsage();
  rulesIn(header + rows);
  rulesIn(header.replace("### END", `# Description: x\n${lines}### END`));
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(5_000);
});
