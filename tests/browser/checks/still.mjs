// Nothing moves by itself: no layout shift while an article arrives and is read to its end, whatever its reader once chose.

import { inContext } from '../browser.mjs';
import { each } from '../report.mjs';

const SHELVES = {
  'nothing chosen': {},
  'large and dark': { settings: { size: 'largest', measure: 'narrow', scheme: 'dark' } },
  'notes left out': { notes: { out: ['kind:✓ Fact-check', 'kind:✓\u00a0Fact-check'] } },
  'the original only': { notes: { out: [], original: true } },
};

export async function still({ report, site, browser, root }) {
  const articles = site.pages.filter((page) => page.kind === 'article');
  for (const [name, viewport] of [['wide', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]]) {
    for (const [chosen, shelves] of Object.entries(SHELVES)) {
      await report.check(`still, ${name}, ${chosen}: nothing shifts on article pages, down to the end`, () =>
        inContext(browser, { viewport }, async (context) => {
          await context.addInitScript(watch, shelves);
          // What a choice moves, it moves on any page.
          return each(name === 'wide' && chosen === 'nothing chosen' ? articles : articles.slice(0, 2), 2, (page) => shifts(context, root.address, page));
        }));
    }
  }
}

/** Runs in the page before its scripts: puts the choices where the reader's browser keeps them, and counts. */
function watch(shelves) {
  window.shifted = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted.push(`${entry.value.toFixed(4)} of ${entry.sources.map(({ node }) => node?.id || node?.className || node?.nodeName).slice(0, 3).join(', ')} at ${Math.round(scrollY)}`);
  }).observe({ type: 'layout-shift', buffered: true });
  // The root has the site's key as soon as its tag is read, which is before any script of the page.
  new MutationObserver((_, observer) => {
    const { site } = document.documentElement?.dataset ?? {};
    if (!site) return;
    observer.disconnect();
    for (const [name, value] of Object.entries(shelves)) localStorage.setItem(`postil/${site}/${name}`, JSON.stringify(value));
  }).observe(document, { childList: true, subtree: true });
}

async function shifts(context, base, page) {
  const tab = await context.newPage();
  try {
    await tab.goto(base + page.path, { waitUntil: 'load' });
    await tab.waitForTimeout(150);
    // In steps, as the wheel does: what a page leaves undone below the window is done on the way.
    await tab.evaluate(async () => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight * 0.8) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
    });
    await tab.waitForTimeout(100);
    return (await tab.evaluate(() => window.shifted)).map((shift) => `${page.path}: a shift of ${shift}`);
  } finally {
    await tab.close();
  }
}
