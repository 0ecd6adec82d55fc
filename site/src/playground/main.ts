// The playground: one file or two side by side, the server, and the address that holds all of it.

import { isStateFragment, readFragment, writeFragment } from "@inittab/client/playground/fragment";
import {
  type FileState,
  mostSides,
  type PlaygroundState,
  type TabName,
} from "@inittab/client/playground/state";
import { find } from "./dom.ts";
import { loadExamples } from "./examples.ts";
import { message } from "./message.ts";
import { createServer, type PageServer } from "./server.ts";
import { createSide, type Side } from "./side.ts";
import { createLook } from "./systems.ts";
import { pageLocalizer } from "./texts.ts";
import { createTools } from "./tools.ts";

const site = new URL(".", import.meta.url);
const { lang } = document.documentElement;
const root = find(document, "#playground", HTMLElement);
const localizer = pageLocalizer(lang, root.dataset["texts"] ?? "{}");
const template = find(document, "#side", HTMLTemplateElement);
const place = find(root, ".sides", HTMLElement);
const notice = find(root, ".notice", HTMLElement);

let sides: readonly Side[] = [];
let tab: TabName = "findings";
/** Each file that is opened has an address of its own, which the server has never heard. */
let opened = 0;
let saving: ReturnType<typeof setTimeout> | undefined;

const server: PageServer = createServer({
  site,
  locale: lang,
  settingsOf: (uri) => sides.find((side) => side.uri === uri)?.settings() ?? {},
  look: createLook(site, (uri) => {
    const side = sides.find((each) => uri.startsWith(`${each.root}/`));
    return side && { root: side.root, system: side.system };
  }),
  onError: (why) => tell(localizer.text(message("play.server-failed", { why }))),
});

const tools = createTools(root, {
  choose: (file) => {
    put(0, file);
    arrange();
  },
  beside: (isWanted) => {
    const [first, second] = sides;
    if (isWanted && first !== undefined) put(1, first.state());
    else second?.dispose();
    if (!isWanted) sides = sides.slice(0, 1);
    arrange();
  },
  state: stateOf,
  save,
  tell: (text) => tell(localizer.text(text)),
});

await begin();
// The editor is drawn before the server takes its share of a slow machine.
requestAnimationFrame(() => setTimeout(server.start));
window.addEventListener("hashchange", () => void begin());

async function begin(): Promise<void> {
  const fragment = location.hash.slice(1);
  const isMeant = isStateFragment(fragment);
  // The name of a place on the page takes the place of the state for a moment only.
  if (sides.length > 0 && !isMeant) return saveSoon();
  // The address was written by this page.
  if (isMeant && fragment === (await writeFragment(stateOf()))) return;
  const examples = await loadExamples();
  const state = await readFragment(fragment);
  tools.offer(examples);
  tell(isMeant && state === undefined ? localizer.text(message("play.broken-link")) : "");
  tab = state?.tab ?? "findings";
  const [first] = examples;
  open(state?.files ?? (first === undefined ? [] : [first.file]));
}

/** Shows these files in the place of those that are shown. */
function open(files: readonly FileState[]): void {
  for (const side of sides.slice(files.length)) side.dispose();
  sides = sides.slice(0, files.length);
  for (const [index, file] of files.slice(0, mostSides).entries()) put(index, file);
  arrange();
}

/** Shows a file, and leaves the one beside it as it is. */
function put(index: number, file: FileState): void {
  const element = find(document.importNode(template.content, true), ".side", HTMLElement);
  sides[index]?.dispose();
  place.insertBefore(element, place.children[index] ?? null);
  const host = {
    element,
    number: index + 1,
    root: `playground:///${++opened}`,
    server,
    localizer,
    site,
    onChange: saveSoon,
    onTab: show,
  };
  sides = [...sides.slice(0, index), createSide(host, file), ...sides.slice(index + 1)];
}

function arrange(): void {
  root.classList.toggle("double", sides.length > 1);
  tools.isBeside(sides.length > 1);
  show(tab);
}

/** Both files show the same, so that they can be compared. */
function show(name: TabName): void {
  tab = name;
  for (const side of sides) side.show(name);
  saveSoon();
}

function stateOf(): PlaygroundState {
  return { files: sides.map((side) => side.state()), tab };
}

function saveSoon(): void {
  clearTimeout(saving);
  saving = setTimeout(() => void save(), 500);
}

/** Puts the state into the address, without a step in the history. */
async function save(): Promise<void> {
  const fragment = await writeFragment(stateOf());
  history.replaceState(null, "", `#${fragment}`);
}

function tell(text: string): void {
  notice.textContent = text;
  notice.hidden = text === "";
}
