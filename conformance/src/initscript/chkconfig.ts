// A recorded case of chkconfig: from its form to the function's input and back to the form of `expect`.

import { type ChkconfigFile, type ChkconfigSystem, runChkconfig } from "@inittab/core";
import { toText } from "../lines.ts";

interface CaseFile {
  readonly name: string;
  readonly body: readonly string[];
}

/** The `case` part of chkconfig.json. */
export interface ChkconfigCase extends CaseFile {
  readonly others?: readonly CaseFile[];
  readonly "chkconfig.d"?: Readonly<Record<string, readonly string[]>>;
  readonly "chkconfig commands"?: readonly (readonly string[])[];
}

/** The `expect` part of chkconfig.json. */
export interface ChkconfigExpect {
  readonly runs: readonly {
    readonly args: readonly string[];
    readonly exit: number;
    readonly stdout: readonly string[];
    readonly stderr: readonly string[];
  }[];
  readonly rcd: Readonly<Record<string, readonly string[]>>;
}

function file({ name, body }: CaseFile): ChkconfigFile {
  return { name, text: toText(body) };
}

/** The folders of a case, without links. */
function chkconfigCaseSystem(recorded: ChkconfigCase): ChkconfigSystem {
  const overrides = Object.entries(recorded["chkconfig.d"] ?? {});
  return {
    scripts: [recorded, ...(recorded.others ?? [])].map(file),
    overrides: overrides.map(([name, body]) => file({ name, body })),
    links: new Map(),
  };
}

/** Runs the commands of a case one after the other. */
export function replayChkconfig(recorded: ChkconfigCase): ChkconfigExpect {
  let system = chkconfigCaseSystem(recorded);
  const commands = recorded["chkconfig commands"] ?? [
    ["--add", recorded.name],
    ["--list", recorded.name],
  ];
  const runs = commands.map((args) => {
    const { exit, stdout, stderr, links } = runChkconfig(system, args);
    system = { ...system, links };
    return { args, exit, stdout, stderr };
  });
  const folders = [...system.links].filter(([, names]) => names.length > 0);
  return { runs, rcd: Object.fromEntries(folders.map(([level, names]) => [level, names.toSorted()])) };
}
