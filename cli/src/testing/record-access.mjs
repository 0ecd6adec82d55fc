// Loaded into a program with `--import`: writes down each path that it opens, lists or follows, one JSON line each, into
// the file that ACCESS_LOG names. Looking whether something is there is no access.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const log = fs.openSync(process.env.ACCESS_LOG, "a");
const accesses = ["open", "readFile", "readdir", "opendir", "writeFile", "readlink"];
for (const [room, suffix] of [
  [fs.promises, ""],
  [fs, ""],
  [fs, "Sync"],
])
  for (const name of accesses) {
    const original = room[`${name}${suffix}`];
    room[`${name}${suffix}`] = (path, ...more) => {
      if (typeof path === "string" || path instanceof URL)
        fs.writeSync(log, `${JSON.stringify([name, String(path)])}\n`);
      return original(path, ...more);
    };
  }
syncBuiltinESMExports();
