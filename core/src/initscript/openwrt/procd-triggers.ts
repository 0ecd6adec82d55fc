// What a service asks procd to watch for it: a part of its message. Source: spec/openwrt.md, section 5; observed: procd-triggers.

import { native, valueIn } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { addNumber, addTexts, type BusMessage, closePart, openPart } from "./bus-message.ts";

/** The message that is being put together, and what is open in it. */
export interface ServiceMessage {
  message: BusMessage;
  instances: number;
  openTriggers: number;
  openData: number;
}

/** Opens the list of triggers, where it is not open yet. */
export function openTriggers(service: ServiceMessage): void {
  if (++service.openTriggers === 1) openPart(service.message, "array", "triggers");
}

/** Closes it as often as it was opened. */
export function closeTriggers(service: ServiceMessage): void {
  if (--service.openTriggers < 1) closePart(service.message);
}

/** How long procd waits for more of the same, in milliseconds, where a script does not set PROCD_RELOAD_DELAY. */
export const usualReloadDelay = "1000";

interface Trigger {
  readonly event: string;
  /** What must be equal to what. */
  readonly about: string;
  readonly value: string;
  readonly command: readonly string[];
}

function addTrigger(shell: ShellState, { message }: ServiceMessage, trigger: Trigger): number {
  const { event, about, value, command } = trigger;
  openPart(message, "array");
  addText(message, event);
  openPart(message, "array");
  addText(message, "if");
  addTexts(message, "", ["eq", about, value]);
  addTexts(message, "", ["run_script", ...command]);
  closePart(message);
  addDelay(shell, message);
  closePart(message);
  return 0;
}

function addText(message: BusMessage, text: string): void {
  const { open } = message;
  const inner = open.at(-1);
  if (inner?.kind === "array") inner.items.push({ kind: "text", text });
}

function addDelay(shell: ShellState, message: BusMessage): void {
  const delay = valueIn(shell, "PROCD_RELOAD_DELAY");
  if (Number(delay) > 0) addNumber(message, "", delay);
}

/** The functions by which scripts add triggers; `script` is the service's own script in /etc/init.d. */
export function triggerFunctions(
  service: ServiceMessage,
  script: (shell: ShellState) => string,
): Readonly<Record<string, NativeFunction>> {
  const reloads = (event: string, about: string): NativeFunction =>
    native((shell, values) => {
      openTriggers(service);
      for (const value of values)
        addTrigger(shell, service, { event, about, value, command: [script(shell), "reload"] });
      closeTriggers(service);
      return 0;
    });
  const plain = (about: string): NativeFunction =>
    native((shell, [event = "", value = "", ...command]) =>
      addTrigger(shell, service, { event, about, value, command }),
    );
  return {
    procd_open_trigger: native(() => {
      openTriggers(service);
      return 0;
    }),
    procd_close_trigger: native(() => {
      closeTriggers(service);
      return 0;
    }),
    procd_add_config_trigger: plain("package"),
    procd_add_interface_trigger: plain("interface"),
    procd_add_reload_trigger: reloads("config.change", "package"),
    procd_add_reload_data_trigger: reloads("service.data.update", "name"),
    procd_add_reload_interface_trigger: native((shell, [value = ""]) => {
      openTriggers(service);
      addTrigger(shell, service, {
        event: "interface.*",
        about: "interface",
        value,
        command: [script(shell), "reload"],
      });
      closeTriggers(service);
      return 0;
    }),
    procd_add_raw_trigger: native((_, [event = "", delay = "", ...command]) => {
      const { message } = service;
      openPart(message, "array");
      addText(message, event);
      openPart(message, "array");
      addTexts(message, "", ["run_script", ...command]);
      closePart(message);
      addNumber(message, "", delay);
      closePart(message);
      return 0;
    }),
  };
}
