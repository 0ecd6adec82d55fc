import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionKbrequest: Topic = {
  id: "action.kbrequest",
  kind: "action",
  title: "Action kbrequest",
  words: ["kbrequest"],
  summary: "Starts the process when the key combination that the keymap calls KeyboardSignal is pressed.",
  body: [
    "The kernel tells init of it by SIGWINCH.",
    "Init does not wait for the process.",
    "Unlike the entry for Ctrl-Alt-Del it keeps its place in the list, so a running `wait` entry in front holds it up, and an empty runlevels field leaves single-user mode out.",
    "Which keys are meant is a matter of the keymap, for instance `alt keycode 103 = KeyboardSignal` for Alt and cursor up.",
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
