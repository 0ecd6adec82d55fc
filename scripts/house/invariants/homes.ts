// One home for each default, limit and name on the wire. Two homes agree on the day they are written and on no other.

import type { Expression } from "oxc-parser";
import { isProduct } from "../files.ts";
import type { Finding } from "../finding.ts";
import type { Plan, Wire } from "../plan.ts";
import { type Source, visit } from "../source.ts";

/** Finds names on the wire outside their home, and constants of one name that several files give a value. */
export function* checkHomes(sources: readonly Source[], plan: Plan): Iterable<Finding> {
  const product = sources.filter(({ path }) => isProduct(path, plan));
  yield* checkWire(product, plan.wire);
  yield* checkConstants(product);
}

/** Something that is written in a file, and where. */
interface Use {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

/**
 * Requests, and all that client and server both say, are written in the protocol's file. What only the client says, such
 * as its own commands, is written in one file, beside the manifest.
 */
function* checkWire(product: readonly Source[], wire: Wire): Iterable<Finding> {
  const uses = product.flatMap((source) => wireNames(source, wire.names));
  const homes = firstHomes(uses.filter(({ path }) => path === wire.home).concat(uses));
  for (const { name, path, line } of uses) {
    if (path === wire.home) continue;
    const home = wire.requests.test(name) ? wire.home : homes.get(name);
    if (home === path || home === undefined) continue;
    yield { path, line, subject: name, message: `writes \`${name}\`; its home is ${home}` };
  }
}

function wireNames({ path, program, lineAt }: Source, names: RegExp): readonly Use[] {
  const uses: Use[] = [];
  visit(program, {
    Literal: ({ value, start }) => {
      if (typeof value === "string" && names.test(value))
        uses.push({ name: value, path, line: lineAt(start) });
    },
  });
  return uses;
}

/** A constant that is exported has its value there; another file imports it rather than having one of the same name. */
function* checkConstants(product: readonly Source[]): Iterable<Finding> {
  const constants = product.flatMap(literalConstants);
  const homes = firstHomes(constants.filter(({ exported }) => exported));
  for (const { name, path, line } of constants) {
    const home = homes.get(name);
    if (home === path || home === undefined) continue;
    yield {
      path,
      line,
      subject: name,
      message: `\`${name}\` has a value in ${home} too; import one of them`,
    };
  }
}

function literalConstants({
  path,
  program,
  lineAt,
}: Source): readonly (Use & { readonly exported: boolean })[] {
  return program.body.flatMap((statement) => {
    const exported = statement.type === "ExportNamedDeclaration";
    const declaration = exported ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") return [];
    return declaration.declarations.flatMap(({ id, init, start }) =>
      id.type === "Identifier" && init !== null && isLiteral(init)
        ? [{ name: id.name, path, line: lineAt(start), exported }]
        : [],
    );
  });
}

/** A number or text, and what is counted out of them, such as `64 * 1024`. */
function isLiteral(value: Expression): boolean {
  if (value.type === "BinaryExpression")
    return value.left.type !== "PrivateIdentifier" && isLiteral(value.left) && isLiteral(value.right);
  if (value.type === "UnaryExpression") return isLiteral(value.argument);
  return value.type === "Literal" && (typeof value.value === "number" || typeof value.value === "string");
}

function firstHomes(uses: readonly Use[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { name, path } of uses) if (!homes.has(name)) homes.set(name, path);
  return homes;
}
