// The words for what can be done to a simulated machine. Which of it can be done the server says.

import type { Offer, OfferGroup } from "@inittab/core";

/** Finds a text in the language of the user: `vscode.l10n`, or what a page has in its place. */
export interface Translator {
  readonly t: (message: string, ...values: (string | number)[]) => string;
}

/** What stands for an offer. */
export interface OfferWords {
  /** On its button, which stands in its group. */
  readonly button: string;
  /** What it does, without the group. */
  readonly title: string;
  /** What has happened when it was chosen. */
  readonly event: string;
}

/** The words for an offer. */
export function wordsOf({ name, detail = "" }: Offer, l10n: Translator): OfferWords {
  const same = (text: string): OfferWords => ({ button: text, title: text, event: text });
  switch (name) {
    case "telinit":
      return { ...same(`telinit ${detail}`), button: detail };
    case "ctrl-alt-del":
      return same(l10n.t("Ctrl-Alt-Del"));
    case "keyboard-request":
      return { ...same(l10n.t("Keyboard request")), event: l10n.t("keyboard request") };
    case "power-fails":
      return { button: l10n.t("Fails"), title: l10n.t("Power fails"), event: l10n.t("power fails") };
    case "power-low":
      return { button: l10n.t("Low"), title: l10n.t("Battery low"), event: l10n.t("battery low") };
    case "power-back":
      return {
        button: l10n.t("Restored"),
        title: l10n.t("Power restored"),
        event: l10n.t("power restored"),
      };
    case "enter":
      return { ...same(l10n.t("Enter on {0}", detail)), button: detail };
    case "halt":
      return { ...same(l10n.t("Halt")), event: l10n.t("halt") };
    case "power-off":
      return { ...same(l10n.t("Power Off")), event: l10n.t("power off") };
    case "reboot":
      return { ...same(l10n.t("Reboot")), event: l10n.t("reboot") };
    case "reload":
      return {
        button: l10n.t("Reload"),
        title: l10n.t("Reload the File (HUP)"),
        event: l10n.t("reload"),
      };
    case "restart":
      return {
        button: l10n.t("Restart"),
        title: l10n.t("Restart Init (QUIT)"),
        event: l10n.t("restart of init"),
      };
    case "stop":
      return {
        button: l10n.t("Stop"),
        title: l10n.t("Stop Init (TSTP)"),
        event: l10n.t("init is stopped"),
      };
    case "continue":
      return {
        button: l10n.t("Continue"),
        title: l10n.t("Let Init Continue (CONT)"),
        event: l10n.t("init continues"),
      };
    case "reopen-pipe":
      return {
        button: "USR1",
        title: l10n.t("Reopen the Control Pipe (USR1)"),
        event: l10n.t("the control pipe is reopened"),
      };
    case "answer":
      return { ...same(l10n.t("Answer {0}", detail)), button: detail };
    case "process-ends":
      return { ...same(l10n.t("The process ends by itself")), button: l10n.t("Ends") };
    case "process-term":
      return { ...same(l10n.t("Somebody sends TERM to the process")), button: "TERM" };
    case "process-kill":
      return { ...same(l10n.t("Somebody kills the process")), button: "KILL" };
    case "service-kill":
      return {
        button: "KILL",
        title: l10n.t("Kill the process; its lock stays"),
        event: l10n.t("the process of a service is killed"),
      };
  }
}

/** The name of a group of offers. */
export function groupName({ name }: OfferGroup, l10n: Translator): string {
  switch (name) {
    case "telinit":
      return "telinit";
    case "keys":
      return l10n.t("Keys");
    case "enter":
      return l10n.t("Enter on");
    case "power":
      return l10n.t("Power");
    case "going-down":
      return l10n.t("Going down");
    case "init":
      return l10n.t("Init");
    case "answer":
      return l10n.t("Answer");
  }
}
