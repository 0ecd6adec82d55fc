// What assistants ask of the server: the tools that the command line has as well, and the pages and the prompt beside
// them. Open documents count with the text that the editor has.

import {
  bootPrompt,
  differencesIn,
  editLines,
  followChanges,
  guessFlavor,
  hasOpenrc,
  type JudgedFinding,
  type Localizer,
  levelChanges,
  type Message,
  noInittab,
  noLevel,
  noLines,
  noPage,
  noPrompt,
  noScripts,
  openrcAnswer,
  openrcVersionOf,
  openrcVisits,
  orderAnswer,
  orderInTree,
  orderTools,
  pageAddress,
  pageKinds,
  pageTemplate,
  pageType,
  rcAnswer,
  simulateDiffSlices,
  systemAddress,
  systemPage,
  systemTitle,
  unknownRc,
  usualLevels,
  whyNoOrder,
  whyNoRc,
} from "@inittab/core";
import type { ServedDocument } from "../documents/kind.ts";
import type { Settings } from "../documents/settings.ts";
import type { Workspace } from "../documents/workspace.ts";
import { ScriptDocument } from "../initscript/script-document.ts";
import type { ScriptService } from "../initscript/service.ts";
import type { System } from "../initscript/system.ts";
import { InittabDocument } from "../inittab/document.ts";
import { learnAround } from "../inittab/machine.ts";
import { type AssistantAnswer, type AssistantQuestion, inittab } from "../protocol.ts";
import type { Session } from "../session.ts";
import { openFor } from "../simulate/simulate.ts";
import { inTurns, type Wanted } from "../slices.ts";
import { usualUris } from "../workspace-diagnostics.ts";

/** What the answers need of the server around them. */
export interface AssistantHost extends Pick<Session, "folders" | "localizer" | "look" | "pause"> {
  readonly workspace: Workspace;
  readonly scripts: () => Promise<ScriptService>;
  /** What is set for the file at an address. */
  readonly settingsAt: (uri: string) => Promise<Settings>;
}

type Answer = Promise<AssistantAnswer | null> | AssistantAnswer;

/** Answers a question of an assistant; null where nobody wants the answer any more. */
export type AnswerAssistant = (
  question: AssistantQuestion,
  isWanted: Wanted,
) => Promise<AssistantAnswer | null>;

/** Makes the function that answers. */
export function createAssistantAnswers(host: AssistantHost): AnswerAssistant {
  const { localizer } = host;
  const refused = (why: Message): AssistantAnswer => ({ refused: localizer().text(why) });
  const answers: Readonly<
    Record<AssistantQuestion["ask"], (question: AssistantQuestion, isWanted: Wanted) => Answer>
  > = {
    order: (question, isWanted) => order(host, question, isWanted),
    rc: (question) => rc(host, question),
    "propose-edit": (question, isWanted) => proposeEdit(host, question, isWanted),
    pages: () => ({ value: { resources: pages(localizer()) } }),
    "page-kinds": () => ({ value: { resourceTemplates: kinds(localizer()) } }),
    page: async ({ address = "" }) => {
      const page = address === systemAddress ? await system(host) : pageAt(address, localizer());
      return page === undefined
        ? refused(noPage(address))
        : { value: { contents: [{ uri: address, mimeType: pageType, text: page }] } };
    },
    complete: ({ address, start = "" }) => {
      const kind = pageKinds.find((each) => pageTemplate(each.kind) === address);
      const ids = kind?.list(localizer()).flatMap(({ id }) => (id.startsWith(start) ? [id] : [])) ?? [];
      const values = ids.slice(0, mostCompleted);
      return { value: { completion: { values, total: ids.length, hasMore: ids.length > values.length } } };
    },
    prompts: () => ({ value: { prompts: [promptFacts(localizer())] } }),
    prompt: ({ address, path }) => {
      if (address !== bootPrompt.name) return refused(noPrompt(address ?? ""));
      const content = { type: "text", text: localizer().text(bootPrompt.text(path)) };
      return {
        value: { description: localizer().text(bootPrompt.title), messages: [{ role: "user", content }] },
      };
    },
  };
  return async (question, isWanted) => answers[question.ask]?.(question, isWanted) ?? null;
}

/** As many as the protocol has in an answer. */
const mostCompleted = 100;

