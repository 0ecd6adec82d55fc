; An entry is what `]e`, `mae` and `mie` go to and select: all of it, or the process alone.
(record) @entry.around
(record process: (_) @entry.inside)

(comment) @comment.inside
(comment)+ @comment.around
