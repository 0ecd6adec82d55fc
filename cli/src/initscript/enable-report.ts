// What `enable` of OpenWrt's rc.common makes of a folder, printed.

import { type EnableOrder, type Localizer, type Message, visible } from "@inittab/core";
import { message } from "../message.ts";
import { table } from "../words.ts";

/** The links for people, in the order in which procd runs them. */
export function* enableText(path: string, order: EnableOrder, { text }: Localizer): Iterable<string> {
  const say = (what: Message) => visible(text(what));
  yield `${say(message("order.enable", { path }))}\n\n`;
  const rows = [
    [`  ${text(message("order.at-boot"))}`, order.boot],
    [`  ${text(message("order.at-shutdown"))}`, order.shutdown],
  ] as const;
  for (const line of table(
    rows.map(([when, names]) => [
      when,
      names.length === 0 ? text(message("order.no-links")) : names.map(visible).join(" "),
    ]),
  ))
    yield line;
  const remarks = [
    ...order.clashes.map(({ link, scripts }) =>
      message("order.clash", { link, scripts: scripts.join(" "), last: scripts.at(-1) ?? "" }),
    ),
    ...(["unnumbered", "unknown", "others"] as const).flatMap((kind) =>
      order[kind].length === 0 ? [] : message(`order.${kind}`, { names: order[kind].join(" ") }),
    ),
  ];
  if (remarks.length > 0) yield "\n";
  for (const remark of remarks) yield `${say(remark)}\n`;
}