function pages(localizer: Localizer): readonly object[] {
  const title = localizer.text(systemTitle);
  return [
    { uri: systemAddress, name: "system", title, mimeType: pageType },
    ...pageKinds.flatMap(({ kind, list }) =>
      list(localizer).map(({ id, name }) => ({ uri: pageAddress(kind, id), name, mimeType: pageType })),
    ),
  ];
}

function kinds({ text }: Localizer): readonly object[] {
  return pageKinds.map(({ kind, title }) => ({
    name: kind,
    title: text(title),
    uriTemplate: pageTemplate(kind),
  }));
}

function pageAt(address: string, localizer: Localizer): string | undefined {
  for (const { kind, list, page } of pageKinds) {
    const found = list(localizer).find(({ id }) => pageAddress(kind, id) === address);
    if (found !== undefined) return page(found.id, localizer);
  }
  return undefined;
}

function promptFacts({ text }: Localizer): object {
  const { name, title, argument } = bootPrompt;
  const described = { title: text(title), description: text(title) };
  return {
    name,
    ...described,
    arguments: [{ name: argument.name, description: text(argument.about), required: false }],
  };
}

/** The system that has this folder for its scripts, its `etc` or its root. */
async function systemOf({ scripts }: AssistantHost, folder: string): Promise<System | undefined> {
  const service = await scripts();
  const inside = /\/(?:init\.d|rc[0-6S]\.d)$/.test(folder)
    ? "-"
    : /\/etc$/.test(folder)
      ? "inittab"
      : "etc/inittab";
  return service.systemAt(`${folder}/${inside}`);
}

async function order(
  host: AssistantHost,
  { uri = "", path = "", tool }: AssistantQuestion,
  isWanted: Wanted,
): Promise<AssistantAnswer | null> {
  const { localizer } = host;
  const around = await systemOf(host, uri);
  if (around === undefined || around.tree.scripts.length === 0)
    return { refused: localizer().text(noScripts) };
  const done = await inTurns(
    orderInTree(around.tree, {
      keepLinks: false,
      tool: orderTools.find((each) => each === tool),
      openrc: await openrcAt(host, around),
    }),
    host.pause,
    isWanted,
  );
  if (done === undefined) return null;
  const why = whyNoOrder(done.value);
  if (why !== undefined) return { refused: localizer().text(why) };
  return { value: { ...orderAnswer(path, done.value), ...problemsOf(around, localizer()) } };
}

/** What could not be used of a system, where there is anything. */
function problemsOf({ tree: { problems } }: System, { text }: Localizer): object {
  const told = problems.map(({ path, message }) => `${path}: ${text(message)}`);
  return told.length === 0 ? {} : { problems: told };
}

async function openrcAt(
  { settingsAt }: AssistantHost,
  { uriOf }: System,
): Promise<Settings["scripts"]["openrc"]> {
  return (await settingsAt(uriOf("etc/inittab"))).scripts.openrc;
}

async function rc(
  host: AssistantHost,
  { uri = "", path = "", from = "N", to = [] }: AssistantQuestion,
): Promise<AssistantAnswer> {
  const { localizer, scripts } = host;
  const refused = (why: Message): AssistantAnswer => ({ refused: localizer().text(why) });
  const around = await systemOf(host, uri);
  if (around === undefined) return refused(noScripts);
  const { tree } = around;
  if (hasOpenrc(tree)) {
    const version = (await openrcAt(host, around)) ?? openrcVersionOf(tree);
    const walk = openrcVisits(tree, { from, to: to.length === 0 ? undefined : to, version });
    return { value: openrcAnswer(path, walk) };
  }
  const guess = guessFlavor(tree);
  const why = whyNoRc(tree, guess?.flavor);
  if (guess === undefined || why !== undefined) return refused(why ?? unknownRc);
  const { flavor, because } = guess;
  const levels = to.length === 0 ? usualLevels(flavor) : to.map((level) => level.toUpperCase());
  const previous = from.toUpperCase();
  const wrong = [previous, ...levels].find((level, at) => !(at === 0 ? /^[N0-9S]$/ : /^[0-9S]$/).test(level));
  if (wrong !== undefined) return refused(noLevel(wrong));
  const behaviours = await (await scripts()).behavioursIn(around);
  const locks = previous === "N" ? [] : tree.locks;
  const walks = followChanges(tree, { flavor, changes: levelChanges(previous, levels), locks, behaviours });
  const answer = rcAnswer({ root: path, flavor, because }, walks, localizer());
  return { value: { ...answer, ...problemsOf(around, localizer()) } };
}

