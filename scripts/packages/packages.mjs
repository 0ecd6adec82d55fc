// The packages that are published on npm: what is in each, and what its manifest says besides the one of its folder.

const common = {
  license: "MIT",
  keywords: ["inittab", "init", "sysvinit", "busybox", "initscripts", "runlevel"],
};

/** A file or folder of the package, and where it comes from; both count from the root, of the package and of the project. */
const file = (to, from = to) => ({ to, from });

/** The same where packing makes it. */
const madeFile = (to, from) => ({ to, from, made: true });

/** Each package: its folder here, which has its README, its files and its manifest. */
export const packages = [
  {
    name: "inittab",
    folder: "cli",
    files: [
      file("bin", "cli/bin"),
      file("dist", "cli/dist"),
      file("policy.schema.json", "cli/policy.schema.json"),
      file("project.schema.json", "cli/project.schema.json"),
      file("scenario.schema.json", "cli/scenario.schema.json"),
    ],
    manifest: {
      ...common,
      description:
        "Checks, explains and simulates /etc/inittab and init scripts as the real init reads them.",
      keywords: [...common.keywords, "lint", "language-server", "simulator"],
      bin: { inittab: "bin/inittab.js", "inittab-language-server": "bin/inittab-language-server.js" },
      files: ["bin", "dist", "policy.schema.json", "project.schema.json", "scenario.schema.json"],
      engines: { node: ">=20" },
    },
  },
  {
    name: "@inittab/core",
    folder: "core",
    files: [madeFile("index.js", "core/index.js"), madeFile("types", "core/types")],
    manifest: {
      ...common,
      description: "What init does with an inittab: reader, rules, manual and simulator. No dependencies.",
      type: "module",
      sideEffects: false,
      exports: { ".": { types: "./types/index.d.ts", default: "./index.js" } },
      files: ["index.js", "types/**/*.d.ts"],
      engines: { node: ">=20" },
    },
  },
  {
    name: "tree-sitter-inittab",
    folder: "grammar",
    files: [
      ...["grammar.js", "tree-sitter.json", "binding.gyp", "bindings", "queries", "editors", "src"].map(
        (name) => file(name, `grammar/${name}`),
      ),
      file("tree-sitter-inittab.wasm", "grammar/tree-sitter-inittab.wasm"),
    ],
    manifest: {
      ...common,
      keywords: ["incremental", "parsing", "tree-sitter", "inittab"],
      // Whoever wants the binding compiles it; the runtime for Node is wanted by nobody else.
      scripts: { "build:binding": "node-gyp rebuild" },
      optionalDependencies: undefined,
      peerDependencies: { "tree-sitter": "^0.25.1" },
      peerDependenciesMeta: { "tree-sitter": { optional: true } },
    },
  },
];
