// What holds for every way that the machine can go, when somebody asks.

import type { Localizer } from "@inittab/core";
import { requests, type WayFound, type WaysAnswer } from "@inittab/server/protocol";
import { button, make } from "./dom.ts";
import { message } from "./message.ts";
import type { PageServer } from "./server.ts";

/** What the panel needs of the file around it. */
export interface WaysHost {
  readonly panel: HTMLElement;
  readonly server: PageServer;
  readonly uri: string;
  readonly localizer: Localizer;
  /** Goes to a line, from 0. */
  readonly reveal: (line: number) => void;
  readonly play: (scenario: object) => void;
}

/** Fills the panel; the function that is returned forgets what was found, because the file has changed. */
export function createWays({ panel, server, uri, localizer, reveal, play }: WaysHost): () => void {
  const { text } = localizer;
  const result = make("div", { role: "status" });
  let asked = 0;
  const look = async () => {
    const question = ++asked;
    result.replaceChildren(make("p", {}, text(message("play.verify.running"))));
    server.client.sync();
    const answer = await server.client
      .request<object, WaysAnswer | null>(requests.verify, { uri })
      .catch(() => null);
    // The file has changed meanwhile, or somebody has asked again.
    if (question === asked) result.replaceChildren(...show(answer));
  };
  const show = (answer: WaysAnswer | null): readonly Node[] => {
    if (answer === null) return [make("p", {}, text(message("play.verify.none")))];
    const { exhausted, states, findings } = answer;
    const extent = message(exhausted ? "play.verify.all" : "play.verify.some", { count: states });
    if (findings.length === 0)
      return [make("p", {}, text(message("play.verify.nothing"))), make("p", {}, text(extent))];
    return [make("p", {}, text(extent)), make("ul", { class: "findings" }, ...findings.map(item))];
  };
  const item = ({ severity, text: found, line, sequence, scenario }: WayFound): Node => {
    const parts: Node[] = [
      make(
        "p",
        {},
        make("strong", { class: severity }, text(message(`play.severity.${severity}`))),
        ` ${found}`,
      ),
    ];
    if (sequence.length > 0)
      parts.push(
        make(
          "p",
          {},
          text(message("play.verify.after", { sequence: { list: [...sequence], join: "comma" } })),
        ),
      );
    const buttons: Node[] = [];
    if (line !== null)
      buttons.push(button(text(message("play.verify.line", { line: line + 1 })), () => reveal(line)));
    if (scenario !== null) buttons.push(button(text(message("play.verify.play")), () => play(scenario)));
    return make("li", {}, ...parts, make("p", { class: "buttons" }, ...buttons));
  };
  panel.replaceChildren(
    make(
      "p",
      {},
      button(text(message("play.verify.button")), () => void look()),
    ),
    result,
  );
  return () => {
    asked++;
    result.replaceChildren();
  };
}
