import type { Streams } from "../command.ts";
import type { Projects } from "./projects.ts";

/** The root file systems that the `inittab.json` of the working directory lists, for a command that is given no path. */
export async function rootsHere(projects: Projects, streams: Streams): Promise<readonly string[]> {
  const file = await projects.here();
  return file === undefined ? [] : (await import("./read-project.ts")).rootsOf(file, streams);
}
