; A record defines what its id names; the comment lines right above describe it.
((comment)* @doc
  . (record id: (id) @name) @definition.function
  (#strip! @doc "^#+[ \\t]*")
  (#select-adjacent! @doc @definition.function))
