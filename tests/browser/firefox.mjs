// Usage: node firefox.mjs SITE
// Opens the built site in the folder SITE in Debian's Firefox, under a sub-path and from the disk, and says what is wrong.
// Playwright drives only a Firefox of its own; this one is driven by WebDriver BiDi, so it has a suite of its own.

import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Report } from './report.mjs';
import { serve } from './serve.mjs';
import { aWord, annotated, onScreen, readSite, sample } from './site.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node firefox.mjs SITE');
  process.exit(2);
}
// No page may reach another host; where the proxy should be, nothing listens. Firefox asks none for 127.0.0.1.
const ALONE = { 'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9 };

const site = readSite(realpathSync(folder));
const report = new Report();
const repo = await serve(site, '/repo/');
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', headless: true, extraPrefsFirefox: ALONE });
console.log(await browser.version());
const [article] = annotated(site);
const linked = site.pages.find((page) => page.kind === 'article' && page.html.includes('id="page-previews"'));

/** Opens `path` under `base` with an empty store, hands it to `look`; what the console says and what leaves `base` is a problem. */
async function visit(base, path, look, { width = 1440, height = 900 } = {}) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    const problems = [];
    tab.setDefaultTimeout(15_000);
    await tab.setViewport({ width, height });
    tab.on('console', (message) => { if (['error', 'warn'].includes(message.type())) problems.push(`${path}: console: ${message.text()}`); });
    tab.on('pageerror', (error) => problems.push(`${path}: script: ${error.message}`));
    // Firefox draws its own controls with a font in a data: address.
    tab.on('request', (request) => { if (!request.url().startsWith(base) && !request.url().startsWith('data:')) problems.push(`${path}: asks for ${request.url()}`); });
    tab.on('requestfailed', (request) => { if (!/ABORTED/.test(request.failure()?.errorText ?? '')) problems.push(`${path}: failed: ${request.url()} ${request.failure()?.errorText}`); });
    tab.on('response', (response) => { if (response.status() >= 400) problems.push(`${path}: answered ${response.status()} for ${response.url()}`); });
    // Firefox keeps breaches of the policy out of what a driver hears.
    await tab.evaluateOnNewDocument(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    await tab.goto(base + path);
    await look(tab, problems);
    return problems;
  } finally {
    await context.close();
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const focused = (tab) => tab.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('href') || document.activeElement?.localName);
/** Waits until a page whose address ends in `path` is there; Firefox tells no driver of a way that a script or a fragment took. */
async function arrived(tab, path) {
  for (let waited = 0; waited < 10_000; waited += 100) {
    await pause(100);
    const there = await tab.evaluate((end) => location.pathname.endsWith(end) && document.readyState === 'complete', path.replace(/^(\.\.?\/)+/, '')).catch(() => false);
    if (there) return pause(300);
  }
  throw new Error(`the way to ${path} ended at ${await tab.evaluate(() => location.href)}`);
}
const visible = (tab, selector) => tab.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);

async function everyKind(tab, problems, base) {
  for (const page of sample(site)) {
    if (page.path === '404.html' && site.base) continue; // its style has another address here
    await tab.goto(base + page.path);
    const found = await tab.evaluate(() => [
      ...(document.querySelector('main')?.innerText.trim() ? [] : ['there is no text']),
      ...([...document.styleSheets].some((sheet) => sheet.cssRules.length > 0) ? [] : ['no style sheet took effect']),
      ...(document.documentElement.scrollWidth > innerWidth ? [`it is ${document.documentElement.scrollWidth} px wide`] : []),
    ]);
    problems.push(...found.map((problem) => `${page.path}: ${problem}`));
  }
}

