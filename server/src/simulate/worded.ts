// What a simulation says, in the words of a language: here, at the edge, and nowhere before.

import type {
  LevelChoice as ChoiceSaid,
  SimulationLane as LaneSaid,
  StoryLine as LineSaid,
  Localizer,
  Moment as MomentSaid,
  ScenarioProblem as ProblemSaid,
  Reason,
  RecordReason as ReasonSaid,
} from "@inittab/core";
import type {
  LevelChoice,
  Moment,
  RecordReason,
  ScenarioProblem,
  SimulationLane,
  StoryLine,
} from "../protocol.ts";

/** Words a line of the story. */
export function wordLine({ message, ...line }: LineSaid, { text }: Localizer): StoryLine {
  return { ...line, text: text(message) };
}

/** Words a moment, with the reasons of all records. */
export function wordMoment(moment: MomentSaid, localizer: Localizer): Moment {
  const { doing, reasons } = moment;
  return {
    ...moment,
    doing: localizer.text(doing),
    reasons: reasons.map((reason) => wordReason(reason, localizer)),
  };
}

/** Words a problem of a scenario. */
export function wordProblem(problem: ProblemSaid, { text }: Localizer): ScenarioProblem {
  return { ...problem, message: text(problem.message) };
}

/** Words a lane of the timeline. */
export function wordLane(lane: LaneSaid, { text }: Localizer): SimulationLane {
  return { ...lane, dropped: lane.dropped && text(lane.dropped) };
}

/** Words a level that can be chosen, or a group of entries. */
export function wordChoice({ purpose, records, ...choice }: ChoiceSaid, { words }: Localizer): LevelChoice {
  return {
    ...choice,
    purpose: words(purpose),
    records: records.map((lane) => ({ ...lane, dropped: lane.dropped && words(lane.dropped) })),
  };
}

function wordReason({ message, reason, ...rest }: ReasonSaid, { text }: Localizer): RecordReason {
  return { ...rest, reason: wordData(reason, text), text: text(message) };
}

/** The reasons that hold words beside their data. */
function wordData(reason: Reason, text: Localizer["text"]): Reason<string> {
  if (reason.kind === "other") return { ...reason, why: text(reason.why) };
  return reason.kind === "disarmed" ? { ...reason, sign: text(reason.sign) } : reason;
}
