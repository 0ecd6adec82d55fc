// What no simulation can make sense of, or not in time: the view says what is the matter, and the editor goes on.

import { expect, test } from "vitest";
import { inEveryHost, type Scene } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

/** A table of so many lines, all of which run something. */
function hugeTable(lines: number): string {
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  const id = (index: number) =>
    [0, 1, 2, 3].map((place) => digits[Math.floor(index / digits.length ** place) % digits.length]).join("");
  const records = Array.from(
    { length: lines - 1 },
    (_, index) => `${id(index)}:2:once:/sbin/daemon ${index}`,
  );
  return `id:2:initdefault:\n${records.join("\n")}\n`;
}

const enemies = `id:2:initdefault:
a:2:respawn:/sbin/a --kill b
b:2:respawn:/sbin/b --kill a
`;

/** Each kills the other every ten seconds, until the end. */
function war(until: number): string {
  const processes = { a: { runs: 20, exit: 137 }, b: { runs: 10, exit: 137 } };
  return JSON.stringify({ name: "war", inittab: enemies, processes, until }, null, 1);
}

const wrongScenario = `{
  "inittab": "",
  "until": "tomorrow",
  "processes": { "a": { "runs": -3 } },
  "events": [{ "at": 1, "telinit": "3", "signal": "INT" }]
}
`;

const files = {
  "huge/etc/inittab": hugeTable(100_000),
  "war/etc/inittab": enemies,
  // Long enough for ten thousand events, and never to end.
  "war/etc/long.inittab-scenario.json": war(50_000),
  "war/etc/endless.inittab-scenario.json": war(1_000_000_000),
  "war/etc/wrong.inittab-scenario.json": wrongScenario,
  "war/etc/broken.inittab-scenario.json": '{ "until": 5,',
};

