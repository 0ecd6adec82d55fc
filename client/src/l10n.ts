// The texts of the extension in the language of the user: the display language of VS Code, which loads its bundle itself,
// or another one that the setting names.

import { fittingTag } from "@inittab/core";
import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { isObject } from "./is-object.ts";
import { type Texts, translated } from "./translated.ts";

/** A language, and the texts that a page of the extension needs in it. */
export interface PageLanguage {
  readonly tag: string;
  /** By the English texts of the extension, and by the ids of core's templates. */
  readonly texts: Texts;
}

/** The texts of a language that VS Code has not loaded; undefined where it has. */
let own: Texts | undefined;
let page: Promise<PageLanguage> = Promise.resolve({ tag: "en", texts: {} });
const changed = new vscode.EventEmitter<void>();

/** Stands in for `vscode.l10n`. */
export const l10n = {
  /** The text in the user's language, with `{0}` and so on replaced. */
  t: (message: string, ...values: readonly (string | number)[]): string =>
    own === undefined ? vscode.l10n.t(message, ...values) : translated(own, message, values),
};

/** Called when the texts of another language are loaded. */
export const onLanguage: vscode.Event<void> = changed.event;

/** What a page needs, as soon as it is loaded. */
export function pageLanguage(): Promise<PageLanguage> {
  return page;
}

/** The language that the setting names; undefined for the display language of VS Code. */
export function chosenLanguage(): string | undefined {
  const tag = vscode.workspace.getConfiguration(inittab).get<unknown>("language");
  return typeof tag === "string" && tag !== "auto" ? tag : undefined;
}

/** Takes the language from the setting now, and whenever it changes; then others are notified. */
export function followLanguage(extension: Extension, tell: () => Promise<void>): vscode.Disposable {
  const take = async () => {
    const chosen = chosenLanguage();
    const asked = load(extension, chosen);
    page = asked.then(({ language }) => language);
    const { bundle } = await asked;
    if (chosen !== chosenLanguage()) return;
    own = bundle;
    changed.fire();
  };
  void take();
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${inittab}.language`)) void take().then(tell);
  });
}

/** What of the extension is needed: where its files are, and its manifest. */
type Extension = Pick<vscode.Extension<unknown>, "extensionUri" | "packageJSON">;

interface Loaded {
  readonly bundle: Texts | undefined;
  readonly language: PageLanguage;
}

async function load(extension: Extension, chosen: string | undefined): Promise<Loaded> {
  const tag = chosen ?? vscode.env.language;
  const isLoaded = chosen === undefined || chosen === vscode.env.language;
  const file = (...path: readonly string[]) =>
    readTexts(vscode.Uri.joinPath(extension.extensionUri, ...path));
  const bundle = isLoaded ? undefined : await file("l10n", `bundle.l10n.${tag}.json`);
  const folder = fittingTag(tag, tagsOf(extension.packageJSON));
  const templates = folder === undefined ? {} : await file("languages", folder, "simulate-show.json");
  const texts = { ...(bundle ?? asTexts(vscode.l10n.bundle ?? {})), ...templates };
  return { bundle, language: { tag, texts } };
}

/** The languages that can be chosen, as the manifest has them: a file system of the web cannot list its folders. */
function tagsOf(manifest: unknown): readonly string[] {
  let value = manifest;
  for (const name of ["contributes", "configuration", "properties", `${inittab}.language`, "enum"])
    value = isObject(value) ? value[name] : undefined;
  return Array.isArray(value) ? value.filter((tag) => typeof tag === "string") : [];
}

/** The texts of a file; none where there is no such file, as for English. */
async function readTexts(uri: vscode.Uri): Promise<Texts> {
  try {
    return asTexts(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))));
  } catch {
    return {};
  }
}

function asTexts(value: unknown): Texts {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
