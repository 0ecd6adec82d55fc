// What insserv says. The texts are the interface (people search for them), so they are word for word the program's.

/** A message of insserv, told apart by kind so that a rule can look at the names rather than at the text. */
export type InsservMessage =
  | { readonly kind: "required-not-enabled"; readonly required: string; readonly service: string }
  | { readonly kind: "required-not-existing"; readonly required: string; readonly service: string }
  | {
      readonly kind: "required-not-in-levels";
      readonly required: string;
      readonly service: string;
      readonly levels: string;
    }
  | { readonly kind: "header-not-ended"; readonly script: string; readonly forced: boolean }
  | { readonly kind: "header-incomplete"; readonly script: string }
  | { readonly kind: "keyword-missing"; readonly script: string; readonly keyword: NeededKeyword }
  | { readonly kind: "provides-empty"; readonly script: string }
  | { readonly kind: "levels-undefined"; readonly script: string; readonly direction: "start" | "stop" }
  | { readonly kind: "no-header"; readonly script: string }
  | {
      readonly kind: "loop-between";
      readonly first: string;
      readonly second: string;
      readonly direction: "start" | "stop";
    }
  | { readonly kind: "loop-at"; readonly service: string; readonly direction: "start" | "stop" }
  | { readonly kind: "loop-involving"; readonly service: string; readonly depth: number }
  | {
      readonly kind: "levels-overlap";
      readonly script: string;
      readonly start: string;
      readonly stop: string;
    }
  | { readonly kind: "already-provided"; readonly script: string; readonly service: string }
  | { readonly kind: "provides-facility"; readonly script: string; readonly facility: string }
  | { readonly kind: "provides-comment"; readonly script: string; readonly word: string }
  | { readonly kind: "facility-unknown"; readonly facility: string }
  | {
      readonly kind: "links-override-levels";
      readonly script: string;
      readonly direction: "start" | "stop";
      readonly current: string;
      readonly header: string;
    }
  | {
      readonly kind: "depends-on-all";
      readonly direction: "start" | "stop";
      readonly script: string;
      readonly on: string;
    }
  | { readonly kind: "too-deep"; readonly service: string | undefined }
  | { readonly kind: "facility-not-expanded"; readonly service: string }
  | { readonly kind: "facility-loop"; readonly first: string; readonly second: string }
  | { readonly kind: "facility-too-deep" }
  | { readonly kind: "name-not-valid"; readonly script: string }
  | { readonly kind: "not-executable"; readonly script: string; readonly link: boolean }
  | { readonly kind: "link-to-script"; readonly script: string }
  | { readonly kind: "link-not-usable"; readonly path: string }
  | { readonly kind: "link-exists"; readonly target: string; readonly path: string }
  | { readonly kind: "wrong-level-key"; readonly key: string }
  | { readonly kind: "no-such-file"; readonly name: string }
  | { readonly kind: "no-configuration"; readonly path: string }
  | { readonly kind: "bad-option"; readonly option: string }
  | { readonly kind: "option-needs-argument"; readonly option: string }
  | { readonly kind: "usage" }
  | { readonly kind: "exiting"; readonly why: "error" | "loop" }
  | { readonly kind: "verbose"; readonly text: string };

/** The keywords whose absence insserv reports. */
export type NeededKeyword =
  | "Provides"
  | "Required-Start"
  | "Required-Stop"
  | "Default-Start"
  | "Default-Stop";

const missing: Readonly<Record<NeededKeyword, string>> = {
  Provides: "`Provides:' entry: please add.",
  "Required-Start": "`Required-Start:' entry: please add even if empty.",
  "Required-Stop": "`Required-Stop:'  entry: please add even if empty.",
  "Default-Start": "`Default-Start:'  entry: please add even if empty.",
  "Default-Stop": "`Default-Stop:'   entry: please add even if empty.",
};

/** The line that insserv prints for a message. */
export function formatInsservMessage(message: InsservMessage): string {
  // getopt prints its own line, with the program's name as it was called.
  return `insserv: ${text(message)}`;
}

