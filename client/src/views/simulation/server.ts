// The questions that the views put to the language server.

import type { LevelComparison } from "@inittab/core";
import {
  type CommandName,
  type Commands,
  type ComparisonQuestion,
  commands,
  type LevelChoice,
  type RcVisit,
  type ReloadAnswer,
  type ReloadQuestion,
  type RenderQuestion,
  requests,
  type ServiceState,
  type SimulationAnswer,
  type SimulationLane,
  type SimulationQuestion,
  type WaysAnswer,
  type WaysQuestion,
} from "@inittab/server/protocol";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { RcWay } from "./rc-way.ts";

/** The server as the views know it. Each answer is undefined where there is no server, or where it knows no such file. */
export interface SimulationServer {
  readonly simulate: (question: SimulationQuestion) => Promise<SimulationAnswer | undefined>;
  readonly levels: (uri: string) => Promise<readonly LevelChoice[] | undefined>;
  /**
   * The way of rc or OpenRC into a level, from the boot or from the level that is entered by default; undefined where the file has no
   * system of init scripts around it.
   */
  readonly rc: (uri: string, call: NonNullable<SimulationLane["boots"]>) => Promise<RcVisit | undefined>;
  /** What it does at the end of a way; undefined as above. */
  readonly followRc: (uri: string, way: RcWay) => Promise<RcVisit | undefined>;
  /** The services at a moment of a run; undefined as above. */
  readonly services: (question: SimulationQuestion) => Promise<readonly ServiceState[] | undefined>;
  readonly compare: (question: ComparisonQuestion) => Promise<LevelComparison | undefined>;
  /** What init does in each level when it reads the open text instead of another one. */
  readonly reload: (question: ReloadQuestion) => Promise<ReloadAnswer | undefined>;
  /** All ways of the open text, with the levels as a picture. */
  readonly ways: (uri: string) => Promise<WaysAnswer | undefined>;
  readonly render: (question: RenderQuestion) => Promise<string | undefined>;
}

/** The server of this client, which is started if need be. */
export function simulationServer(client: () => Promise<BaseLanguageClient | undefined>): SimulationServer {
  const ask = async <Name extends CommandName>(command: Name, question: Commands[Name]["question"]) => {
    const it = await client();
    if (it?.isRunning() !== true) return undefined;
    const params = { command, arguments: [question] };
    type Answer = Commands[Name]["answer"] | null;
    return (await it.sendRequest<Answer>("workspace/executeCommand", params)) ?? undefined;
  };
  return {
    simulate: (question) => ask(commands.simulate, question),
    levels: (uri) => ask(commands.listRunlevels, { uri }),
    rc: (uri, call) => ask(commands.followRc, { uri, ...call, status: true }),
    followRc: (uri, way) => ask(commands.followRc, { uri, ...way }),
    services: (question) => ask(commands.serviceStates, question),
    compare: (question) => ask(commands.compareLevels, question),
    reload: async (question) => {
      const it = await client();
      if (it?.isRunning() !== true) return undefined;
      return (await it.sendRequest<ReloadAnswer | null>(requests.reload, question)) ?? undefined;
    },
    ways: async (uri) => {
      const it = await client();
      if (it?.isRunning() !== true) return undefined;
      const question: WaysQuestion = { uri, picture: true };
      return (await it.sendRequest<WaysAnswer | null>(requests.verify, question)) ?? undefined;
    },
    render: (question) => ask(commands.renderSimulation, question),
  };
}