await inEveryHost("bad input", { port: 8600, files }, (scene) => {
  const notice = () => scene.view.locator(".notice").textContent();
  const button = (name: string) => scene.view.getByRole("button", { name, exact: true });
  const clock = () => scene.view.getByLabel("Time", { exact: true }).textContent();

  test("a table of 100,000 lines is not simulated, and can be edited as any other", async () => {
    const { workbench } = scene;
    await workbench.open(scene.address("huge/etc/inittab"));
    await workbench.command("Inittab: Simulate Boot");
    await workbench.page
      .getByText(/lines; tables of up to 5000 lines/)
      .first()
      .waitFor();
    await workbench.command("View: Focus First Editor Group");
    await workbench.moveTo(2, 1);
    // The file is read again at each of these keys; what is typed must be there at once all the same.
    const start = performance.now();
    for (const key of "xyz") {
      await workbench.page.keyboard.press(key);
      await waitUntil("it is in the line", async () => (await workbench.lines())[1]?.includes(key) === true);
    }
    const milliseconds = (performance.now() - start) / 3;
    console.log(`a key in 100,000 lines: ${milliseconds.toFixed(0)} ms`);
    expect(milliseconds).toBeLessThan(1000);
    await workbench.showProblems();
    await workbench.problems.filter({ hasText: "the limit is 4" }).first().waitFor();
    await workbench.revert();
    await workbench.command("View: Close All Editors");
  });

  test("a simulation of ten thousand events stays smooth", async () => {
    const { workbench, view } = scene;
    await workbench.open(scene.address("war/etc/inittab"));
    await workbench.command("Inittab: Simulate Boot");
    await view.locator('.lane[data-id="a"]').waitFor();
    await playScenario(scene, "long.inittab-scenario.json");
    await waitUntil("it is played", async () =>
      /runs 2\d\d\d times/.test((await view.locator('.lane[data-id="a"]').getAttribute("aria-label")) ?? ""),
    );
    expect(await notice()).toBe("");
    await view.locator("body").evaluate(watchFrames);
    const answers: number[] = [];
    for (let step = 0; step < 20; step++) {
      const before = await clock();
      const start = performance.now();
      await button("Step").click();
      await waitUntil("the clock goes on", async () => (await clock()) !== before);
      answers.push(performance.now() - start);
    }
    const slider = view.getByRole("slider");
    for (let step = 0; step < 10; step++) await slider.press(step % 2 === 0 ? "PageUp" : "ArrowRight");
    for (const name of ["Zoom In", "Zoom In", "Zoom Out", "Show All"]) await button(name).click();
    const frames = await view.locator("body").evaluate(framesSince);
    const answer = middle(answers);
    console.log(
      `10,000 events: a step ${answer.toFixed(0)} ms, a frame ${middle(frames).toFixed(0)} ms, ` +
        `the longest ${Math.max(...frames).toFixed(0)} ms`,
    );
    expect(answer).toBeLessThan(500);
    expect(middle(frames)).toBeLessThan(50);
    expect(Math.max(...frames)).toBeLessThan(1000);
  });

  test("a simulation that never ends is broken off, and says so", async () => {
    const { view } = scene;
    await playScenario(scene, "endless.inittab-scenario.json");
    await expect
      .poll(notice, { timeout: 60_000 })
      .toMatch(/^The simulation is broken off at \d+.* s: more than \d+ /);
    await button("Step").click();
    await expect.poll(clock).not.toBe("0 s");
    await view.getByRole("treeitem", { name: /^a, respawn, .*now: runs/ }).waitFor();
  });

  test("records that start again and again are held by init itself", async () => {
    const { view } = scene;
    await scene.workbench.command("Inittab: Simulate Boot");
    // What was played before is still shown for a moment.
    await expect.poll(clock).toBe("0 s");
    await view
      .getByRole("treeitem", { name: /^a, respawn, / })
      .locator(".label")
      .click();
    await view.getByRole("tab", { name: "Entry" }).click();
    await view.getByLabel("How long it runs").selectOption("seconds");
    await view.getByLabel("Seconds that it runs").fill("0.1");
    await view.getByLabel("Seconds that it runs").press("Tab");
    await view.getByRole("treeitem", { name: /^a, respawn, .*runs 10 times/ }).waitFor();
    await view.getByRole("tab", { name: "Console" }).click();
    await view.getByRole("slider").press("End");
    await view.getByText("respawning too fast: disabled for 5 minutes").waitFor();
  });

  test("a wrong scenario is refused with reasons, and what was shown stays", async () => {
    const { view, workbench } = scene;
    await playScenario(scene, "wrong.inittab-scenario.json");
    await expect.poll(notice).toMatch(/until: must be a number/);
    expect(await notice()).toMatch(/processes\.a\.runs: /);
    expect(await notice()).toMatch(/The previous run is shown\.$/);
    await view.getByRole("treeitem", { name: /^a, respawn, .*runs 10 times/ }).waitFor();
    await playScenario(scene, "broken.inittab-scenario.json");
    const told = await workbench.notice(/broken\.inittab-scenario\.json cannot be played/);
    await told.getByRole("button", { name: "Open File" }).click();
    await workbench.page.locator(".tab.active", { hasText: "broken.inittab-scenario.json" }).waitFor();
  });

  test("the editor points at the mistakes in a scenario", async () => {
    const { workbench } = scene;
    // The web's editor of the tests has no extension for JSON.
    if (scene.kind === "web") return;
    await workbench.open(scene.address("war/etc/wrong.inittab-scenario.json"));
    await workbench.showProblems();
    for (const text of ['Incorrect type. Expected "number"', "minimum"])
      await workbench.problems.filter({ hasText: text }).first().waitFor();
  });

  test("a window that is loaded again in the middle goes on where it was", async () => {
    const { workbench, view } = scene;
    await workbench.open(scene.address("debian/etc/inittab"));
    // What was open before would come back as well.
    await workbench.command("View: Close All Editors");
    await workbench.open(scene.address("debian/etc/inittab"));
    await workbench.command("Inittab: Simulate Boot");
    await button("10 seconds pass").click();
    await button("telinit 3").click();
    const event = view.getByRole("button", { name: "10 s: telinit 3", exact: true });
    await event.waitFor();
    await button("Step").click();
    await expect.poll(clock).toBe("11 s");
    // The address names a file to open, instead of what was open before.
    await workbench.page.evaluate("history.replaceState(null, '', location.href.replace(/&payload=.*/, ''))");
    await workbench.command("Developer: Reload Window");
    await event.waitFor();
    await view.getByRole("treeitem", { name: /^l3, wait, .*runs from 1\d/ }).waitFor();
    await expect.poll(clock).toBe("11 s");
  });
});

/** Presses the button and names the file. */
async function playScenario({ view, workbench }: Scene, name: string): Promise<void> {
  await view.getByRole("button", { name: "Play Scenario…", exact: true }).click();
  const input = workbench.page.locator(".quick-input-widget input.input");
  await waitUntil("the file is named", async () => {
    // While the dialog is still filling in the folder, what is typed comes behind it.
    const [folder] = /^.*?\/war\/etc\//.exec(await input.inputValue({ timeout: 2000 })) ?? [];
    if (folder === undefined) return false;
    await input.fill(`${folder}${name}`);
    await workbench.page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden", timeout: 3000 });
    return true;
  });
}

/** As much of an element as is needed to hear of frames. */
interface Painted {
  readonly ownerDocument: {
    readonly defaultView: {
      readonly requestAnimationFrame: (frame: (now: number) => void) => unknown;
    } | null;
  };
}

interface Watched {
  frames?: number[];
}

/** Runs in the page: notes how long each frame takes. */
function watchFrames(body: Painted): void {
  const frames: number[] = [];
  (globalThis as Watched).frames = frames;
  let last = performance.now();
  const frame = (now: number) => {
    frames.push(now - last);
    last = now;
    body.ownerDocument.defaultView?.requestAnimationFrame(frame);
  };
  body.ownerDocument.defaultView?.requestAnimationFrame(frame);
}

function framesSince(): readonly number[] {
  return (globalThis as Watched).frames ?? [];
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
