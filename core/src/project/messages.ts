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
} as const;
