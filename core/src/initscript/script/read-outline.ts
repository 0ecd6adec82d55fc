// From the shell's grammar to what an init script does.

import type {
  ShellCaseArm,
  ShellFunction,
  ShellScript,
  ShellStatement,
  ShellWord,
} from "../../shell/script.ts";
import { scriptActions } from "../facts/script-actions.ts";
import { type Bindings, bindingsOf, contains } from "./bindings.ts";
import { type DispatchPlace, findDispatch } from "./dispatch.ts";
import { fileUsesOf } from "./file-uses.ts";
import type { ScriptArm, ScriptOutline, SourcedFile } from "./outline.ts";
import { isSettingsFile, type ReachContext, reachedFrom } from "./reach.ts";
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
  const dispatch = findDispatch(text, shell);
  if (!isReadable(shell, dispatch)) return undefined;
  const bindings = bindingsOf(shell, dispatch.statement);
  const scriptPath = name === undefined || name === "" ? undefined : `/etc/init.d/${name}`;
  const resolving: ResolveContext = {
    bindings,
    scriptPath,
    dispatchStart: dispatch.start,
    values: new Map(),
  };
  const resolve = (word: ShellWord): string | undefined => resolveWord(resolving, word);
  const cases = (dispatch.statement?.arms ?? []).map((arm) => caseArm(arm, resolve));
  const armsFor = (value: string): readonly ShellCaseArm[] => {
    const at = cases.findIndex(({ patterns }) => patterns.some((pattern) => matches(pattern, value)));
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
    dispatch.kind === "case"
      ? cases.map((arm, index) => {
          const bodies = withFallThrough(cases, index).flatMap(({ body }) => body);
          return { ...arm.made, ...reachedFrom(context, bodies, arm.made.names) };
        })
      : functionArms(context, dispatch, bindings);
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
      const at = cases.findIndex(({ patterns }) => patterns.some((pattern) => matches(pattern, value)));
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
    resolve,
    fileUses: (commands) => fileUsesOf(resolve, commands),
  };
}

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

/** Unquoted pieces may be patterns; undefined pieces could be anything. */
type Pattern = readonly { readonly text: string; readonly quoted: boolean }[];

function caseArm(arm: ShellCaseArm, resolve: (word: ShellWord) => string | undefined): CaseArm {
  const words = arm.patterns.map(({ text, parts }) => {
    const plain = parts.flatMap((part) => (part.kind === "text" ? [part] : []));
    return { text, pieces: plain.length === parts.length ? plain : undefined };
  });
  const everything = words.filter(({ text }) => text === "*");
  const names = words.flatMap(({ pieces }, index) => {
    const word = arm.patterns[index];
    if (pieces === undefined) return (word === undefined ? undefined : resolve(word)) ?? [];
    return pieces.some(({ text, quoted }) => !quoted && /[*?[]/.test(text))
      ? []
      : pieces.map(({ text }) => text).join("");
  });
  const patterns: Pattern[] = [
    ...words.flatMap(({ text, pieces }) => (pieces === undefined || text === "*" ? [] : [pieces])),
    ...names.map((text) => [{ text, quoted: true }]),
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

/** Brackets are taken for any one character. */
function matches(pattern: Pattern, value: string): boolean {
  const source = pattern.map(({ text, quoted }) => {
    if (quoted) return escaped(text);
    return text
      .split(/(\*|\?|\[[^\]]*\])/)
      .map((piece, index) => (index % 2 === 0 ? escaped(piece) : piece === "*" ? ".*" : "."))
      .join("");
  });
  return new RegExp(`^${source.join("").replace(/(?:\.\*){2,}/g, ".*")}$`, "s").test(value);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+(){}[\]]/g, "\\$&");
}

function withFallThrough(cases: readonly CaseArm[], from: number): readonly ShellCaseArm[] {
  const last = cases.findIndex(({ arm }, index) => index >= from && !arm.fallsThrough);
  return cases.slice(from, last < 0 ? undefined : last + 1).map(({ arm }) => arm);
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