async function proposeEdit(
  host: AssistantHost,
  { uri = "", path = "", firstLine = 1, lastLine = 0, text: added = "" }: AssistantQuestion,
  isWanted: Wanted,
): Promise<AssistantAnswer | null> {
  const { workspace, localizer } = host;
  await workspace.settled(uri);
  const open = workspace.get(uri);
  if (!(open?.document instanceof InittabDocument)) return { refused: localizer().text(noInittab(path)) };
  const before = open.document.scan.text.toString();
  const edited = editLines(before, { firstLine, lastLine, text: added });
  if (edited.kind === "no-lines") return { refused: localizer().text(noLines(edited.count)) };
  const { text: after, removed } = edited;
  const draft = await workspace.serve({ uri, languageId: inittab, version: 0, text: after });
  if (!(draft?.document instanceof InittabDocument)) return null;
  try {
    const behaviour = await differences(host, before, draft.document, isWanted);
    if (behaviour === undefined) return null;
    const value = {
      edit: { path, firstLine, lastLine, removed, added },
      text: after,
      before: await findingsOf(open, localizer(), isWanted),
      after: await findingsOf(draft, localizer(), isWanted),
      behaviour,
    };
    return { value };
  } finally {
    draft.document.close();
  }
}

/** What a machine does differently with another text; or why nobody knows. */
async function differences(
  { look, localizer, pause }: AssistantHost,
  before: string,
  draft: InittabDocument,
  isWanted: Wanted,
): Promise<object | string | undefined> {
  await learnAround(draft, look);
  const { opening } = openFor(draft, {});
  const { text } = localizer();
  if (opening.kind === "wrong") return opening.problems.map(({ message }) => text(message)).join("\n");
  const { simulation } = opening;
  const work = simulateDiffSlices(before, draft.scan.text.toString(), simulation);
  const done = await inTurns(work, pause, isWanted);
  if (done === undefined) return undefined;
  const { changed } = done.value;
  return { title: text(simulation.title), changed, differences: differencesIn(done.value, localizer()) };
}

/** So many findings of a file are told. */
const mostFindings = 1000;

async function findingsOf(
  { document, handlers }: ServedDocument,
  { words }: Localizer,
  isWanted: Wanted = () => true,
): Promise<readonly JudgedFinding[]> {
  const { findings } = await handlers.judge(isWanted);
  return findings.slice(0, mostFindings).map(({ range, severity, rule, message }) => {
    const { line, character } = document.placeAt(range.start);
    return { line: line + 1, column: character + 1, severity, rule, message: words(message) };
  });
}

/** What the checker says of the files in their usual places below the folders, and of those that are open. */
async function system({ folders, look, localizer, pause, workspace }: AssistantHost): Promise<string> {
  const below = (uri: string) => folders().find((folder) => uri.startsWith(`${folder}/`));
  const open = workspace
    .all()
    .filter(({ document }) => document instanceof InittabDocument || document instanceof ScriptDocument)
    .map(({ document }) => document.uri)
    .filter((uri) => below(uri) !== undefined);
  const files = [];
  for (const uri of new Set([...(await usualUris({ folders, look })), ...open])) {
    const served = workspace.get(uri) ?? (await servedFrom(uri));
    if (served === undefined) continue;
    const { document } = served;
    const init = document instanceof InittabDocument ? document.scan.dialect : undefined;
    const path = decodeURIComponent(uri.slice((below(uri)?.length ?? -1) + 1));
    files.push({ path, init, findings: await findingsOf(served, localizer()) });
    await pause();
  }
  return systemPage(files, localizer());

  async function servedFrom(uri: string): Promise<ServedDocument | undefined> {
    const node = await look(uri, true);
    if (node.kind !== "file" || node.flaw !== undefined) return undefined;
    const languageId = /\/inittab(?:\.d\/[^/]*)?$/.test(uri) ? inittab : "shellscript";
    return workspace.serve({ uri, languageId, version: 0, text: node.text });
  }
}
