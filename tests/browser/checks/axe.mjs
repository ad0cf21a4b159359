// axe-core on one page of each kind: three widths, both colour schemes, and with everything opened that a reader can open.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { answered, inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated, sample } from '../site.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour scheme can break. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = [390, 834, 1440];

/** What can be opened on an article, and by what. */
const OPENED = {
  'how to read': (tab) => tab.click('.settings-button'),
  'the choice of notes': (tab) => tab.click('[popovertarget="page-filters"]'),
  'the keys': async (tab) => {
    await tab.click('.settings-button');
    await tab.click('[data-opens="page-keys"]');
  },
  'a card': async (tab) => {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate(linked)) await tab.locator('#page-preview').waitFor();
  },
  'selected words': async (tab) => {
    await tab.evaluate(() => getSelection().selectAllChildren(document.querySelector('.text p')));
    await tab.locator('.bar button').first().waitFor();
  },
};

export async function axe({ report, site, browser, root }) {
  // The policy is bypassed here and only here, so that axe can be put into the page.
  const visit = (path, look) => inContext(browser, { bypassCSP: true }, (context) => onPage(context, root.address + path, look));
  const pages = sample(site).filter((page) => page.path !== '404.html' || !site.base); // its style has another address here
  const results = new Map();
  await each(pages, 2, async (page) => {
    results.set(page.path, await visit(page.path + (page.kind === 'search' ? '?q=the' : ''), inEveryView).catch((error) => [error.message]));
    return [];
  });
  for (const page of pages) {
    await report.check(`axe: ${page.kind} (${page.path}), light and dark, ${WIDTHS.join(', ')} wide`, () => results.get(page.path));
  }
  const [article] = annotated(site);
  if (!article?.html.includes('class="filters"') || !article.html.includes('<script src')) return report.skip('axe: what can be opened', 'this site has no scripts, or no notes to choose from');
  for (const [name, open] of Object.entries(OPENED)) {
    await report.check(`axe: ${article.path} with ${name} opened, ${WIDTHS[0]} and ${WIDTHS.at(-1)} wide`, () => each([WIDTHS[0], WIDTHS.at(-1)], 1, (width) => visit(article.path, async (tab) => {
      await tab.setViewportSize({ width, height: 900 });
      await open(tab);
      await tab.addScriptTag({ content: SOURCE });
      return ask(tab, `${width}`, { runOnly: { type: 'tag', values: TAGS } });
    })));
  }
}

async function inEveryView(tab) {
  // The search page is read with its results and facets.
  if (tab.url().includes('?q=')) await answered(tab);
  // Closed notes are read as well: everything is opened first.
  await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await tab.addScriptTag({ content: SOURCE });
  const problems = [];
  for (const width of WIDTHS) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme: 'light' });
    problems.push(...await ask(tab, `light ${width}`, { runOnly: { type: 'tag', values: TAGS } }));
    await tab.emulateMedia({ colorScheme: 'dark' });
    problems.push(...await ask(tab, `dark ${width}`, { runOnly: { type: 'rule', values: COLOURS } }));
  }
  return problems;
}

async function ask(tab, view, options) {
  const found = await tab.evaluate((how) => window.axe.run(document, { ...how, resultTypes: ['violations'] }), options);
  return found.violations.map((rule) => {
    const [node] = rule.nodes;
    return `${view}: ${rule.id} (${rule.nodes.length}×), ${node.target.join(' ')}: ${node.any.concat(node.all, node.none)[0]?.message ?? rule.help}`;
  });
}

/** Runs in the page: the focus goes to a link that has a card. */
function linked() {
  const cards = new Set([...document.querySelectorAll('#page-previews > [data-for]')].map((card) => card.dataset.for));
  const link = [...document.querySelectorAll('.text a[href]:not([role])')].find((a) => cards.has(a.getAttribute('href').split('#')[0]));
  link?.focus();
  return Boolean(link);
}
