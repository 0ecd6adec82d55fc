// Between the files of a program Rolldown exports everything through a getter, which V8 calls slowly until the code is
// hot: a first outline of 10,000 records took a third longer for it. What never changes is exported as a plain value. And
// of a library of CommonJS it makes a copy of getters, of which the protocol's has hundreds, to add a `default` that is
// hardly ever asked for.

const getter =
  /Object\.defineProperty\(exports, "(\w+)", \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\w+);\s+\}\s+\}\);/g;

const copied = /^var (import_\w+) = \/\* @__PURE__ \*\/ [\w.]+\(((?:\w+\.)?\w+\(\)), 1\);$/gm;

/** The plugin for Rolldown. */
export const plainExports = {
  name: "plain-exports",
  renderChunk: (code) => {
    const fixed = namesThatStay(code);
    return code
      .replace(getter, (whole, exported, name) =>
        fixed.has(name) ? `exports.${exported} = ${name};` : whole,
      )
      .replace(copied, (whole, name, module) =>
        namesAlone(code, name) ? `var ${name} = ${module};` : whole,
      );
  },
};

/** Whether a module of CommonJS is asked for nothing but names of its own: `default` is none. */
function namesAlone(code, module) {
  const uses = code.match(new RegExp(`\\b${module}\\b`, "g"))?.length ?? 0;
  const named = code.match(new RegExp(`\\b${module}\\.(?!default\\b)\\w`, "g"))?.length ?? 0;
  return uses === named + 1;
}

/** What stands at the top of a file and cannot be assigned anew. */
function namesThatStay(code) {
  const declared = code.matchAll(/^(?:const|(?:async )?function\*?|class) (\w+)\b/gm);
  return new Set(Array.from(declared, ([, name]) => name));
}
