// The product in other languages, in a real VS Code. The setting chooses, since the editor's own language takes a language
// pack that is not there without a network.

import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

interface Words {
  readonly language: string;
  /** What the finding about an id that stands twice says. */
  readonly finding: RegExp;
  readonly hover: RegExp;
  readonly lane: RegExp;
}

const spoken: readonly Words[] = [
  { language: "de", finding: /Kennung/, hover: /Aktion/, lane: /läuft/ },
  { language: "hu", finding: /azonosító/, hover: /művelet/, lane: /fut/ },
];

for (const [index, { language, finding, hover, lane }] of spoken.entries()) {
  const settings = JSON.stringify({ "inittab.language": language });
  await inEveryHost(
    `the language ${language}`,
    { port: 8900 + 40 * index, files: { ".vscode/settings.json": settings } },
    (scene) => {
      test("is that of findings and hovers", async () => {
        const { workbench } = scene;
        await workbench.open(scene.address("broken/etc/inittab"));
        await workbench.showProblems();
        await workbench.problems.filter({ hasText: "duplicate-id" }).filter({ hasText: finding }).waitFor();
        await workbench.moveTo(13, 6);
        expect(await workbench.hover()).toMatch(hover);
        if (scene.kind === "desktop" && process.env["SCREENSHOTS"] !== undefined)
          await scene.screenshot(`language-${language}`, process.env["SCREENSHOTS"]);
      });

      test("is that of the simulation view, to its last word", async () => {
        const { workbench, view } = scene;
        await workbench.open(scene.address("debian/etc/inittab"));
        await workbench.command("View: Toggle Panel Visibility");
        await workbench.command("Inittab: Simulate Boot");
        await view.locator(".lane").first().waitFor();
        await waitUntil("a lane speaks the language", async () =>
          lane.test((await view.locator(".timeline").innerHTML()) ?? ""),
        );
        expect(await view.locator("html").getAttribute("lang")).toBe(language);
        expect(await view.locator("body").textContent()).not.toMatch(
          /\b(runs|starts|waits|Restart|Events)\b/,
        );
      });
    },
  );
}
