// What `service NAME status` can answer in a system. It does not change with the moment, so each script is followed once.

import { remembered } from "../../text/remembered.ts";
import { rcFlavorNames } from "../facts/rc-flavors.ts";
import type { InitTree } from "../tree/model.ts";
import type { RcVisit } from "../tree/visit.ts";
import { type ServiceReport, type StatusQuestion, serviceReport } from "./service-status.ts";

/** Says what `status` can answer; undefined where nothing is known of the script. */
export type ReportOf = (name: string, flavor: RcVisit["flavor"]) => ServiceReport | undefined;

/** The reports on the scripts of a system; `parse` reads the text of one. */
export function reportsIn(tree: InitTree, parse: (text: string) => StatusQuestion["shell"]): ReportOf {
  const { scripts, known } = reportsOf(tree);
  return (name, rc) => {
    const text = scripts.get(name);
    const flavor = rcFlavorNames.find((each) => each === rc);
    if (text === undefined || flavor === undefined) return undefined;
    const key = `${flavor} ${name}`;
    if (!known.has(key)) known.set(key, serviceReport({ name, text, shell: parse(text), flavor }));
    return known.get(key);
  };
}

const reportsOf = remembered(({ scripts }: InitTree) => ({
  scripts: new Map(scripts.map(({ name, text }) => [name, text])),
  known: new Map<string, ServiceReport | undefined>(),
}));
