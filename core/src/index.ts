// The only file of core that other packages import.

export * from "./initscript/chkconfig/chkconfig.ts";
export * from "./initscript/facts/rc-flavors.ts";
export * from "./initscript/insserv/insserv.ts";
export type { InsservMessage } from "./initscript/insserv/messages.ts";
export type { InsservScript, InsservSystem, RcLink } from "./initscript/insserv/run-state.ts";
export type * from "./initscript/rc/model.ts";
export * from "./initscript/rc/walk.ts";
export * from "./initscript/replay/chkconfig.ts";
export * from "./initscript/replay/insserv.ts";
export * from "./initscript/replay/rc.ts";
export * from "./inittab/actions.ts";
export * from "./inittab/command.ts";
export * from "./inittab/dialect.ts";
export * from "./inittab/line.ts";
export * from "./inittab/messages.ts";
export * from "./inittab/read.ts";
export * from "./inittab/runlevels.ts";
export * from "./inittab/scan.ts";
export * from "./inittab/styles.ts";
export { terminalOf } from "./inittab/terminal.ts";
export * from "./inittab/versions.ts";
export * from "./lint/contract.ts";
export { type LintResult, lintInittab } from "./lint/lint.ts";
export * from "./lint/options.ts";
export { rulePage, ruleTable } from "./lint/page.ts";
export * from "./lint/registry.ts";
export { silenceFileEdit, silenceLineEdit } from "./lint/silence.ts";
export {
  type DescribeContext,
  describeRecord,
  type RecordFields,
  recordSentences,
} from "./manual/describe.ts";
export * from "./manual/explain.ts";
export * from "./manual/find.ts";
export * from "./manual/markdown.ts";
export { describeRunlevels } from "./manual/runlevel-words.ts";
export { type CommandArgument, type Topic, type TopicKind, topicKinds } from "./manual/topic.ts";
export * from "./manual/topics.ts";
export * from "./simulate/answer.ts";
export * from "./simulate/busybox/builds.ts";
export * from "./simulate/busybox/compare.ts";
export * from "./simulate/busybox/messages.ts";
export * from "./simulate/busybox/model.ts";
export * from "./simulate/busybox/scenario.ts";
export * from "./simulate/busybox/scenario-schema.ts";
export * from "./simulate/busybox/simulate.ts";
export * from "./simulate/busybox/state.ts";
export { busyboxWake, stepBusybox } from "./simulate/busybox/step.ts";
export * from "./simulate/busybox/trace.ts";
export type { BusyboxEndKind, BusyboxStart, BusyboxStreamItem } from "./simulate/busybox/world.ts";
export * from "./simulate/compare.ts";
export * from "./simulate/compare-levels.ts";
export * from "./simulate/level-records.ts";
export * from "./simulate/machine/effects.ts";
export * from "./simulate/machine/events.ts";
export * from "./simulate/machine/state.ts";
export * from "./simulate/machine/step.ts";
export type { MicroLabel, MicroStep } from "./simulate/machine/work.ts";
export * from "./simulate/markdown-report.ts";
export * from "./simulate/playback.ts";
export * from "./simulate/run.ts";
export * from "./simulate/scenario.ts";
export * from "./simulate/scenario-schema.ts";
export * from "./simulate/simulate.ts";
export * from "./simulate/story.ts";
export * from "./simulate/timeline-svg.ts";
export * from "./simulate/trace.ts";
export * from "./simulate/validate.ts";
export * from "./simulate/why.ts";
export * from "./simulate/world/model.ts";
export { defaultBehaviour, type RecordToRun, recordModel } from "./simulate/world/record-model.ts";
export { recordedModel } from "./simulate/world/recorded-model.ts";
export type { EndKind, StreamItem } from "./simulate/world/world.ts";
export * from "./text/bytes.ts";
export type { SourceText } from "./text/source-text.ts";
