/** Why a file is taken for one of a dialect: parts of sentences that fit behind "because". */
export const guessMessages = {
  "guess.asked-for": "it was asked for",
  "guess.comment": "line {$line} says so",
  "guess.path": "its path names {$word}",
  "guess.path-before-procd": "its path names {$folder}, an OpenWrt from before procd",
  "guess.comments-alone": "it holds nothing but comments",
  "guess.no-entry": "no line has four fields",
  "guess.strange": "most lines have too few fields or an action that no init knows",
  "guess.action": "it has the action {$action}",
  "guess.not-procd": "it has the action {$action}, which procd does not know",
  "guess.rcs":
    "it starts rcS with the words that procd expects; OpenWrt's BusyBox init before procd used the same words, so the text alone cannot tell the two apart",
  "guess.commented": "{$because}, among those that are commented out",
  "guess.empty-ids": "most ids are empty",
  "guess.aix": "it has words or comments of AIX",
  "guess.programs": "it starts programs of {$system}",
  "guess.line-settings": "it has the line settings of IRIX",
  "guess.system-v-programs": "its programs live in /etc",
  "guess.no-runlevels": "no entry has runlevels",
  "guess.runlevels": "entries have runlevels",
  "guess.system-v-actions": "it has actions of System V init",
} as const;
