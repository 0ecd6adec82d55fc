// Chains such as `A && B | C > FILE`. In the tree a redirection, a pipe or `!` may belong to the whole chain on its left;
// to the shell it belongs to one command.

import type { SyntaxNode } from "./syntax.ts";

/** A piece of a chain, in the order of the text. */
export type ChainToken =
  | { readonly kind: "operator"; readonly operator: string; readonly start: number }
  | {
      readonly kind: "operand";
      readonly start: number;
      /** The command; undefined where there are redirections alone. */
      readonly node: SyntaxNode | undefined;
      /** Redirections, and words after them. */
      readonly redirects: readonly SyntaxNode[];
    };

/** What the chain consists of; undefined where it is not of that form. */
export function chainOf(chain: SyntaxNode): readonly ChainToken[] | undefined {
  const tokens: ChainToken[] = [];
  const open: ({ readonly node: SyntaxNode } | { readonly attached: SyntaxNode })[] = [{ node: chain }];
  const push = (nodes: readonly SyntaxNode[]) => {
    for (const node of nodes.toReversed()) open.push({ node });
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ("attached" in next) {
      const last = tokens.pop();
      if (last?.kind !== "operand") return undefined;
      tokens.push({ ...last, redirects: [...last.redirects, next.attached] });
      continue;
    }
    const { node } = next;
    switch (node.type) {
      case "&&":
      case "||":
      case "|":
      case "|&":
      case "!":
        tokens.push({ kind: "operator", operator: node.type, start: node.start });
        break;
      case "list":
      case "pipeline":
      case "negated_command":
        push(node.children);
        break;
      case "redirected_statement": {
        const body = node.children.find(({ field }) => field === "body");
        const redirects = node.children.filter((child) => child !== body);
        const work: typeof open = [];
        for (const redirect of redirects) {
          work.push({ attached: redirect });
          if (redirect.type !== "heredoc_redirect") continue;
          for (const inner of redirect.children) {
            const { field, type } = inner;
            if (field === "redirect" || field === "argument") work.push({ attached: inner });
            else if (field === "operator" || field === "right" || type === "pipeline")
              work.push({ node: inner });
          }
        }
        open.push(...work.reverse());
        if (body === undefined)
          tokens.push({ kind: "operand", start: node.start, node: undefined, redirects: [] });
        else open.push({ node: body });
        break;
      }
      default:
        if (node.type === "ERROR") return undefined;
        tokens.push({ kind: "operand", start: node.start, node, redirects: [] });
    }
  }
  return tokens;
}
