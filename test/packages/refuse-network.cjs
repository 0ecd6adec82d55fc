// Preloaded into a program with NODE_OPTIONS: whatever it asks of a network is refused, and written into the file that
// REFUSED names. Requests of any protocol end in one of these functions.

const { appendFileSync } = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const places = [
  [require("node:net").Socket.prototype, ["connect"]],
  [require("node:dgram"), ["createSocket"]],
  [
    require("node:dns"),
    ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "resolveAny", "reverse"],
  ],
  [require("node:dns").promises, ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "reverse"]],
  [require("node:http"), ["request", "get"]],
  [require("node:https"), ["request", "get"]],
  [require("node:http2"), ["connect"]],
  [globalThis, ["fetch"]],
];

for (const [owner, names] of places)
  for (const name of names)
    owner[name] = () => {
      appendFileSync(process.env.REFUSED, `${name}\n`);
      throw new Error(`refused: ${name}`);
    };
syncBuiltinESMExports();
