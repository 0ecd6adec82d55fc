/** What `inittab verify` says of systems and policies. */
export const verifyReportMessages = {
  "verify.option.policy": "what is to hold besides (docs/verify.md); again for more",
  "verify.ways": "it runs after: {$one}; it does not after: {$other}",
  "verify.no-system":
    "--question {$question} is about services: name the root of a system with init scripts instead of its table",
  "verify.services":
    "{$exhausted -> [yes] Every sequence *[no] Sequences} of changes of runlevel: {$states} states of the services",
} as const;
