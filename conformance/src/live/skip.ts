// How a program ends that cannot do its work on this machine: with an error where everything must be there (CI), with a
// visible note elsewhere.

/** Ends the program because something cannot be compared here. */
export function skip(what: string, why: string): never {
  const note = `skipped: ${what}, because ${why}`;
  return leave(mustRun() ? `${what} cannot be compared: ${why}` : note);
}

/** Ends the program because a real program cannot be run here at all. */
export function skipComparison(realProgram: string, why: string): never {
  return leave(`skipped: the comparison with ${realProgram}, because ${why}`);
}

function leave(note: string): never {
  if (mustRun()) console.error(note);
  else console.log(note);
  process.exit(mustRun() ? 1 : 0);
}

function mustRun(): boolean {
  return process.env["CI"] === "true";
}
