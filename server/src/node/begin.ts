// What the server's process reads before all else. `--code-cache=FOLDER`, with an absolute path, keeps compiled code in a
// folder: the client that starts the server has one for it, and nothing is written without.

import { isAbsolute } from "node:path";
import { keepCode } from "@inittab/host/code-cache/keep";
import { partLoader } from "./load.ts";
import { prepareV8 } from "./prepare.ts";

const main = "./main.js";
const writer = "./write-code.js";
const option = "--code-cache=";
const cache = process.argv.find((argument) => argument.startsWith(option))?.slice(option.length);
if (cache === undefined || !isAbsolute(cache)) require(main);
else {
  // V8 takes code under the flags alone under which it was made, so they are set before anything is compiled.
  prepareV8();
  partLoader({
    folder: __dirname,
    compile: keepCode({ program: __dirname, cache }, () => require(writer)),
    require,
  })(main);
}
