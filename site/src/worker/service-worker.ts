// Keeps the site for the time without a network: the playground at once, whatever it may need later when the page has
// settled, and each other page when it was looked at.

export type {};

declare const self: ServiceWorkerGlobalScope;

/** Names this build; set when the site is built. */
declare const siteVersion: string;
/** What the playground needs, by its address from the root of the site; the same. */
declare const siteFiles: readonly string[];
/** What it needs only for some files; the same. */
declare const laterFiles: readonly string[];

const cacheName: string = `inittab-${siteVersion}`;
const kept: ReadonlySet<string> = new Set([...siteFiles, ...laterFiles].map(addressOf));

self.addEventListener("install", (event) => {
  event.waitUntil(keep(siteFiles));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

// A page has settled.
self.addEventListener("message", (event) => {
  event.waitUntil(keep(laterFiles).catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin } = new URL(request.url);
  if (request.method === "GET" && origin === self.location.origin) event.respondWith(answer(request));
});

/** What belongs together comes from one build; of other pages the newest is wanted. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const address = addressOf(request.url);
  const known = await cache.match(address);
  if (known !== undefined && kept.has(address)) return known;
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic") await cache.put(address, response.clone());
    return response;
  } catch (error) {
    if (known !== undefined) return known;
    throw error;
  }
}

async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const wanted = files.map(addressOf);
  const there = await Promise.all(wanted.map((address) => cache.match(address)));
  const missing = wanted.filter((_, index) => there[index] === undefined);
  await cache.addAll(missing.map((address) => new Request(address, { cache: "no-cache" })));
}

async function forgetOthers(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith("inittab-") && name !== cacheName) await caches.delete(name);
}

/** The address without what the server does not see or does not need. */
function addressOf(address: string): string {
  const url = new URL(address, self.location.href);
  url.hash = "";
  url.search = "";
  return url.href;
}
