; A run of comment lines. Comments in a command are no lines of their own.
(source_file (comment)+ @fold)