async function notes(tab, problems) {
  for (const width of [1440, 390]) {
    await tab.setViewport({ width, height: 900 });
    problems.push(...await tab.evaluate((wide) => {
      const found = [];
      const boxes = [...document.querySelectorAll('.passage aside.note')].map((note) => ({ id: note.id, box: note.getBoundingClientRect(), text: note.closest('.passage').firstElementChild.getBoundingClientRect() }));
      boxes.forEach(({ id, box, text }, index) => {
        if (wide ? box.left < text.right : box.top < text.bottom - 1) found.push(`${innerWidth} px: ${id} does not stand ${wide ? 'beside' : 'below'} its text`);
        for (const other of boxes.slice(index + 1)) if (box.bottom > other.box.top + 1 && box.top < other.box.bottom - 1) found.push(`${innerWidth} px: ${id} overlaps ${other.id}`);
      });
      return found;
    }, width === 1440));
  }
  await tab.setViewport({ width: 1440, height: 900 });
  const folded = await tab.$('aside.note details:not([open]) > summary');
  if (folded) {
    await folded.click();
    if (!await folded.evaluate((summary) => summary.parentElement.open)) problems.push('a closed note does not open');
  }
  const ref = await tab.$('a.noteref');
  await ref.click();
  if (!await tab.evaluate((id) => document.querySelector(':target')?.id === id, (await ref.evaluate((link) => link.hash.slice(1))))) problems.push('a number does not lead to its note');
}

/** Runs in the page: a menu is part of it, so that all of it can be scrolled to. */
function reachable(menu) {
  const { left, right, top, bottom } = document.querySelector(menu).getBoundingClientRect();
  return left < 0 || top < 0 || right > innerWidth || bottom + scrollY > document.documentElement.scrollHeight ? [`the menu ${menu} leaves the screen`] : [];
}

async function filters(tab, problems) {
  const all = await visible(tab, '.note');
  await tab.click('[popovertarget="page-filters"]');
  const names = await tab.$$eval('#page-filters [data-group]', (buttons) => buttons.map((button) => button.dataset.group));
  if (names.length < 2) problems.push('there is nothing to choose');
  problems.push(...await tab.evaluate(reachable, '#page-filters'));
  for (const name of names) {
    await tab.click(`#page-filters [data-group="${name}"]`);
    const left = await visible(tab, '.note');
    if (left >= all) problems.push(`${name} leaves nothing out`);
    await tab.click(`#page-filters [data-group="${name}"]`);
  }
  await tab.keyboard.press('Escape');
  if (await visible(tab, '#page-filters') > 0) problems.push('Escape does not close the menu');
  if (await visible(tab, '.note') !== all) problems.push('not all notes came back');
}

async function keys(tab, problems) {
  const refs = await tab.$$eval('a.noteref', (all) => all.map((ref) => ref.id));
  for (const [key, id] of [['n', refs[0]], ['n', refs[1]], ['p', refs[0]]]) {
    await tab.keyboard.press(key);
    if (await focused(tab) !== id) problems.push(`${key} leads to ${await focused(tab)}, not to ${id}`);
  }
  await tab.keyboard.press('o');
  if (await visible(tab, '.note, .noteref') > 0) problems.push('o leaves notes on the page');
  await tab.keyboard.press('o');
  if (await visible(tab, '.note') === 0) problems.push('o does not bring the notes back');
  await tab.keyboard.press('?');
  if (await visible(tab, '#page-keys') === 0) problems.push('? shows no help');
  await tab.keyboard.press('Escape');
  if (await visible(tab, '#page-keys') > 0) problems.push('Escape does not close the help');
  await tab.keyboard.press('/');
  await arrived(tab, 'search.html');
  await tab.waitForSelector('#search-words');
  if (await focused(tab) !== 'search-words') problems.push(`/ leads to ${tab.url()}, ${await focused(tab)}`);
}

async function settings(tab, problems) {
  const look = () => tab.evaluate(() => `${getComputedStyle(document.body).fontSize} ${getComputedStyle(document.body).backgroundColor}`);
  const before = await look();
  await tab.click('.settings-button');
  problems.push(...await tab.evaluate(reachable, '#page-settings'));
  for (const value of ['largest', 'dark']) await tab.click(`#page-settings [value="${value}"]`);
  const after = await look();
  if (after === before) problems.push('nothing changes');
  await tab.keyboard.press('Escape');
  if (await visible(tab, '#page-settings') > 0) problems.push('Escape does not close the menu');
  await tab.reload();
  if (await look() !== after) problems.push('the next visit is otherwise');
}

