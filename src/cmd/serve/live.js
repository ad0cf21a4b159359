// Keeps an open page fresh while `postil serve` runs. Only the server adds this script; no page of a build has it.
//
// When the server says that the page is another one, it is loaded anew: the line that was read stays where it was on the
// screen, notes that were open are open again, and what changed is outlined for a moment, and scrolled to where it can't
// be seen. Problems are shown in a panel below, as text.
(() => {
  'use strict';
  const { seen } = document.currentScript.dataset;
  const KEY = 'postil-live';
  const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, blockquote, figcaption, summary, th, td';
  const NOTE = '[role="note"]';

  /** Headings, paragraphs and the like that hold no others. */
  const leaves = () => [...document.querySelectorAll(`main :is(${BLOCKS})`)].filter((leaf) => !leaf.querySelector(BLOCKS));
  const words = (leaf) => leaf.textContent.replace(/\s+/g, ' ').trim();

  // Before and after

  const remember = () => {
    const all = leaves();
    const first = all.findIndex((leaf) => leaf.getBoundingClientRect().bottom > 0);
    const open = [...document.querySelectorAll('[id] details[open]')].map((details) => details.closest('[id]').id);
    const state = { path: location.pathname, top: scrollY, first, at: all[first]?.getBoundingClientRect().top ?? 0, texts: all.map(words), open };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch {
      // No room, or no storage: the page begins at its top.
    }
  };

  const recall = () => {
    try {
      const state = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      return state?.path === location.pathname ? state : null;
    } catch {
      return null;
    }
  };

  /** The place in `all` of the text that stood at `old.first`: of several the nearest; of none what stands there now. */
  const sameLine = (old, all) => {
    const near = (a, b) => Math.abs(a - old.first) - Math.abs(b - old.first);
    const same = all.flatMap((leaf, at) => (words(leaf) === old.texts[old.first] ? [at] : []));
    return all[same.sort(near)[0] ?? Math.min(old.first, all.length - 1)];
  };

  const keepPlace = (old) => {
    const leaf = old.top > 0 ? sameLine(old, leaves()) : null;
    if (leaf) {
      scrollBy({ top: leaf.getBoundingClientRect().top - old.at, behavior: 'instant' });
    } else {
      scrollTo({ top: old.top, behavior: 'instant' });
    }
  };

  /** What is new: first a note, then a part of the text, then anything; or what follows something that went away. */
  const changed = (old) => {
    const all = leaves();
    const counts = new Map();
    for (const text of old.texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    const fresh = [];
    for (const leaf of all) {
      const left = counts.get(words(leaf)) ?? 0;
      counts.set(words(leaf), left - 1);
      if (left < 1) fresh.push(leaf);
    }
    const gone = all.findIndex((leaf, at) => words(leaf) !== old.texts[at]);
    const found = fresh.find((leaf) => leaf.closest(NOTE)) ?? fresh.find((leaf) => leaf.closest('.prose')) ?? fresh[0] ?? all[gone];
    for (let details = found?.closest('details'); details; details = details.parentElement.closest('details')) details.open = true;
    return found?.closest(NOTE) ?? found;
  };

  const show = (element) => {
    const box = element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    element.style.outline = '3px solid #b8860b';
    element.style.outlineOffset = '4px';
    setTimeout(() => {
      element.style.outline = '';
      element.style.outlineOffset = '';
      if (element.getAttribute('style') === '') element.removeAttribute('style');
    }, 2500);
  };

  const refresh = () => {
    remember();
    history.scrollRestoration = 'manual';
    location.reload();
  };

  const old = recall();
  if (old) {
    for (const id of old.open) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
    const element = changed(old);
    const settle = () => keepPlace(old);
    settle();
    addEventListener('load', () => {
      // Pictures and fonts have their sizes now.
      settle();
      if (element) show(element);
      // Later: as long as the page counts as loading, the browser would still go to where it was itself.
      setTimeout(() => { history.scrollRestoration = 'auto'; }, 500);
    });
  }

  // Problems

  let host = null;

  const tell = (text) => {
    host?.remove();
    host = null;
    // A page that says itself what is wrong needs no panel.
    if (!text || document.body.classList.contains('problem-page')) return;
    host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    const make = (name, content = '') => Object.assign(document.createElement(name), { textContent: content });
    const style = Object.assign(make('link'), { rel: 'stylesheet', href: '/_postil/live.css' });
    const panel = make('section');
    const close = Object.assign(make('button', 'Close'), { type: 'button' });
    const report = Object.assign(make('pre', text), { tabIndex: 0 });
    panel.className = 'problems';
    panel.setAttribute('role', 'alert');
    close.addEventListener('click', () => host?.remove());
    panel.append(make('h2', 'This is the last good version: the newest one has errors'), close, report);
    root.append(style, panel);
    document.body.append(host);
  };

  // Events. A hidden page lets go of its connection, as a browser has only six for a host; it asks when it is seen again.

  let source = null;

  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
      return;
    }
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`/_postil/live?${new URLSearchParams({ page: location.pathname, seen })}`);
    source.addEventListener('change', refresh);
    source.addEventListener('problems', (event) => tell(JSON.parse(event.data)));
    source.addEventListener('error', () => setTimeout(listen, 1000));
  };

  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', listen);
  listen();
})();
