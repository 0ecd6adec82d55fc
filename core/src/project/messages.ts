/** What is said of `inittab.json`. */
export const projectMessages = {
  "project.because": "{$file} says so",
  "project.because-folder": "{$file} says so for {$pattern}",

  // What is wrong with a file.
  "project.member": "{$member}: {$what}",
  "project.no-object": "must be an object with settings",
  "project.no-rule": "there is no rule {$name}{$nearest -> [none] *[other] ; did you mean {$nearest}?}",
  "project.leads-out": "must be a path below the folder of this file",
  "project.empty-pattern": "the pattern is empty, so it matches no file",

  // Why a first file says what it says.
  "draft.dialect": "{$path} is an inittab of {$dialect}, because {$because}",
  "draft.no-dialect": "{$path} does not show for certain which init it is for, so `dialect` is left out",
  "draft.family": "the init scripts in {$path} are those of {$family}, because {$because}",
  "draft.profile":
    "every login in {$path} is on {$terminal}, so the machine is taken for a board with this serial line",
  "draft.root": "{$path} is a root file system",
  "draft.policy": "{$path} is a policy file",
} as const;
