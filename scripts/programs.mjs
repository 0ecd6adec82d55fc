// Programs of several files: what is imported while a program runs is read when it is first needed. A start reads what
// it needs in one file, since each further one costs some tenths of a millisecond.

import { languagePieces } from "./languages/plugin.mjs";
import { laterEntries, laterPlugin } from "./later.mjs";
import { lazyBuiltinsOfLibraries } from "./lazy-builtins.mjs";
import { oneByte } from "./one-byte.mjs";
import { parserMemory } from "./parser-memory.mjs";
import { plainExports } from "./plain-exports.mjs";
import { ruleDocsPlugin } from "./rule-docs.mjs";
import { unusedLibraryParts } from "./unused-library-parts.mjs";

/** A check of any file, up to what the rules of all kinds have in common. */
const checkOfAnything =
  /\/cli\/src\/(program|text-place|commands\/check|formats\/text|root\/root)\.ts$|\/core\/src\/(text\/(?!remembered-work)|initscript\/(?:openrc\/(?=setting-lines\.)|(?=levels\.))|lint\/(?!all-rules|example-file|page|room|rule-docs))[\w-]+\.ts$/;

/** What checks of inittabs and of scripts know of programs and of the root around them. */
const namedAnywhere = /\/core\/src\/(programs\/(?!about|page)|initscript\/root\/)[\w-]+\.ts$|^\0later$/;

/** What is known of init scripts and systems, as far as a check needs it: other commands read it as well. */
const sharedOfScripts =
  /\/core\/src\/initscript\/(?:families\/families|header\/(?:lsb|views)|boot\/name-order|helpers\/(?:pid-file|redhat|world)|insserv\/insserv|chkconfig\/chkconfig|script\/(?:first-line|lock-behaviour|make-header|reach|read-outline)|openrc\/(?:boot-levels|level-orders|recognise|variable-name|wrapper)|openwrt\/(?:links|numbers)|tree\/(?:build|flavor|listing|locks|order|read-asked|systems))\.ts$|\/cli\/src\/initscript\/read-tree\.ts$/;

/**
 * Each program as Rolldown takes it. A group of modules goes into one file with all that it imports and that no earlier
 * group has; the rest is divided by what needs it.
 */
export const programs = [
  {
    ...common({ main: "server/src/node/main.ts", browser: "server/src/browser/main.ts" }, ["cli", "site"]),
    transform: { target: "es2023", define: { "import.meta.url": "__address()" } },
    output: {
      // In three files: what V8 takes to compile a file stays with the process, and serves for the next one.
      ...files("dist/server", [
        { name: "protocol", test: /\/node_modules\/vscode-languageserver\/lib\/common\/api\.js$/ },
        { name: "check", test: /\/core\/src\/lint\/inittab\/lint\.ts$/ },
        { name: "start", test: /\/server\/src\/server\.ts$/ },
      ]),
      postBanner: ({ fileName }) => partBegins(fileName),
      postFooter: "}));",
    },
  },
  {
    ...common({ inittab: "cli/src/main.ts", "inittab-language-server": "cli/src/language-server.ts" }, [
      "site",
    ]),
    output: files("cli/dist", [
      { name: "start", test: checkOfAnything },
      { name: "programs", test: namedAnywhere },
      { name: "read-inittab", test: /\/core\/src\/(inittab\/[\w-]+|initscript\/tree\/boot-call)\.ts$/ },
      { name: "shell", test: /\/core\/src\/shell\/parse\.ts$/ },
      {
        name: "initscript",
        test: sharedOfScripts,
      },
      { name: "check-script", test: /\/cli\/src\/initscript\/check-script\.ts$/ },
      { name: "check-inittab", test: /\/cli\/src\/inittab\/check-inittab\.ts$/ },
    ]),
  },
];

/** A program with these entries; it says no texts of these pieces of the languages. */
function common(input, unsaid) {
  return {
    input: { ...input, ...laterEntries },
    platform: "node",
    // Libraries have a part for Node and one for a browser; each ends up beside the entry that imports it.
    resolve: { conditionNames: ["node", "browser", "import", "default"] },
    transform: { target: "es2023" },
    // web-tree-sitter could evaluate scripts that are in a grammar; ours have none.
    checks: { eval: false },
    plugins: [
      laterPlugin,
      lazyBuiltinsOfLibraries,
      unusedLibraryParts,
      languagePieces(unsaid),
      parserMemory,
      ruleDocsPlugin,
      plainExports,
      oneByte,
    ],
  };
}

function files(dir, groups) {
  return {
    dir,
    format: "cjs",
    minify: true,
    // Otherwise the first import of a part of Node would start the loader of modules.
    dynamicImportInCjs: false,
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    codeSplitting: { groups },
  };
}

/**
 * A file of the server is a module for Node, and a script for a worker: there it hands itself to the loader of
 * server/src/browser/worker.ts. The brackets around the function make V8 compile it at once.
 */
function partBegins(fileName) {
  const inNode =
    '(_, part) => part(require, exports, () => require("node:url").pathToFileURL(__filename).href)';
  const taker = `typeof inittabPart === "function" ? inittabPart : ${inNode}`;
  return `(${taker})(${JSON.stringify(fileName)}, (function (require, exports, __address) {`;
}
