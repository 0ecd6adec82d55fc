// Checks the init scripts of real Debian packages; conformance/src/corpus/main.ts tells more.

process.argv.splice(2, 0, "corpus");
await import("../../conformance/run.mjs");
