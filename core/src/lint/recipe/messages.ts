/** What the rules about recipes say, by the id of the rule. */
export const recipeRuleMessages = {
  // The words of the rules' pages.
  "recipe-rules.error": "the image or the package cannot be made or installed",
  "recipe-rules.suspicious": "it is made, but hardly as it is meant",
  "recipe-rules.portability": "differs between releases",
  "recipe-rules.code-92x": "92x recipes of OpenEmbedded",
  "recipe-rules.all": "recipes of OpenEmbedded",
  "recipe-rules.unit": "line",

  // What the rules say.
  "recipe-params-refused.command":
    "{$word} is no command of update-rc.d, which ends with status 1: the package is not installed",
  "recipe-params-refused.no-dot":
    "no ` . ` ends the list of runlevels: update-rc.d ends with status 1, and the package is not installed",
  "recipe-params-refused.no-dot.fix": "End the list with ` .`",
  "recipe-params-refused.dot-attached":
    "{$word} is a runlevel to update-rc.d, and no ` . ` ends the list: it ends with status 1, and the package is not installed",
  "recipe-params-refused.dot-attached.fix": "Set the dot apart",
  "recipe-params-refused.too-few":
    "update-rc.d wants a number, at least one runlevel and a dot behind {$word}; it ends with status 1, and the package is not installed",
  "recipe-params-refused.too-many":
    "update-rc.d takes at most two numbers behind `defaults`; it ends with status 1, and the package is not installed",
  "recipe-params-refused.behind-dot":
    "behind a dot update-rc.d wants `start` or `stop`, not {$word}; it ends with status 1, and the package is not installed",
  "recipe-params-octal":
    "update-rc.d prints {$word} as an octal number: the links get the number {$made}{$complains -> [yes] , with no more than a complaint *[no]}",
  "recipe-params-level.joined":
    "update-rc.d makes a folder /etc/rc{$word}.d, which nobody enters: runlevels stand apart",
  "recipe-params-level.joined.fix": "Write the runlevels apart",
  "recipe-params-level.part":
    "no dot ends the part before: {$word} is a runlevel to update-rc.d, which makes a folder /etc/rc{$word}.d, and so are the words behind it",
  "recipe-params-level.part.fix": "Put a dot in front",
  "recipe-params-level.none": "update-rc.d makes a folder /etc/rc{$word}.d, which nobody enters",
  "recipe-params-number.long":
    "with {$word} the links have three digits: update-rc.d does not find them again, and they run before those with a larger number of two",
  "recipe-params-number.none": "{$word} is no number: the links get the number {$made}",
  "recipe-name-missing":
    "the class update-rc.d stops the parsing of a recipe that sets neither `INITSCRIPT_NAME` nor `INITSCRIPT_PACKAGES`",
  "recipe-inherit-missing": "nothing reads {$variable}: the recipe does not inherit update-rc.d",
  "recipe-inherit-missing.fix": "Inherit update-rc.d",
  "recipe-name-unshipped":
    "the recipe installs {$installed} into init.d, and no {$word}: update-rc.d finds no such script and ends with status 1",
} as const;
