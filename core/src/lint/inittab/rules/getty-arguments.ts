import { startedGetty } from "../../../inittab/started.ts";
import type { ProgramWord } from "../../../programs/called.ts";
import type { GettyFault, GettyWords } from "../../../programs/getty.ts";
import type { Message } from "../../../text/message.ts";
import type { Fix } from "../../contract.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";
import { afterItsEnd } from "../restarts.ts";

export const gettyArguments: LineRule = {
  id: "getty-arguments",
  code: "IT248",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: [
    "observed: agetty of util-linux 2.38, BusyBox 1.35.0, mingetty 1.08, fgetty 0.7, each with these words",
    "agetty(8), mingetty(8), fgetty(8), busybox getty --help",
  ],
  docs: {
    what: "A getty is given no terminal, a speed in place of the terminal, an option that it does not know, or a terminal that cannot exist.",
    why: "The gettys differ: agetty takes speed and terminal in either order or the terminal alone, BusyBox's getty needs both, and mingetty and fgetty take no speed at all.\nA getty that cannot make sense of its arguments ends, and init starts it again and again: nobody can log in there.",
    instead: "Write the arguments that this getty takes.",
    wrong: [
      {
        text: "2:2345:respawn:/sbin/mingetty 38400 tty2\n",
        fixed: "2:2345:respawn:/sbin/mingetty tty2\n",
      },
      {
        text: "1:2345:respawn:/sbin/agetty 38400\n",
        fixed: "1:2345:respawn:/sbin/agetty 38400 tty1\n",
      },
      { text: "ttyS0::respawn:/sbin/getty -L ttyS0\n", dialect: "busybox" },
    ],
    right: [
      { text: "2:2345:respawn:/sbin/mingetty --noclear tty2\n" },
      { text: "1:2345:respawn:/sbin/agetty 38400 tty1 linux\n" },
      { text: "1:2345:respawn:/sbin/agetty tty1\n" },
      { text: "ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["known"],
  check: (context) => {
    const started = context.started();
    if (started?.program?.kind !== "getty") return nothing;
    const getty = startedGetty(started, context);
    if (getty?.fault === undefined) return nothing;
    const { fault } = getty;
    const place = wordOf(fault) ?? started.word;
    return [
      {
        range: inProcess(context, place),
        message: sentence(context, started.name, fault),
        fixes: fixesFor(context, fault, getty),
      },
    ];
  },
};

function wordOf(fault: GettyFault): ProgramWord | undefined {
  switch (fault.kind) {
    case "no-terminal":
      return undefined;
    case "no-speed":
      return fault.terminal;
    default:
      return fault.word;
  }
}

function sentence(context: LineContext, program: string, fault: GettyFault): Message {
  const outcome = afterItsEnd(context);
  switch (fault.kind) {
    case "no-terminal":
      return message("getty-arguments.no-terminal", { program, speed: fault.speed !== undefined, outcome });
    case "no-speed":
      return message("getty-arguments.no-speed", { outcome });
    case "bad-speed":
      return message("getty-arguments.bad-speed", { word: fault.word.text, outcome });
    case "unknown-option":
      return message("getty-arguments.unknown-option", { program, option: fault.word.text, outcome });
    case "wrong-terminal":
      return message("getty-arguments.wrong-terminal", { program, word: fault.word.text, outcome });
    case "glued":
      return message("getty-arguments.glued", { word: fault.word.text, program, outcome });
    case "below-a-device":
      return message("getty-arguments.below-a-device", {
        word: fault.word.text,
        device: `/dev/${fault.device}`,
        outcome,
      });
    case "own-input":
      return message("getty-arguments.own-input", { program, unused: fault.unused.text });
  }
}

function fixesFor(context: LineContext, fault: GettyFault, { kind }: GettyWords): readonly Fix[] {
  const { line, process } = context;
  switch (fault.kind) {
    case "wrong-terminal": {
      const { word, terminal } = fault;
      if (terminal === undefined) return [];
      const range = inProcess(context, { start: word.start, end: terminal.start });
      return [suggestion(message("getty-arguments.delete", { text: word.text }), range, "")];
    }
    case "glued": {
      const at = fault.word.start + fault.at;
      return [suggestion(message("getty-arguments.part"), inProcess(context, { start: at, end: at }), " ")];
    }
    case "no-terminal": {
      const [, number] = /^(?:tty)?(\d{1,2})$/.exec(line.id) ?? [];
      if (number === undefined || kind === "busybox-getty") return [];
      const end = process.trimEnd().length;
      const text = `tty${number}`;
      return [
        suggestion(
          message("getty-arguments.add", { text }),
          inProcess(context, { start: end, end }),
          ` ${text}`,
        ),
      ];
    }
    default:
      return [];
  }
}
