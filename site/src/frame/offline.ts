// On every page: what was loaded once is there without a network too.

/** Where this script lies is the root of the site. */
const worker = new URL("service-worker.js", import.meta.url);

// A page that was opened from a file, or in a browser without such workers, works all the same.
if ("serviceWorker" in navigator && location.protocol.startsWith("http"))
  window.addEventListener("load", () => {
    void keepSite().catch(() => {});
  });

async function keepSite(): Promise<void> {
  await navigator.serviceWorker.register(worker);
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage("settled");
}
