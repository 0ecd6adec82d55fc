import type { Message } from "../../text/message.ts";
import type { Report } from "../contract.ts";
import { nothing, suggestion } from "../report.ts";
import type { LineContext } from "./contract.ts";
import { inProcess } from "./in-process.ts";
import { message } from "./message.ts";

/** Reports a last command that is sent to the background, with a fix that deletes the `&`. */
export function backgroundReports(context: LineContext, why: Message): readonly Report[] {
  if (!context.process.includes("&")) return nothing;
  const reading = context.shell();
  if (reading === undefined || reading.error !== undefined) return nothing;
  // A shell that the process calls may do it as well: `sh -c "prog &"`.
  const started = context.started();
  const ampersand = reading.background ?? (started?.single === true ? started.within : undefined);
  if (ampersand === undefined) return nothing;
  const { start, end } = ampersand;
  const blank = /[ \t]*$/.exec(context.process.slice(0, start))?.[0].length ?? 0;
  return [
    {
      range: inProcess(context, ampersand),
      message: why,
      fixes: [
        suggestion(
          message("fix.delete-the-ampersand"),
          inProcess(context, { start: start - blank, end }),
          "",
        ),
      ],
    },
  ];
}
