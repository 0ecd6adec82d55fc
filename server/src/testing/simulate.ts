import { createSimulator } from "../simulate/simulate.ts";
import { documentOf } from "./document.ts";
import { inEnglish } from "./english.ts";

/** The answer to a question in a few lines. */
export function answerTo(question: unknown, text: string, settings?: unknown): string {
  const answer = createSimulator(() => inEnglish).simulate(documentOf(text, settings), question);
  const { summary, problems, moment, lanes = [], run } = answer;
  const reasons = moment?.reasons.map((reason) => `${reason.record.id} ${reason.text}`) ?? [];
  return [
    summary,
    ...problems.map((problem) => `${problem.severity} ${problem.path.join(".")}: ${problem.message}`),
    ...(moment === undefined ? [] : [`${moment.at}: ${moment.level}, ${moment.doing}`]),
    ...reasons.map((line) => `  ${line}`),
    `${run?.events.length ?? 0} events, ${lanes.length} lanes`,
  ].join("\n");
}
