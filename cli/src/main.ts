// The program `inittab`, with the streams of the process.

import { localeOf } from "./localizer.ts";
import { outputTo } from "./output.ts";
import { runProgram } from "./program.ts";

runProgram(process.argv.slice(2), {
  // Node prepares a stream when it is first looked at; most runs never read this one.
  stdin: { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() },
  out: outputTo(process.stdout, process.env),
  err: outputTo(process.stderr, process.env),
  locale: localeOf(process.env),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
