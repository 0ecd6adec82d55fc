// What the server answers about init scripts. It finds the system around a script and hands text, outline and tree to
// the features.

import {
  type BehaviourOf,
  type Behaviours,
  type BootChange,
  behavioursInTree,
  chkconfigOrder,
  type FamilyGuess,
  familyOfScript,
  type InitTree,
  insservOrder,
  lintScriptSlices,
  type Message,
  type OpenrcVersion,
  outlineSlices,
  prepareTree,
  type RcVisit,
  readRootForScript,
  type ScriptFamily,
  type ScriptOrder,
  type ScriptOutline,
  shellBehaviours,
  type TextRange,
  type TreeProblem,
  tangleIn,
  treeFileLimit,
  visitLevels,
} from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import { loadShellParser, type ShellParser } from "@inittab/host/shell";
import type { WasmReader } from "@inittab/host/wasm";
import type { Judgement, Places } from "../documents/open-document.ts";
import type { RootAround, Roots } from "../documents/roots.ts";
import type { Found, InlayHint, NamedPlace, OutlineSymbol } from "../features/answers.ts";
import { fixAll, type Remedy, remediesAt } from "../features/code-actions.ts";
import type { Completion, CompletionOptions } from "../features/completion-item.ts";
import type { Hover } from "../features/hover.ts";
import { message } from "../message.ts";
import { always, inTurns, type Wanted } from "../slices.ts";
import { scriptCompletions } from "./features/completion.ts";
import { type ScriptSurroundings, scriptHoverAt } from "./features/hover.ts";
import { orderHints } from "./features/inlay-hints.ts";
import {
  definitionsOf,
  isOwnFacility,
  nameUses,
  prepareNames,
  referencesOf,
  renameObstacle,
} from "./features/names.ts";
import { type RcQuestion, rcVisit } from "./features/rc.ts";
import { scriptSymbols, serviceSymbols } from "./features/symbols.ts";
import { found, scriptAt } from "./found-places.ts";
import { headerSpotAt, wordAround } from "./header-spot.ts";
import { inputOf, modeOf, optionsOf, scriptIn } from "./lint-input.ts";
import { ParsedScripts } from "./parsed-scripts.ts";
import type { ScriptDocument } from "./script-document.ts";
import { serviceAt, silencingOf } from "./script-spots.ts";
import { placeOf, placeOfInittab, type System, type SystemSources, Systems } from "./system.ts";
import { TreeWork } from "./tree-work.ts";

/** What the service needs of the server around it. */
export interface ScriptHost {
  readonly systems: Systems;
  /** The root file systems that scripts are in. */
  readonly roots: Roots;
  readonly wasm: WasmReader;
  /** Lets the server answer others first. */
  readonly pause: () => Promise<void>;
  /** Whether the server can make a file executable. */
  readonly changesModes: () => boolean;
  /** Says once what was left out of a system, by its address. */
  readonly report: (uri: string, message: Message) => void;
}

/** Makes the service, and the systems that it reads, for a server that looks at files like this. */
export function createScriptService({
  look,
  openTexts,
  statedFor,
  ...rest
}: SystemSources & Omit<ScriptHost, "systems">): {
  readonly systems: Systems;
  readonly service: ScriptService;
} {
  const systems = new Systems({ look, openTexts, statedFor }, rest.pause);
  return { systems, service: new ScriptService({ systems, ...rest }) };
}

/** Answers about init scripts; about any other shell script it says nothing. */
export class ScriptService {
  readonly #host: ScriptHost;
  /** The shell's parser, loaded when it is first asked for. */
  readonly #parser: () => Promise<ShellParser>;
  readonly #judged = new WeakMap<ScriptDocument, Judgement>();
  readonly #parsed: ParsedScripts;
  readonly #behaviours: () => Promise<Behaviours>;
  /** How the scripts of a system behave when rc calls them. */
  #behaving: TreeWork<BehaviourOf> | undefined;
  /** What the rules ask about a whole system. */
  readonly #prepared: TreeWork<void>;
  readonly #names: TreeWork<unknown>;
  readonly #insserv: TreeWork<ScriptOrder | undefined>;
  readonly #chkconfig: TreeWork<ScriptOrder | undefined>;

