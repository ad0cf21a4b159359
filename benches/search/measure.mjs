// Usage: node measure.mjs SITE QUERY…
// Prints what the index of a built site costs, and for each query, in Chromium and from the disk, what the first answer
// with its ten excerpts loads (gzipped; files), the milliseconds until then, and those that the same search takes when
// everything is there (median of 9): the answer with its facets counted, and all from Enter until it is on the screen.
// A query may have filters behind a bar: "harbour|verdict=disputed&year=2014".

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
console.log('| query | answer | kB gzipped | files | ms with loading | ms answer | ms shown |\n| --- | --- | --: | --: | --: | --: | --: |');

/** Milliseconds of the search that is in the field: the answer alone, and from Enter until it is drawn. */
async function times() {
  const field = document.querySelector('#search-words');
  const status = document.querySelector('.search-status');
  const enter = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  const words = field.value;
  const [answers, shown] = [[], []];
  const filters = [...new URLSearchParams(location.search)].filter(([key]) => key !== 'q');
  const sets = ['kind', 'verdict', 'outlet', 'stance', 'topic', 'year'].map((key) => new Set(filters.flatMap(([of, value]) => (of === key ? [value] : []))));
  for (let round = 0; round < 9; round += 1) {
    let began = performance.now();
    window.postilSearch.narrowed(await window.postilSearch.answer(words), sets);
    answers.push(performance.now() - began);
    // Another search in between, so that the last answer is not at hand.
    for (field.value = 'zq', enter(); /zq/.test(status.textContent) === false;) await new Promise((next) => { setTimeout(next, 5); });
    const changed = new Promise((done) => { new MutationObserver((_, observer) => { if (!/zq|…/.test(status.textContent)) { observer.disconnect(); done(); } }).observe(status, { childList: true }); });
    began = performance.now();
    field.value = words;
    enter();
    await changed;
    await new Promise((drawn) => { requestAnimationFrame(() => { setTimeout(drawn); }); });
    shown.push(performance.now() - began);
  }
  const median = (list) => list.sort((a, b) => a - b)[4];
  return [status.textContent, median(answers), median(shown)];
}

const browser = await start();
for (const query of queries) {
  const [words, filters = ''] = query.split('|');
  await inContext(browser, {}, async (context) => {
    const page = await context.newPage();
    const asked = new Set();
    page.on('request', (request) => { if (request.url().includes('/search/')) asked.add(request.url().split('/').pop()); });
    const began = performance.now();
    await page.goto(`${pathToFileURL(folder).href}/search.html?q=${encodeURIComponent(words)}&${filters}`);
    await page.waitForFunction(() => /\d|Nothing|not be/.test(document.querySelector('.search-status').textContent), null, { timeout: 60_000 });
    const loading = performance.now() - began;
    const bytes = [...asked].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'search', name))).length, 0);
    const files = asked.size;
    const [answer, time, shown] = await page.evaluate(times);
    console.log(`| ${query.replace('|', ', ')} | ${answer.replace(/ (in|for) .*/s, '')} | ${(bytes / 1000).toFixed(0)} | ${files} | ${loading.toFixed(0)} | ${time.toFixed(0)} | ${shown.toFixed(0)} |`);
  });
}
await browser.close();
