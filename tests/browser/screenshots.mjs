// Usage: node screenshots.mjs SITE OUT [KIND…]
// For people: pictures of one page of each kind on three widths, light and dark, and as it is printed. Nothing is compared.

import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { answered, inContext, onPage, start } from './browser.mjs';
import { each } from './report.mjs';
import { serve } from './serve.mjs';
import { readSite, sample } from './site.mjs';

const [folder, out, ...kinds] = process.argv.slice(2);
if (!out) {
  console.error('usage: node screenshots.mjs SITE OUT [KIND…]');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const site = readSite(realpathSync(folder));
const pages = sample(site).filter((page) => kinds.length === 0 || kinds.includes(page.kind));
const root = await serve(site, '/');
const browser = await start();
const VIEWS = [['wide', 1440, 900], ['tablet', 834, 1112], ['phone', 390, 844]].flatMap(([name, width, height]) => ['light', 'dark'].map((colorScheme) => ({ name: `${name}-${colorScheme}`, colorScheme, viewport: { width, height } })));

await each(pages, 2, async (page) => {
  const stem = join(out, page.kind.replaceAll(' ', '-'));
  const searched = page.kind === 'search';
  await inContext(browser, {}, (context) => onPage(context, root.address + page.path + (searched ? '?q=the' : ''), async (tab) => {
    if (searched) await answered(tab);
    for (const { name, colorScheme, viewport } of VIEWS) {
      await tab.setViewportSize(viewport);
      await tab.emulateMedia({ colorScheme });
      await tab.screenshot({ path: `${stem}-${name}.png`, fullPage: true });
    }
    await tab.pdf({ path: `${stem}.pdf`, format: 'A4' });
  }));
  return [];
});
console.log(`${pages.length} pages in ${VIEWS.length} views and as PDF: ${out}`);
await browser.close();
root.close();
