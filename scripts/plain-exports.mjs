// Between the files of a program Rolldown exports everything through a getter, which V8 calls slowly until the code is
// hot: a first outline of 10,000 records took a third longer for it. What never changes is exported as a plain value.

const getter =
  /Object\.defineProperty\(exports, "(\w+)", \{\s+enumerable: true,\s+get: function \(\) \{\s+return (\w+);\s+\}\s+\}\);/g;

/** The plugin for Rolldown. */
export const plainExports = {
  name: "plain-exports",
  renderChunk: (code) => {
    const fixed = namesThatStay(code);
    return code.replace(getter, (whole, exported, name) =>
      fixed.has(name) ? `exports.${exported} = ${name};` : whole,
    );
  },
};

/** What stands at the top of a file and cannot be assigned anew. */
function namesThatStay(code) {
  const declared = code.matchAll(/^(?:const|(?:async )?function\*?|class) (\w+)\b/gm);
  return new Set(Array.from(declared, ([, name]) => name));
}
