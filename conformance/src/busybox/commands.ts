// Process fields in every form that BusyBox takes apart by itself or hands to a shell.

import type { RandomSource } from "../live/random.ts";

/** A process field, and the keys of the test processes in it. */
export interface TestCommand {
  readonly text: string;
  readonly keys: readonly string[];
}

/** A random command; its keys begin with its number. */
export function makeCommand(random: RandomSource, index: number): TestCommand {
  const key = `k${index}`;
  const plain = `/bin/p ${key}`;
  switch (random.below(28)) {
    case 0:
      return { text: `-${plain}`, keys: [key] };
    case 1:
      return { text: `${plain} >/dev/null`, keys: [key] };
    case 2:
      return { text: `${plain} "a  b" $USER`, keys: [key] };
    case 3:
      return { text: `${plain}; /bin/p ${key}b`, keys: [key, `${key}b`] };
    case 4:
      return { text: `${plain} && /bin/p ${key}b`, keys: [key, `${key}b`] };
    case 5:
      return { text: `${plain} &`, keys: [key] };
    case 6:
      return { text: `/bin/sh -c '${plain}; /bin/p ${key}b'`, keys: [key, `${key}b`] };
    case 7:
      return { text: `sh -c "${plain} && exec /bin/p ${key}b"`, keys: [key, `${key}b`] };
    case 8:
      return { text: `/bin/nope ${key}`, keys: [] };
    case 9:
      return { text: `nope${index} </dev/null`, keys: [] };
    case 10:
      return { text: ` ${plain}`, keys: [key] };
    case 11:
      return { text: `p\t${key}   x`, keys: [key] };
    case 12:
      return { text: `(${plain})`, keys: [key] };
    case 13:
      return { text: `${plain} 'x`, keys: [key] };
    case 14:
      return { text: `${plain} # ${index}`, keys: [key] };
    case 15:
      return { text: `${plain} x::y`, keys: [key] };
    case 16:
      return { text: `${plain} </dev/null`, keys: [key] };
    case 17:
      return { text: `/bin/p \\\n${key}`, keys: [key] };
    case 18:
      return { text: `A=1 ${plain}`, keys: [key] };
    case 19:
      return { text: `+${plain}`, keys: [key] };
    case 20:
      return { text: `/bin/sh -c 'echo said ${key}; ${plain}'`, keys: [key] };
    case 21:
      return { text: `${plain} \`echo x\` {y,z} ~`, keys: [key] };
    case 22:
      return { text: `/dev/null; ${plain}`, keys: [key] };
    default:
      return { text: plain, keys: [key] };
  }
}
