// The document model: the editor's text, the lines that init sees in it, and what the checker says, all kept up to date
// by the edits. Everything but the text is a cache that could be dropped without changing an answer.

import {
  editScan,
  type Finding,
  type InitTree,
  type InittabScan,
  type LintResult,
  lintInittab,
  scanInittab,
  type TextEdit,
  type TreeListing,
} from "@inittab/core";
import type { Tree } from "web-tree-sitter";
import { EditedText } from "../documents/edited-text.ts";
import { LineIndex, type Place } from "../documents/line-index.ts";
import type { Change, OpenDocument } from "../documents/open-document.ts";
import { defaultSettings, readOptionsFor, type Settings } from "../documents/settings.ts";
import { type Grammar, SyntaxTree } from "./syntax-tree.ts";

/** Counts the documents, so that one that is opened again is not taken for its predecessor. */
let documentsMade = 0;

/** The settings for the rules, and what is around the file. */
type InittabDocumentOptions = Settings["lint"] & {
  readonly openrc?: NonNullable<InitTree["openrc"]>;
  readonly root?: TreeListing;
};

/** What is around a file; undefined: there is no such thing, or the table does not ask for it. */
interface Surroundings {
  readonly openrc: InitTree["openrc"];
  /** What was read of its root for the present text. */
  readonly root: TreeListing | undefined;
}

/** An open document. */
export class InittabDocument implements OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  #version: number;
  #text: EditedText;
  #index: LineIndex;
  #scan: InittabScan;
  #settings: Settings;
  #number = ++documentsMade;
  #changes = 0;
  #around: Surroundings = { openrc: undefined, root: undefined };
  /** How many changes there had been when the root was read: of a later text it does not say enough. */
  #learnedAt = 0;
  #lintOptions: InittabDocumentOptions;
  #lint: LintResult | undefined;
  #lintIsFresh = false;
  #tree: SyntaxTree | undefined;

  constructor(
    uri: string,
    languageId: string,
    version: number,
    text: string,
    settings: Settings = defaultSettings,
  ) {
    this.uri = uri;
    this.languageId = languageId;
    this.#settings = settings;
    this.#lintOptions = settings.lint;
    this.#version = version;
    this.#text = new EditedText(text);
    this.#index = new LineIndex(this.#text);
    this.#scan = scanInittab(text, readOptionsFor(settings, uri));
  }

  get version(): number {
    return this.#version;
  }

  /** Names the text and the settings: as long as it is the same, so is every answer. */
  get state(): string {
    return `${this.#number}.${this.#changes}`;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** The lines that init sees, of the current text. */
  get scan(): InittabScan {
    return this.#scan;
  }

  /** What says whose system the root is whose `etc/inittab` the file is; undefined: nothing was read, or it is no such file. */
  root: TreeListing | undefined;

  get lineCount(): number {
    return this.#index.lineCount;
  }

  /** What the checker says of the current text, in the order of the text. */
  findings(): readonly Finding[] {
    // It is open again, and what is around it is not known yet.
    if (this.#learnedAt === never && this.#lintOptions !== this.#settings.lint)
      return lintInittab(this.#scan, this.#settings.lint).findings;
    if (this.#lint === undefined || !this.#lintIsFresh)
      this.#lint = lintInittab(this.#scan, this.#presentOptions(), this.#lint);
    this.#lintIsFresh = true;
    return this.#lint.findings;
  }

  /** Takes notice of what is around the file. */
  learn(around: Surroundings): void {
    const { openrc, root } = this.#around;
    if (around.openrc !== openrc || around.root !== root) {
      this.#around = around;
      this.#lintOptions = optionsWith(this.#settings, around);
      this.#touch();
    } else if (root !== undefined && this.#learnedAt !== this.#changes && this.#learnedAt !== never)
      this.#lintIsFresh = false;
    this.#learnedAt = this.#changes;
  }

  #presentOptions(): InittabDocumentOptions {
    if (this.#around.root === undefined || this.#learnedAt === this.#changes) return this.#lintOptions;
    return optionsWith(this.#settings, { ...this.#around, root: undefined });
  }

  /** The syntax tree of the text, made or brought up to date now. Valid until the next change. */
  syntaxTree(grammar: Grammar): Tree {
    this.#tree ??= new SyntaxTree();
    return this.#tree.update(grammar, this.#text.toString());
  }

  /** Applies changes one after the other, as the protocol wants it. */
  change(changes: readonly Change[], version: number): void {
    this.#version = version;
    for (const { range, text } of changes) {
      if (range === undefined) this.#replaceAll(text);
      else this.#replace(this.offsetAt(range.start), this.offsetAt(range.end), text);
    }
  }

  /** Returns whether anything changed, so that the answers given so far may be wrong. */
  configure(settings: Settings): boolean {
    const old = this.#settings;
    if (old === settings) return false;
    this.#settings = settings;
    this.#lintOptions = optionsWith(settings, this.#around);
    this.#touch();
    const { read, dialect, dialects } = settings;
    if (old.read.version !== read.version || old.dialect !== dialect || old.dialects !== dialects)
      this.#scan = scanInittab(this.#scan.text, readOptionsFor(settings, this.uri));
    return true;
  }

  /** The offset of a place; one beyond the end of its line or of the text is moved there. */
  offsetAt(place: Place): number {
    return this.#index.offsetAt(place);
  }

  placeAt(offset: number): Place {
    return this.#index.placeAt(offset);
  }

  /** After it was closed: opens it again with this change of its text. What is known of the rest stays. */
  reopen(version: number, edit: TextEdit | undefined, settings: Settings): void {
    this.#version = version;
    this.#number = ++documentsMade;
    // What was checked last may not have been what is around it; and nobody has watched that meanwhile.
    if (this.#learnedAt !== this.#changes) this.#lintIsFresh = false;
    this.#learnedAt = never;
    if (edit !== undefined) this.#replace(edit.start, edit.end, edit.text);
    this.configure(settings);
  }

  /** Frees what the garbage collector cannot. */
  close(): void {
    this.#tree?.dispose();
    this.#tree = undefined;
    this.root = undefined;
  }

  #touch(): void {
    this.#changes++;
    this.#lintIsFresh = false;
  }

  #replaceAll(text: string): void {
    this.#text = new EditedText(text);
    this.#index = new LineIndex(this.#text);
    this.#scan = scanInittab(text, readOptionsFor(this.#settings, this.uri));
    this.#touch();
    this.#tree?.dispose();
    this.#tree = undefined;
  }

  #replace(one: number, other: number, text: string): void {
    const edit: TextEdit = { start: Math.min(one, other), end: Math.max(one, other), text };
    this.#text = this.#text.edit(edit);
    this.#index.edit(edit, this.#text);
    this.#scan = editScan(this.#scan, edit, this.#text);
    this.#touch();
    this.#tree?.edit(edit);
  }
}

/** Stands for no number of changes. */
const never = -1;

function optionsWith({ lint }: Settings, { openrc, root }: Surroundings): InittabDocumentOptions {
  if (openrc === undefined && root === undefined) return lint;
  return { ...lint, ...(openrc !== undefined && { openrc }), ...(root !== undefined && { root }) };
}
