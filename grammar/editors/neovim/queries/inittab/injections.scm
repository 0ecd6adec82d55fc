; Init leaves a command to /bin/sh when one of these characters is in it, unless `@` stands in front (inittab(5)).
; A `+` makes no difference. The pattern is one of Lua: in Vim's, some of these characters mean something else.
(process . (flag "+")? . (command) @injection.content
  (#lua-match? @injection.content "[~`!$^&*()=|\\{}%[%];\"'<>?]")
  (#set! injection.language "bash")
  (#set! injection.include-children))
