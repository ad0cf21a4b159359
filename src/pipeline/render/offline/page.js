// In every page of a site with `offline: pwa`: registers the worker, tells of a new version, and on the page `offline.html`
// downloads everything. All words stand in the templates.
(() => {
  'use strict';
  const { dataset: words, src } = document.currentScript;
  const box = document.querySelector('[data-offline]');
  const served = /^https?:$/.test(location.protocol) && window.isSecureContext && 'serviceWorker' in navigator;
  if (!served) return;
  const worker = new URL(words.worker, document.baseURI);
  const scope = new URL('./', worker).href;

  /** Its look is loaded where there is something to look at. The build gives both files one name. */
  function dress() {
    const style = document.createElement('link');
    Object.assign(style, { rel: 'stylesheet', href: src.replace(/js$/, 'css') });
    document.head.append(style);
  }

  // ---------- A new version ----------

  let asked = false;

  function tell(registration) {
    const waiting = registration.waiting;
    if (!waiting || asked || !navigator.serviceWorker.controller) return;
    asked = true;
    dress();
    const bar = document.createElement('div');
    bar.className = 'update';
    const text = document.createElement('p');
    text.setAttribute('role', 'status');
    bar.append(text, button(words.reload, () => waiting.postMessage('activate')), button(words.later, () => bar.remove()));
    document.body.append(bar);
    // A screen reader says what changes in a region that it knows.
    setTimeout(() => { text.textContent = words.fresh; }, 100);
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  }

  function button(label, act) {
    const element = document.createElement('button');
    Object.assign(element, { type: 'button', className: 'button', textContent: label, onclick: act });
    return element;
  }

  function watch(registration) {
    tell(registration);
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => { if (installing.state === 'installed') tell(registration); });
    });
  }

  // A refusal (another origin, no storage) leaves a site that is read online.
  navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).then(watch, () => {});

  // ---------- The page that downloads ----------

  if (!box) return;
  dress();
  const AT_ONCE = 6;
  /** Files after which it is written down what is here. */
  const NOTED = 50;
  const say = (name, values = {}) => Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), box.dataset[name]);
  const part = (name) => box.querySelector(`[data-part="${name}"]`);
  const [start, stop, remove, bar, status] = ['start', 'stop', 'remove', 'bar', 'status'].map(part);
  const language = document.documentElement.lang || undefined;
  const size = (bytes) => (bytes / 1e6).toLocaleString(language, bytes < 1e7 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });
  const ALL = `postil ${scope} all`, KEPT = `postil ${scope} kept`;
  const keyOf = (route) => scope + route.split('/').map(encodeURIComponent).join('/');
  /** Where it is written down what is here: route → hash. */
  const LIST = keyOf('offline.json');

  async function here() {
    const list = await caches.match(LIST, { cacheName: ALL });
    return new Map(list ? await list.json() : []);
  }

  async function note(cache, known) {
    await cache.put(LIST, new Response(JSON.stringify([...known]), { headers: { 'content-type': 'application/json' } }));
  }

  /** What there is, and what of it is not here. */
  async function state() {
    const known = await here();
    try {
      const response = await fetch(LIST, { cache: 'no-cache' });
      if (!response.ok) throw new Error(String(response.status));
      const { files } = await response.json();
      return { known, files, todo: files.filter(([route, , hash]) => known.get(route) !== hash) };
    } catch {
      return { known, files: null, todo: [] };
    }
  }

  async function show() {
    const { known, files, todo } = await state();
    const bytes = todo.reduce((sum, [, length]) => sum + length, 0);
    start.hidden = todo.length === 0;
    start.textContent = say(known.size > 0 ? 'update' : 'download', { size: size(bytes) });
    remove.hidden = known.size === 0;
    stop.hidden = bar.hidden = true;
    if (files === null) return say(known.size > 0 ? 'kept' : 'unreachable', { files: known.size.toLocaleString(language) });
    return todo.length === 0 ? say('complete', { files: files.length.toLocaleString(language) }) : '';
  }

  async function download() {
    const { known, files, todo } = await state();
    if (files === null) return say('unreachable');
    const abort = new AbortController();
    stop.onclick = () => abort.abort();
    start.hidden = remove.hidden = true;
    stop.hidden = bar.hidden = false;
    stop.focus();
    const total = todo.reduce((sum, [, length]) => sum + length, 0);
    Object.assign(bar, { max: total || 1, value: 0 });
    navigator.storage?.persist?.().catch(() => {});
    const [cache, kept] = [await caches.open(ALL), await caches.open(KEPT)];
    const [waiting, failed] = [[...todo], []];
    let [done, said] = [0, 0];
    const work = async () => {
      for (let next = waiting.shift(); next && !abort.signal.aborted; next = waiting.shift()) {
        const [route, length, hash] = next;
        try {
          const response = await fetch(keyOf(route), { cache: 'no-cache', signal: abort.signal });
          if (!response.ok) throw new Error(String(response.status));
          await cache.put(keyOf(route), response);
          await kept.delete(keyOf(route));
          known.set(route, hash);
          if (known.size % NOTED === 0) await note(cache, known);
        } catch (error) {
          failed.push(route);
          // A full disk stays full.
          if (error.name === 'QuotaExceededError') abort.abort('full');
        }
        bar.value = done += length;
        const tenth = Math.floor((done / total) * 10);
        if (tenth > said && !abort.signal.aborted) status.textContent = say('progress', { done: size(done), size: size(total) });
        said = Math.max(said, tenth);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failed.length === 0 && !abort.signal.aborted) await clear(cache, known, files);
    await note(cache, known);
    if (abort.signal.reason === 'full') return say('full');
    if (abort.signal.aborted) return say('stopped');
    return failed.length > 0 ? say('failed', { files: failed.length.toLocaleString(language) }) : '';
  }

  /** Takes away what the site has no more; only when all that is new is here, so that no page loses its style. */
  async function clear(cache, known, files) {
    const routes = new Set(files.map(([route]) => route));
    for (const route of [...known.keys()].filter((route) => !routes.has(route))) {
      known.delete(route);
      await cache.delete(keyOf(route));
    }
  }

  async function run(act) {
    const told = await act().catch(() => say('failed', { files: '1' }));
    const shown = await show();
    status.textContent = told || shown;
  }

  /** The button that was pressed is gone; the keyboard goes on at the one that is there. */
  async function pressed(act) {
    await run(act);
    [start, remove].find((element) => !element.hidden)?.focus();
  }

  start.onclick = () => pressed(download);
  remove.onclick = () => pressed(async () => { await caches.delete(ALL); return say('removed'); });
  const missed = new URLSearchParams(location.search).get('missed');
  if (missed !== null) {
    const target = new URL(keyOf(missed));
    if (target.href.startsWith(scope)) part('again').href = target.href;
    part('missed').hidden = false;
  }
  box.hidden = false;
  run(async () => '');
})();
