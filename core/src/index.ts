// The only file of core that other packages import: by room, what they use and nothing else.

// assistants/: what assistants are offered, and what their tools answer.
export { editLines, type LineEdit } from "./assistants/edit.ts";
export { message as assistantMessage } from "./assistants/message.ts";
export { assistantMessages } from "./assistants/messages.ts";
export {
  bootPrompt,
  type JudgedFile,
  type JudgedFinding,
  noInittab,
  noLevel,
  noLines,
  noPage,
  noPrompt,
  pageAddress,
  pageKinds,
  pageTemplate,
  pageType,
  systemAddress,
  systemPage,
  systemTitle,
} from "./assistants/pages.ts";
export { type CommonTool, commonQuestions, type ToolQuestion } from "./assistants/tools.ts";
// boot-log/: boots as they really were.
export { type BootComparison, compareBoot, measuredProcesses } from "./boot-log/compare.ts";
export type { BootLog } from "./boot-log/model.ts";
export { startText } from "./boot-log/openrc.ts";
export { readBootLog } from "./boot-log/read.ts";
export { type CalledScript, type SeenScripts, seenScripts } from "./boot-log/scripts.ts";

// initscript/: the scripts that rc calls, the tools that order them, the system around them.
export { callsIn, foldersOf } from "./initscript/boot/in-system.ts";
export type { BootWalk } from "./initscript/boot/model.ts";
export { buildrootRcs, walkRcK, walkRcS } from "./initscript/buildroot/boot.ts";
export { buildrootInittab } from "./initscript/buildroot/build-inittab.ts";
export { runChkconfig } from "./initscript/chkconfig/chkconfig.ts";
export type { ChkconfigFile, ChkconfigSystem } from "./initscript/chkconfig/system.ts";
export {
  type EntwareEntry,
  entwareCalls,
  entwarePlace,
  entwareScript,
} from "./initscript/entware/rc-unslung.ts";
export { chkconfigTags } from "./initscript/facts/chkconfig-tags.ts";
export { facilityFacts, findFacility } from "./initscript/facts/facilities.ts";
export { findHelpers, type HelperFact } from "./initscript/facts/helper-functions.ts";
export { type LsbKeyword, lsbKeywords } from "./initscript/facts/lsb-keywords.ts";
export {
  findOpenrcWord,
  type OpenrcWordFact,
  openrcVirtualNames,
  openrcWords,
} from "./initscript/facts/openrc-words.ts";
export { flavorSystem, type RcFlavor, rcFlavorNames, rcFlavors } from "./initscript/facts/rc-flavors.ts";
export { recipeWords } from "./initscript/facts/recipe-words.ts";
export { scriptActions } from "./initscript/facts/script-actions.ts";
export type { FamilyFacts } from "./initscript/families/contract.ts";
export { guessFamily, scriptFamilyFacts } from "./initscript/families/families.ts";
export type { FamilyGuess } from "./initscript/families/guess.ts";
export { type ScriptFamily, scriptFamilies } from "./initscript/families/names.ts";
export { readChkconfigHeader } from "./initscript/header/chkconfig.ts";
export type { HeaderWord } from "./initscript/header/lines.ts";
export { type LsbField, type LsbSection, readLsbSections } from "./initscript/header/lsb.ts";
export { headerReaders, viewHeader } from "./initscript/header/views.ts";
export { callDebianHelper } from "./initscript/helpers/debian.ts";
export { callRedHatHelper } from "./initscript/helpers/redhat.ts";
export type { HelperOutcome, HelperWorld } from "./initscript/helpers/world.ts";
export type { DependencyFiles } from "./initscript/insserv/dependency-files.ts";
export type { ServiceEdge } from "./initscript/insserv/edges.ts";
export { runInsserv } from "./initscript/insserv/insserv.ts";
export type { InsservScript, InsservSystem, RcLink } from "./initscript/insserv/run-state.ts";
export { rcLevels } from "./initscript/levels.ts";
export { walkLfsRc } from "./initscript/lfs/rc.ts";
export { openEmbeddedEntries, usualOpenEmbeddedTable } from "./initscript/openembedded/build-inittab.ts";
export { walkBusyboxRcK, walkBusyboxRcS } from "./initscript/openembedded/busybox-boot.ts";
export { functionsPath, openEmbeddedFunctions } from "./initscript/openembedded/functions.ts";
export {
  type BootSettings,
  type OpenEmbeddedBoot,
  settingsPath,
  walkOpenEmbeddedRc,
  walkOpenEmbeddedRcS,
} from "./initscript/openembedded/rc.ts";
export { type RecipeAssignment, readRecipe } from "./initscript/openembedded/recipe.ts";
export { recipeLinks } from "./initscript/openembedded/recipe-links.ts";
export { isRecipePath, speaksOfInitScripts } from "./initscript/openembedded/recipe-path.ts";
export { runUpdateRcd } from "./initscript/openembedded/update-rc-d.ts";
export type {
  UpdateRcdEntry,
  UpdateRcdScript,
  UpdateRcdSystem,
  UpdateRcdVersion,
} from "./initscript/openembedded/update-rc-d-system.ts";
export { installOpenrc } from "./initscript/openrc/install.ts";
export { hasOpenrc, type OpenrcOrder } from "./initscript/openrc/level-orders.ts";
export { openrcStates } from "./initscript/openrc/shown-states.ts";
export {
  defaultOpenrcVersion,
  findOpenrcVersion,
  type OpenrcVersion,
  openrcVersions,
} from "./initscript/openrc/versions.ts";
export type { OpenrcVisit, OpenrcWalk } from "./initscript/openrc/walk.ts";
export type { OpenrcWorld } from "./initscript/openrc/world.ts";
export { openrcVersionOf } from "./initscript/openrc/wrapper.ts";
export { installOpenwrt, type OpenwrtFunction } from "./initscript/openwrt/install.ts";
export { rcFolder, runRcs } from "./initscript/openwrt/rcs.ts";
export type { RcEntry, RcScript, RcSystem, ScriptAction } from "./initscript/rc/model.ts";
export { type RecordedStep, recordedStep } from "./initscript/rc/recorded-step.ts";
export { walkRunlevel } from "./initscript/rc/walk.ts";
export { folderNames } from "./initscript/rc-name.ts";
export { isWholeRoot } from "./initscript/root/whole-root.ts";
export {
  makeChkconfigFields,
  makeLsbFields,
  printField,
  printLsbHeader,
} from "./initscript/script/make-header.ts";
export type { ScriptArm, ScriptOutline } from "./initscript/script/outline.ts";
export { isInitScriptPlace } from "./initscript/script/place.ts";
export { outlineScript, outlineSlices } from "./initscript/script/read-outline.ts";
export {
  isInitScript,
  type NoService,
  resemblesInitScript,
  seeScript,
  speaksOfItself,
} from "./initscript/script/recognise.ts";
export { type Skeleton, skeletonSnippet, skeletonText } from "./initscript/script/skeleton.ts";
export { walkRcSysvinit } from "./initscript/slackware/rc-sysvinit.ts";
export {
  isSameMoment,
  lifeAfter,
  momentOf,
  type ServiceLife,
  serviceOfLink,
} from "./initscript/status/life.ts";
export { type ReportOf, reportsIn } from "./initscript/status/reports.ts";
export {
  type ServiceAnswer,
  type ServiceMoment,
  type ServiceReport,
  serviceReport,
} from "./initscript/status/service-status.ts";
export type { Program } from "./initscript/system/contract.ts";
export {
  createSystem,
  type ScriptCall,
  type ScriptSystem,
  shellProgram,
} from "./initscript/system/system.ts";
export { type Behaviours, shellBehaviours } from "./initscript/tree/behaviours.ts";
export { type BootChange, bootCallOf, bootPrograms, namesProgram } from "./initscript/tree/boot-call.ts";
export { buildTree, buildTreeSlices } from "./initscript/tree/build.ts";
export type { EnableOrder } from "./initscript/tree/enable-order.ts";
export { familyOfScript, familyOfTree } from "./initscript/tree/family.ts";
export { guessFlavor } from "./initscript/tree/flavor.ts";
export {
  type FollowedChange,
  followChanges,
  hasLevels,
  type LevelChange,
  type WalkEvent,
} from "./initscript/tree/follow.ts";
export { folderLimit, parsedScriptLimit, treeFileLimit, treeTextLimit } from "./initscript/tree/limits.ts";
export { followPath, type TreeListing, type TreeNode, type TreeQuestion } from "./initscript/tree/listing.ts";
export type { InitScript, InitTree, TreeLink, TreeProblem } from "./initscript/tree/model.ts";
export {
  chkconfigOrder,
  insservOrder,
  type ScriptOrder,
  usualConfiguration,
} from "./initscript/tree/order.ts";
export {
  type LinkTool,
  noScripts,
  type OrderFound,
  orderAnswer,
  orderInTree,
  orderTools,
  whyNoOrder,
} from "./initscript/tree/order-answer.ts";
export { isTreePath, scriptFolders, treePaths } from "./initscript/tree/paths.ts";
export {
  levelChanges,
  openrcAnswer,
  openrcVisits,
  rcAnswer,
  unknownRc,
  usualLevels,
  whyNoRc,
} from "./initscript/tree/rc-answer.ts";
export { rcSystem } from "./initscript/tree/rc-system.ts";
export { type LookInTree, lookAlong } from "./initscript/tree/read-asked.ts";
export { readListing } from "./initscript/tree/read-listing.ts";
export { type BehaviourOf, insservSystem } from "./initscript/tree/systems.ts";
export { behavioursInTree } from "./initscript/tree/tree-behaviours.ts";
export {
  isOfServices,
  type RcVisit,
  usualChanges,
  visitLevels,
  type WordedVisit,
  type WordedVisitStep,
  wordVisit,
} from "./initscript/tree/visit.ts";
export { compareServices, type ServiceChange } from "./initscript/ways/compare-services.ts";
export { type ServiceFinding, serviceQuestions } from "./initscript/ways/questions.ts";
export { type ServiceWays, serviceWays } from "./initscript/ways/service-ways.ts";
// inittab/: the model, the reader, the dialects.
export { type Action, actions, actionsOf, findAction } from "./inittab/actions.ts";
export { commandLine, commandWords } from "./inittab/command.ts";
export {
  aboutUsual,
  actionDialectOf,
  type Dialect,
  dialectFacts,
  dialects,
  dialectTitle,
  isUnknown,
  likelyDialect,
  releaseOf,
  systemVFamily,
} from "./inittab/dialect.ts";
export { dialectEdit } from "./inittab/dialect-comment.ts";
export { type DialectPatterns, decidingPattern } from "./inittab/dialect-pattern.ts";
export { keptLines } from "./inittab/kept-lines.ts";
export { type FieldName, fieldNames, fieldRange, type InittabLine } from "./inittab/line.ts";
export { type MachineSpec, machineProfiles } from "./inittab/machine-profile.ts";
export { inittabPath, type Rejection, rejectionMessage } from "./inittab/messages.ts";
export { procdEntries } from "./inittab/procd-entries.ts";
export {
  type DroppedLine,
  type InittabReading,
  type InittabRecord,
  readInittab,
  readScan,
  type TabFile,
} from "./inittab/read.ts";
export {
  chooseDialect,
  type DialectGuess,
  type DialectSource,
  findDialectStatement,
} from "./inittab/recognize-dialect.ts";
export { recordedReading } from "./inittab/recorded-reading.ts";
export { defaultLevelOf, findRunlevel, isLevel } from "./inittab/runlevels.ts";
export {
  editScan,
  fieldRangeAt,
  fieldTextAt,
  type InittabScan,
  lineAt,
  type ReadOptions,
  scanInittab,
} from "./inittab/scan.ts";
export {
  behaviourOf,
  defaultSysvinitVersion,
  findSysvinitVersion,
  repeatableId,
  type SysvinitVersion,
  sysvinitVersions,
} from "./inittab/versions.ts";
export { allRules, findAnyRule, rulePage, ruleTable } from "./lint/all-rules.ts";
export { type Finding, type Fix, type RuleFacts, type Severity, severities } from "./lint/contract.ts";
export type { ScriptLintOptions } from "./lint/initscript/context.ts";
export type { ScriptInput } from "./lint/initscript/contract.ts";
export { prepareTree, tangleIn } from "./lint/initscript/header/prepare-tree.ts";
export { lintScript, lintScriptSlices, toolTags } from "./lint/initscript/lint.ts";
export { scriptRules } from "./lint/initscript/registry.ts";
export { readRootForScript } from "./lint/initscript/root/in-root.ts";
export { toolTagPage } from "./lint/initscript/tool-tag-page.ts";
export { readRootFor } from "./lint/inittab/in-root.ts";
export { type LintResult, lintInittab } from "./lint/inittab/lint.ts";
export type { InittabLintOptions } from "./lint/inittab/options.ts";
export { inittabRules } from "./lint/inittab/registry.ts";
export type { LintOptions } from "./lint/options.ts";
export { rulePart } from "./lint/page.ts";
export { lintRecipe } from "./lint/recipe/lint.ts";
export { silenceFileEdit, silenceLineEdit } from "./lint/silencer.ts";
// manual/: the manual's pages and what a record does.
export { recordSentences } from "./manual/describe.ts";
// lint/: the rules, what they find, how it is silenced.
export { programSentences } from "./manual/describe-program.ts";
export { type Documentation, documentationMarkdown } from "./manual/documentation.ts";
export { explainLine, explanationMarkdown, isKnownLine } from "./manual/explain.ts";
export { findTopic, suggestTopics, wordFor } from "./manual/find.ts";
export {
  chkconfigTagPage,
  chkconfigTagValue,
  exitStatusPage,
  facilityMeaning,
  facilityPage,
  helperPage,
  lockFilePage,
  lsbKeywordPage,
  openrcWordPage,
  recipeWordPage,
  type ScriptPage,
  scriptActionPage,
} from "./manual/initscript/pages.ts";
export { argumentsNamed, suggestPages } from "./manual/look-up.ts";
export { topicMarkdown, topicOpening } from "./manual/markdown.ts";
export { argumentSentence, meaningsMarkdown } from "./manual/meanings.ts";
export type { DescribeContext } from "./manual/record-context.ts";
export { argumentPart, type Topic, topicPart } from "./manual/topic.ts";
export { topics } from "./manual/topics.ts";
// The catalogues of all rooms.
export { coreCatalogues } from "./messages.ts";
// policy/: what a user wants to hold for every way.
export { type Judgement, judgePolicies } from "./policy/judge.ts";
export { policyQuestion } from "./policy/judge-records.ts";
export { type PlacedPolicy, readPolicies } from "./policy/policy.ts";
export { policyFileSchema } from "./policy/policy-schema.ts";
// program-messages/: what the programs around init say, and what it means.
export { type SystemSeen, whyNotHere } from "./program-messages/cannot.ts";
export { titleOf as programTitle } from "./program-messages/contract.ts";
export { type FoundMessage, findMessage, type MessageHints, messagesWith } from "./program-messages/find.ts";
export { readLog } from "./program-messages/log.ts";
export { knownMessageMarkdown, messageMarkdown, type PageOfHere } from "./program-messages/page.ts";
export { type LookedAt, placesOf } from "./program-messages/places.ts";
export { findProgram } from "./programs/find.ts";
export { type OwnPrograms, ownRuns } from "./programs/own-runs.ts";
export { programPage } from "./programs/page.ts";
// project/: what a repository says of its inittabs and init scripts.
export { draftProject, type FoundTable } from "./project/draft.ts";
export { projectFileName } from "./project/file-name.ts";
export { message as projectMessage } from "./project/message.ts";
export {
  type Project,
  programOfSettings,
  readProject,
  type SettingsOfFile,
  settingsOfFile,
} from "./project/project.ts";
export { projectFileSchema } from "./project/project-schema.ts";
export { coreProse } from "./prose.ts";
// shell/: what is read of a shell script.
export { ashBehaviour, bashBehaviour, dashBehaviour } from "./shell/interpreter/behaviour.ts";
export type {
  ShellAssignment,
  ShellCaseArm,
  ShellGroup,
  ShellIf,
  ShellLoop,
  ShellRedirect,
  ShellScript,
  ShellSimpleCommand,
  ShellStatement,
  ShellUnknown,
  ShellWord,
  ShellWordPart,
} from "./shell/script.ts";
// simulate/: the machines, their scenarios, traces and stories.
export {
  type ExportFormat,
  exportFormats,
  type LevelChoice,
  type LevelComparison,
  type LinePlace,
  type SimulationLane,
  type World,
} from "./simulate/answer.ts";
export { assumedPreset, hasPresets, readForPreset } from "./simulate/busybox/assumed.ts";
export { busyboxHappening } from "./simulate/busybox/happening.ts";
export {
  type BusyboxBuild,
  type BusyboxConfig,
  type BusyboxSwitch,
  type BusyboxWish,
  busyboxBuild,
  busyboxBuilds,
  busyboxPresets,
  busyboxReleases,
  busyboxSwitches,
  defaultBusyboxPreset,
  defaultBusyboxRelease,
  findBusyboxBuild,
} from "./simulate/busybox/machine/builds.ts";
export { busyboxRequests } from "./simulate/busybox/machine/signals.ts";
export type { BusyboxSimulationOptions } from "./simulate/busybox/options.ts";
export type { BusyboxScenario, BusyboxScenarioEvent } from "./simulate/busybox/scenario.ts";
export { busyboxScenarioSchema } from "./simulate/busybox/scenario-schema.ts";
export { simulateBusybox, simulateBusyboxStream } from "./simulate/busybox/simulate.ts";
export type { BusyboxSight, BusyboxTrace, BusyboxTraceEvent } from "./simulate/busybox/trace.ts";
export { readBusyboxScenario } from "./simulate/busybox/validate.ts";
export {
  type DiffCause,
  type Difference,
  differenceKinds,
  differencesIn,
  type SimulatedDiff,
  simulateDiff,
  simulateDiffSlices,
} from "./simulate/compare/compare.ts";
export {
  type AlarmKind,
  alarmKinds,
  type Debuggee,
  debuggeeOf,
  describeAlarm,
  type Position,
  sceneOf,
} from "./simulate/debug/debuggee.ts";
export {
  type Means,
  type Scalar,
  type SeenValue,
  scopeNames,
  scopesAt,
} from "./simulate/debug/scopes.ts";
export {
  caughtBy,
  type RecordMoment,
  recordMoments,
  type Trap,
  trapByName,
  type WatchedValue,
} from "./simulate/debug/traps.ts";
export { placeAt, type Travel, travel } from "./simulate/debug/travel.ts";
export { readScenarioTests, runScenarioTest, type ScenarioTests } from "./simulate/expect/tests.ts";
export {
  type AnyHappening,
  type AnyScenario,
  type SimulatedDialect,
  type SimulatedInit,
  type SimulatedProgram,
  type Simulation,
  scenarioDialect,
  scenarioFileSchema,
  searchedDialects,
  simulatedDialects,
  simulatedInit,
  whyNotSimulated,
} from "./simulate/machines.ts";
export { procdHappening } from "./simulate/procd/happening.ts";
export { procdAskings } from "./simulate/procd/machine/signals.ts";
export {
  enterProcdState,
  type ProcdState,
  type ProcdStep,
  procdStates,
} from "./simulate/procd/machine/states.ts";
export type { ProcdTerminals } from "./simulate/procd/machine/terminals.ts";
export { openrcOf, type RcCall, rcCalls, storyWithScripts, traceWithScripts } from "./simulate/rc-calls.ts";
export type { HappeningReading } from "./simulate/run/happening.ts";
export type { SimulationLimits } from "./simulate/run/limits.ts";
export type { Happening, Offer, OfferGroup, Offers } from "./simulate/run/offers.ts";
export type { Moment, SentSignal } from "./simulate/run/playback.ts";
export type { Reason, RecordReason } from "./simulate/run/reason.ts";
export { nameOfRecord, type RecordKey } from "./simulate/run/record-key.ts";
export type { SaidLine } from "./simulate/run/said.ts";
export { type ProcessSettings, usualEnd, usualSpan } from "./simulate/run/scenario.ts";
export type { ScenarioProblem } from "./simulate/run/scenario-form.ts";
export type { Lane, RecordManner, RunTrace, SimulatedPlay, SimulatedRun } from "./simulate/run/simulation.ts";
export type { StoryKind, StoryLine } from "./simulate/run/story.ts";
export type { ProcessInterval, Timeline } from "./simulate/run/timeline.ts";
export { defaultWayEvents, type WayEvent, wayEvents } from "./simulate/run/ways.ts";
export {
  inOneLine,
  type ServiceState,
  serviceHistory,
  serviceStates,
  storyWithServices,
} from "./simulate/services.ts";
export { shortened, simulationMarkdown } from "./simulate/show/markdown-report.ts";
export { showMessages } from "./simulate/show/messages.ts";
export { describeSeconds, idWidthOf, levelName, measureName, ticksOf } from "./simulate/show/time.ts";
export { timelineSvg } from "./simulate/show/timeline-svg.ts";
export { sysvinitHappening } from "./simulate/sysvinit/happening.ts";
export { defaultRunlevelOf } from "./simulate/sysvinit/level-records.ts";
export type { Effect } from "./simulate/sysvinit/machine/effects.ts";
export type { SimulationOptions } from "./simulate/sysvinit/options.ts";
export type { Scenario, ScenarioEvent } from "./simulate/sysvinit/scenario.ts";
export { scenarioSchema } from "./simulate/sysvinit/scenario-schema.ts";
export { runSimulation, simulate, simulateStream } from "./simulate/sysvinit/simulate.ts";
export { tellStory } from "./simulate/sysvinit/story.ts";
export type { FinalState, StartEvent, TableLine, Trace, TraceEvent } from "./simulate/sysvinit/trace.ts";
export { readScenario } from "./simulate/sysvinit/validate.ts";
// text/: bytes, ranges, and messages with their words.
export type { Encoding } from "./text/bytes.ts";
export { mostNesting, tooDeepAt } from "./text/json-nesting.ts";
export { describePath } from "./text/json-path.ts";
export {
  createLocalizer,
  findLanguage,
  fittingTag,
  type Language,
  type Localizer,
  languageFor,
  translation,
} from "./text/localizer.ts";
export {
  knownCatalogues,
  listOf,
  type Message,
  type MessageList,
  type MessageMaker,
  type MessageValue,
  messagesOf,
  type Prose,
} from "./text/message.ts";
export { past } from "./text/past.ts";
export type { TextEdit, TextRange } from "./text/range.ts";
export { escapeMarkdown, escapeMarkup, jsonText, visible, withoutLinks } from "./text/safe-text.ts";
export { finish, finishInTurns, type Slices, spend } from "./text/slices.ts";
export type { SourceText } from "./text/source-text.ts";
// verify/: what holds in every run of a machine.
export type { Comparison } from "./verify/compare.ts";
export type { LevelNode } from "./verify/level-graph.ts";
export { levelGraphSvg } from "./verify/level-graph-svg.ts";
export { type LevelPicture, levelExtent, levelPicture, levelTitle } from "./verify/level-picture.ts";
export type { OccasionPlan, Plan, PlanHarm, PlannedProcess, ReloadPlan } from "./verify/plan.ts";
export { harmsOf, planChange, planHarms, planReloads, reloadRequest } from "./verify/plan.ts";
export type { Question } from "./verify/question.ts";
export { questions } from "./verify/questions.ts";
export type { SearchLimits } from "./verify/search.ts";
export { type Verification, verify, verifySlices, type WayFinding } from "./verify/verify.ts";
