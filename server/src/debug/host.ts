// What a debugger is given by the server: open documents with their settings, and files as the server sees them.

import {
  describePath,
  type Localizer,
  type Message,
  outlineScript,
  type RcCall,
  type RcVisit,
  type ShellScript,
  type TreeNode,
} from "@inittab/core";
import type { Boot, DebugHost, DebugScript, LaunchQuestion } from "@inittab/debugger/host";
import { debugLanes } from "@inittab/debugger/lanes";
import { URI } from "vscode-uri";
import { isObject } from "../environment.ts";
import type { InittabDocument } from "../inittab/document.ts";
import { message } from "../message.ts";
import { openFor } from "../simulate/simulate.ts";

/** What the debugger needs of the server around it. */
export interface DebugSurroundings {
  readonly localizer: () => Localizer;
  /** The inittab at an address, open or not, once its settings are known. */
  readonly inittabAt: (uri: string) => Promise<InittabDocument | undefined>;
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  /** The text of an open script. */
  readonly openText: (uri: string) => string | undefined;
  /** What rc does each time that a run of the document calls it, in the system that has this inittab. */
  readonly visits: (
    document: InittabDocument,
    inittab: string,
    calls: readonly RcCall[],
  ) => Promise<readonly (RcVisit | undefined)[] | undefined>;
  readonly parse: () => Promise<(text: string) => ShellScript | undefined>;
}

/** The host of all debuggers of a server. */
export function serverHost(around: DebugSurroundings): DebugHost {
  const scriptAt = async (address: string): Promise<DebugScript | undefined> => {
    const uri = keyOf(address);
    const text = around.openText(uri) ?? textOf(await around.look(uri, true));
    if (text === undefined) return undefined;
    const shell = (await around.parse())(text);
    const name = uri.replace(/^.*\//, "");
    return { text, outline: shell === undefined ? undefined : outlineScript(text, shell, name) };
  };
  const open = async (
    question: LaunchQuestion,
  ): Promise<{ readonly boot: Boot } | { readonly why: Message }> => {
    const uri = keyOf(question.program);
    const document = await around.inittabAt(uri);
    if (document === undefined) return { why: message("debug.no-inittab", { uri: question.program }) };
    const given = await scenarioOf(question, around);
    const { machine, opening } = openFor(document, { ...given, level: question.level });
    if (machine === undefined || opening.kind === "wrong") {
      const [problem] = opening.problems.filter(({ severity }) => severity === "error");
      const path = describePath(problem?.path ?? []);
      return { why: message("simulate.problem", { path, problem: problem?.message ?? "" }) };
    }
    const rooted = question.root === undefined ? uri : `${keyOf(question.root)}/etc/inittab`;
    return {
      boot: {
        machine,
        scenario: opening.simulation.scenario,
        table: question.program,
        lanes: debugLanes(document.scan, machine),
        visitsOf: async (calls) => (await around.visits(document, rooted, calls)) ?? [],
        scriptAt,
      },
    };
  };
  return { localizer: around.localizer, open, keyOf };
}

/** The scenario that a launch asks for; the machine decides whether it is one. */
async function scenarioOf(
  { scenario, bootArgs, until, init }: LaunchQuestion,
  { look }: Pick<DebugSurroundings, "look">,
): Promise<{ readonly scenario: object }> {
  const text = typeof scenario === "string" ? (textOf(await look(keyOf(scenario), true)) ?? "") : "";
  const own: unknown = typeof scenario === "string" ? parsed(text) : scenario;
  return {
    scenario: {
      ...(isObject(own) ? own : {}),
      ...(init !== undefined && { init }),
      ...(bootArgs !== undefined && { bootArgs }),
      ...(until !== undefined && { until }),
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(node: TreeNode): string | undefined {
  return node.kind === "file" ? node.text : undefined;
}

/** The address of a path, or of an address however it is written. */
function keyOf(address: string): string {
  // What has one letter in front of its colon is a drive.
  return (/^[a-z][\w+.-]+:/i.test(address) ? URI.parse(address) : URI.file(address)).toString();
}
