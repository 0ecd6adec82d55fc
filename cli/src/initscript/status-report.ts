// What `service NAME status` answers, printed.

import {
  inOneLine,
  isSameMoment,
  type Localizer,
  type Message,
  type ServiceAnswer,
  visible,
} from "@inittab/core";
import { message } from "../message.ts";
import { table } from "../words.ts";
import type { ServiceState } from "./service-states.ts";

/** For people: a line for everything that can be there of the service, and which of them is true now. */
export function* stateText(state: ServiceState, { text }: Localizer): Iterable<string> {
  const { name, hasScript, report } = state;
  const say = (what: Message) => visible(text(what));
  if (report === undefined) {
    yield `  ${say(message(hasScript ? "rc.service-unknown" : "rc.service-no-script", { name }))}\n`;
    return;
  }
  if (state.killed !== undefined)
    yield `  ${say(message("rc.service-killed", { name, up: state.killed === "now" }))}\n`;
  yield `  ${say(message("rc.service", { name }))}\n`;
  const rows = report.answers.map((answer) => {
    const { moment } = answer;
    const process = moment.process
      ? message("rc.service-lives")
      : message(moment.pidFile ? "rc.service-gone-file" : "rc.service-gone");
    const lock =
      moment.lock === undefined ? "" : say(message(moment.lock ? "rc.service-lock" : "rc.service-no-lock"));
    const said =
      answer.kind === "answer"
        ? visible(inOneLine(answer.output))
        : say(message("rc.service-not-followed", { what: answer.what }));
    const status = answer.kind === "answer" ? String(answer.status) : "?";
    return [
      `    ${say(process)}`,
      lock,
      status,
      said,
      isNow(state, answer) ? `<- ${say(message("rc.service-now"))}` : "",
    ];
  });
  yield* table(report.answers.some(({ moment }) => moment.lock !== undefined) ? rows : rows.map(withoutLock));
}

function withoutLock([process = "", , ...rest]: readonly string[]): readonly string[] {
  return [process, ...rest];
}

function isNow({ now }: ServiceState, { moment }: ServiceAnswer): boolean {
  return isSameMoment(moment, now);
}

/** For programs. */
export function stateJson(state: ServiceState): unknown {
  const { name, hasScript, report } = state;
  return {
    name,
    hasScript,
    ...(report?.lock === undefined ? {} : { lock: report.lock }),
    ...(state.killed === undefined ? {} : { killed: state.killed === "now" }),
    states: report?.answers.map((answer) => ({
      ...answer.moment,
      ...(answer.kind === "answer"
        ? { output: answer.output, status: answer.status }
        : { notFollowed: answer.what }),
      now: isNow(state, answer),
    })),
  };
}
