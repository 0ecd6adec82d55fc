// The program `inittab`, with the streams of the process.

import { localeOf } from "./localizer.ts";
import { outputTo } from "./output.ts";
import { runProgram } from "./program.ts";
import { processInput } from "./standard-input.ts";

process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: processInput,
  out: outputTo(process.stdout, process.env),
  err: outputTo(process.stderr, process.env),
  locale: localeOf(process.env),
});
