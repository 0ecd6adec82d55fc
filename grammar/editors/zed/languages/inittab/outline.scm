; The outline lists each entry by its id, with its runlevels and its action.
(record
  id: (id) @name
  runlevels: (runlevels)? @context
  action: (action)? @context) @item

(comment) @annotation
