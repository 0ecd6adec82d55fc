// From the shell's grammar to what an init script does.

import type {
  ShellCaseArm,
  ShellFunction,
  ShellScript,
  ShellStatement,
  ShellWord,
} from "../../shell/script.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import { scriptActions } from "../facts/script-actions.ts";
import { type Bindings, bindingsOf, contains } from "./bindings.ts";
import { type DispatchPlace, findDispatch } from "./dispatch.ts";
import { fileUsesOf } from "./file-uses.ts";
import type { ScriptArm, ScriptOutline, SourcedFile } from "./outline.ts";
import { isSettingsFile, mostReached, type ReachContext, reachedFrom } from "./reach.ts";
import { type ResolveContext, resolveWord } from "./resolve-word.ts";

/**
 * The outline of a script, or undefined where the parser was in doubt. `name` is the file's, which `$0` ends in. Never
 * fails.
 */
export function outlineScript(
  text: string,
  shell: ShellScript,
  name: string | undefined,
): ScriptOutline | undefined {
  return finish(outlineSlices(text, shell, name));
}

/** The same in slices; what was worked out once for a parsed script is known. */
export function* outlineSlices(
  text: string,
  shell: ShellScript,
  name: string | undefined,
): Slices<ScriptOutline | undefined> {
  const ofShell = known.get(shell) ?? new Map<string, { readonly outline: ScriptOutline | undefined }>();
  known.set(shell, ofShell);
  const answer = ofShell.get(name ?? "") ?? { outline: yield* readOutline(text, shell, name) };
  ofShell.set(name ?? "", answer);
  return answer.outline;
}

/** By the name of the file; no name is like an empty one. */
const known = new WeakMap<ShellScript, Map<string, { readonly outline: ScriptOutline | undefined }>>();

function* readOutline(
  text: string,
  shell: ShellScript,
  name: string | undefined,
): Slices<ScriptOutline | undefined> {
  const dispatch = findDispatch(text, shell);
  yield;
  if (!isReadable(shell, dispatch)) return undefined;
  const bindings = bindingsOf(shell, dispatch.statement);
  const scriptPath = name === undefined || name === "" ? undefined : `/etc/init.d/${name}`;
  const resolving: ResolveContext = {
    bindings,
    scriptPath,
    dispatchStart: dispatch.start,
    values: new Map(),
  };
  yield;
  const resolve = (word: ShellWord): string | undefined => resolveWord(resolving, word);
  const cases = (dispatch.statement?.arms ?? []).map((arm) => caseArm(arm, resolve));
  yield;
  const places = new Map<string, number>();
  const placeOf = (value: string): number => {
    const at =
      places.get(value) ?? cases.findIndex(({ patterns }) => patterns.some((matches) => matches(value)));
    places.set(value, at);
    return at;
  };
  const armsFor = (value: string): readonly ShellCaseArm[] => {
    const at = placeOf(value);
    return at < 0 ? [] : withFallThrough(cases, at);
  };
  const context: ReachContext = {
    functions: bindings.functions,
    resolve,
    isArgument: dispatch.isArgument,
    dispatch: dispatch.statement,
    armsFor,
    unknownLibrary: bindings.sources.some(({ command }) => !isSettingsFile(resolve, command.words[1])),
    errexit: hasErrexit(text, shell, dispatch.start),
  };
  const arms =
    dispatch.kind === "case" ? yield* caseArms(context, cases) : functionArms(context, dispatch, bindings);
  yield;
  return {
    shell,
    dispatch: dispatch.kind,
    arms,
    functions: firstDefinitions(bindings),
    sourced: sourcedFiles(bindings, resolve),
    assignments: new Map(
      [...bindings.variables].map(([variable, known]) => [
        variable,
        known.map(({ assignment }) => assignment),
      ]),
    ),
    topLevel: reachedFrom(context, shell.body).commands,
    arm: (value) => {
      const at = placeOf(value);
      const arm = arms[at];
      const found = cases[at];
      if (arm !== undefined && found !== undefined) {
        if (arm.complete || arm.names.length < 2) return arm;
        // What an arm for several values does may be plain for one of them: `start|stop) $1 ;;`.
        const bodies = withFallThrough(cases, at).flatMap(({ body }) => body);
        return { ...arm, ...reachedFrom(context, bodies, [value]) };
      }
      return arms.find(({ names }) => names.includes(value));
    },
    called: (called) => {
      const definitions = bindings.functions.get(called);
      return (
        definitions &&
        reachedFrom(
          context,
          definitions.flatMap(({ body }) => body),
        )
      );
    },
    resolve,
    fileUses: (commands) => fileUsesOf(resolve, commands),
  };
}

