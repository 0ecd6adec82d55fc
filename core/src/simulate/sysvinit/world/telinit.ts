// How telinit and raw writers fill a request. Source: spec/sysvinit.md, section 8; observed: telinit-usage.

import { requestDataSize, requestSize, type SysvinitBehaviour } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import type { PipeRequest } from "../machine/state.ts";
import type { RawRequest } from "../scenario.ts";

/** The magic number of a request. */
const requestMagic = 0x03091969;

/** The letters that telinit takes; it sends them as they are. */
const telinitLetters = /^[0-9SsQqAaBbCcUu]$/;

/** What telinit sends for these arguments; undefined: it prints its usage and sends nothing. */
export function telinitRequest(
  words: readonly string[],
  behaviour: SysvinitBehaviour,
): PipeRequest | undefined {
  let waitTime = behaviour.waitTime;
  const variables: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      others.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("-") || word.length === 1) {
      others.push(word);
      continue;
    }
    const value = word.length > 2 ? word.slice(2) : words[++index];
    if (value === undefined) return undefined;
    if (word[1] === "t") waitTime = toNumber(value);
    else if (word[1] === "e") variables.push(value);
    else return undefined;
  }
  if (variables.length > 0) {
    const size = variables.reduce((sum, variable) => sum + byteLength(variable) + 1, 1);
    if (others.length > 0 || size > requestDataSize) return undefined;
    return { command: 6, level: "", waitTime: 0, bogus: false, variables };
  }
  const [letter] = others;
  if (others.length !== 1 || letter === undefined || !telinitLetters.test(letter)) return undefined;
  return { command: 1, level: letter, waitTime, bogus: false, variables: [] };
}

/** The requests that init reads when these bytes are written: a longer write is one request and a rest. */
export function rawRequests(raw: RawRequest): readonly PipeRequest[] {
  const size = raw.size ?? requestSize;
  const request: PipeRequest = {
    command: raw.cmd ?? 1,
    level:
      typeof raw.runlevel === "number"
        ? String.fromCharCode(raw.runlevel & 0xff)
        : (raw.runlevel ?? "").slice(0, 1),
    waitTime: raw.sleeptime ?? 3,
    bogus: (raw.magic ?? requestMagic) !== requestMagic || size < requestSize,
    variables: [],
  };
  if (size <= 0) return [];
  return size > requestSize ? [request, { ...request, bogus: true }] : [request];
}

/** Like atoi: leading digits, else 0; wrapped to 32 bits. */
function toNumber(text: string): number {
  return Number(/^\s*([-+]?\d+)/.exec(text)?.[1] ?? 0) | 0;
}
