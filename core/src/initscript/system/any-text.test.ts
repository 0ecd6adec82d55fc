import fc from "fast-check";
import { expect, test } from "vitest";
import { ashBehaviour, bashBehaviour, dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import { createSystem } from "./system.ts";

const scraps = `a|b|1|2>| |\t|;|&|(|)|{ | }|'|"|$|\${|$(|$((|))|\`|\\|#|! |<|>|>>|<&|>&|<>|;;|if |then |else |elif |fi|while |do |done|for x in |case a in |esac|a) |x=|f() |~|*|[|[[ |%|@|$a|\${a:-|\${a#|\${#|$1|$@|$$|\f|\v|\r|\x00|\x01|\x1b|é|\ufeff|\u2028|function |;}|"$(|$'|exec |echo x; |test |printf %|read |set -|trap |kill |wait |local |export |getopts a: x |eval |. ./|unset |shift |umask |cd |sed s/|grep -E (|expr |tr |cut -f|ls |find |sort -k|head -n|xargs |env |date +%|f |f(){ f;};f |\${x=|\${x%|9999999999|<<E\n|E\n|readonly |return |sleep 1 & `;
const scrap = fc.constantFrom(...scraps.split("|"), "|", "&&", "||", "\n", "\\\n");

test("any text comes to an end in any shell, and what is not followed is a value", () => {
  fc.assert(
    fc.property(
      fc.array(scrap, { minLength: 1, maxLength: 25 }),
      fc.constantFrom(dashBehaviour, ashBehaviour, bashBehaviour),
      (pieces, shell) => {
        const system = createSystem({ shell, steps: 3000 });
        system.files.write("/tmp/a", "x y\n");
        const { end } = system.shell(pieces.join(""), { folder: "/tmp", input: "one\ntwo\n" });
        expect(["exit", "killed", "not-followed", "gave-up", "hangs"]).toContain(end?.kind);
      },
    ),
    { numRuns: 1500 },
  );
}, 60_000);