  constructor(host: ScriptHost) {
    this.#host = host;
    this.#prepared = new TreeWork(prepareTree, host);
    this.#names = new TreeWork(prepareNames, host);
    this.#insserv = new TreeWork((tree) => insservOrder(tree, { keepLinks: false }), host);
    this.#chkconfig = new TreeWork((tree) => chkconfigOrder(tree, { keepLinks: false }), host);
    this.#parser = loadOnce(() => loadShellParser(host.wasm));
    this.#parsed = new ParsedScripts(this.#parser, host.pause);
    this.#behaviours = loadOnce(async () => shellBehaviours((await this.#parser()).parseSlices));
  }

  /** What the checker says; nothing if nobody wants to know it any more. */
  async judge(document: ScriptDocument, isWanted: Wanted = always): Promise<Judgement> {
    for (;;) {
      const { state } = document;
      const nothing = { name: state, findings: [] };
      if (!isJudged(document)) return nothing;
      const system = await this.#preparedSystem(document, isWanted);
      const root = await this.#rootAround(document);
      if (!isWanted()) return nothing;
      if (document.state !== state) continue;
      const name = `${state} ${system?.name ?? ""} ${root?.name ?? ""}`;
      const known = this.#judged.get(document);
      if (known?.name === name) return known;
      const shell = await this.#parsed.of(document);
      if (document.state !== state) continue;
      const work = lintScriptSlices(inputOf(document, { system, shell, root }), optionsOf(document));
      const isCurrent = () => document.state === state && isWanted();
      const done = await inTurns(work, this.#host.pause, isCurrent);
      if (done === undefined) continue;
      const judgement = { name, findings: done.value };
      this.#judged.set(document, judgement);
      return judgement;
    }
  }

  async remedies(
    document: ScriptDocument,
    range: TextRange,
    isWanted: Wanted = always,
  ): Promise<readonly Remedy[]> {
    const { findings } = await this.judge(document, isWanted);
    const remedies = remediesAt(silencingOf(document), findings, range);
    const idle = findings.find(
      ({ rule, range: place }) =>
        rule === "script-mode" && place.start <= range.end && range.start <= place.end,
    );
    const mode = modeOf(document, await this.system(document)).mode ?? 0o100;
    if (idle === undefined || (mode & 0o100) !== 0 || !this.#host.changesModes()) return remedies;
    const title = message("make-executable");
    return [{ kind: "mode", title, finding: idle, safe: false, edits: [] }, ...remedies];
  }

  async fixAll(document: ScriptDocument, isWanted: Wanted = always): Promise<Remedy | undefined> {
    const { findings } = await this.judge(document, isWanted);
    return fixAll((offset) => document.placeAt(offset).line, findings);
  }

  async completions(
    document: ScriptDocument,
    offset: number,
    options: CompletionOptions,
  ): Promise<readonly Completion[]> {
    if (document.text.length > treeFileLimit) return [];
    const around = await this.#around(document);
    return scriptCompletions(document.text, offset, { ...around, ...options });
  }

  async hover(document: ScriptDocument, offset: number): Promise<Hover | undefined> {
    if (!isJudged(document)) return undefined;
    const around = await this.#around(document);
    return scriptHoverAt(document.text, offset, around);
  }

  /** Which families the script belongs to, and why. */
  async family(document: ScriptDocument): Promise<FamilyGuess<ScriptFamily> | undefined> {
    return isJudged(document) ? this.#familyOf(document, (await this.system(document))?.tree) : undefined;
  }

  async symbols(document: ScriptDocument): Promise<readonly OutlineSymbol[]> {
    // The functions of other scripts are the business of a shell's own server.
    if (!isJudged(document)) return [];
    const outline = await this.outline(document);
    return scriptSymbols(document.text, outline);
  }

  async hints(document: ScriptDocument, isWanted: Wanted = always): Promise<readonly InlayHint[]> {
    const system = isJudged(document) ? await this.system(document) : undefined;
    if (system === undefined || document.name === undefined) return [];
    // Under its name in init.d, also when it was opened through an rc link.
    const name = scriptIn(system, system.pathOf(document.uri))?.name ?? document.name;
    return orderHints(document.text, name, {
      insserv: async () => (await this.#insserv.of(system, isWanted))?.value,
      chkconfig: async () => (await this.#chkconfig.of(system, isWanted))?.value,
    });
  }

  /** Where the service under the cursor is provided, or what the path under it leads to. */
  async definition(document: ScriptDocument, offset: number): Promise<readonly Found[]> {
    const system = isJudged(document) ? await this.#namedSystem(placeOf(document.uri)) : undefined;
    if (system === undefined) return [];
    const name = serviceAt(document.text, offset);
    if (name !== undefined) return definitionsOf(system.tree, name).map((place) => found(system, place));
    const path = wordAround(document.text, offset, /[\w@%+=:,./-]/).text.replace(/^\/+/, "");
    return scriptAt(system, path);
  }

  async references(
    document: ScriptDocument,
    offset: number,
    withDeclaration: boolean,
  ): Promise<readonly Found[]> {
    const system = isJudged(document) ? await this.#namedSystem(placeOf(document.uri)) : undefined;
    const name = serviceAt(document.text, offset);
    if (system === undefined || name === undefined) return [];
    return referencesOf(system.tree, name, withDeclaration).map((place) => found(system, place));
  }

  /** The name under the cursor, if it can be renamed: some script of the system provides it. */
  async renameable(document: ScriptDocument, offset: number): Promise<TextRange | undefined> {
    const system = isJudged(document) ? await this.#namedSystem(placeOf(document.uri)) : undefined;
    const spot = headerSpotAt(document.text, offset);
    const word = spot?.kind === "value" ? spot.word : undefined;
    const name = serviceAt(document.text, offset);
    if (system === undefined || name === undefined || word === undefined) return undefined;
    const isProvided = nameUses(system.tree).some(
      ({ role, word: use }) => role === "provides" && use.text === name,
    );
    return isProvided || isOwnFacility(system.tree, name) ? { start: word.start, end: word.end } : undefined;
  }

  /** Every place where the name stands in a header, or why it cannot be renamed. */
  async rename(
    document: ScriptDocument,
    offset: number,
    to: string,
  ): Promise<readonly Found[] | Message | undefined> {
    if ((await this.renameable(document, offset)) === undefined) return undefined;
    const system = await this.system(document);
    const name = serviceAt(document.text, offset);
    if (system === undefined || name === undefined) return undefined;
    if (name === to) return [];
    return (
      renameObstacle(system.tree, name, to) ??
      referencesOf(system.tree, name, true).map((place) => found(system, place))
    );
  }

  /**
   * The services of the systems that these addresses belong to, whose names have the letters of the query; a folder counts
   * as the root of a system, and anything that is not a text asks for all.
   */
  async services(
    uris: readonly string[],
    folders: readonly string[],
    query: unknown,
  ): Promise<readonly NamedPlace[]> {
    const letters = typeof query === "string" ? query : "";
    const places = [
      ...uris.map((uri) => placeOf(uri) ?? placeOfInittab(uri)),
      ...folders.map((folder) => placeOfInittab(`${folder}/etc/inittab`)),
    ];
    const systems = new Map<string, System>();
    for (const place of places) {
      const system = await this.#namedSystem(place);
      if (system !== undefined) systems.set(system.name, system);
    }
    return [...systems.values()].flatMap((system) =>
      serviceSymbols(system.tree, letters).map(({ name, script, place }) => ({
        ...found(system, place),
        name,
        container: script,
      })),
    );
  }

  /** The system that a script or an inittab belongs to. */
  systemAt(uri: string): Promise<System | undefined> {
    return this.#host.systems.of(placeOf(uri) ?? placeOfInittab(uri));
  }

  /** The system that an inittab belongs to. */
  systemOfInittab(inittab: string): Promise<System | undefined> {
    return this.#host.systems.of(placeOfInittab(inittab));
  }

  /** rc's way into a level of the system that an inittab belongs to. */
  async rc(
    inittab: string,
    question: RcQuestion,
    openrc: OpenrcVersion | undefined,
  ): Promise<RcVisit | undefined> {
    const system = await this.systemOfInittab(inittab);
    return system && rcVisit(system, question, await this.behavioursIn(system), openrc);
  }

  /** What rc does each time that a run calls it; undefined where it is not known. */
  async rcVisits(
    inittab: string,
    changes: readonly BootChange[],
    openrc: OpenrcVersion | undefined,
  ): Promise<readonly (RcVisit | undefined)[] | undefined> {
    const system = await this.systemOfInittab(inittab);
    if (system === undefined) return undefined;
    const { tree, uriOf } = system;
    const behaviours = await this.behavioursIn(system);
    return visitLevels(tree, { changes, behaviours, uriOf, ...(openrc !== undefined && { openrc }) });
  }

  /** The shell's parser, as everybody here has it. */
  async parser(): Promise<ShellParser["parse"]> {
    return (await this.#parser()).parse;
  }

  /** If the system changes in the meantime, what is not known yet is worked out when rc calls it. */
  async behavioursIn(system: System): Promise<BehaviourOf> {
    const behaviours = await this.#behaviours();
    this.#behaving ??= new TreeWork((tree) => behavioursInTree(tree, behaviours), this.#host);
    return (await this.#behaving.of(system))?.value ?? behaviours.behaviourOf;
  }

  system(document: Places): Promise<System | undefined> {
    return this.#host.systems.of(placeOf(document.uri));
  }

  /** What matters of the root file system that the script is in. */
  async #rootAround({ uri, text }: ScriptDocument): Promise<RootAround | undefined> {
    const root = placeOf(uri)?.root;
    return root === undefined
      ? undefined
      : this.#host.roots.read(root, uri, (look) => readRootForScript(text, look));
  }

  /** The system at a place, when the names in its headers are known. */
  async #namedSystem(place: ReturnType<typeof placeOf>): Promise<System | undefined> {
    for (;;) {
      const system = await this.#host.systems.of(place);
      // Otherwise it has changed meanwhile.
      if (system === undefined || (await this.#names.of(system)) !== undefined) return system;
    }
  }

  /** The system around a document, when all is known of it that the rules ask for. */
  async #preparedSystem(document: ScriptDocument, isWanted: Wanted): Promise<System | undefined> {
    for (;;) {
      const system = await this.system(document);
      if (system === undefined || !isWanted()) return undefined;
      // Otherwise it has changed meanwhile.
      if ((await this.#prepared.of(system, isWanted)) === undefined) continue;
      const { tree, uriOf } = system;
      const tangle = tangleIn(tree);
      for (const { kind, path, message } of [...tree.problems, ...(tangle === undefined ? [] : [tangle])])
        if (leftOut.has(kind)) this.#host.report(uriOf(path), message);
      return system;
    }
  }

  /** What features know of a script beside its text. */
  async #around(document: ScriptDocument): Promise<ScriptSurroundings> {
    const { tree } = (await this.#namedSystem(placeOf(document.uri))) ?? {};
    const outline = await this.outline(document);
    const { families } = this.#familyOf(document, tree);
    return { name: document.name ?? "", outline, tree, families };
  }

  #familyOf(
    { name, text, uri, settings }: ScriptDocument,
    tree: InitTree | undefined,
  ): FamilyGuess<ScriptFamily> {
    const place = name === undefined ? {} : { path: uri };
    return familyOfScript({ text, name, tree, ...place }, settings.scripts.family);
  }

  /** The parts of a script, of the text that there is when they are known; undefined where no shell can read it. */
  async outline(document: ScriptDocument): Promise<ScriptOutline | undefined> {
    for (;;) {
      const { state, text, name } = document;
      const shell = await this.#parsed.of(document);
      if (document.state !== state) continue;
      if (shell === undefined) return undefined;
      const isCurrent = () => document.state === state;
      const done = await inTurns(outlineSlices(text, shell, name), this.#host.pause, isCurrent);
      if (done !== undefined && isCurrent()) return done.value;
    }
  }
}

/** What a limit of ours has left out; all else that is wrong with a system is the user's. */
const leftOut: ReadonlySet<TreeProblem["kind"]> = new Set(["crowded", "cut", "tangled", "unread"]);

function isJudged(document: ScriptDocument): boolean {
  return document.text.length <= treeFileLimit && document.isInitScript;
}
