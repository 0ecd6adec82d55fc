import { busyboxFamily, type Topic } from "../topic.ts";

/** One of the eight actions as BusyBox understands it. */
interface BusyboxAction {
  readonly name: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly cases: string;
  readonly seeAlso: readonly string[];
}

const table: readonly BusyboxAction[] = [
  {
    name: "sysinit",
    summary: "Runs at boot before anything else; init waits for it to end.",
    body: [
      "Several entries run one after the other in the order of the file.",
      "Exit statuses are ignored: a failing script does not stop the boot.",
      "A signal that arrives during this phase takes effect after the last sysinit entry.",
    ],
    cases: "group-order-1, sysinit-exit-code-ignored-1, signal-during-boot-1",
    seeAlso: ["busybox.phases", "busybox.action.wait"],
  },
  {
    name: "wait",
    summary: "Runs once at boot, after the sysinit entries; init waits for it to end.",
    body: [
      "Several entries run one after the other in the order of the file.",
      "An entry that is added later does not run when the file is read again.",
    ],
    cases: "group-order-1, wait-blocks-1, reload-add-1",
    seeAlso: ["busybox.phases", "busybox.action.once"],
  },
  {
    name: "once",
    summary: "Starts once at boot, after the wait entries; init does not wait for it.",
    body: [
      "It is not started again, and init ignores its end.",
      "When the file is read again, its process is left alone, and a new entry does not run.",
      "If the action of a running entry is changed to respawn, a second copy starts beside the first.",
    ],
    cases: "group-order-1, once-not-restarted-1, reload-add-1, reload-change-action-1",
    seeAlso: ["busybox.phases", "busybox.action.respawn"],
  },
  {
    name: "respawn",
    summary: "Keeps running: init starts it after the once entries, and again one second after it ends.",
    body: [
      "There is no limit and no pause: a program that fails at once is started again every second, forever.",
      "A trailing `&` has the same effect, because the shell ends at once.",
    ],
    cases: "group-order-1, respawn-delay-1, respawn-immediate-exit-1, background-ampersand-1",
    seeAlso: ["busybox.action.askfirst", "busybox.phases"],
  },
  {
    name: "askfirst",
    summary: "Like respawn, but each start waits until Enter is pressed on the terminal.",
    body: [
      "It saves the memory of an unused shell, and keeps a console free of a login that no one requested.",
      "The prompt reads `Please press Enter to activate this console.`",
      "Other characters are discarded, and at the end of input the program starts without Enter, so on `null` it is the same as respawn.",
      "toybox does not ask: there the word means respawn.",
      "",
      "```inittab",
      "tty2::askfirst:-/bin/sh",
      "```",
    ],
    cases: "askfirst-tty-1, askfirst-enter-1, askfirst-again-1, askfirst-null-tty-1",
    seeAlso: ["busybox.action.respawn", "busybox.process.dash"],
  },
  {
    name: "ctrlaltdel",
    summary: "Runs when Ctrl-Alt-Del is pressed; init waits for it to end.",
    body: [
      "The kernel notifies init with SIGINT.",
      "All such entries run one after the other; nothing is respawned in the meantime.",
      "Afterwards everything continues, unless the command reboots the machine.",
      "Without such an entry the keys do nothing.",
      "",
      "```inittab",
      "::ctrlaltdel:/sbin/reboot",
      "```",
    ],
    cases: "ctrlaltdel-1, ctrlaltdel-none-or-twice-1",
    seeAlso: ["busybox.signal.INT", "busybox.command.reboot"],
  },
  {
    name: "shutdown",
    summary: "Runs before the machine halts, reboots or powers off; init waits for it to end.",
    body: [
      "All such entries run one after the other, each without a time limit; then every process gets TERM and, one second later, KILL.",
      "They run before a restart too.",
      "An entry with the same terminal and command as another, for instance one script for ctrlaltdel and shutdown, is the same entry, and the last line wins.",
      "",
      "```inittab",
      "::shutdown:/bin/umount -a -r",
      "```",
    ],
    cases: "shutdown-order-1, shutdown-term-ignored-1, halt-reboot-1, duplicate-entry-1",
    seeAlso: ["busybox.shutdown-sequence", "command.umount"],
  },
  {
    name: "restart",
    summary: "The program that process 1 becomes on SIGQUIT, after the shutdown entries have run.",
    body: [
      "Only the first such entry counts; if its program cannot be run, the machine halts.",
      "Without such an entry the signal has no effect.",
      "",
      "```inittab",
      "::restart:/sbin/init",
      "```",
    ],
    cases: "restart-1, restart-none-1",
    seeAlso: ["busybox.signal.QUIT", "busybox.shutdown-sequence"],
  },
];

/** One topic for each action of BusyBox. */
export const busyboxActions: readonly Topic[] = table.map(({ name, summary, body, cases, seeAlso }) => ({
  id: `busybox.action.${name}`,
  kind: "action",
  title: `Action ${name} (BusyBox)`,
  words: [name],
  summary,
  body,
  sources: [`observed: BusyBox 1.35 (${cases})`],
  dialects: busyboxFamily,
  seeAlso,
}));
