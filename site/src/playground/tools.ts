// The tools above the files: examples, side by side, the link, the way into VS Code.

import { writeFragment } from "@inittab/client/playground/fragment";
import { type FileState, openAddress, type PlaygroundState } from "@inittab/client/playground/state";
import type { Message } from "@inittab/core";
import { find, make } from "./dom.ts";
import type { Example } from "./examples.ts";
import { message } from "./message.ts";

/** What the tools do to the page. */
export interface ToolsHost {
  readonly choose: (file: FileState) => void;
  readonly beside: (isWanted: boolean) => void;
  readonly state: () => PlaygroundState;
  /** Puts the state into the address. */
  readonly save: () => Promise<void>;
  readonly tell: (text: Message) => void;
}

/** The tools. */
export interface Tools {
  readonly offer: (examples: readonly Example[]) => void;
  readonly isBeside: (isBeside: boolean) => void;
}

/** Brings the tools of the page to life. */
export function createTools(root: HTMLElement, { choose, beside, state, save, tell }: ToolsHost): Tools {
  const list = find(root, "#example", HTMLSelectElement);
  const double = find(root, "#beside", HTMLButtonElement);
  let examples: readonly Example[] = [];
  list.addEventListener("change", () => {
    const example = examples[Number(list.value)];
    list.value = "";
    if (example !== undefined) choose(example.file);
  });
  double.addEventListener("click", () => beside(double.getAttribute("aria-pressed") !== "true"));
  find(root, "#copy-link", HTMLButtonElement).addEventListener("click", () => void copyLink(save, tell));
  const code = find(root, "#open-in-code", HTMLAnchorElement);
  const address = async () => {
    code.href = `${openAddress}#${await writeFragment(state())}`;
  };
  find(root, "details.menu", HTMLDetailsElement).addEventListener("toggle", () => void address());
  code.addEventListener("click", (event) => {
    event.preventDefault();
    // What is typed while the menu is open counts as well.
    void address().then(() => location.assign(code.href));
  });
  for (const download of root.querySelectorAll(".download"))
    download.addEventListener("click", () => {
      const { files } = state();
      for (const file of files) downloadFile(file);
    });
  return {
    offer: (offered) => {
      if (examples === offered) return;
      examples = offered;
      list.append(...offered.map(({ title }, index) => make("option", { value: String(index) }, title)));
    },
    isBeside: (isBeside) => double.setAttribute("aria-pressed", String(isBeside)),
  };
}

async function copyLink(save: () => Promise<void>, tell: (text: Message) => void): Promise<void> {
  await save();
  try {
    await navigator.clipboard.writeText(location.href);
    tell(message("play.copied"));
  } catch {
    tell(message("play.copy-failed"));
  }
}

/** No type that a browser would make an ending for the name of. */
function downloadFile({ path, text }: FileState): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = make("a", { href: address, download: path.replace(/^.*\//, "") });
  link.click();
  URL.revokeObjectURL(address);
}
