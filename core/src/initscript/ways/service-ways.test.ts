import fc from "fast-check";
import { expect, test } from "vitest";
import { readInittab } from "../../inittab/read.ts";
import { inEnglish } from "../../testing/english.ts";
import { listingOf } from "../../testing/listing.ts";
import type { RcFlavor } from "../facts/rc-flavors.ts";
import { buildTree } from "../tree/build.ts";
import { followChanges } from "../tree/follow.ts";
import type { InitTree } from "../tree/model.ts";
import { serviceQuestions } from "./questions.ts";
import { serviceWays } from "./service-ways.ts";

const table = `id:3:initdefault:
si::sysinit:/etc/rc.d/rc.sysinit
${[0, 1, 2, 3, 4, 5, 6].map((level) => `l${level}:${level}:wait:/etc/rc.d/rc ${level}`).join("\n")}
`;
const { records } = readInittab(table, { dialect: "sysvinit" });

/** A tree of links, `3 S20web`, and scripts: the lock that each makes, and whether its stop removes it. */
function treeOf(
  links: readonly string[],
  locks: Readonly<Record<string, { readonly lock?: string; readonly keeps?: true }>> = {},
): InitTree {
  const names = new Set(links.map((link) => link.slice(5)));
  return buildTree(
    listingOf([
      ...[...names].map((name) => {
        const { lock = name, keeps } = locks[name] ?? {};
        const stop = keeps ? "" : `rm -f /var/lock/subsys/${lock}`;
        return {
          path: `etc/init.d/${name}`,
          text: `#!/bin/sh\ncase $1 in\nstart) touch /var/lock/subsys/${lock};;\nstop) ${stop}\n;;\nesac\n`,
        };
      }),
      ...["0", "1", "2", "3", "4", "5", "6"].map((level) => ({ path: `etc/rc${level}.d/.keep`, text: "" })),
      ...links.map((link) => ({
        path: `etc/rc${link.charAt(0)}.d/${link.slice(2)}`,
        target: `../init.d/${link.slice(5)}`,
      })),
    ]),
  );
}

function found(flavor: RcFlavor, tree: InitTree): string {
  const ways = serviceWays(tree, { flavor, records });
  return serviceQuestions
    .flatMap(({ ask }) => ask(ways, () => true))
    .map(({ question, severity, message, path, way, other }) =>
      [
        `${severity} ${question} ${path}: ${inEnglish.text(message)}`,
        `  ${way.join(" ")}${other === undefined ? "" : ` | ${other.join(" ")}`}`,
      ].join("\n"),
    )
    .join("\n");
}

const everywhere = ["0 K80web", "1 K80web", "2 K80web", "3 S20web", "4 K80web", "5 S20web", "6 K80web"];

test("a service with a link in each level, and a lock of its name, runs or does not wherever the machine comes from", () => {
  expect(found("el6", treeOf(everywhere))).toBe("");
  expect(found("deb12", treeOf(everywhere))).toBe("");
});

test("a level that names a service nowhere", () => {
  const tree = treeOf(everywhere.filter((link) => !link.startsWith("4")));
  expect(found("el6", tree)).toMatchInlineSnapshot(`
    "information path-independence etc/rc4.d: Whether \`web\` runs in runlevel 4 depends on the previous runlevel: nothing in this one starts or stops it
      3 4 | 3 1 4"
  `);
  expect(found("deb12", tree)).toBe(found("el6", tree));
});

test("a lock of another name", () => {
  expect(found("el6", treeOf(everywhere, { web: { lock: "httpd" } }))).toMatchInlineSnapshot(`
    "warning left-behind etc/rc0.d/K80web: \`web\` keeps running in runlevel 0: rc does not stop it because the lock \`web\` does not exist
      3 0"
  `);
});

test("a lock that stays", () => {
  expect(found("el6", treeOf(everywhere, { web: { keeps: true } }))).toMatchInlineSnapshot(`
    "warning path-independence var/lock/subsys/web: Whether \`web\` runs in runlevel 3 depends on the way there: rc skips \`S20web\` while the lock \`web\` exists
      3 | 3 1 3
    warning left-behind var/lock/subsys/web: \`web\` leaves the lock \`web\` behind when it is stopped, so rc does not start it again
      3 1"
  `);
});

test("a level for which the table does not call rc is none of the ways", () => {
  const { records: few } = readInittab("id:3:initdefault:\nl3:3:wait:/etc/rc.d/rc 3\n", {
    dialect: "sysvinit",
  });
  expect(serviceWays(treeOf(everywhere), { flavor: "el6", records: few }).states).toMatchObject([
    { way: ["3"] },
  ]);
});

test("of the ways that are told, rc goes each as it is said", () => {
  const link = fc
    .tuple(
      fc.constantFrom("0", "1", "2", "3", "4", "5", "6"),
      fc.constantFrom("S", "K"),
      fc.constantFrom("a", "b"),
    )
    .map(([level, letter, name]) => `${level} ${letter}20${name}`);
  const lock = fc.record({ lock: fc.constantFrom("a", "b", "c"), keeps: fc.constantFrom(true, undefined) });
  fc.assert(
    fc.property(
      fc.uniqueArray(link, { maxLength: 12 }),
      fc.record({ a: lock, b: lock }),
      fc.constantFrom<RcFlavor>("el6", "rh5", "deb9", "deb12"),
      (links, { a, b }, flavor) => {
        const own = ({ lock: name, keeps }: typeof a) => ({ lock: name, ...(keeps === true && { keeps }) });
        const tree = treeOf(links, { a: own(a), b: own(b) });
        const ways = serviceWays(tree, { flavor, records });
        expect(ways.exhausted).toBe(true);
        for (const { way, locks } of ways.states) {
          const changes = way.map((runlevel, index) => ({ previous: way[index - 1] ?? "N", runlevel }));
          const last = followChanges(tree, { flavor, changes, locks: [] }).at(-1);
          expect(last?.recorded.locks).toEqual([...locks].toSorted());
        }
      },
    ),
    { numRuns: 60 },
  );
});
