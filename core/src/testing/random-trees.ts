// Random systems of init scripts that are the same on every machine, for answers that were recorded once.

import { buildTree } from "../initscript/tree/build.ts";
import type { TreeNode } from "../initscript/tree/listing.ts";
import type { InitTree } from "../initscript/tree/model.ts";
import { type Drawing, drawing } from "./drawing.ts";

/** A system in which names are shared, missing, repeated and asked for in circles, with links and configuration. */
export function randomTree(seed: number): InitTree {
  const draw = drawing(seed);
  const count = 1 + draw.below(12);
  const names = Array.from({ length: count }, (_, place) => `${draw.oneOf(["s", "k", "b"])}${place}`);
  const usual = ["x", "y", "$all", "$network", "$remote_fs", "$null", "+x", "$nothing", "$a", "$b"];
  const words = [...names, ...names, ...names.map((name) => `p${name}`), ...usual];
  const scripts = names.map((name) => [name, scriptText(draw, name, names, words)] as const);
  const nodes = new Map<string, TreeNode>();
  const folders: string[] = [];
  const addFolder = (name: string, entries: readonly (readonly [string, TreeNode])[]): void => {
    folders.push(name);
    nodes.set(`etc/${name}`, { kind: "folder", names: entries.map(([entry]) => entry) });
    for (const [entry, node] of entries) nodes.set(`etc/${name}/${entry}`, node);
  };
  const file = (text: string): TreeNode => ({ kind: "file", text, mode: 0o755 });
  addFolder(
    "init.d",
    scripts.map(([name, text]) => [name, file(text)]),
  );
  if (draw.isOneIn(2)) for (const level of "0123456S") addFolder(`rc${level}.d`, [...links(draw, names)]);
  if (draw.isOneIn(5)) addFolder("chkconfig.d", [[names[0] ?? "", file(draw.oneOf(scripts)[1])]]);
  if (draw.isOneIn(3)) {
    const text = `$a ${draw.list(words, 4)}\n$b $a ${draw.list(words, 3)}\n$network +x ${draw.oneOf(names)}\n<interactive> ${draw.oneOf(names)}\n`;
    folders.push("insserv.conf");
    nodes.set("etc/insserv.conf", file(text));
  }
  nodes.set("", { kind: "folder", names: ["etc"] });
  nodes.set("etc", { kind: "folder", names: folders });
  return buildTree(nodes);
}

function scriptText(draw: Drawing, name: string, names: readonly string[], words: readonly string[]): string {
  if (draw.isOneIn(20)) return "#!/bin/sh\n";
  const other = draw.oneOf(names);
  const provides = [
    name,
    name,
    `${name} p${name}`,
    `p${other} ${name}`,
    `${other} ${name}`,
    `$x ${name}`,
    "",
  ];
  const levels = ["2 3 4 5", "2 3 4 5", "2 3 4 5", "2 3", "S", "", "0 1 6", "3", "5 S"];
  const lines = [
    `Provides: ${draw.oneOf(provides)}`,
    `Required-Start: ${draw.list(words, 3)}`,
    `Required-Stop: ${draw.list(words, 3)}`,
    `Default-Start: ${draw.oneOf(levels)}`,
    `Default-Stop: ${draw.oneOf(levels)}`,
  ].filter(() => !draw.isOneIn(40));
  for (const keyword of ["Should-Start", "Should-Stop", "X-Start-Before", "X-Stop-After"])
    if (draw.isOneIn(5)) lines.push(`${keyword}: ${draw.list(words, 3)}`);
  if (draw.isOneIn(10)) lines.push("X-Interactive: true");
  const line = `# chkconfig: ${draw.oneOf(["2345", "35", "-", "3"])} ${draw.below(100)} ${draw.below(100)}\n# description: x\n`;
  const header = lines.map((each) => `# ${each}\n`).join("");
  return `#!/bin/sh\n${draw.isOneIn(2) ? line : ""}### BEGIN INIT INFO\n${header}### END INIT INFO\n`;
}

function links(draw: Drawing, names: readonly string[]): ReadonlyMap<string, TreeNode> {
  const found = new Map<string, TreeNode>();
  for (let left = draw.below(2 * names.length); left > 0; left--) {
    const script = draw.oneOf([...names, "gone"]);
    const number = String(draw.below(draw.isOneIn(10) ? 130 : 100)).padStart(2, "0");
    const name = `${draw.oneOf(["S", "K"])}${number}${draw.isOneIn(10) ? draw.oneOf(names) : script}`;
    found.set(name, { kind: "link", target: `../init.d/${script}` });
  }
  return found;
}
