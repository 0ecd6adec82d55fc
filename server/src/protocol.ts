// Every name and every shape on the wire that the Language Server Protocol does not have. Of the whole server a client
// imports this file alone, so it holds types and constants and nothing that runs.

import type {
  LevelChoice as ChoiceSaid,
  Dialect,
  DialectSource,
  ExportFormat,
  SimulationLane as LaneSaid,
  LevelComparison,
  StoryLine as LineSaid,
  Moment as MomentSaid,
  Offers,
  ScenarioProblem as ProblemSaid,
  RcCall,
  RecordReason as ReasonSaid,
  RunTrace,
  SaidLine,
  SentSignal,
  ServiceState as ServiceSaid,
  Timeline,
  TreeNode,
  WordedVisit,
  WordedVisitStep,
  World,
} from "@inittab/core";
import type { WasmName } from "@inittab/host/wasm";

export type {
  LevelFound,
  ReloadAnswer,
  ReloadQuestion,
  ReloadRow,
  WayFound,
  WaysAnswer,
  WaysQuestion,
} from "./protocol-ways.ts";

/** The id of the language and of the server, and the section of the settings. */
export const inittab = "inittab";

/** What a client may say in `initializationOptions`. Everything is optional. */
export interface InitializationOptions {
  /** The address of the folder with the server's own files, ending in a slash, for a worker that does not know it. */
  readonly program?: string;
  /** The shipped files that a server in a worker cannot find on its own. */
  readonly wasm?: Readonly<Partial<Record<WasmName, WasmOffer>>>;
  /**
   * The client runs this command of its own, with the argument of `inittab.explainTopic`, where a hover has a link to it:
   * then hovers show the beginning of a page of the manual, and the link leads to the rest.
   */
  readonly showTopic?: string;
  /** The locale of the language to speak, where it is not that of the client. The setting `inittab.language` goes before it. */
  readonly language?: string;
  /** The client answers `inittab/look`: it can look at files that the server cannot reach. */
  readonly look?: boolean;
}

/** A shipped file: its address, its bytes, or `"ask"` where the server is to send `inittab/wasm` for it. */
export type WasmOffer = string | Uint8Array;

/** The names of the requests that the protocol does not have. */
export const requests = {
  /** To the server: a `Status`, or null about a document that is not an open inittab. */
  status: "inittab/status",
  /** To the server: a `FamilyStatus`, or null about a document that no init scripts belong to. */
  family: "inittab/family",
  /** To the server: a message of the Debug Adapter Protocol; the answer is a list of such messages. */
  debug: "inittab/debug",
  /** To the server: a `WaysAnswer`, or null about a document whose ways are not searched. It may take seconds. */
  verify: "inittab/verify",
  /** To the server: a `ReloadAnswer`, what init does when it reads the document instead of another text; null as above. */
  reload: "inittab/reload",
  /** To the server: an `AssistantAnswer`, what an assistant wants to know; null once nobody wants it. */
  assistant: "inittab/assistant",
  /** To a client that offers it: the `TreeNode` that stands at an address. */
  look: "inittab/look",
  /** To a client that offers `"ask"` for a shipped file: its bytes. */
  wasm: "inittab/wasm",
} as const;

/** What an assistant can ask for: tools that are about more than one open document, pages, and prompts. */
export type AssistantMatter =
  | "order"
  | "rc"
  | "propose-edit"
  | "pages"
  | "page-kinds"
  | "page"
  | "complete"
  | "prompts"
  | "prompt";

/** What `inittab/assistant` is asked; each matter reads what it needs. */
export interface AssistantQuestion {
  readonly ask: AssistantMatter;
  /** The address of the folder, of `propose-edit` that of an open inittab. */
  readonly uri?: string;
  /** The same as the assistant has named it; of a prompt, the inittab that it is about. */
  readonly path?: string;
  /** Of `order`: the program that is followed. */
  readonly tool?: string;
  /** Of `rc`. */
  readonly from?: string;
  readonly to?: readonly string[];
  /** Of `propose-edit`: lines from 1, and what stands there instead. */
  readonly firstLine?: number;
  readonly lastLine?: number;
  readonly text?: string;
  /** The address of a page or of a kind of pages, or the name of a prompt. */
  readonly address?: string;
  /** Of `complete`: the beginning of an id. */
  readonly start?: string;
}

/** The answer, in the form in which assistants get it; or why there is none. */
export type AssistantAnswer = { readonly value: object } | { readonly refused: string };

/** The document that `inittab/status` and `inittab/family` are asked about. */
export interface StatusQuestion {
  readonly uri: string;
}

/** What a client shows about a document at a glance. */
export interface Status {
  readonly dialect: Dialect;
  /** The init for people, such as `BusyBox init`. */
  readonly title: string;
  /** Who says which dialect it is: a comment of the file, the settings, the file's entries or its path. */
  readonly from: DialectSource;
  /** Why it is this dialect, in words that fit after "because". */
  readonly because: string;
  /** The release of sysvinit; null for another init. */
  readonly version: string | null;
  /** The level that init enters after boot; null where it asks, or knows no levels. */
  readonly defaultRunlevel: string | null;
  /** How many records of the file init takes. */
  readonly records: number;
  /** How many lines init drops with a message. */
  readonly dropped: number;
}

