// The services that insserv knows and how they stand behind each other.
//
// A *service* is a provided or requested name; a *node* is what is ordered. Names of one script share a node. The
// lists keep the order of first mention, because insserv's numbers depend on it.

import type { LevelSet } from "../levels.ts";

export type Direction = "start" | "stop";

/** How a node stands in one direction. */
export interface NodeSide {
  /** Who comes later than this node, in the order in which it became known. */
  behind: Node[];
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
  /** The service under whose name the node was made. */
  readonly service: Service;
  readonly start: NodeSide;
  readonly stop: NodeSide;
  script: string | undefined;
}

/** A service that another one asked for. */
export interface Requirement {
  service: Service;
  /** From a Required-* keyword; the others only order. */
  must: boolean;
}

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
  needs: Requirement[];
  /** What needs it at stop. */
  neededBy: Requirement[];
  /** How many links it has. */
  links: number;
  startNumber: number;
  stopNumber: number;
  script: string | undefined;
}

/** All services and nodes, in order of first mention. */
export interface ServiceGraph {
  readonly services: Service[];
  nodes: Node[];
  readonly byName: Map<string, Service>;
  /** A second name of one script was joined to another script, after which the program uses memory it has freed. */
  tangled: boolean;
}

/** An empty graph. */
export function newGraph(): ServiceGraph {
  return { services: [], nodes: [], byName: new Map(), tangled: false };
}

function newSide(): NodeSide {
  return {
    behind: [],
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
  const node: Node = {
    name,
    get service() {
      return service;
    },
    start: newSide(),
    stop: newSide(),
    script: undefined,
  };
  const service: Service = {
    name,
    node,
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
    needs: [],
    neededBy: [],
    links: 0,
    startNumber: 0,
    stopNumber: 0,
    script: undefined,
  };
  graph.services.push(service);
  graph.nodes.push(node);
  graph.byName.set(name, service);
  return service;
}

/** The service that stands for the whole script of this name. */
export function mainService(service: Service): Service {
  return service.node.service;
}

/** The node of a script's file name. */
export function nodeOfScript(graph: ServiceGraph, script: string): Node | undefined {
  return graph.nodes.findLast((node) => node.script === script);
}

/** Puts `later` behind `earlier`; a second time changes nothing. */
export function putBehind(later: Node, earlier: Node, direction: Direction): void {
  if (later === earlier) return;
  const { behind } = earlier[direction];
  if (!behind.some((node) => node.name === later.name)) behind.push(later);
}

/** Says that `script` provides this service; false when another script already does. */
export function claimService(graph: ServiceGraph, service: Service, script: string): boolean {
  const { node } = service;
  if (node.script !== undefined) return node.script === script;
  if (nodeOfScript(graph, script) === undefined) service.script = script;
  node.script = script;
  for (const other of graph.services) if (other !== service && other.node === node) other.script ??= script;
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
    for (const later of side.behind) if (later !== old) putBehind(later, node, direction);
    side.behind = side.behind.filter((later) => later === old);
    node[direction].levels |= side.levels;
  }
  graph.nodes = graph.nodes.filter((each) => each !== old);
  first.marks = joinMarks(first.marks, other.marks);
  other.marks.alias = true;
  other.node = node;
  first.needs = joinRequirements(first.needs, other.needs);
  first.neededBy = joinRequirements(first.neededBy, other.neededBy);
  other.needs = [];
  other.neededBy = [];
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

function joinRequirements(first: readonly Requirement[], other: readonly Requirement[]): Requirement[] {
  const joined = [...first];
  for (const each of other)
    if (!joined.some(({ service }) => service.name === each.service.name)) joined.push(each);
  return joined;
}

/** Forgets who came later only under a name that has become an alias. */
export function dropAliases(graph: ServiceGraph): void {
  for (const node of graph.nodes)
    for (const direction of ["start", "stop"] as const) {
      const side = node[direction];
      side.behind = side.behind.filter((later) => later === node || !later.service.marks.alias);
    }
}
