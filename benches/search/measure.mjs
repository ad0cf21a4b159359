// Usage: node measure.mjs SITE QUERY…
// Prints what the index of a built site costs, and for each query what it loads (gzipped, files of the first answer with
// its ten excerpts) and how long the answer takes when everything is there (median of 9; with facets counted).

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { inContext, start } from '../../tests/browser/browser.mjs';

const [folder, ...queries] = process.argv.slice(2);
const files = readdirSync(join(folder, 'search'));
let [index, stored, text] = [0, 0, 0];
for (const name of files) {
  const { size } = statSync(join(folder, 'search', name));
  const head = readFileSync(join(folder, 'search', name), 'utf8');
  // A text is a list of groups, one of notes, and a route.
  const value = head.startsWith('postilSearch([[') && !head.startsWith('postilSearch([["') ? JSON.parse(head.trim().slice(13, -1)) : null;
  if (head.startsWith('postilSearch([[') && value?.length === 3 && typeof value[2] === 'string') {
    stored += size;
    text += Buffer.byteLength([...value[0].flatMap(([, ...texts]) => texts), ...value[1].map(([, note]) => note)].join('\n'));
  } else index += size;
}
const percent = (part) => `${((100 * part) / text).toFixed(1)} %`;
console.log(`${files.length} files; text ${text} bytes; index ${percent(index)} of it, stored texts ${percent(stored)}\n`);
console.log('| query | results | kB gzipped | files | ms |\n| --- | --: | --: | --: | --: |');

const browser = await start();
for (const query of queries) {
  await inContext(browser, {}, async (context) => {
    const page = await context.newPage();
    const asked = new Set();
    page.on('request', (request) => { if (request.url().includes('/search/')) asked.add(request.url().split('/').pop()); });
    await page.goto(`${pathToFileURL(folder).href}/search.html?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() => /\d|Nothing|not be/.test(document.querySelector('.search-status').textContent), null, { timeout: 60_000 });
    const bytes = [...asked].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'search', name))).length, 0);
    const [results, time] = await page.evaluate(async (words) => {
      const times = [];
      let hits = 0;
      for (let round = 0; round < 9; round += 1) {
        const began = performance.now();
        const answer = await window.postilSearch.answer(words);
        hits = window.postilSearch.narrowed(answer, [1, 2, 3, 4, 5, 6].map(() => new Set())).passing.length;
        times.push(performance.now() - began);
      }
      return [hits, times.sort((a, b) => a - b)[4]];
    }, query);
    console.log(`| ${query} | ${results} | ${(bytes / 1000).toFixed(0)} | ${asked.size} | ${time.toFixed(0)} |`);
  });
}
await browser.close();