/** Whose manner the scripts are read in: an open script itself, or those of the system that an open inittab belongs to. */
export interface FamilyStatus {
  /** Their names for people; none where nothing speaks for one. */
  readonly families: readonly string[];
  /** Who says so: marks of the script, the system around it, the settings, or a comment of the script. */
  readonly from: "script" | "tree" | "request" | "comment";
  /** Why, in words that fit after "because"; empty if the user says so, or the reason is not known. */
  readonly because: string;
}

/** What `inittab/debug` hands over: a message for a session, which begins with its first message. */
export interface DebugQuestion {
  /** A name that the client has for the session. */
  readonly session: string;
  readonly message: object;
}

/** The address that `inittab/look` asks about; `text`: the text of a file is wanted too. */
export interface LookQuestion {
  readonly uri: string;
  readonly text: boolean;
}

/** What `inittab/look` answers: an address as it is, without following a link at its end if that is possible. */
export type LookAnswer = TreeNode;

/** The file that `inittab/wasm` asks for. */
export interface WasmQuestion {
  readonly name: WasmName;
}

/**
 * The commands of `workspace/executeCommand`. Each takes one argument and answers with plain JSON. VS Code registers them
 * under these names, so that the commands of the extension must have others.
 */
export const commands = {
  /** Runs a scenario. */
  simulate: "inittab.simulate",
  /** Lists the levels that a file knows, or its groups of entries, with their records. */
  listRunlevels: "inittab.listRunlevels",
  /** Says what a change of level stops, leaves alone and starts. */
  compareLevels: "inittab.compareLevels",
  /** Draws a run as a picture, a trace or a report. */
  renderSimulation: "inittab.renderSimulation",
  /** Follows rc into a level. */
  followRc: "inittab.followRc",
  /** Says of each service that rc has started by a moment of a run what `service NAME status` would say then. */
  serviceStates: "inittab.serviceStates",
  /** Writes the dialect into the file. */
  writeDialect: "inittab.writeDialect",
  /** Explains a message of init or of a program around it. */
  explainMessage: "inittab.explainMessage",
  /** The whole page of the manual of which a hover shows the beginning. */
  explainTopic: "inittab.explainTopic",
  /** Runs a file of tests: scenarios, and what is expected of them. */
  runTests: "inittab.runTests",
  /** Makes an open init script executable, where the server can reach the file. */
  makeExecutable: "inittab.makeExecutable",
} as const;

/** The name of a command. */
export type CommandName = (typeof commands)[keyof typeof commands];

/**
 * What each command is asked, and what it answers about an open file; about any other file all answer null. A question
 * that has not these types is refused as InvalidParams.
 */
export interface Commands {
  readonly [commands.simulate]: Command<SimulationQuestion, SimulationAnswer>;
  readonly [commands.listRunlevels]: Command<InittabQuestion, readonly LevelChoice[]>;
  readonly [commands.compareLevels]: Command<ComparisonQuestion, LevelComparison | null>;
  readonly [commands.renderSimulation]: Command<RenderQuestion, string | null>;
  readonly [commands.followRc]: Command<RcQuestion, RcVisit | null>;
  readonly [commands.serviceStates]: Command<SimulationQuestion, readonly ServiceState[] | null>;
  readonly [commands.writeDialect]: Command<DialectQuestion, boolean>;
  readonly [commands.explainMessage]: Command<MessageQuestion, string | null>;
  readonly [commands.explainTopic]: Command<TopicQuestion, string | null>;
  readonly [commands.runTests]: Command<TestQuestion, TestAnswer | null>;
  readonly [commands.makeExecutable]: Command<InittabQuestion, boolean>;
}

/** The shapes of one command. */
interface Command<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

/** The inittab that is meant: an open document, or a text. */
export interface InittabQuestion {
  readonly uri?: string;
  readonly text?: string;
}

/** The argument of the command `inittab.simulate`. */
export interface SimulationQuestion extends InittabQuestion {
  /** The world and the events; without it a boot of a minute. */
  readonly scenario?: Partial<World>;
  /** Boots into this level instead of the one that the boot arguments or the file name. */
  readonly level?: string;
  /** The machine was booted with another text, and the file was written as it is now at this time, in seconds. */
  readonly booted?: BootedText;
  /** The moment to describe, in seconds. Default: the end. */
  readonly at?: number;
  /** `moment`: the moment alone, for a view that has the rest. */
  readonly only?: "moment";
  /** True: the server also shows the summary to the user. */
  readonly show?: boolean;
}

/** What a machine was booted with before its file was edited. */
export interface BootedText {
  readonly text: string;
  readonly at: number;
}

/** A line of the story, in words. */
export interface StoryLine extends Omit<LineSaid, "message"> {
  /** May hold any character of the user's files. */
  readonly text: string;
}

/** Why a record runs or does not: data first and a short text second. */
export interface RecordReason extends Omit<ReasonSaid<string>, "message"> {
  readonly text: string;
}

