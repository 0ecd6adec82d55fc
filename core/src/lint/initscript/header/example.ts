// The scripts that the pages of these rules show.

import { type LsbKeyword, lsbKeywords } from "../../../initscript/facts/lsb-keywords.ts";

/** The values of an example's header; `null` leaves a keyword out, and so does what is neither given nor usual. */
export type ExampleHeader = Partial<Record<LsbKeyword, string | null>>;

const usual: ExampleHeader = {
  Provides: "svc",
  "Required-Start": "$remote_fs",
  "Required-Stop": "$remote_fs",
  "Default-Start": "2 3 4 5",
  "Default-Stop": "0 1 6",
  "Short-Description": "An example",
};

/** The lines of an LSB header, markers included. */
export function exampleHeader(values: ExampleHeader): string {
  const lines = lsbKeywords.flatMap(({ keyword }) => {
    const value = values[keyword] === undefined ? usual[keyword] : values[keyword];
    if (value === undefined || value === null) return [];
    return value === "" ? `# ${keyword}:\n` : `# ${keyword}: ${value}\n`;
  });
  return `### BEGIN INIT INFO\n${lines.join("")}### END INIT INFO\n`;
}

/** A script with this header; `above` is put between the first line and the header. */
export function exampleScript(values: ExampleHeader, above = ""): string {
  return `#!/bin/sh\n${above}${exampleHeader(values)}`;
}
