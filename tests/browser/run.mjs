// Usage: node run.mjs SITE [only…]
// Opens the built site in the folder SITE as readers do and says what is wrong. `only` names groups of checks: files loading weight still reading edited search margin keyboard language choices touch previews paper pictures access axe.

import { realpathSync } from 'node:fs';
import { start } from './browser.mjs';
import { access } from './checks/access.mjs';
import { axe } from './checks/axe.mjs';
import { choices } from './checks/choices.mjs';
import { edited } from './checks/edited.mjs';
import { files } from './checks/files.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { language } from './checks/language.mjs';
import { loading } from './checks/loading.mjs';
import { margin } from './checks/margin.mjs';
import { paper } from './checks/paper.mjs';
import { pictures } from './checks/pictures.mjs';
import { previews } from './checks/previews.mjs';
import { reading } from './checks/reading.mjs';
import { search } from './checks/search.mjs';
import { still } from './checks/still.mjs';
import { touch } from './checks/touch.mjs';
import { weight } from './checks/weight.mjs';
import { Report } from './report.mjs';
import { serve } from './serve.mjs';
import { annotated, readSite, sample } from './site.mjs';

const GROUPS = { files, loading, weight, still, reading, edited, search, margin, keyboard, language, choices, touch, previews, paper, pictures, access, axe };

const [folder, ...only] = process.argv.slice(2);
const unknown = only.filter((name) => !(name in GROUPS));
if (!folder || unknown.length > 0) {
  console.error(`usage: node run.mjs SITE [${Object.keys(GROUPS).join(' ')}]`);
  process.exit(2);
}

const site = readSite(realpathSync(folder));
console.log(`${site.pages.length} pages of ${sample(site).length} kinds, ${annotated(site).length} articles with notes`);
const report = new Report();
const [root, repo] = [await serve(site, '/'), await serve(site, '/repo/')];
const browser = await start();
try {
  await report.check('site: it has pages, and an article with notes', () => (annotated(site).length > 0 ? [] : ['nothing to look at']));
  for (const [name, group] of Object.entries(GROUPS)) {
    if (only.length === 0 || only.includes(name)) await group({ report, site, browser, root, repo });
  }
} finally {
  await browser.close();
  root.close();
  repo.close();
}
process.exitCode = report.end();