function* caseArms(context: ReachContext, cases: readonly CaseArm[]): Slices<readonly ScriptArm[]> {
  const arms: ScriptArm[] = [];
  const meter = { spent: 0 };
  let left = mostInArms;
  for (const [index, { made }] of cases.entries()) {
    const bodies = withFallThrough(cases, index).flatMap(({ body }) => body);
    const reached = reachedFrom(context, bodies, made.names, Math.min(left, mostReached));
    left -= reached.commands.length;
    arms.push({ ...made, ...reached });
    if (spend(meter, commandCost * (1 + reached.commands.length) + bodies.length)) yield;
  }
  return arms;
}

/**
 * The most commands that are followed for all arms together: many arms that call one long function would fill the memory.
 * The largest real scripts have some hundreds.
 */
const mostInArms = 50_000;

/** To follow a command takes about as long as looking at so many things in a list. */
const commandCost = 10;

/** An error is harmless only inside a function that is closed before the dispatch begins. */
function isReadable({ body, errors }: ShellScript, { start }: DispatchPlace): boolean {
  if (errors.length === 0) return true;
  const functions = body.filter(({ kind, end }) => kind === "function" && end < start);
  return errors.every((error) => functions.some((each) => contains(each, error)));
}

type ArmHead = Pick<ScriptArm, "names" | "isDefault" | "range" | "head">;

interface CaseArm {
  readonly arm: ShellCaseArm;
  readonly made: ArmHead;
  /** The patterns that a value can be compared with; `*` is not among them. */
  readonly patterns: readonly Pattern[];
}

/** Whether a value matches; a text that could be anything is not a pattern. */
type Pattern = (value: string) => boolean;

/** A piece of a pattern; only an unquoted one may have signs of its own. */
interface PatternPiece {
  readonly text: string;
  readonly quoted: boolean;
}

function caseArm(arm: ShellCaseArm, resolve: (word: ShellWord) => string | undefined): CaseArm {
  const words = arm.patterns.map(({ text, parts }) => {
    const plain = parts.flatMap((part) => (part.kind === "text" ? [part] : []));
    return { text, pieces: plain.length === parts.length ? plain : undefined };
  });
  const everything = words.filter(({ text }) => text === "*");
  const names = words.flatMap(({ pieces }, index) => {
    const word = arm.patterns[index];
    if (pieces === undefined) return (word === undefined ? undefined : resolve(word)) ?? [];
    return pieces.some(hasSign) ? [] : pieces.map(({ text }) => text).join("");
  });
  const patterns: Pattern[] = [
    ...words.flatMap(({ text, pieces }) => (pieces === undefined || text === "*" ? [] : patternOf(pieces))),
    ...names.map((text) => patternOf([{ text, quoted: true }])),
  ];
  const { start, end } = arm;
  return {
    arm,
    patterns,
    made: {
      names: [...new Set(names)].filter((each) => each !== ""),
      isDefault: everything.length > 0,
      range: { start, end },
      head: { start: arm.patterns[0]?.start ?? start, end: arm.patterns.at(-1)?.end ?? start },
    },
  };
}

