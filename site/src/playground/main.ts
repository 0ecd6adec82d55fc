// The playground: one file or two side by side, the server, and the address that holds all of it.

import { find } from "./dom.ts";
import { loadExamples } from "./examples.ts";
import { readFragment, writeFragment } from "./fragment.ts";
import { message } from "./message.ts";
import { createServer, type PageServer } from "./server.ts";
import { createSide, type Side } from "./side.ts";
import { type FileState, mostSides, type PlaygroundState, type TabName } from "./state.ts";
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
  onError: (why) => tell(localizer.text(message("play.server-failed", { why }))),
});

const tools = createTools(root, {
  choose: (file) => open([file, ...stateOf().files.slice(1)]),
  beside: (isWanted) => {
    const { files } = stateOf();
    const [first] = files;
    if (first !== undefined) open(isWanted ? [first, first] : [first]);
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
  // The address was written by this page.
  if (fragment !== "" && fragment === (await writeFragment(stateOf()))) return;
  const examples = await loadExamples();
  const state = fragment === "" ? undefined : await readFragment(fragment);
  tools.offer(examples);
  tell(fragment === "" || state !== undefined ? "" : localizer.text(message("play.broken-link")));
  tab = state?.tab ?? "findings";
  const [first] = examples;
  open(state?.files ?? (first === undefined ? [] : [first.file]));
}

function open(files: readonly FileState[]): void {
  for (const side of sides) side.dispose();
  sides = [];
  // The server asks for the settings of a file when it is opened, so each is there before.
  for (const [index, file] of files.slice(0, mostSides).entries()) {
    const element = find(document.importNode(template.content, true), ".side", HTMLElement);
    place.append(element);
    const host = {
      element,
      number: index + 1,
      uri: `playground:///${++opened}/${file.path}`,
      server,
      localizer,
      site,
      onChange: saveSoon,
      onTab: show,
    };
    sides = [...sides, createSide(host, file)];
  }
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
