import { expect, test } from "vitest";
import { marked } from "../../testing/document.ts";
import { signatureAt } from "./signature.ts";

function check(text: string): string {
  const { document, offset } = marked(text);
  const signature = signatureAt(document.scan, offset);
  return signature === undefined
    ? "nothing"
    : `${signature.fields[signature.active]?.name} of ${signature.label}`;
}

test("the field that is being typed is known until the record runs something", () => {
  expect(check("1$0")).toBe("id of id:runlevels:action:process");
  expect(check("1:2$0")).toBe("runlevels of id:runlevels:action:process");
  expect(check("1:2:res$0")).toBe("action of id:runlevels:action:process");
  expect(check("1:2:respawn:$0\n")).toBe("process of id:runlevels:action:process");
  expect(check("1:2:res$0pawn:/bin/x")).toBe("nothing");
  expect(check("# 1:2$0")).toBe("nothing");
  expect(check("$0\n1:2:once:/bin/x")).toBe("nothing");
});
