; The names are those of Helix's themes: they have none for @property and @number.

(comment) @comment.line

(id) @variable.other.member
(runlevels) @constant.numeric
(action) @keyword
":" @punctuation.delimiter

(flag) @punctuation.special
(operator) @operator

; The program. Where a shell runs the command, the injected highlights of bash say more.
(command . (word) @function)

; Its options.
(command (_) (word) @constant
  (#match? @constant "^-"))
