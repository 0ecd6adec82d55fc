// enable, disable and enabled of rc.common. Source: spec/openwrt.md, section 4; observed: rc.common as used since 2024.

import type { Working } from "../../shell/interpreter/contract.ts";
import { callWords, native, valueIn } from "../../shell/interpreter/native.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import { trimmedBaseName } from "../base-name.ts";
import { fitsPattern } from "../boot/pattern.ts";

/** A link of a script that its START or STOP asks for. */
export interface WantedLink {
  /** The name in /etc/rc.d. */
  readonly name: string;
  readonly target: string;
}

/** What a script says of its place in the order; empty: nothing. */
export interface ScriptNumbers {
  readonly start: string;
  readonly stop: string;
}

const letters = ["S", "K"] as const;

/**
 * The links that `enable` makes: the text of the number and the name without a number of that kind in front. Nothing is padded
 * or checked. Observed: start-100, start-1, text-number, prefix-name.
 */
export function enableLinks(script: string, { start, stop }: ScriptNumbers): readonly WantedLink[] {
  const of = (letter: "S" | "K", number: string): readonly WantedLink[] =>
    number === ""
      ? []
      : [{ name: `${letter}${number}${cutName(script, letter)}`, target: `../init.d/${script}` }];
  return [...of("S", start), ...of("K", stop)];
}

/** The names of the links that `enabled` looks for; they are not always those that `enable` makes. Observed: prefix-name. */
export function enabledNames(script: string, { start, stop }: ScriptNumbers): readonly string[] {
  const cut = cutName(script, "SK");
  return [...(start === "" ? [] : [`S${start}${cut}`]), ...(stop === "" ? [] : [`K${stop}${cut}`])];
}

/** The names in /etc/rc.d that `disable` takes away: two characters and the whole name. Observed: start-100, digit-names. */
export function disabledNames(script: string, names: readonly string[]): readonly string[] {
  return letters.flatMap((letter) => names.filter((name) => fitsPattern(name, `${letter}??${script}`)));
}

/** The functions of rc.common that are about links. */
export const linkFunctions: Readonly<Record<string, NativeFunction>> = {
  enable: function* (shell) {
    let status = 1;
    for (const { name, target } of enableLinks(scriptName(shell), numbersIn(shell)))
      if ((yield* callWords(shell, ["ln", "-sf", target, `${linkFolder(shell)}/${name}`])) === 0) status = 0;
    return status;
  },
  disable,
  enabled: native((shell) =>
    enabledNames(scriptName(shell), numbersIn(shell)).every(
      (name) => shell.files.linkStatus(`${linkFolder(shell)}/${name}`)?.kind === "link",
    )
      ? 0
      : 1,
  ),
};

function* disable(shell: ShellState): Working<number> {
  const folder = linkFolder(shell);
  const names = disabledNames(scriptName(shell), shell.files.names(folder) ?? []);
  return names.length === 0
    ? 0
    : yield* callWords(shell, ["rm", "-f", ...names.map((name) => `${folder}/${name}`)]);
}

function cutName(script: string, letters: string): string {
  return script.replace(new RegExp(`^[${letters}][0-9][0-9]`), "");
}

function scriptName(shell: ShellState): string {
  return trimmedBaseName(valueIn(shell, "initscript"));
}

function numbersIn(shell: ShellState): ScriptNumbers {
  return { start: valueIn(shell, "START"), stop: valueIn(shell, "STOP") };
}

/** While an image is built, its folder stands in front. */
function linkFolder(shell: ShellState): string {
  return `${valueIn(shell, "IPKG_INSTROOT")}/etc/rc.d`;
}
