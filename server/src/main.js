// The server as the extension ships it: one file for a process of Node and for a worker of a browser, because nearly all of
// it is the same for both. Each evaluates its own part alone. No TypeScript, whose types of the two do not go together.

void (typeof importScripts === "function" ? import("./browser/main.ts") : import("./node/main.ts"));
