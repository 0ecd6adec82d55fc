import { describe, expect, test } from "vitest";
import { check, told } from "../../../testing/body-check.ts";
import { checkScript, fixedScript } from "../../../testing/script-check.ts";

const keywords =
  "# Provides: svc\n# Required-Start: $network\n# Required-Stop: $network\n# Default-Start: 2 3\n# Default-Stop: 0 1 6\n# Short-Description: serves\n";
const begin = "### BEGIN INIT INFO\n";
const end = "### END INIT INFO\n";
const arms = '. /lib/lsb/init-functions\ncase "$1" in\n  start) start_daemon svcd ;;\nesac\n';

check("lsb-outside-header", {
  "a header": [`#!/bin/sh\n${begin}${keywords}${end}${arms}`, []],
  "no marker": [`#!/bin/sh\n${keywords}${arms}`, [2]],
  "no marker, below code": [`#!/bin/sh\nexport PATH=/bin\n${keywords}${arms}`, [3]],
  "no marker, of a system that nobody knows": [`#!/bin/sh\n${keywords}svcd\n`, [2]],
  "fewer number signs": [`#!/bin/sh\n#BEGIN INIT INFO\n${keywords}#END INIT INFO\n${arms}`, [2]],
  "more number signs": [`#!/bin/sh\n#### begin init info\n${keywords}#### end init info\n${arms}`, [2]],
  "fewer number signs above, and the right end": [
    `#!/bin/sh\n## BEGIN INIT INFO\n${keywords}${end}${arms}`,
    [2],
  ],
  "another case above, and the right end": [`#!/bin/sh\n### Begin Init Info\n${keywords}${end}${arms}`, [2]],
  "no beginning, and the right end": [`#!/bin/sh\n${keywords}${end}${arms}`, [2]],
  "in lower case": [`#!/bin/sh\n### Begin Init Info\n${keywords}### End Init Info\n${arms}`, [2]],
  "with lines between the words": [
    `#!/bin/sh\n### BEGIN_INIT_INFO ###\n${keywords}### END_INIT_INFO ###\n${arms}`,
    [2],
  ],
  "no comments": [`#!/bin/sh\n${keywords.replaceAll("# ", "")}${arms}`, [2]],
  "a header without an end is another rule's": [`#!/bin/sh\n${begin}${keywords}${arms}`, []],
  "an indented header is another rule's": [`#!/bin/sh\n  ${begin}${keywords}  ${end}${arms}`, []],
  "a description alone": [`#!/bin/sh\n# Description: serves\n# Provides: everything\n${arms}`, []],
  "words in a sentence": [`#!/bin/sh\n# Provides: a web site. Default-Start: see the manual\n${arms}`, []],
  "a text that is printed": ["#!/bin/sh\ncat << E\nProvides: x\nE\n", []],
  "chkconfig reads them anywhere": [`#!/bin/sh\n${keywords}. /etc/init.d/functions\ndaemon svcd\n`, []],
  "a family that reads no headers": [`#!/bin/sh\n${keywords}${arms}`, [], { family: "slackware" }],
});

describe("what makes it right", () => {
  const fixed = (text: string): string => fixedScript(text, "lsb-outside-header", { family: "debian" }) ?? "";

  test("markers are put around the lines that are there", () => {
    expect(fixed(`#!/bin/sh\n${keywords}${arms}`)).toBe(`#!/bin/sh\n${begin}${keywords}${end}${arms}`);
    const noted = `# it serves\n${keywords}# that is all\n`;
    expect(fixed(`#!/bin/sh\n${noted}${arms}`)).toBe(
      `#!/bin/sh\n# it serves\n${begin}${keywords}${end}# that is all\n${arms}`,
    );
  });

  test("markers that are not exact are written anew", () => {
    expect(fixed(`#!/bin/sh\nexport A=b\n#BEGIN INIT INFO\n${keywords}# END INIT INFO #\n${arms}`)).toBe(
      `#!/bin/sh\nexport A=b\n${begin}${keywords}${end}${arms}`,
    );
  });

  test("the right end stays", () => {
    expect(fixed(`#!/bin/sh\n## BEGIN INIT INFO\n${keywords}${end}${arms}`)).toBe(
      `#!/bin/sh\n${begin}${keywords}${end}${arms}`,
    );
  });

  test("keywords that are no comments, or indented, or glued become lines of a header", () => {
    expect(fixed(`#!/bin/sh\n${keywords.replaceAll("# ", "")}${arms}`)).toBe(
      `#!/bin/sh\n${begin}${keywords}${end}${arms}`,
    );
    expect(fixed(`#!/bin/sh\n${keywords.replaceAll("# ", "\t## ")}${arms}`)).toBe(
      `#!/bin/sh\n${begin}${keywords}${end}${arms}`,
    );
  });

  test("keywords among other lines are gathered", () => {
    const text = `#!/bin/sh\n# Provides: svc\nA=b\n# Required-Start:\n# Default-Start: 3 5\n${arms}`;
    expect(fixed(text)).toBe(
      `#!/bin/sh\n${begin}# Provides: svc\n# Required-Start:\n# Default-Start: 3 5\n${end}A=b\n${arms}`,
    );
  });

  test("line ends stay as they are", () => {
    const dos = (text: string): string => text.replaceAll("\n", "\r\n");
    expect(fixed(dos(`#!/bin/sh\n#BEGIN INIT INFO\n${keywords}#END INIT INFO\n${arms}`))).toBe(
      dos(`#!/bin/sh\n${begin}${keywords}${end}${arms}`),
    );
  });

  test("nothing is left of it afterwards", () => {
    const rules = checkScript(fixed(`#!/bin/sh\n${keywords}${arms}`), { everyFamily: false }).map(
      ({ rule }) => rule,
    );
    expect(rules.filter((rule) => rule.startsWith("lsb-s") || rule === "lsb-outside-header")).toEqual([
      "lsb-start-levels-incomplete",
    ]);
  });
});

test("the missing header is not told twice", () => {
  const text = `#!/bin/sh\n${keywords}${arms}`;
  expect(told(text, "lsb-section-missing")).toEqual([]);
  expect(
    told(text.replaceAll("Provides", "Gives").replaceAll("Default", "Usual"), "lsb-section-missing"),
  ).toHaveLength(1);
});
