// The only file of core that other packages import.

export * from "./initscript/chkconfig/chkconfig.ts";
export * from "./initscript/facts/chkconfig-tags.ts";
export * from "./initscript/facts/facilities.ts";
export * from "./initscript/facts/helper-functions.ts";
export * from "./initscript/facts/lsb-keywords.ts";
export * from "./initscript/facts/rc-flavors.ts";
export * from "./initscript/facts/script-actions.ts";
export * from "./initscript/family.ts";
export * from "./initscript/header/chkconfig.ts";
export * from "./initscript/header/insserv.ts";
export type { HeaderWord } from "./initscript/header/lines.ts";
export * from "./initscript/header/lintian.ts";
export * from "./initscript/header/lsb.ts";
export * from "./initscript/header/rpmlint.ts";
export * from "./initscript/header/views.ts";
export { callDebianHelper } from "./initscript/helpers/debian.ts";
export { callRedHatHelper } from "./initscript/helpers/redhat.ts";
export * from "./initscript/helpers/redhat-status.ts";
export type * from "./initscript/helpers/world.ts";
export type { ServiceEdge } from "./initscript/insserv/edges.ts";
export * from "./initscript/insserv/file-names.ts";
export * from "./initscript/insserv/insserv.ts";
export type { InsservMessage } from "./initscript/insserv/messages.ts";
export type { InsservScript, InsservSystem, RcLink } from "./initscript/insserv/run-state.ts";
export { type RcLevel, rcLevels } from "./initscript/levels.ts";
export type * from "./initscript/rc/model.ts";
export * from "./initscript/rc/walk.ts";
export { folderNames } from "./initscript/rc-name.ts";
export * from "./initscript/replay/chkconfig.ts";
export * from "./initscript/replay/functions.ts";
export * from "./initscript/replay/insserv.ts";
export * from "./initscript/replay/rc.ts";
export { lockBehaviour } from "./initscript/script/lock-behaviour.ts";
export * from "./initscript/script/make-header.ts";
export type * from "./initscript/script/outline.ts";
export { outlineScript } from "./initscript/script/read-outline.ts";
export * from "./initscript/script/recognise.ts";
export * from "./initscript/script/skeleton.ts";
export * from "./initscript/tree/behaviours.ts";
export * from "./initscript/tree/build.ts";
export * from "./initscript/tree/flavor.ts";
export * from "./initscript/tree/follow.ts";
export * from "./initscript/tree/listing.ts";
export type * from "./initscript/tree/model.ts";
export * from "./initscript/tree/order.ts";
export * from "./initscript/tree/paths.ts";
export * from "./initscript/tree/skip-reasons.ts";
export * from "./initscript/tree/systems.ts";
export * from "./initscript/tree/visit.ts";
export * from "./inittab/actions.ts";
export * from "./inittab/command.ts";
export * from "./inittab/dialect.ts";
export * from "./inittab/dialect-comment.ts";
export * from "./inittab/dialect-pattern.ts";
export type * from "./inittab/dialects/facts.ts";
export * from "./inittab/line.ts";
export * from "./inittab/line-style.ts";
export * from "./inittab/messages.ts";
export * from "./inittab/read.ts";
export * from "./inittab/recognize-dialect.ts";
export * from "./inittab/runlevels.ts";
export * from "./inittab/scan.ts";
export { terminalOf } from "./inittab/terminal.ts";
export * from "./inittab/versions.ts";
export * from "./lint/all-rules.ts";
export * from "./lint/contract.ts";
export type { ScriptLintOptions } from "./lint/initscript/context.ts";
export type * from "./lint/initscript/contract.ts";
export * from "./lint/initscript/links/link-findings.ts";
export { lintScript, toolTags } from "./lint/initscript/lint.ts";
export * from "./lint/initscript/registry.ts";
export { toolTagPage } from "./lint/initscript/tool-tag-page.ts";
export { type LintResult, lintInittab } from "./lint/inittab/lint.ts";
export * from "./lint/inittab/registry.ts";
export * from "./lint/options.ts";
export { rulePage, ruleTable } from "./lint/page.ts";
export { silenceFileEdit, silenceLineEdit } from "./lint/silence.ts";
export {
  type DescribeContext,
  describeRecord,
  type RecordFields,
  recordSentences,
} from "./manual/describe.ts";
export * from "./manual/explain.ts";
export * from "./manual/find.ts";
export * from "./manual/initscript/pages.ts";
export * from "./manual/markdown.ts";
export { describeRunlevels } from "./manual/runlevel-words.ts";
export { type CommandArgument, type Topic, type TopicKind, topicKinds } from "./manual/topic.ts";
export * from "./manual/topics.ts";
export type * from "./shell/script.ts";
export * from "./simulate/answer.ts";
export * from "./simulate/busybox/compare.ts";
export * from "./simulate/busybox/groups.ts";
export * from "./simulate/busybox/machine/builds.ts";
export * from "./simulate/busybox/machine/messages.ts";
export * from "./simulate/busybox/machine/signals.ts";
export * from "./simulate/busybox/machine/state.ts";
export { busyboxWake, stepBusybox } from "./simulate/busybox/machine/step.ts";
export { busyboxPhases } from "./simulate/busybox/phases.ts";
export * from "./simulate/busybox/playback.ts";
export * from "./simulate/busybox/scenario.ts";
export * from "./simulate/busybox/scenario-schema.ts";
export { simulateBusybox, simulateBusyboxStream } from "./simulate/busybox/simulate.ts";
export * from "./simulate/busybox/trace.ts";
export { readBusyboxScenario, validateBusyboxScenario } from "./simulate/busybox/validate.ts";
export * from "./simulate/busybox/world/model.ts";
export * from "./simulate/compare.ts";
export * from "./simulate/machines.ts";
export * from "./simulate/rc-calls.ts";
export type { JsonSchema, JsonType } from "./simulate/run/json-schema.ts";
export type { SimulationLimits } from "./simulate/run/limits.ts";
export type { Happening, Offer, OfferGroup, OfferName, Offers } from "./simulate/run/offers.ts";
export type { Moment, RunningProcess, SentSignal } from "./simulate/run/playback.ts";
export { describeReason, type Reason, type RecordReason } from "./simulate/run/reason.ts";
export { nameOfRecord, type RecordKey } from "./simulate/run/record-key.ts";
export type { SaidLine } from "./simulate/run/said.ts";
export { type ProcessSettings, usualEnd, usualSpan } from "./simulate/run/scenario.ts";
export { describePath, type ScenarioProblem, type ScenarioReading } from "./simulate/run/scenario-form.ts";
export type {
  Lane,
  Opening,
  RecordManner,
  RunTrace,
  SimulatedPlay,
  SimulatedRun,
} from "./simulate/run/simulation.ts";
export type { StoryKind, StoryLine } from "./simulate/run/story.ts";
export type { EndKind, LevelInterval, ProcessInterval, Timeline } from "./simulate/run/timeline.ts";
export * from "./simulate/show/markdown-report.ts";
export { describeSeconds, idWidthOf, levelName, ticksOf } from "./simulate/show/time.ts";
export * from "./simulate/show/timeline-svg.ts";
export * from "./simulate/sysvinit/level-records.ts";
export * from "./simulate/sysvinit/machine/effects.ts";
export * from "./simulate/sysvinit/machine/events.ts";
export * from "./simulate/sysvinit/machine/state.ts";
export * from "./simulate/sysvinit/machine/step.ts";
export type { MicroLabel, MicroStep } from "./simulate/sysvinit/machine/work.ts";
export * from "./simulate/sysvinit/playback.ts";
export * from "./simulate/sysvinit/scenario.ts";
export * from "./simulate/sysvinit/scenario-schema.ts";
export {
  runSimulation,
  type SimulationRun,
  simulate,
  simulateStream,
  stateAt,
  timeline,
} from "./simulate/sysvinit/simulate.ts";
export { tellStory } from "./simulate/sysvinit/story.ts";
export * from "./simulate/sysvinit/trace.ts";
export { isScenario, readScenario, validateScenario } from "./simulate/sysvinit/validate.ts";
export * from "./simulate/sysvinit/why.ts";
export * from "./simulate/sysvinit/world/model.ts";
export { defaultBehaviour, type RecordToRun, recordModel } from "./simulate/sysvinit/world/record-model.ts";
export { recordedModel } from "./simulate/sysvinit/world/recorded-model.ts";
export * from "./text/bytes.ts";
export type { SourceText } from "./text/source-text.ts";
