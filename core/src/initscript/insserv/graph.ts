// The services that insserv knows and how they stand behind each other.
//
// A *service* is a provided or requested name; a *node* is what is ordered. Names of one script share a node. The
// lists keep the order of first mention, because insserv's numbers depend on it.

import type { LevelSet } from "../levels.ts";

export type Direction = "start" | "stop";

/** How a node stands in one direction. */
export interface NodeSide {
  readonly node: Node;
  readonly direction: Direction;
  /** Who comes later than this node, in the order in which it became known. */
  behind: NodeSide[];
  /** The same again: a list of thousands takes too long to look through. */
  isBehind: Set<NodeSide>;
  levels: LevelSet;
  /** The number so far; 0 as long as nobody looked. */
  number: number;
  /** A lower bound that an earlier decision set. */
  minimum: number;
  /** The walk is inside this node's `behind` list. */
  open: boolean;
  /** A loop through here has been told. */
  loop: boolean;
  /** The line "loop involving" has been printed for this node. */
  loopReported: boolean;
  tooDeep: boolean;
}

/** What is ordered: a script, or a name that nobody provides. */
export interface Node {
  readonly name: string;
  /** Counts the nodes as they were made. */
  readonly place: number;
  /** The service under whose name the node was made. */
  readonly service: Service;
  readonly start: NodeSide;
  readonly stop: NodeSide;
  script: string | undefined;
  /** Every service whose node this is. */
  readonly names: Set<Service>;
}

/**
 * The services that another one asked for, in the order in which it did. True: from a Required-* keyword; the others
 * only order.
 */
export type Requirements = Map<Service, boolean>;

/** The marks of a service; they pass on when two names turn out to be one script. */
interface ServiceMarks {
  /** Its header has been used. */
  known: boolean;
  interactive: boolean;
  /** It has a link in some level. */
  enabled: boolean;
  /** `$all` among what it needs to start. */
  startsLast: boolean;
  /** `$all` among what it needs to stop. */
  stopsFirst: boolean;
  /** Another name of a script whose first name is the node's. */
  alias: boolean;
  /** Named on the command line. */
  named: boolean;
  /** With -e: needed by a named one. */
  enforced: boolean;
  /** A fatal message about it has been printed. */
  warned: boolean;
  /** Made under the script's name because its provided name is taken; only to remove it. */
  taken: boolean;
}

/** A provided or requested name. */
export interface Service {
  readonly name: string;
  node: Node;
  marks: ServiceMarks;
  /** What it needs at start. */
  needs: Requirements;
  /** What needs it at stop. */
  neededBy: Requirements;
  /** How many links it has. */
  links: number;
  startNumber: number;
  stopNumber: number;
  script: string | undefined;
}

/** All services and nodes, in order of first mention. */
export interface ServiceGraph {
  readonly services: Service[];
  nodes: Set<Node>;
  readonly byName: Map<string, Service>;
  /** The nodes of each script, in the order in which they were made. */
  readonly byScript: Map<string, Node[]>;
  /** A second name of one script was joined to another script, after which the program uses memory it has freed. */
  tangled: boolean;
}

/** An empty graph. */
export function newGraph(): ServiceGraph {
  return { services: [], nodes: new Set(), byName: new Map(), byScript: new Map(), tangled: false };
}

function newNode(name: string, place: number, service: () => Service): Node {
  const node: Node = {
    name,
    place,
    get service() {
      return service();
    },
    get start() {
      return start;
    },
    get stop() {
      return stop;
    },
    script: undefined,
    names: new Set(),
  };
  const start = newSide(node, "start");
  const stop = newSide(node, "stop");
  return node;
}

function newSide(node: Node, direction: Direction): NodeSide {
  return {
    node,
    direction,
    behind: [],
    isBehind: new Set(),
    levels: 0,
    number: 0,
    minimum: 1,
    open: false,
    loop: false,
    loopReported: false,
    tooDeep: false,
  };
}

