/** The words of the pages of the rules about init scripts. */
export const scriptPageMessages = {
  "script-rules.error": "it will not work, or the tools refuse it",
  "script-rules.suspicious": "it works, but probably not as intended",
  "script-rules.portability": "differs between systems or tools",
  "script-rules.code-7xx": "7xx the headers of init scripts",
  "script-rules.code-8xx": "8xx the rest of init scripts",
  "script-rules.code-93x": "93x init scripts and the root file system around them",
  "script-rules.code-96x": "96x what the programs of Buildroot and OpenEmbedded call",
  "script-rules.code-95x": "95x the order in which OpenWrt calls its scripts",
  "script-rules.all-families": "init scripts of every family",
  "script-rules.of-family": "init scripts of the {$family} family",
  "script-rules.tree":
    "The rule needs the rest of the system, its init.d and rc directories, and is silent without them.",
  "script-rules.example": "A script {$given}:",
  "script-rules.called": "called `{$name}`",
  "script-rules.permissions": "with the permissions {$mode}",
  "script-rules.unit": "line",
} as const;
