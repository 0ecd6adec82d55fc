#!/usr/bin/env bash
# Makes grammar/src and grammar/tree-sitter-inittab.wasm from grammar/grammar.js and runs `tree-sitter test`.
#
#   scripts/grammar/regenerate.sh [--check] [--install]
#
#   --check    change nothing; fail if a committed file differs from what it would become
#   --install  install the tools that are missing (so does CI=true)
set -euo pipefail
cd "$(dirname "$0")/../.."
source scripts/grammar/tools.sh

check=false
install=${CI:-false}
for argument in "$@"; do
  case $argument in
    --check) check=true ;;
    --install) install=true ;;
    *)
      echo "regenerate.sh: unknown option $argument" >&2
      exit 2
      ;;
  esac
done

[ "$install" != true ] || install_tools
missing=$(missing_tools)
if [ -n "$missing" ]; then
  printf 'regenerate.sh: not found: %s\n' "${missing//$'\n'/, }" >&2
  echo "regenerate.sh: --install gets it from crates.io and Debian 12" >&2
  exit 2
fi

# All work is done on a copy, so that a failure half-way leaves the grammar as it was.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R grammar/{grammar.js,tree-sitter.json,package.json,queries,test} "$work"
(
  cd "$work"
  # The form that editors of the last years read as well: Emacs 29 and 30 with their usual libraries, Neovim before 0.11,
  # Helix before 25.07. The newer one would give this grammar nothing.
  tree-sitter generate --abi 14
  $clang --target=wasm32-unknown-emscripten -nostdlib -fPIC -Os -fvisibility=hidden \
    -c -Isrc -isystem "$wasi_headers" src/parser.c -o parser.o
  $wasm_ld --shared --experimental-pic --export=tree_sitter_inittab --allow-undefined --no-entry \
    parser.o -o tree-sitter-inittab.wasm
  TREE_SITTER_LIBDIR="$work/lib" tree-sitter test --rebuild
)

if [ "$check" = true ]; then
  for made in src tree-sitter-inittab.wasm; do
    diff -r "grammar/$made" "$work/$made" || {
      echo "regenerate.sh: grammar/$made is not what grammar.js gives; run scripts/grammar/regenerate.sh" >&2
      exit 1
    }
  done
else
  rm -rf grammar/src
  cp -R "$work/src" grammar/src
  install -m 644 "$work/tree-sitter-inittab.wasm" grammar/tree-sitter-inittab.wasm
fi
