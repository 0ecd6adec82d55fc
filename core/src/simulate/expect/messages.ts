/** What is said of scenarios with expectations. */
export const expectMessages = {
  // What is not as a test expects it.
  "test.runs": "{$what} does not run at {$time} s: {$why}",
  "test.unknown": "no entry has this id or command",
  "test.stopped": "{$what} runs at {$time} s",
  "test.level": "init is in {$level} at {$time} s, not in {$what}",
  "test.login": "nothing that runs at {$time} s offers a login",
  "test.no-login": "{$what} offers a login at {$time} s",
  "test.down": "the machine {$wanted -> [yes] still runs *[no] is down} at {$time} s",
  "test.says": "{$what} has not been said by {$time} s",
  "test.wrong": "{$path}: {$problem}",
  "test.no-machine": "the table is for {$dialect} because {$because}, and {$dialect} cannot be simulated",

  // What keeps a file from being one of tests; each fits behind a path and a colon.
  "test.form.object": "must be an object",
  "test.form.text": "must be a string that is not empty",
  "test.form.list": "must be an array that is not empty",
  "test.form.expectation":
    "must have a time `at`, if any, and one of runs, stopped, level and says with a string, or login and down with true or false",
} as const;