/** The service of this name, made when it is not known yet. */
export function provideService(graph: ServiceGraph, name: string): Service {
  const known = graph.byName.get(name);
  if (known !== undefined) return known;
  const service: Service = {
    name,
    node: newNode(name, graph.services.length, () => service),
    marks: {
      known: false,
      interactive: false,
      enabled: false,
      startsLast: false,
      stopsFirst: false,
      alias: false,
      named: false,
      enforced: false,
      warned: false,
      taken: false,
    },
    needs: new Map(),
    neededBy: new Map(),
    links: 0,
    startNumber: 0,
    stopNumber: 0,
    script: undefined,
  };
  service.node.names.add(service);
  graph.services.push(service);
  graph.nodes.add(service.node);
  graph.byName.set(name, service);
  return service;
}

/** The service that stands for the whole script of this name. */
export function mainService(service: Service): Service {
  return service.node.service;
}

/** The nodes of a script's file name: more than one where its names could not be joined. */
export function nodesOfScript(graph: ServiceGraph, script: string): readonly Node[] {
  return graph.byScript.get(script) ?? [];
}

/** The last node of a script's file name. */
export function nodeOfScript(graph: ServiceGraph, script: string): Node | undefined {
  return nodesOfScript(graph, script).at(-1);
}

/** Puts `later` behind `earlier`; a second time changes nothing. */
export function putBehind(later: Node, earlier: Node, direction: Direction): void {
  if (later === earlier) return;
  const { behind, isBehind } = earlier[direction];
  const side = later[direction];
  if (isBehind.has(side)) return;
  isBehind.add(side);
  behind.push(side);
}

/** Takes all from behind a node that are not to be kept. */
function keepBehind(side: NodeSide, isKept: (later: Node) => boolean): void {
  if (side.behind.every(({ node }) => isKept(node))) return;
  side.behind = side.behind.filter(({ node }) => isKept(node));
  side.isBehind = new Set(side.behind);
}

/** Says that `script` provides this service; false when another script already does. */
export function claimService(graph: ServiceGraph, service: Service, script: string): boolean {
  const { node } = service;
  if (node.script !== undefined) return node.script === script;
  if (nodeOfScript(graph, script) === undefined) service.script = script;
  node.script = script;
  // A node whose name was joined to another one is not in the graph any more.
  if (graph.nodes.has(node)) {
    const nodes = [...nodesOfScript(graph, script), node];
    graph.byScript.set(
      script,
      nodes.toSorted((one, other) => one.place - other.place),
    );
  }
  for (const other of node.names) if (other !== service) other.script ??= script;
  return true;
}

/** Makes `other` a second name of the script that `first` stands for. */
export function joinServices(graph: ServiceGraph, first: Service, other: Service): void {
  const node = first.node;
  const old = other.node;
  if (node === old || (old.script !== undefined && old.script !== node.script)) return;
  if (other.marks.alias) graph.tangled = true;
  for (const direction of ["start", "stop"] as const) {
    const side = old[direction];
    for (const later of side.behind) if (later.node !== old) putBehind(later.node, node, direction);
    keepBehind(side, (later) => later === old);
    node[direction].levels |= side.levels;
  }
  graph.nodes.delete(old);
  if (old.script !== undefined)
    graph.byScript.set(
      old.script,
      nodesOfScript(graph, old.script).filter((each) => each !== old),
    );
  first.marks = joinMarks(first.marks, other.marks);
  other.marks.alias = true;
  other.node = node;
  old.names.delete(other);
  node.names.add(other);
  first.needs = joinRequirements(first.needs, other.needs);
  first.neededBy = joinRequirements(first.neededBy, other.neededBy);
  other.needs = new Map();
  other.neededBy = new Map();
}

function joinMarks(one: ServiceMarks, other: ServiceMarks): ServiceMarks {
  return {
    known: one.known || other.known,
    interactive: one.interactive || other.interactive,
    enabled: one.enabled || other.enabled,
    startsLast: one.startsLast || other.startsLast,
    stopsFirst: one.stopsFirst || other.stopsFirst,
    alias: one.alias || other.alias,
    named: one.named || other.named,
    enforced: one.enforced || other.enforced,
    warned: one.warned || other.warned,
    taken: one.taken || other.taken,
  };
}

function joinRequirements(first: Requirements, other: Requirements): Requirements {
  for (const [service, must] of other) if (!first.has(service)) first.set(service, must);
  return first;
}

/** Forgets who came later only under a name that has become an alias. */
export function dropAliases(graph: ServiceGraph): void {
  for (const node of graph.nodes)
    for (const side of [node.start, node.stop])
      keepBehind(side, (later) => later === node || !later.service.marks.alias);
}
