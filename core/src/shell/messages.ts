/** What a shell gives up at, in words that fit after "the shell stops at". */
export const shellMessages = {
  "shell.open": "{$thing} that is never closed",
  "shell.unopened": "{$thing} that nothing opens",
  "shell.misplaced":
    "{$thing} outside {$place -> [loop] a loop [case] a `case` [pipeline] the beginning of a pipeline *[other] an `if`}",
  "shell.parenthesis": "an unquoted `(`",
  "shell.nothing-before": "{$thing} with no command in front of it",
  "shell.nothing-after": "{$thing} with no command after it",
  "shell.no-target": "{$thing} with no file name after it",
  "shell.no-delimiter": "{$thing} with no word after it",
  "shell.missing": "{$thing} where `{$missing}` is missing",
  "shell.follows": "a word after `{$text}` with no operator between them",
  "shell.loop-variable": "a `for` without a variable name",
  "shell.case-word": "a `case` with no word",
  "shell.function-name": "a function name that the shell does not accept",
  "shell.token": "{$text -> [if] an [elif] an [else] an [esac] an [in] an [until] an *[other] a} `{$text}`",
  "shell.single-quote": "a single quote",
  "shell.double-quote": "a double quote",
  "shell.backquote": "a backquote",
  "shell.newline": "the end of a line",
  "shell.word": "a word",
} as const;
