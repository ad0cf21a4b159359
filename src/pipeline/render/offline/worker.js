// The worker of a site with `offline: pwa`. SITE, above, is written by the build: the version (a hash of all that is
// precached), the shell (files to precache), the first parts of all routes, and the page to show for what is not here.
//
// Pages come from the network first, since notes are corrected: whoever is online never reads an old verdict. Files with a
// hash in their name never change and come from the cache first, so that a page never meets those of another version.
// What is read is kept, the oldest goes first. Several sites may share an origin: every cache has the scope in its name.
(() => {
  'use strict';
  /** Files that are kept as they are read; templates/offline.html tells readers, of bytes as well. */
  const MOST_FILES = 300;
  /** Bytes of them; and of one file, so that no picture costs all pages. */
  const MOST_BYTES = 50_000_000, MOST_OF_ONE = 5_000_000;
  /** Milliseconds after which a slow network is as good as none where there is a copy. */
  const PATIENCE = 4000;
  const AT_ONCE = 6;

  const scope = self.registration.scope;
  const own = `postil ${scope} `;
  const SHELL = `${own}shell ${SITE.version}`, KEPT = `${own}kept`, ALL = `${own}all`;
  const shell = new Set(SITE.shell), tops = new Set(SITE.tops);

  self.addEventListener('install', (event) => event.waitUntil(install()));
  self.addEventListener('activate', (event) => event.waitUntil(activate()));
  self.addEventListener('message', (event) => { if (event.data === 'activate') self.skipWaiting(); });
  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const route = routeOf(request.url);
    if (request.method === 'GET' && !request.headers.has('range') && route !== null) event.respondWith(answer(event, route));
  });

  /** The route of an address of this site; null for those of others below the same folder, and for what tells of versions. */
  function routeOf(address) {
    const url = new URL(address);
    url.search = url.hash = '';
    if (!url.href.startsWith(scope)) return null;
    const route = decode(url.href.slice(scope.length)) || 'index.html';
    return tops.has(route.split('/')[0]) && route !== 'sw.js' && route !== 'offline.json' ? route : null;
  }

  function decode(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function keyOf(route) {
    return scope + route.split('/').map(encodeURIComponent).join('/');
  }

  /** Whether a file's name has a hash of its bytes. */
  function isFixed(route) {
    return /^assets\/.*-[0-9a-f]{8}\.(css|js)$|^search\/[0-9a-f]{12}\.js$/.test(route);
  }

  async function install() {
    const cache = await caches.open(SHELL);
    const waiting = [...SITE.shell];
    const work = async () => {
      for (let route = waiting.pop(); route !== undefined; route = waiting.pop()) {
        const known = isFixed(route) && await caches.match(keyOf(route));
        const response = known || await fetch(keyOf(route), { cache: 'no-cache' });
        if (!response.ok) throw new Error(`${route}: ${response.status}`);
        await cache.put(keyOf(route), response);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch (error) {
      await caches.delete(SHELL);
      throw error;
    }
  }

  async function activate() {
    const old = (await caches.keys()).filter((name) => name.startsWith(`${own}shell `) && name !== SHELL);
    for (const name of old) {
      await saveFixed(name);
      await caches.delete(name);
    }
    await self.clients.claim();
    // The page that brought the worker was loaded before it.
    const open = old.length === 0 ? await self.clients.matchAll({ type: 'window' }) : [];
    await Promise.allSettled(open.map(async ({ url }) => {
      const route = routeOf(url);
      if (route !== null && !shell.has(route)) await keep(route, await fetch(keyOf(route)));
    }));
  }

  /** Pages that were read in an older version still have its styles and scripts. */
  async function saveFixed(name) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const route = routeOf(url);
      if (route !== null && /\.css$|^assets\/.*\.js$/.test(route) && isFixed(route) && !shell.has(route)) await keep(route, await cache.match(url));
    }
  }

  async function answer(event, route) {
    const { request } = event;
    const known = await find(route);
    if (known && isFixed(route)) {
      if (known.in === KEPT) event.waitUntil(keep(route, known.response.clone()));
      return known.response;
    }
    const load = fetch(request).then((response) => {
      // Not what was redirected: its address would be another one's.
      if (response.ok && response.type === 'basic' && !response.redirected) event.waitUntil(keep(route, response.clone()));
      return response;
    });
    try {
      return await (known ? Promise.race([load, late()]) : load);
    } catch {
      load.catch(() => {});
      if (known) return known.response;
      if (request.mode !== 'navigate') return Response.error();
      return Response.redirect(`${scope}${SITE.notice}?missed=${encodeURIComponent(route)}`);
    }
  }

  function late() {
    return new Promise((_, fail) => { setTimeout(() => fail(new Error('late')), PATIENCE); });
  }

  /** The copy of a file. What was read is newer than what was downloaded: a download clears it. */
  async function find(route) {
    for (const name of [SHELL, KEPT, ALL]) {
      const response = await caches.match(keyOf(route), { cacheName: name });
      if (response) return { response, in: name };
    }
    return null;
  }

  /** One after the other, so that what is counted is what is there. */
  let queue = Promise.resolve();
  /** Bytes that are kept; counted anew when the worker starts. @type {number | undefined} */
  let held;

  function keep(route, response) {
    queue = queue.then(() => put(route, response)).catch(() => {});
    return queue;
  }

  async function put(route, response) {
    // Without its shell this worker has been replaced, and leaves nothing behind it.
    if (!response.ok || !(await caches.has(SHELL))) return;
    if (Number(response.headers.get('content-length')) > MOST_OF_ONE) return void await response.body?.cancel();
    if (shell.has(route)) return void await (await caches.open(SHELL)).put(keyOf(route), response);
    const blob = await response.blob();
    if (blob.size > MOST_OF_ONE) return;
    const cache = await caches.open(KEPT);
    held ??= await count(cache);
    held += blob.size - sizeOf(await cache.match(keyOf(route)));
    const headers = { 'content-type': response.headers.get('content-type') ?? 'application/octet-stream', 'x-postil-size': String(blob.size) };
    await cache.put(keyOf(route), new Response(blob, { headers }));
    await trim(cache);
  }

  function sizeOf(response) {
    return Number(response?.headers.get('x-postil-size') ?? 0);
  }

  async function count(cache) {
    let bytes = 0;
    for (const key of await cache.keys()) bytes += sizeOf(await cache.match(key));
    return bytes;
  }

  /** A cache lists its files in the order in which they were put: the first is the oldest. */
  async function trim(cache) {
    const keys = await cache.keys();
    while (keys.length > MOST_FILES || held > MOST_BYTES) {
      const oldest = keys.shift();
      if (!oldest) return;
      held -= sizeOf(await cache.match(oldest));
      await cache.delete(oldest);
    }
  }
})();
