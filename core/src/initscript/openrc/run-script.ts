// One command of a service's script, as openrc-run's shell calls it: settings, script, what must be there, then the function
// with those that go before and after it.

import type { Working } from "../../shell/interpreter/contract.ts";
import { callText, valueIn, writeTo } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { defaultFunctions, defaultVariables, extraCommands } from "./default-functions.ts";
import { dependWords } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";
import { generalSettings } from "./gendepends.ts";
import { messageFunctions } from "./message-functions.ts";
import { stateFolder } from "./runlevels.ts";
import { runScriptShell, type ScriptPlace, sourceIfThere, wordsIn } from "./script-shell.ts";
import { type ServiceFunctionsFor, serviceFunctions } from "./service-functions.ts";
import { stateOf } from "./states.ts";
import type { Work } from "./tasks.ts";
import type { OpenrcRelease } from "./versions.ts";
import type { ScriptCall } from "./world.ts";

/** What a script is run with. */
export interface ScriptRun extends Omit<ServiceFunctionsFor, "service" | "onMark"> {
  readonly place: ScriptPlace;
  readonly release: OpenrcRelease;
  readonly call: ScriptCall;
}

/** Runs a command of a script; ends with its exit status. */
export function* runScript(run: ScriptRun): Work {
  const { place, release, call } = run;
  const { service, script, command, process, onMark } = call;
  process.environment
    .set("PATH", `${release.library}/bin:/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin`)
    .set("RC_SERVICE", script)
    .set("SVCNAME", service)
    .set("RC_UNAME", "Linux")
    .set("RC_SVCDIR", stateFolder)
    .set("RC_LIBEXECDIR", release.library)
    .set("RC_BOOTLEVEL", "boot")
    .set("RC_DEFAULTLEVEL", "default");
  const main: NativeFunction = function* (shell) {
    for (const path of settingsFor(service, run.files, process.environment.get("RC_RUNLEVEL") ?? ""))
      yield* sourceIfThere(shell, path);
    if ((yield* sourceIfThere(shell, script)) !== 0)
      return yield* complain(shell, `${service}: error loading ${script}`);
    const refusal = yield* missingFiles(shell, run);
    return refusal ?? (yield* callCommand(shell, run, command));
  };
  const { status } = yield* runScriptShell({
    place,
    process,
    name: `${release.library}/sh/openrc-run.sh`,
    variables: defaultVariables(release),
    functions: {
      ...messageFunctions,
      ...serviceFunctions({ ...run, service, onMark }),
      ...dependFunctions,
      ...defaultFunctions,
    },
    main,
  });
  return status;
}

/** The settings of a service while it runs, in their order: those for the runlevel instead of the usual ones. */
function settingsFor(service: string, files: OpenrcFiles, runlevel: string): readonly string[] {
  const dot = service.indexOf(".");
  const names = [...(dot > 0 ? [service.slice(0, dot)] : []), service];
  return [
    ...generalSettings(files),
    ...names.map((name) => {
      const special = `/etc/conf.d/${name}.${runlevel}`;
      return files.kindOf(special) === "file" ? special : `/etc/conf.d/${name}`;
    }),
  ];
}

/** Here the words of depend() only print themselves. Observed: comments. */
const dependFunctions: Readonly<Record<string, NativeFunction>> = Object.fromEntries(
  dependWords.map((word) => {
    // biome-ignore lint/correctness/useYield: it has nothing to ask for
    const run: NativeFunction = function* (shell, args) {
      if (args.length > 0) writeTo(shell, 1, `${word} ${args.join(" ")}\n`);
      return 0;
    };
    return [word, run] as const;
  }),
);

/** `required_dirs` and `required_files`; the status if one of them is missing. */
function* missingFiles(shell: ShellState, { call, files, release }: ScriptRun): Working<number | undefined> {
  const folder = wordsIn(shell, "required_dirs").find((path) => files.kindOf(path) !== "folder");
  if (folder !== undefined) return yield* complain(shell, `${call.service}: \`${folder}' is not a directory`);
  if (!release.needsReadableFiles) return undefined;
  const file = wordsIn(shell, "required_files").find((path) => files.kindOf(path) === undefined);
  return file === undefined
    ? undefined
    : yield* complain(shell, `${call.service}: \`${file}' is not readable`);
}

function* complain(shell: ShellState, text: string): Working<number> {
  shell.variables.set("_openrc_text", { value: text, exported: false, readonly: false });
  yield* callText(shell, 'eerror "$_openrc_text"');
  return 1;
}

/** What is said where no runlevel was ever entered. Observed not-booted. */
const notBooted = [
  "You are attempting to run an openrc service on a",
  "system which openrc did not boot.",
  "You may be inside a chroot or you may have used",
  "another initialization system to boot this system.",
  "In this situation, you will get unpredictable results!",
  "If you really want to do this, issue the following command:",
  `touch ${stateFolder}/softlevel`,
];

/** Observed rc-service-misc: the line of its shell script that messages about an unknown command name. */
const callingLine = 409;

function* callCommand(shell: ShellState, run: ScriptRun, command: string): Working<number> {
  const { files, call, release } = run;
  if (command === "depend") {
    shell.folder = "/etc/init.d";
    return shell.functions.has("depend") ? yield* callText(shell, "depend") : 0;
  }
  const known = ["describe", "start", "stop", "status", ...extraCommands(shell)];
  if (!known.includes(command) && release.refusesUnknownCommands)
    return yield* complain(shell, `${call.service}: unknown function \`${command}'`);
  const { base } = stateOf(files, call.service);
  const quoted = release.quotes.join(command);
  const isOnly = (name: string): boolean => wordsIn(shell, name).includes(command);
  if (isOnly("extra_started_commands") && base !== "started")
    return yield* complain(shell, `${call.service}: cannot ${quoted} as it has not been started`);
  if (isOnly("extra_stopped_commands") && base !== "stopped")
    return yield* complain(shell, `${call.service}: cannot ${quoted} as it has not been stopped`);
  if (["start", "stop", "status"].includes(command) && !files.has(`${stateFolder}/softlevel`)) {
    for (const line of notBooted) yield* complain(shell, line);
    return 1;
  }
  if (valueIn(shell, "IN_BACKGROUND") !== "" && wordsIn(shell, "in_background_fake").includes(command))
    return 0;
  for (const name of [`${command}_pre`, command, `${command}_post`]) {
    if (name !== command && !shell.functions.has(name)) continue;
    const status = yield* callText(shell, name, callingLine);
    if (status !== 0) return status;
  }
  return 0;
}
