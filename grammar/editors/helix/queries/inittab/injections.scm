; Init leaves a command to /bin/sh when one of these characters is in it, unless `@` stands in front (inittab(5)).
; A `+` makes no difference.
(process . (flag "+")? . (command) @injection.content
  (#match? @injection.content "[~`!$^&*()=|\\\\{}\\[\\];\"'<>?]")
  (#set! injection.language "bash")
  (#set! injection.include-children))
