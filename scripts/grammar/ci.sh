#!/usr/bin/env bash
# The grammar's part of the gate: the generated files are what grammar.js gives, the grammar's own tests pass, and the
# Node binding is compiled and loads, for the tests that run later.
set -euo pipefail
cd "$(dirname "$0")/../.."

CI=true scripts/grammar/regenerate.sh --check

# node-gyp would fetch Node's headers if it were not told that they lie beside node.
prefix=$(dirname "$(dirname "$(node -p process.execPath)")")
[ ! -f "$prefix/include/node/node_api.h" ] || export npm_config_nodedir="$prefix"
npm run build:binding --workspace grammar
cd grammar
node --input-type=module --eval '
  const { default: Parser } = await import("tree-sitter");
  const { default: inittab } = await import("tree-sitter-inittab");
  const parser = new Parser();
  parser.setLanguage(inittab);
  console.log(parser.parse("id:2:initdefault:\n").rootNode.toString());
'
