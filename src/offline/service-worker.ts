/**
 * Makes the app work without a network: every file of this version is kept at installation and answered from there. A new
 * version waits until a page says so; files of the versions before stay for pages that still run them. What is not kept goes
 * to the network and may be missing there: nothing is ever answered with the start page instead.
 */

/** Replaced at build time. */
declare const __PRECACHE__: { readonly version: string; readonly files: readonly string[] };

/** As far as it is needed here: the types of the page and of service workers cannot be had in one program. */
interface ServiceWorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** Versions kept, this one included: a tab may run for weeks. */
const KEPT_VERSIONS = 3;
const { version, files } = __PRECACHE__;

if (isServiceWorker(self)) start(self);

function start(worker: ServiceWorkerScope): void {
  const { scope } = worker.registration;
  /** Several copies of the app may live on one origin. */
  const family = `preflight ${scope} `;
  const own = `${family}${version}`;

  worker.addEventListener('install', (event) => {
    event.waitUntil(keepAll(scope, own));
  });
  worker.addEventListener('activate', (event) => {
    event.waitUntil(dropOldVersions(family, own).then(() => worker.clients.claim()));
  });
  worker.addEventListener('message', ({ data }) => {
    if (data === 'take-over') void worker.skipWaiting();
  });
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request, scope, own));
  });
}

/** From this version, else from one before, else from the network. */
async function answer(request: Request, scope: string, own: string): Promise<Response> {
  const url = request.url.replace(/[?#].*$/, '');
  const wanted = url === `${scope}index.html` ? scope : url;
  const current = await (await caches.open(own)).match(wanted, { ignoreVary: true });
  return current ?? (await caches.match(wanted, { ignoreVary: true })) ?? fetch(request);
}

/** Keeps every file, or fails as a whole. Files with a hash in their name need not be fetched again. */
async function keepAll(scope: string, own: string): Promise<void> {
  const cache = await caches.open(own);
  await Promise.all(
    files.map(async (file) => {
      const url = new URL(file, scope).href;
      const kept = file.startsWith('assets/') ? await caches.match(url) : undefined;
      const response = kept ?? (await fetch(url, { cache: 'no-cache' }));
      if (!response.ok) throw new Error(`no <${file}>: ${response.status}`);
      await cache.put(url, response);
    }),
  );
}

async function dropOldVersions(family: string, own: string): Promise<void> {
  const names = await caches.keys(); // oldest first
  const others = names.filter((name) => name.startsWith(family) && name !== own);
  await Promise.all(others.slice(0, Math.max(0, others.length - KEPT_VERSIONS + 1)).map((name) => caches.delete(name)));
}

function isServiceWorker(scope: unknown): scope is ServiceWorkerScope {
  return typeof scope === 'object' && scope !== null && 'skipWaiting' in scope;
}
