import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionKbrequest: Topic = {
  id: "action.kbrequest",
  kind: "action",
  title: "Action kbrequest",
  words: ["kbrequest"],
  summary: "Starts the process when the key combination that the keymap calls KeyboardSignal is pressed.",
  body: [
    "The kernel reports it to init with SIGWINCH.",
    "Init does not wait for the process.",
    "Unlike a ctrlaltdel entry, it keeps its place in the list, so a running `wait` entry before it holds it up, and an empty runlevels field excludes single-user mode.",
    "The keymap decides which keys these are: `alt keycode 103 = KeyboardSignal`, for instance, makes them Alt and cursor up.",
    "",
    "```inittab",
    "kb::kbrequest:/usr/local/sbin/show-status",
    "```",
  ],
  sources: [
    'inittab(5), "kbrequest"',
    'init(8), "SIGNALS"',
    "observed: sysvinit 3.06 (signal-winch, order-power-first)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["signal.WINCH", "action.ctrlaltdel"],
};
