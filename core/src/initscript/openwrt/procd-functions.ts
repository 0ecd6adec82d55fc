// The functions by which a script with USE_PROCD tells procd what to run. Source: spec/openwrt.md, section 5; observed: procd.sh
// as used since October 2024, with a bus that answers nothing.

import type { Working } from "../../shell/interpreter/contract.ts";
import { callWords, isKnown, native, setValue, valueIn, writeTo } from "../../shell/interpreter/native.ts";
import { signalNumber } from "../../shell/interpreter/signals.ts";
import { type NativeFunction, notFollowed, type ShellState } from "../../shell/interpreter/state.ts";
import { trimmedBaseName } from "../base-name.ts";
import {
  addFlag,
  addNumber,
  addText,
  addTexts,
  type BusMessage,
  busText,
  closePart,
  innermost,
  newMessage,
  openPart,
  selectPart,
} from "./bus-message.ts";
import {
  closeTriggers,
  openTriggers,
  type ServiceMessage,
  triggerFunctions,
  usualReloadDelay,
} from "./procd-triggers.ts";

/** procd's side of a script, for one shell. */
export interface ProcdFunctions {
  readonly functions: Readonly<Record<string, NativeFunction>>;
  /** Opens the service's message, calls the words, and sends it. */
  readonly send: (shell: ShellState, words: readonly string[]) => Working<number>;
  /** Tells procd to forget the service, or one of its instances. */
  readonly forget: (shell: ShellState, instance: string) => Working<number>;
  /** `status`: what procd knows of the service. */
  readonly status: (shell: ShellState) => Working<number>;
  /** `info`. */
  readonly info: (shell: ShellState) => Working<number>;
}

/** Makes the functions for a shell, and sets what scripts may change of them. */
export function procdFunctions(shell: ShellState, linkTarget: string | undefined): ProcdFunctions {
  const service: ServiceMessage = { message: newMessage(), instances: 0, openTriggers: 0, openData: 0 };
  const name = (in_: ShellState): string => trimmedBaseName(linkTarget ?? valueIn(in_, "initscript"));
  const begin = (): BusMessage => {
    service.message = newMessage();
    return service.message;
  };
  const call = function* (at: ShellState, method: string): Working<number> {
    const text = busText(service.message.root);
    begin();
    return yield* callWords(at, ["ubus", "call", "service", method, text]);
  };
  const forget = function* (at: ShellState, whole: string, instance: string): Working<number> {
    const message = begin();
    if (whole !== "") addText(message, "name", whole);
    if (instance !== "") addText(message, "instance", instance);
    return yield* call(at, "delete");
  };
  const list = function* (at: ShellState, whole: string): Working<number> {
    addText(begin(), "name", whole);
    yield* call(at, "list");
    return 1;
  };
  setValue(shell, "PROCD_RELOAD_DELAY", usualReloadDelay);
  return {
    functions: {
      ...messageFunctions(service, call, begin),
      ...triggerFunctions(service, (at) => `/etc/init.d/${name(at)}`),
      procd_kill: function* (at, [whole = "", instance = ""]) {
        return yield* forget(at, whole, instance);
      },
      procd_send_signal: function* (at, [whole = "", instance = "", signal = ""]) {
        const message = begin();
        addText(message, "name", whole);
        if (instance !== "" && instance !== "*") addText(message, "instance", instance);
        const number = /^[A-Z]/.test(signal) ? String(signalNumber(signal)) : signal;
        if (number !== "") addNumber(message, "signal", number);
        return yield* call(at, "signal");
      },
      procd_running: function* (at, [whole = ""]) {
        return yield* list(at, whole);
      },
      procd_lock: native(() => 0),
    },
    send: function* (at, words) {
      // Arguments of start are instances to be added to what runs.
      const method = (words[1] ?? "") === "" ? "set" : "add";
      yield* callWords(at, ["procd_open_service", name(at), valueIn(at, "initscript")]);
      yield* callWords(at, words);
      return yield* callWords(at, ["procd_close_service", method]);
    },
    forget: (at, instance) => callWords(at, ["procd_kill", name(at), ...(instance === "" ? [] : [instance])]),
    status: function* (at) {
      yield* list(at, name(at));
      writeTo(at, 1, "inactive\n");
      return 3;
    },
    info: function* (at) {
      const message = begin();
      addText(message, "name", name(at));
      addFlag(message, "verbose", "1");
      return yield* call(at, "list");
    },
  };
}

type BusCall = (shell: ShellState, method: string) => Working<number>;

