import { expect, test } from "vitest";
import { listingOf } from "../../../testing/listing.ts";
import { buildTree } from "../../tree/build.ts";
import { familyOfScript, familyOfTree } from "../../tree/family.ts";

const service = "#!/bin/sh\nENABLED=yes\nPROCS=svcd\n. /opt/etc/init.d/rc.func\n";
const plain = "#!/bin/sh\ncase $1 in start) svcd ;; esac\n";

/** The family of a script of a system with these files. */
function familyOf(text: string, ...paths: readonly string[]): string | undefined {
  const tree = buildTree(
    listingOf(paths.map((path) => ({ path, text: path.endsWith("S50svc") ? text : plain }))),
  );
  return familyOfScript({ text, name: "S50svc", path: "etc/init.d/S50svc", tree }).families[0]?.name;
}

test("a script that reads rc.func is Entware's, also where the folder of /opt looks like a root of Buildroot's", () => {
  expect(familyOf(service, "etc/init.d/S50svc")).toBe("entware");
  expect(familyOf(service, "etc/init.d/S50svc", "etc/init.d/rcS")).toBe("entware");
  expect(familyOf(plain, "etc/init.d/S50svc")).toBe("buildroot");
});

test("with its program beside it, any script of the folder is", () => {
  expect(familyOf(plain, "etc/init.d/S50svc", "etc/init.d/rc.func", "etc/init.d/rc.unslung")).toBe("entware");
  const tree = buildTree(listingOf([{ path: "etc/init.d/S50svc", text: plain }]));
  expect(familyOfTree(tree)?.families[0]?.name).toBe("buildroot");
});
