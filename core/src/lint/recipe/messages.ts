/** What the rules about recipes say, by the id of the rule. */
export const recipeRuleMessages = {
  // The words of the rules' pages.
  "recipe-rules.error": "the image or the package cannot be built or installed",
  "recipe-rules.suspicious": "it can be built, but it is probably not what was meant",
  "recipe-rules.portability": "differs between releases",
  "recipe-rules.code-92x": "92x OpenEmbedded recipes",
  "recipe-rules.all": "OpenEmbedded recipes",
  "recipe-rules.unit": "line",

  // What the rules say.
  "recipe-params-refused.command":
    "{$word} is not a command of update-rc.d, which ends with status 1: the package is not installed",
  "recipe-params-refused.no-dot":
    "no ` . ` ends the list of runlevels: update-rc.d ends with status 1, and the package is not installed",
  "recipe-params-refused.no-dot.fix": "End the list with ` .`",
  "recipe-params-refused.dot-attached":
    "update-rc.d takes {$word} for a runlevel, and no ` . ` ends the list: it ends with status 1, and the package is not installed",
  "recipe-params-refused.dot-attached.fix": "Put a blank before the dot",
  "recipe-params-refused.too-few":
    "update-rc.d wants a number, at least one runlevel and a dot after {$word}; it ends with status 1, and the package is not installed",
  "recipe-params-refused.too-many":
    "update-rc.d takes at most two numbers after `defaults`; it ends with status 1, and the package is not installed",
  "recipe-params-refused.behind-dot":
    "after a dot update-rc.d wants `start` or `stop`, not {$word}; it ends with status 1, and the package is not installed",
  "recipe-params-octal":
    "update-rc.d reads {$word} as an octal number: the links get the number {$made}{$complains -> [yes] , and update-rc.d only complains *[no]}",
  "recipe-params-level.joined":
    "update-rc.d makes a folder /etc/rc{$word}.d, which no runlevel uses: each runlevel must be a word of its own",
  "recipe-params-level.joined.fix": "Separate the runlevels",
  "recipe-params-level.part":
    "no dot ends the part before: update-rc.d takes {$word} and the words after it for runlevels and makes a folder /etc/rc{$word}.d",
  "recipe-params-level.part.fix": "Put a dot in front",
  "recipe-params-level.none": "update-rc.d makes a folder /etc/rc{$word}.d, which no runlevel uses",
  "recipe-params-number.long":
    "with {$word} the links have three digits: update-rc.d does not find them again, and they run before links with a larger number of two digits",
  "recipe-params-number.none": "{$word} is not a number: the links get the number {$made}",
  "recipe-name-missing":
    "the class update-rc.d stops the parsing of a recipe that sets neither `INITSCRIPT_NAME` nor `INITSCRIPT_PACKAGES`",
  "recipe-inherit-missing": "nothing reads {$variable}: the recipe does not inherit update-rc.d",
  "recipe-inherit-missing.fix": "Inherit update-rc.d",
  "recipe-name-unshipped":
    "the recipe installs {$installed} into init.d, but not {$word}: update-rc.d finds no such script and ends with status 1",
} as const;
