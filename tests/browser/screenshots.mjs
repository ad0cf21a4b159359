// Usage: node screenshots.mjs SITE OUT [KIND…]
// For people, not for the tests: pictures of one page of each kind, wide and phone, light and dark, and articles as PDF.

import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { inContext, onPage, start } from './browser.mjs';
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
const VIEWS = [['wide', 1440, 900], ['phone', 390, 844]].flatMap(([name, width, height]) => ['light', 'dark'].map((colorScheme) => ({ name: `${name}-${colorScheme}`, options: { colorScheme, viewport: { width, height } } })));

await each(pages, 2, async (page) => {
  const stem = join(out, page.kind.replaceAll(' ', '-'));
  for (const { name, options } of VIEWS) {
    await inContext(browser, options, (context) => onPage(context, root.address + page.path, (tab) => tab.screenshot({ path: `${stem}-${name}.png`, fullPage: true })));
  }
  await inContext(browser, {}, (context) => onPage(context, root.address + page.path, (tab) => tab.pdf({ path: `${stem}.pdf`, format: 'A4' })));
  console.log(`${page.kind}: ${page.path}`);
  return [];
});
await browser.close();
root.close();
