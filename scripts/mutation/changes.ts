// Finds everything in a file that could be changed. Only what runs inside functions is: the rest of core are tables, which
// are facts about init and not behaviour of ours. Limits are numbers with a name, and are changed where they are used.

import { type Node, parseSync, visitorKeys } from "oxc-parser";
import type { Change, Place, Span } from "./mutant.ts";
import { replacements } from "./operators.ts";

/** A parent with a node in it, by the property that it stands in. */
interface Around {
  readonly grandparent: Node | undefined;
  readonly parent: Node;
  readonly property: string;
  /** Inside a function. */
  readonly inside: boolean;
  /** An optional chain would end earlier if this part of it stood in brackets. */
  readonly chained: boolean;
}

/** All changes of a file, in the order of the text. */
export function changesOf(path: string, text: string): readonly Change[] {
  const { program } = parseSync(path, text);
  const textOf = ({ start, end }: Span): string => text.slice(start, end);
  const changes: Change[] = [...constantsOf(program, textOf)];
  walk(program, (node, around) => {
    if (!around.inside) return;
    changes.push(...changesOfNode(node, around, textOf));
  });
  return changes.toSorted((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
}

/** The places in a file where a loop goes round: where the text of its body begins and ends. */
export function loopBodies(path: string, text: string): readonly (Span & { readonly isBlock: boolean })[] {
  const bodies: (Span & { readonly isBlock: boolean })[] = [];
  walk(parseSync(path, text).program, (node, { parent, property }) => {
    if (property !== "body" || !/^(While|DoWhile|For|ForOf|ForIn)Statement$/.test(parent.type)) return;
    bodies.push({ start: node.start, end: node.end, isBlock: node.type === "BlockStatement" });
  });
  return bodies;
}

function changesOfNode(node: Node, around: Around, textOf: (span: Span) => string): Change[] {
  const { start, end } = node;
  const span = { start, end };
  if (node.type === "BlockStatement")
    return node.body.length > 0 ? [{ span, mutated: "", places: [{ start, end, form: "block" }] }] : [];
  if (around.chained || !isValue(node, around)) return [];
  const texts = new Set(replacements(node, textOf));
  const { parent, property } = around;
  const isTest = property === "test" && parent.type !== "SwitchCase";
  // A loop that never ends proves nothing but that it does not.
  const isLoop = /^(While|DoWhile|For)Statement$/.test(parent.type);
  if (isTest) for (const value of isLoop ? ["false"] : ["true", "false"]) texts.add(value);
  texts.delete(textOf(node));
  return [...texts].map((mutated) => ({ span, mutated, places: [{ start, end, form: "expression" }] }));
}

/** Whether a node can stand in brackets: it is a value, and neither a name, a type, nor a pattern. */
function isValue(node: Node, { parent, property }: Around): boolean {
  if (node.type === "Literal" || node.type === "TemplateLiteral") {
    if (property === "key" && "computed" in parent && !parent.computed) return false;
    if (parent.type === "TaggedTemplateExpression") return false;
    return !/^(ExpressionStatement|Import|Export)/.test(parent.type);
  }
  return !(property === "left" && /^(Assignment|For)/.test(parent.type)) && property !== "callee";
}

/** Numbers with a name at the top of the file, changed at every use. */
function constantsOf(program: Node, textOf: (span: Span) => string): Change[] {
  const constants = new Map<string, { readonly span: Span; readonly mutated: string }>();
  const bound = new Map<string, number>();
  const uses = new Map<string, Place[]>();
  walk(program, (node, { grandparent, parent, property, inside }) => {
    if (node.type !== "Identifier") return;
    const { name, start, end } = node;
    if (property === "id" && parent.type === "VariableDeclarator" && !inside) {
      const { init } = parent;
      if (init?.type === "Literal" && typeof init.value === "number")
        constants.set(name, { span: { start: init.start, end: init.end }, mutated: String(init.value + 1) });
    }
    const isPattern = parent.type === "Property" && grandparent?.type === "ObjectPattern";
    if (isBinding(parent, property) || isPattern) bound.set(name, (bound.get(name) ?? 0) + 1);
    else if (inside && isUse(parent, property)) {
      const form = parent.type === "Property" && parent.shorthand ? "property" : "expression";
      uses.set(name, [...(uses.get(name) ?? []), { start, end, form }]);
    }
  });
  return [...constants].flatMap(([name, { span }]) => {
    const places = uses.get(name) ?? [];
    // A name that is bound again somewhere may mean something else there.
    if (places.length === 0 || bound.get(name) !== 1) return [];
    return [{ span, mutated: `${textOf(span)} + 1`, places }];
  });
}

function isBinding(parent: Node, property: string): boolean {
  if (property === "id" || property === "params" || property === "param" || property === "local") return true;
  if (property === "elements" && parent.type === "ArrayPattern") return true;
  return /^(AssignmentPattern|RestElement)$/.test(parent.type) && property !== "right";
}

function isUse(parent: Node, property: string): boolean {
  if (property === "property" && "computed" in parent && !parent.computed) return false;
  if (property === "key") return false;
  return !/^(TS|Export|Import|Labeled|Break|Continue)/.test(parent.type);
}

function walk(program: Node, enter: (node: Node, around: Around) => void): void {
  const go = (grandparent: Node | undefined, parent: Node, inside: boolean, chained: boolean): void => {
    for (const property of visitorKeys[parent.type] ?? []) {
      const value: unknown = Reflect.get(parent, property);
      for (const node of Array.isArray(value) ? value : [value]) {
        if (!isNode(node) || isType(node)) continue;
        const isChained = isSpine(parent, property, chained);
        enter(node, { grandparent, parent, property, inside, chained: isChained });
        go(parent, node, inside || isFunction(node), isChained);
      }
    }
  };
  go(undefined, program, false, false);
}

function isSpine(parent: Node, property: string, chained: boolean): boolean {
  if (parent.type === "ChainExpression") return true;
  return chained && (property === "object" || property === "callee" || property === "expression");
}

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function isType(node: Node): boolean {
  return node.type.startsWith("TS") && !/^TS(As|NonNull|Satisfies)/.test(node.type);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
