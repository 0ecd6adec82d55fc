/** What assistants can read besides, and the question that is ready for them. */
export const assistantPageMessages = {
  "assistant-page.manual": "The manual",
  "assistant-page.rules": "The rules of the checker",
  "assistant-page.system": "What the checker says of this system",
  "assistant-page.none": "there is no page {$page}",
  "assistant-page.no-prompt": "there is no prompt {$name}",
  "assistant-page.no-inittab": "{$path} is not an inittab",
  "assistant-page.read-as": "read as {$init}",
  "assistant-page.count":
    "{$findings -> [one] # finding *[other] # findings} in {$files -> [one] # file *[other] # files}",
  "assistant-page.no-lines": "there are no such lines: the file has {$count}",
  "assistant-page.no-level": "{$level} is not a runlevel",
  "assistant-page.no-boot.title": "Why does my board not come up?",
  "assistant-page.no-boot.path": "the inittab of the machine",
  "assistant-page.no-boot":
    "My machine does not come up, or nobody can log in. Its inittab is {$path}. Check it and the init scripts beside it, simulate the boot, and verify it. Tell me what goes wrong first, in which line and why, and propose the smallest edit that fixes it.",
} as const;