/** Functions that open, fill and close parts of a message. */
function messageFunctions(
  service: ServiceMessage,
  call: BusCall,
  begin: () => BusMessage,
): Readonly<Record<string, NativeFunction>> {
  const openInstance = (shell: ShellState, name: string): void => {
    service.instances++;
    openPart(service.message, "object", name === "" ? `instance${service.instances}` : name);
    if (valueIn(shell, "TRACE_SYSCALLS") !== "") addFlag(service.message, "trace", "1");
  };
  const done = (work: (shell: ShellState, args: readonly string[]) => void): NativeFunction =>
    native((shell, args) => {
      work(shell, args);
      return 0;
    });
  return {
    procd_open_service: done((_, [name = "", script = ""]) => {
      const message = begin();
      service.instances = 0;
      addText(message, "name", name);
      if (script !== "") addText(message, "script", script);
      openPart(message, "object", "instances");
    }),
    procd_close_service: function* (shell, [method = "set"]) {
      closePart(service.message);
      openTriggers(service);
      yield* callWords(shell, ["service_triggers"]);
      closeTriggers(service);
      if (isKnown(shell, "service_data")) {
        openPart(service.message, "object", "data");
        yield* callWords(shell, ["service_data"]);
        closePart(service.message);
      }
      return yield* call(shell, method === "" ? "set" : method);
    },
    procd_open_instance: done((shell, [name = ""]) => openInstance(shell, name)),
    procd_close_instance: done(() => closeInstance(service.message)),
    procd_add_instance: done((shell, command) => {
      openInstance(shell, "");
      addTexts(service.message, "command", command);
      closeInstance(service.message);
    }),
    procd_set_param: done((_, [type = "", ...values]) => setParameter(service.message, type, values)),
    procd_append_param: done((_, [type = "", ...values]) => appendParameter(service.message, type, values)),
    procd_add_jail: done((_, [name = "", ...words]) => addJail(service.message, name, words)),
    procd_add_jail_mount: done((_, paths) => addMounts(service.message, paths, "0")),
    procd_add_jail_mount_rw: done((_, paths) => addMounts(service.message, paths, "1")),
    procd_open_data: done(() => openPart(service.message, "object", "data")),
    procd_close_data: done(() => closePart(service.message)),
    ...Object.fromEntries(notFollowedHere.map((name) => [name, native(() => notFollowed(name))])),
  };
}

/** Functions of OpenWrt's libraries that need its configuration, or the parser of the bus's messages. */
const notFollowedHere: readonly string[] = (
  "procd_add_mdns procd_add_mdns_service procd_add_validation procd_open_validate procd_close_validate " +
  "procd_add_mount_trigger procd_add_action_mount_trigger procd_add_reload_mount_trigger " +
  "procd_add_restart_mount_trigger procd_get_mountpoints procd_set_config_changed " +
  "uci_load_validate uci_validate_section"
).split(" ");

/** What procd does with an instance that ends, where `respawn` says nothing more: within an hour, seconds, times. */
const usualRespawn = ["3600", "5", "5"];

function closeInstance(message: BusMessage): void {
  if (selectPart(message, "respawn")) {
    const respawn = innermost(message);
    if (respawn.kind === "array" && respawn.items.length === 0)
      for (const text of usualRespawn) addText(message, "", text);
    closePart(message);
  }
  closePart(message);
}

const tables = new Set(["env", "data", "limits"]);
const lists = new Set(["command", "netdev", "file", "respawn", "watch", "watchdog"]);
const numbers = new Set(["nice", "term_timeout"]);
const flags = new Set(["stdout", "stderr", "no_new_privs"]);
const texts = new Set(
  "pidfile user group seccomp capabilities facility extroot overlaydir tmpoverlaysize vrf".split(" "),
);

function setParameter(message: BusMessage, type: string, values: readonly string[]): void {
  const [first = ""] = values;
  if (tables.has(type)) {
    openPart(message, "object", type);
    addTable(message, values);
    closePart(message);
  } else if (lists.has(type)) addTexts(message, type, values);
  else if (type === "error") addTexts(message, type, [first]);
  else if (numbers.has(type)) addNumber(message, type, first);
  else if (type === "reload_signal") addNumber(message, type, String(signalNumber(first)));
  else if (texts.has(type)) addText(message, type, first);
  else if (flags.has(type)) addFlag(message, type, first);
}

function appendParameter(message: BusMessage, type: string, values: readonly string[]): void {
  if (!selectPart(message, type)) {
    setParameter(message, type, values);
    return;
  }
  if (tables.has(type)) addTable(message, values);
  else for (const value of type === "error" ? values.slice(0, 1) : values) addText(message, "", value);
  closePart(message);
}

/** `NAME=VALUE`, as far as the first empty word. */
function addTable(message: BusMessage, values: readonly string[]): void {
  for (const value of values) {
    if (value === "") return;
    const [name = "", text = ""] = value.split(/=(.*)/s, 2);
    addText(message, name, text);
  }
}

const jailWords = new Set("log ubus udebug procfs sysfs ronly requirejail netns userns cgroupsns".split(" "));

function addJail(message: BusMessage, name: string, words: readonly string[]): void {
  openPart(message, "object", "jail");
  addText(message, "name", name);
  for (const word of words) if (jailWords.has(word)) addFlag(message, word, "1");
  openPart(message, "object", "mount");
  closePart(message);
  closePart(message);
}

function addMounts(message: BusMessage, paths: readonly string[], writable: "0" | "1"): void {
  if (!selectPart(message, "jail")) return;
  if (selectPart(message, "mount")) {
    for (const path of paths) addText(message, path, writable);
    closePart(message);
  }
  closePart(message);
}
