import { describe } from "vitest";
import { check } from "../../../testing/lock-check.ts";
import { redHat } from "../../../testing/red-hat-script.ts";

describe("lock-named-after-call", () => {
  const asked = { severities: { "lock-named-after-call": "warning" } } as const;
  const named = (name: string): string => redHat().replaceAll("subsys/svc", `subsys/${name}`);
  check({
    "switched off": [named(`\${0##*/}`), [], { severities: { "lock-named-after-call": "off" } }],
    "the last part of $0": [named(`\${0##*/}`), ["warning lock-named-after-call"], asked],
    "the number is cut off": [named("$(basename $0 | cut -c4-)"), [], asked],
    "the link is followed": [named("$(basename $(readlink -f $0))"), [], asked],
    "the last part of $0, in braces and quotes": [
      named(`"\${0##*/}"`),
      ["warning lock-named-after-call"],
      asked,
    ],
    "$0 is in use elsewhere": [redHat(), [], asked],
  });
});