async function previews(tab, problems) {
  const link = (await tab.evaluateHandle(() => {
    const cards = new Set([...document.querySelectorAll('#page-previews > [data-for]')].map((card) => card.dataset.for));
    return [...document.querySelectorAll('.text a[href]:not([role])')].find((a) => cards.has(a.getAttribute('href').split('#')[0]));
  })).asElement();
  const shown = async (wanted, when) => {
    await pause(600);
    if ((await visible(tab, '#page-preview') > 0) !== wanted) problems.push(`${when}: the card is ${wanted ? 'not shown' : 'still there'}`);
  };
  await link.hover();
  await shown(true, 'a mouse on the link');
  await tab.keyboard.press('Escape');
  await shown(false, 'Escape');
  await tab.mouse.move(2, 2);
  await tab.keyboard.press('Tab');
  await link.focus();
  await shown(true, 'the keyboard on the link');
  await tab.keyboard.press('Tab');
  await shown(false, 'the keyboard away');
}

/** A word and a phrase of the text are found, and the hit leads to them. */
async function search(tab, problems) {
  const { word, phrase } = wordAndPhrase();
  const start = tab.url();
  for (const words of [word, `"${phrase}"`]) {
    await tab.goto(start);
    await tab.type('#search-words', words);
    await tab.waitForFunction(() => /\d|Nothing|could not/.test(document.querySelector('.search-status').textContent) && new URLSearchParams(location.search).has('q'));
    await pause(300);
    const link = await tab.$('.hit a[href*=":~:text="]');
    if (!link) {
      problems.push(`no hit for ${words}: ${await tab.$eval('.search-status', (status) => status.textContent)}`);
      continue;
    }
    const to = await link.evaluate((a) => a.getAttribute('href'));
    await link.click();
    await arrived(tab, to.split('#')[0]);
    if (!await tab.evaluate(onScreen, word)) problems.push(`${to} does not show "${word}" on the screen`);
  }
}

/** An address with words, as search hits and "Copy link to these words" have it, shows them without any script's help. */
async function fragment(tab, problems, base) {
  const { word, phrase } = wordAndPhrase();
  await tab.goto('about:blank');
  await tab.goto(`${base}${article.path}#:~:text=${encodeURIComponent(phrase).replaceAll('-', '%2D')}`);
  await pause(300);
  if (!await tab.evaluate(onScreen, word)) problems.push(`"${phrase}" is not on the screen`);
}

/** A long word of the article that has the most notes, and three words that stand with it. */
function wordAndPhrase() {
  const word = aWord(site);
  const text = article.html.match(/class="passage-first">.*?<\/div>/gs).map((part) => part.replaceAll(/<[^>]*>/g, '')).find((part) => part.includes(word));
  const phrase = text.match(new RegExp(`${word}[a-z]*( [a-z]+){1,2}`))?.[0] ?? word;
  return { word, phrase };
}

try {
  await report.check('firefox: a breach of the policy and an outside request are heard', async () => {
    const heard = await visit(repo.address, article.path, (tab) => tab.evaluate(() => {
      document.body.append(Object.assign(document.createElement('img'), { src: 'http://other.example/picture.png' }));
      document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
      return new Promise((done) => setTimeout(done, 200));
    }));
    return ['img-src', 'script-src'].filter((part) => !heard.some((problem) => problem.includes(`policy: ${part}`))).map((part) => `nothing is heard of ${part}: ${heard}`);
  });
  for (const [name, base] of [['http, under /repo/', repo.address], ['file://', `${pathToFileURL(site.folder).href}/`]]) {
    const check = (what, path, look) => report.check(`firefox: ${name}: ${what}`, () => visit(base, path, (tab, problems) => look(tab, problems, base)));
    await check('a page of each kind is silent, styled and not too wide', 'index.html', everyKind);
    await check('notes stand at their text, open, and are led to', article.path, notes);
    await check('notes are left out and come back', article.path, filters);
    await check('keys lead from note to note, to the original, to help and search', article.path, keys);
    await check('size and colours change and stay', article.path, settings);
    if (linked) await check('cards of linked pages open and are put away', linked.path, previews);
    await check('search finds a word and a phrase, and leads to them', 'search.html', search);
    await check('an address with words leads to them', article.path, fragment);
  }
} finally {
  await browser.close();
  repo.close();
}
process.exitCode = report.end();
