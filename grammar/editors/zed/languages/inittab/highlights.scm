; Earlier patterns win in some editors and later ones in others: no two patterns here give one node different names.

(comment) @comment

(id) @property
(runlevels) @number
(action) @keyword
":" @punctuation.delimiter

(flag) @punctuation.special
(operator) @operator

; The program. Where a shell runs the command, the injected shell highlights say more.
(command . (word) @function)

; Its options.
(command (_) (word) @constant
  (#match? @constant "^-"))
