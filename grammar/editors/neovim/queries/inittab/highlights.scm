; Neovim takes later patterns for stronger ones: no two patterns here give one node different names.

(comment) @comment @spell

(id) @property
(runlevels) @number
(action) @keyword
":" @punctuation.delimiter

(flag) @punctuation.special
(operator) @operator

; The program. Where a shell runs the command, the injected highlights of bash say more.
(command . (word) @function.call)

; Its options.
(command (_) (word) @constant
  (#lua-match? @constant "^%-"))