function text(message: InsservMessage): string {
  switch (message.kind) {
    case "required-not-enabled":
      return `FATAL: service ${message.required} has to be enabled to use service ${message.service}`;
    case "required-not-existing":
      return `FATAL: service ${message.required} has to exist for service ${message.service}`;
    case "required-not-in-levels":
      return `FATAL: service ${message.required} is missed in the runlevels ${message.levels} to use service ${message.service}`;
    case "header-not-ended":
      return `${message.forced ? "" : "FATAL: "}script ${message.script} is broken: missing end of LSB comment.`;
    case "header-incomplete":
      return `script ${message.script} is broken: incomplete LSB comment.`;
    case "keyword-missing":
      return `missing ${missing[message.keyword]}`;
    case "provides-empty":
      return "missing valid name for `Provides:' please add.";
    case "levels-undefined":
      return message.direction === "start"
        ? `Default-Start undefined, assuming empty start runlevel(s) for script \`${message.script}'`
        : `Default-Stop  undefined, assuming empty stop runlevel(s) for script \`${message.script}'`;
    case "no-header":
      return `warning: script '${message.script}' missing LSB tags`;
    case "loop-between":
      return `There is a loop between service ${message.first} and ${message.second} if ${past(message.direction)}`;
    case "loop-at":
      return `There is a loop at service ${message.service} if ${past(message.direction)}`;
    case "loop-involving":
      return ` loop involving service ${message.service} at depth ${message.depth}`;
    case "levels-overlap":
      return `Script \`${message.script}' has overlapping Default-Start and Default-Stop runlevels (${message.start}) and (${message.stop}). This should be fixed.`;
    case "already-provided":
      return `script ${message.script}: service ${message.service} already provided!`;
    case "provides-facility":
      return `script ${message.script} provides system facility ${message.facility}, skipped!`;
    case "provides-comment":
      return `script ${message.script} provides facility ${message.word} with comment sign, skipped!`;
    case "facility-unknown":
      return `warning: could not find all dependencies for ${message.facility}`;
    case "links-override-levels":
      return `warning: current ${message.direction} runlevel(s) (${message.current}) of script \`${message.script}' overrides LSB defaults (${message.header}).`;
    case "depends-on-all":
      return `${message.direction === "start" ? "Starting" : "Stopping"} ${message.script} depends on ${message.on} and therefore on system facility \`$all' which can not be true!`;
    case "too-deep":
      return `Max recursions depth 99${message.service === undefined ? "" : ` for ${message.service}`} reached`;
    case "facility-not-expanded":
      return `System facilities not fully expanded, see ${message.service}!`;
    default:
      return textOfTheRest(message);
  }
}

type Rest = Extract<
  InsservMessage,
  {
    readonly kind:
      | "facility-loop"
      | "facility-too-deep"
      | "name-not-valid"
      | "not-executable"
      | "link-to-script"
      | "link-not-usable"
      | "link-exists"
      | "wrong-level-key"
      | "no-such-file"
      | "no-configuration"
      | "bad-option"
      | "option-needs-argument"
      | "usage"
      | "exiting"
      | "verbose";
  }
>;

function textOfTheRest(message: Rest): string {
  switch (message.kind) {
    case "facility-loop":
      return `Loop detected during expanding system facilities in the insserv.conf file(s): ${message.first} ${message.second}`;
    case "facility-too-deep":
      return "The nested level of the system facilities in the insserv.conf file(s) is to large";
    case "name-not-valid":
      return `script name ${message.script} is not valid, skipped!`;
    case "not-executable":
      return `script ${message.script} is not an executable ${message.link ? "regular " : ""}file, will be skipped in boot sequence!`;
    case "link-to-script":
      return `script ${message.script} is a symlink to another script, skipped!`;
    case "link-not-usable":
      return `warning: script is corrupt or invalid: ${message.path}`;
    case "link-exists":
      return `can not symlink(${message.target}, ${message.path}): File exists`;
    case "wrong-level-key":
      return `Wrong runlevel key '${message.key}'`;
    case "no-such-file":
      return `${message.name}: No such file or directory`;
    case "no-configuration":
      return `fopen(${message.path}): No such file or directory`;
    case "bad-option":
      return message.option.startsWith("--")
        ? `unrecognized option '${message.option}'`
        : `invalid option -- '${message.option}'`;
    case "option-needs-argument":
      return message.option.startsWith("--")
        ? `option '${message.option}' requires an argument`
        : `option requires an argument -- '${message.option}'`;
    case "usage":
      return "usage: insserv [[-r] init_script|init_directory]";
    case "exiting":
      return message.why === "loop" ? "exiting now without changing boot order!" : "exiting now!";
    case "verbose":
      return message.text;
  }
}

function past(direction: "start" | "stop"): string {
  return direction === "start" ? "started" : "stopped";
}
