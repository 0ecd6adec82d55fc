// The program `inittab`, with the streams of the process.

import { localeOf } from "./localizer.ts";
import { outputOf } from "./output.ts";
import { runProgram } from "./program.ts";
import { processInput } from "./standard-input.ts";

runProgram(process.argv.slice(2), {
  stdin: processInput,
  out: outputOf("stdout", process.env),
  err: outputOf("stderr", process.env),
  locale: localeOf(process.env),
}).then((exitCode) => {
  process.exitCode = exitCode;
});
