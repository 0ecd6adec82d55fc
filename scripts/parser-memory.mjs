// The memory that web-tree-sitter begins with. The library asks for 32 MiB, which count as garbage of the program to V8: it
// searches the whole heap in the middle of a short run. A grammar and a script need 3 MiB, and memory grows on its own.

const pageSize = 65_536;
const usual = 32 << 20;
const ours = 4 << 20;

/** The plugin for Rolldown: the library creates a smaller memory. */
export const parserMemory = {
  name: "parser-memory",
  transform: {
    filter: { id: /\/web-tree-sitter\/web-tree-sitter\.js$/ },
    handler: (code) => {
      const parts = code.split(String(usual));
      if (parts.length !== 2) throw new Error("web-tree-sitter says elsewhere how large its memory is");
      return parts.join(String(ours));
    },
  },
};

/** The library's WebAssembly, which takes a memory of that size: a module names the least that it takes. */
export function withSmallMemory(wasm) {
  const name = Buffer.from("\x03env\x06memory\x02\x01");
  const at = wasm.indexOf(name) + name.length;
  const pages = numberAs(usual / pageSize);
  if (at < name.length || !wasm.subarray(at).subarray(0, pages.length).equals(pages))
    throw new Error("the WebAssembly of web-tree-sitter takes another memory");
  const changed = Buffer.from(wasm);
  numberAs(ours / pageSize).copy(changed, at);
  return changed;
}

/** A number below 16,384 in two bytes, as WebAssembly writes numbers. */
function numberAs(value) {
  return Buffer.from([(value & 0x7f) | 0x80, value >> 7]);
}
