// `npm start`: serves VS Code in the browser with this extension and the example systems. `-- --help` tells more.

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Inittab needs Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}
process.argv.splice(2, 0, "start");
await import("./vscode/run.mjs");
