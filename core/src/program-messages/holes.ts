// The names of holes in templates, and what can stand in one.

const number = /^(?:\d{1,9}|<\w+>)$/;
const token = /^\S{1,200}$/;
const anything = /^[\s\S]*$/;
const something = /^[\s\S]+$/;

const kinds: Readonly<Record<string, RegExp>> = {
  ...{
    line: number,
    pid: number,
    minutes: number,
    seconds: number,
    count: number,
    limit: number,
    status: number,
  },
  ...{
    // A boot loader says `Starting kernel ...`.
    script: /^(?!kernel$)[^\s:/'"]{1,100}$/i,
    required: token,
    other: token,
    service: token,
    action: token,
    keyword: token,
  },
  ...{
    level: token,
    state: token,
    signal: token,
    facility: token,
    direction: token,
    mark: token,
    port: token,
  },
  ...{ path: token, path2: token, id: /^[^\n]{1,40}$/ },
  ...{ terminal: /^\S*$/, program: anything, process: anything },
};

/** What can stand in a hole of this name. */
export function holeKind(name: string): RegExp {
  return kinds[name] ?? something;
}
