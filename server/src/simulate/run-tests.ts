// A file of tests, run for an editor: its table is the open document, or the file that it names.

import {
  describePath,
  type Localizer,
  readScenarioTests,
  runScenarioTest,
  type TreeNode,
} from "@inittab/core";
import { URI, Utils } from "vscode-uri";
import type { InittabDocument } from "../inittab/document.ts";
import { programOf } from "../inittab/machine.ts";
import { message } from "../message.ts";
import type { TestAnswer } from "../protocol.ts";

/** What it needs of the server around it. */
interface TestHost {
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  readonly inittabAt: (uri: string) => Promise<InittabDocument | undefined>;
  readonly localizer: () => Localizer;
}

/** Runs the tests of the file at an address, null if there is none; `text` is what an editor has of it. */
export async function runTests(uri: string, text: unknown, host: TestHost): Promise<TestAnswer | null> {
  const localizer = host.localizer();
  const wrong = (...problems: readonly string[]): TestAnswer => ({ problems, tests: [] });
  const own = typeof text === "string" ? text : await textAt(uri, host);
  if (own === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(own);
  } catch (error) {
    return wrong(localizer.text(message("tests.no-json", { why: String(error) })));
  }
  const read = readScenarioTests(value);
  if ("problems" in read)
    return wrong(
      ...read.problems.map(({ path, message: problem }) =>
        path.length === 0
          ? localizer.text(problem)
          : localizer.text(message("simulate.problem", { path: describePath(path), problem })),
      ),
    );
  const tableUri = Utils.joinPath(URI.parse(uri), "..", read.inittab).toString();
  const document = await host.inittabAt(tableUri);
  const table = document?.scan.text.toString() ?? (await textAt(tableUri, host));
  if (table === undefined) return wrong(localizer.text(message("tests.unreadable", { uri: tableUri })));
  const options =
    document === undefined
      ? { read: { path: URI.parse(tableUri).path } }
      : {
          read: { ...document.scan.options, dialect: document.scan.dialect },
          program: programOf(document),
        };
  return {
    problems: [],
    tests: read.tests.map((test) => ({
      name: test.name,
      failures: runScenarioTest(test, table, options).map(localizer.text),
    })),
  };
}

async function textAt(uri: string, { look }: TestHost): Promise<string | undefined> {
  const node = await look(uri, true);
  return node.kind === "file" && node.flaw === undefined ? node.text : undefined;
}
