// The files to begin with, which the site was built with.

import { type FileState, readState } from "@inittab/client/playground/state";
import { isObject } from "./is-object.ts";

/** A file to begin with. */
export interface Example {
  readonly title: string;
  readonly file: FileState;
}

/** All of them; the first one is shown where the address names nothing. */
export async function loadExamples(): Promise<readonly Example[]> {
  loading ??= fetch(new URL("examples.json", document.baseURI)).then(async (response) =>
    readExamples(await response.json()),
  );
  return loading;
}

let loading: Promise<readonly Example[]> | undefined;

function readExamples(value: unknown): readonly Example[] {
  return (Array.isArray(value) ? value : []).flatMap((each: unknown) => {
    const { title, file } = isObject(each) ? each : {};
    const [read] = readState({ files: [file] })?.files ?? [];
    return typeof title === "string" && read !== undefined ? [{ title, file: read }] : [];
  });
}
