/** What `inittab verify` and `plan` say of systems and policies. */
export const verifyReportMessages = {
  "verify.option.graph": "draw the runlevels, and how init gets from one to\nanother, into this file (SVG)",
  "verify.graph-one": "--graph FILE is for one PATH",
  "verify.graph-title": "{$path}: {$states} states",
  "verify.option.policy": "what must hold as well (docs/verify.md); may be repeated",
  "verify.ways": "it runs after: {$one}; it does not after: {$other}",
  "verify.no-system":
    "--question {$question} is about services: name the root of a system with init scripts instead of its table",
  "verify.services":
    "{$exhausted -> [yes] Every sequence *[no] Sequences} of changes of runlevel: {$states} states of the services",
  "plan.services": "Services of the system",
  "plan.service":
    "{$service} {$kind -> [added] is added [removed] is removed *[moved] is started or stopped otherwise}: {$levels}",
  "plan.link":
    "runlevel {$level} {$one -> [none] none *[other] {$one}} -> {$other -> [none] none *[other] {$other}}",
} as const;
