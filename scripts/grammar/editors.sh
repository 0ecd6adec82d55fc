#!/usr/bin/env bash
# Shows an inittab in the newer Emacs and Helix that Debian has, with the committed grammar and the queries that are packed
# for them, and compares what has which color. They are unpacked and not installed. Needs apt, a C compiler and tmux.
set -euo pipefail
cd "$(dirname "$0")/../.."
grammar=$PWD/grammar
place=$(mktemp -d)
trap 'tmux -L "inittab-$$" kill-server 2>/dev/null; rm -rf "$place"' EXIT

# Packages of releases that this system need not be of.
from=(-o "Dir::Etc::sourcelist=$place/list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$place/lists")
from+=(-o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
mkdir -p "$place"/{lists/partial,backports,trixie,helix/runtime/{grammars,queries},helix/themes}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/$')
printf "deb $mirror %s main\n" bookworm-backports trixie >"$place/list"
apt-get "${from[@]}" update -qq
(
  cd "$place"
  apt-get "${from[@]}" download -qq {emacs-nox,emacs-common,emacs-bin-common}/bookworm-backports {hx,libc6,libgcc-s1,libstdc++6}/trixie
  for package in emacs*.deb; do dpkg-deb -x "$package" backports; done
  for package in hx_*.deb lib*.deb; do dpkg-deb -x "$package" trixie; done
)
cc -shared -fPIC -Os -I"$grammar/src" "$grammar/src/parser.c" -o "$place/libtree-sitter-inittab.so"
cat >"$place/inittab" <<'END'
# A comment.
id:2:initdefault:
1:2345:respawn:+@/sbin/getty -L 38400 tty1 # the console
ca:12345:ctrlaltdel:sync; shutdown -r now

END

cat >"$place/emacs.el" <<'END'
(require 'imenu)
(find-file "inittab")
(inittab-ts-mode)
(font-lock-ensure)
(let ((here (point-min)))
  (while (< here (point-max))
    (let ((next (next-single-property-change here 'face nil (point-max))) (face (get-text-property here 'face)))
      (when face (princ (format "%s <%s>\n" face (buffer-substring-no-properties here next))))
      (setq here next))))
(princ (format "%S\n" (mapcar #'car (cdar (funcall imenu-create-index-function)))))
END
shared=$(echo "$place"/backports/usr/share/emacs/[0-9]*)
(
  cd "$place"
  EMACSLOADPATH=$(find "$shared/lisp" -type d | paste -sd:) EMACSDATA=$shared/etc EMACSDOC=$shared/etc \
    backports/usr/bin/emacs-nox --dump-file="$(find backports -name '*.pdmp')" -Q --batch \
    --eval "(add-to-list 'treesit-extra-load-path \"$place\")" \
    -l "$grammar/editors/emacs/inittab-ts-mode.el" -l emacs.el 2>/dev/null
) | diff - <(cat <<'END'
font-lock-comment-face <# A comment.>
font-lock-variable-name-face <id>
font-lock-constant-face <2>
font-lock-keyword-face <initdefault>
font-lock-variable-name-face <1>
font-lock-constant-face <2345>
font-lock-keyword-face <respawn>
font-lock-function-name-face </sbin/getty>
font-lock-builtin-face <-L>
font-lock-comment-face <# the console>
font-lock-variable-name-face <ca>
font-lock-constant-face <12345>
font-lock-keyword-face <ctrlaltdel>
font-lock-function-name-face <sync>
font-lock-builtin-face <-r>
("id" "1" "ca")
END
)
echo "Emacs: as expected"

cp -R "$grammar/editors/helix/queries/inittab" "$place/helix/runtime/queries"
cp "$place/libtree-sitter-inittab.so" "$place/helix/runtime/grammars/inittab.so"
echo 'theme = "probe"' >"$place/helix/config.toml"
# Each scope has the color of its place in this list, from 1; the text is 15.
scopes=(comment.line variable.other.member constant.numeric keyword function constant operator punctuation.delimiter punctuation.special)
colors=(red green yellow blue magenta cyan light-red light-green light-yellow)
{
  for at in "${!scopes[@]}"; do printf '"%s" = "%s"\n' "${scopes[at]}" "${colors[at]}"; done
  printf '"%s" = "white"\n' ui.text ui.selection
} >"$place/helix/themes/probe.toml"
cat >"$place/helix/languages.toml" <<'END'
[[language]]
name = "inittab"
scope = "source.inittab"
file-types = [{ glob = "inittab" }]
comment-tokens = "#"
[[grammar]]
name = "inittab"
source = { path = "." }
END
libraries=$place/trixie/usr/lib/x86_64-linux-gnu
tmux -L "inittab-$$" -f /dev/null new-session -d -x 100 -y 40 \
  "env XDG_CONFIG_HOME=$place HELIX_RUNTIME=$place/trixie/usr/lib/hx/runtime COLORTERM=truecolor TERM=tmux-256color \
    $libraries/ld-linux-x86-64.so.2 --library-path $libraries $place/trixie/usr/lib/hx/hx $place/inittab:5"
for _ in {1..50}; do
  screen=$(tmux -L "inittab-$$" capture-pane -e -p)
  [[ $screen != *$'\e[38;5;4m'initdefault* ]] || break
  sleep 0.2
done
# The colors of the palette, and what they are of; what is bare text says nothing.
echo "$screen" | head -4 | sed 's/\x1b\[\(0\|7\|27\|39\|49\)m//g' | grep -oP '\e\[38;5;(?!15m)\d+m[^\e]*[^\e\s]' | sed 's/\x1b\[38;5;\([0-9]*\)m/\1 /' | diff - <(cat <<'END'
1 # A comment.
2 id
10 :
3 2
10 :
4 initdefault
10 :
2 1
10 :
3 2345
10 :
4 respawn
10 :
11 +@
5 /sbin/getty
6 -L
1 # the console
2 ca
10 :
3 12345
10 :
4 ctrlaltdel
10 :
5 sync
9 ;
6 -r
END
)
echo "Helix: as expected"
