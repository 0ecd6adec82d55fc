// The questions that the views put to the language server.

import type {
  ComparisonQuestion,
  ExportFormat,
  LevelChoice,
  LevelComparison,
  SimulationAnswer,
  SimulationQuestion,
} from "@inittab/core";
import type { BaseLanguageClient } from "vscode-languageclient";

/** The server as the views know it. Each answer is undefined where there is no server, or where it knows no such file. */
export interface SimulationServer {
  readonly simulate: (question: SimulationQuestion) => Promise<SimulationAnswer | undefined>;
  readonly levels: (uri: string) => Promise<readonly LevelChoice[] | undefined>;
  readonly compare: (question: ComparisonQuestion) => Promise<LevelComparison | undefined>;
  readonly render: (
    question: SimulationQuestion & { readonly format: ExportFormat },
  ) => Promise<string | undefined>;
}

/** The server behind this client, which is started if need be. */
export function simulationServer(client: () => Promise<BaseLanguageClient | undefined>): SimulationServer {
  const ask = async <T>(command: string, question: object): Promise<T | undefined> => {
    const it = await client();
    if (it?.isRunning() !== true) return undefined;
    const params = { command, arguments: [question] };
    return (await it.sendRequest<T | null>("workspace/executeCommand", params)) ?? undefined;
  };
  return {
    simulate: (question) => ask("inittab.simulate", question),
    levels: (uri) => ask("inittab.listRunlevels", { uri }),
    compare: (question) => ask("inittab.compareLevels", question),
    render: (question) => ask("inittab.renderSimulation", question),
  };
}