/** Init and its processes at a moment, in words. */
export interface Moment extends Omit<MomentSaid<string>, "reasons"> {
  readonly reasons: readonly RecordReason[];
}

/** Something that is wrong with a scenario, in words. */
export type ScenarioProblem = ProblemSaid<string>;

/** A record, or a line that init drops, as the lane of a timeline. */
export type SimulationLane = LaneSaid<string>;

/** A level or a phase of the boot that the file knows, or a group of entries where there are no levels. */
export type LevelChoice = ChoiceSaid<string>;

/** The whole run. */
export interface SimulationWhole {
  /** In the format of the recorded cases. */
  readonly run: RunTrace;
  readonly timeline: Timeline;
  readonly signals: readonly SentSignal[];
  readonly story: readonly StoryLine[];
  /** What is said on the console, on other terminals and in the log. */
  readonly said: readonly SaidLine[];
  /** When something happens, rising; seconds. */
  readonly moments: readonly number[];
  /** In the order of the file; records that are in no file stand last. */
  readonly lanes: readonly SimulationLane[];
  /** When rc or OpenRC was called and for what, in order: with these `inittab.followRc` is asked for its scripts. */
  readonly rcCalls: readonly RcCall[];
}

/** The answer of `inittab.simulate`. Without a moment nothing was simulated, and the problems say why. */
export interface SimulationAnswer extends Partial<SimulationWhole> {
  /** The init that was simulated, such as `sysvinit-3.14`; empty where the dialect has no simulation. */
  readonly init: string;
  /** The same for people; and why it is this one, where nobody has named it. */
  readonly title: string;
  readonly assumption?: string;
  readonly dialect: Dialect;
  /** What was simulated, with all defaults filled in; the text of the table is left out. */
  readonly scenario?: World;
  /** What can be done to the machine; null where there is none. */
  readonly offers: Offers | null;
  readonly problems: readonly ScenarioProblem[];
  /** The run in a sentence. */
  readonly summary: string;
  readonly moment?: Moment;
}

/** The argument of `inittab.compareLevels`. */
export interface ComparisonQuestion extends InittabQuestion {
  readonly from: string;
  readonly to: string;
}

/** The argument of `inittab.renderSimulation`. */
export interface RenderQuestion extends SimulationQuestion {
  readonly format: ExportFormat;
}

/** A change of runlevel for which rc or OpenRC is called. */
export type RcChange = Pick<RcCall, "program" | "level" | "previous" | "openrc">;

/** The argument of `inittab.followRc`. `previous`: the level before. Default: `N` at boot, else the level entered by default. */
export interface RcQuestion extends InittabQuestion, Partial<Pick<RcChange, "previous" | "openrc">> {
  /** What is called, as lanes and calls say. Default: rc. */
  readonly program?: string;
  /** The level that is entered; of OpenRC its arguments. */
  readonly level: string;
  /** The changes since the boot, where they are known: they decide which locks are there, and which services run. */
  readonly before?: readonly RcChange[];
  /** Whether each step is to say what `service NAME status` answers at the end; it is worked out for all of them. */
  readonly status?: boolean;
}

/** What `inittab.followRc` answers: the way of rc or OpenRC into the level, in words. */
export interface RcVisit extends WordedVisit {
  readonly steps: readonly RcVisitStep[];
}

/** A service at a moment of a run. */
export type ServiceState = ServiceSaid;

/** Something that rc does on its way, or leaves. */
export interface RcVisitStep extends WordedVisitStep {
  /** The service of the script at the end, where it was asked for and is known. */
  readonly service?: ServiceState;
}

/** The most earlier changes that are considered; older ones rarely matter to the locks. */
export const mostRcChanges = 100;

/** The argument of `inittab.writeDialect`, which answers whether the file names the dialect now. */
export interface DialectQuestion extends InittabQuestion {
  /** `auto` takes out what is written there. */
  readonly dialect: string;
  /** A file that names no dialect is left alone. */
  readonly onlyIfNamed?: boolean;
}

/** The argument of `inittab.runTests`: a file of tests, whose own text counts where it is edited. */
export interface TestQuestion {
  readonly uri: string;
  readonly text?: string;
}

/** What `inittab.runTests` answers. */
export interface TestAnswer {
  /** Why none of it can be run; empty where it can. */
  readonly problems: readonly string[];
  /** In the order of the file. */
  readonly tests: readonly {
    readonly name: string;
    /** What is not as expected; empty where all is. */
    readonly failures: readonly string[];
  }[];
}

/** The argument of `inittab.explainTopic`, which answers with Markdown, or with null where there is no such page. */
export interface TopicQuestion {
  /** The id of the page, as the link of a hover has it; the id of a rule; or a word of either manual. */
  readonly topic: string;
  readonly dialect?: string;
}

/**
 * The argument of `inittab.explainMessage`, which answers with Markdown, or with null if the message is not known. No inittab
 * need be open; in one that is named the record is looked for that the message is about.
 */
export interface MessageQuestion extends InittabQuestion {
  /** One message, or the lines of a log. */
  readonly message: string;
}
