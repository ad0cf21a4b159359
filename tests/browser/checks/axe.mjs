// axe-core on one page of each kind, in both colour schemes, on a phone and on a wide screen.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { sample } from '../site.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function axe({ report, site, browser, root }) {
  const views = ['light', 'dark'].flatMap((colorScheme) => [[390, 844], [1440, 900]].map(([width, height]) => ({ colorScheme, viewport: { width, height } })));
  for (const page of sample(site)) {
    if (page.path === '404.html' && site.base) continue; // its style has another address here
    await report.check(`axe: ${page.kind} (${page.path}), light and dark, 390 and 1440 wide`, () =>
      each(views, 2, (view) =>
        // The policy is bypassed here and only here, so that axe can be put into the page.
        inContext(browser, { ...view, bypassCSP: true }, (context) => onPage(context, root.address + page.path + (page.kind === 'search' ? '?q=the' : ''), (tab) => violations(tab, view)))));
  }
}

async function violations(tab, view) {
  // The search page is read with its results and facets.
  if (tab.url().includes('?q=')) await tab.locator('.hit').first().waitFor();
  // Closed notes are read as well: everything is opened first.
  await tab.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  await tab.addScriptTag({ content: SOURCE });
  const found = await tab.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), TAGS);
  return found.violations.map((rule) => {
    const [node] = rule.nodes;
    return `${view.colorScheme} ${view.viewport.width}: ${rule.id} (${rule.nodes.length}×), ${node.target.join(' ')}: ${node.any.concat(node.all, node.none)[0]?.message ?? rule.help}`;
  });
}
