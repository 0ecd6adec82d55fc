# Sourced by the scripts beside it: the tools that generate the grammar's parser, pinned, because the committed files
# are compared byte for byte with what they make.
# shellcheck shell=bash

tree_sitter_version=0.27.1
llvm_version=14.0.6
clang="clang-14"
wasm_ld="wasm-ld-14"
wasi_headers=/usr/include/wasm32-wasi

# A tool that cargo has installed comes before one of the system.
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

# Prints the tools that are missing or have another version, one a line.
missing_tools() {
  case "$(tree-sitter --version 2>/dev/null)" in
    "tree-sitter $tree_sitter_version"*) ;;
    *) echo "tree-sitter-cli $tree_sitter_version" ;;
  esac
  case "$($clang --version 2>/dev/null)" in
    *"version $llvm_version"*) ;;
    *) echo "$clang $llvm_version" ;;
  esac
  case "$($wasm_ld --version 2>/dev/null)" in
    *"LLD $llvm_version"*) ;;
    *) echo "lld-14 $llvm_version" ;;
  esac
  [ -d "$wasi_headers" ] || echo "wasi-libc"
}

# Installs what is missing, from crates.io and from Debian 12.
install_tools() {
  local missing as_root=()
  missing=$(missing_tools)
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  if [[ $missing == *clang* || $missing == *lld* || $missing == *wasi* ]]; then
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends clang-14 lld-14 wasi-libc
  fi
  if [[ $missing == *tree-sitter* ]]; then
    # Not optimized: for so small a grammar it is fast enough, and compiling it takes a third of the time.
    CARGO_PROFILE_DEV_DEBUG=0 cargo install --debug --locked tree-sitter-cli --version "$tree_sitter_version"
  fi
}