function hasSign({ text, quoted }: PatternPiece): boolean {
  return !quoted && /[*?[]/.test(text);
}

/** Brackets are taken for any one character. */
function patternOf(pieces: readonly PatternPiece[]): Pattern {
  const text = pieces.map((piece) => piece.text).join("");
  if (!pieces.some(hasSign)) return (value) => value === text;
  const source = pieces.map(({ text, quoted }) => {
    if (quoted) return escaped(text);
    return text
      .split(/(\*|\?|\[[^\]]*\])/)
      .map((piece, index) => (index % 2 === 0 ? escaped(piece) : piece === "*" ? ".*" : "."))
      .join("");
  });
  const expression = new RegExp(`^${source.join("").replace(/(?:\.\*){2,}/g, ".*")}$`, "s");
  return (value) => expression.test(value);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+(){}[\]]/g, "\\$&");
}

function withFallThrough(cases: readonly CaseArm[], from: number): readonly ShellCaseArm[] {
  let last = from;
  while (cases[last]?.arm.fallsThrough === true) last++;
  return cases.slice(from, last + 1).map(({ arm }) => arm);
}

/** Where functions are the arms: those with the names of actions. */
function functionArms(
  context: ReachContext,
  { kind, prefix }: DispatchPlace,
  { functions }: Bindings,
): readonly ScriptArm[] {
  const actionOf = (name: string): string | undefined => {
    if (kind === "init-d-script") return initDScriptAction(name);
    if (kind !== "call" || !name.startsWith(prefix)) return undefined;
    const action = name.slice(prefix.length);
    return scriptActions.some((fact) => fact.name === action) ? action : undefined;
  };
  return [...functions.values()]
    .flatMap((definitions) => {
      const [made] = definitions;
      const action = made === undefined ? undefined : actionOf(made.name);
      return made === undefined || action === undefined ? [] : { made, action, definitions };
    })
    .toSorted((one, other) => one.made.start - other.made.start)
    .map(({ made, action, definitions }) => {
      const bodies = definitions.flatMap(({ body }) => body);
      const reached = reachedFrom(context, bodies, kind === "call" ? [action] : []);
      return {
        names: [action],
        isDefault: false,
        range: { start: made.start, end: made.end },
        head: made.nameRange,
        commands: reached.commands,
        complete: kind === "call" && definitions.length === 1 && reached.complete,
      };
    });
}

/** init-d-script(5): `do_start` and `do_start_override` stand for its own. */
function initDScriptAction(name: string): string | undefined {
  const [, action] =
    /^do_(start|stop|restart|force_reload|reload|status|try_restart)(?:_override)?$/.exec(name) ?? [];
  return action?.replaceAll("_", "-");
}

function firstDefinitions({ functions }: Bindings): ReadonlyMap<string, ShellFunction> {
  const first = new Map<string, ShellFunction>();
  for (const [name, [definition]] of functions) if (definition !== undefined) first.set(name, definition);
  return first;
}

function sourcedFiles(
  { sources }: Bindings,
  resolve: (word: ShellWord) => string | undefined,
): readonly SourcedFile[] {
  return sources.map(({ command, conditional }) => {
    const file = command.words[1];
    const { start, end } = command;
    return {
      start,
      end,
      path: file === undefined ? undefined : resolve(file),
      command,
      guarded: conditional,
    };
  });
}

/** Whether a failing command ends the script, from the dispatch on. */
function hasErrexit(text: string, { body }: ShellScript, dispatchStart: number): boolean {
  if (/^#!\s*\S+\s+-[a-z]*e/.test(text)) return true;
  const sets = (statement: ShellStatement): boolean =>
    statement.kind === "command" &&
    statement.start < dispatchStart &&
    statement.words[0]?.text === "set" &&
    statement.words.some(({ text: word }) => /^-[a-z]*e/.test(word) || word === "errexit");
  return body.some(sets);
}
