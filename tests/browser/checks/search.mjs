// The search page, from a server under a sub-path and from the disk: answers, the way to the passage, keys alone, no script.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answered, inContext, onPage } from '../browser.mjs';
import { aWord, onScreen } from '../site.mjs';

/** What `tests/sites/search-in-many-scripts` answers: words → the addresses of all hits, best first, and a filter. */
const CASES = [
  ['a word', 'dredger', ['articles/low-water.html#what-the-harbour-master-said']],
  ['the beginning of a word', 'fisherm', ['articles/low-water.html#note-days']],
  ['case and accents', 'CAFE zoe', ['articles/low-water.html#']],
  ['a word with a soft hyphen', 'report', ['articles/low-water.html#what-the-harbour-master-said']],
  ['a phrase', '"white later"', ['articles/low-water.html#afterwards']],
  ['a phrase across sentences', '"painted white later the harbour"', ['articles/low-water.html#afterwards']],
  ['words that do not stand so', '"master harbour"', []],
  ['one letter too few', 'lighthose', ['articles/low-water.html#what-the-harbour-master-said']],
  ['one letter swapped', 'dregder', ['articles/low-water.html#what-the-harbour-master-said']],
  ['an alias of a topic', 'lodka', ['topics/harbour.html']],
  ['a claim, and an article with its notes', 'harbour log nine', ['claims/closed-nine-days.html', 'articles/low-water.html#']],
  ['Chinese', '灯塔', ['articles/harbour-in-chinese.html#deng-ta']],
  ['one Chinese character', '鸥', ['articles/harbour-in-chinese.html#deng-ta']],
  ['Japanese', '灯台守', ['articles/harbour-in-japanese.html#']],
  ['Japanese in half-width kana', 'ﾌｪﾘｰ', ['articles/harbour-in-japanese.html#']],
  ['Arabic with other letter forms', 'المدرسه', ['articles/harbour-in-arabic.html#']],
  ['Arabic without points', 'أعيد', ['articles/harbour-in-arabic.html#']],
  ['a filter without words', '', ['articles/low-water.html#note-days', 'claims/closed-nine-days.html'], 'verdict=supported'],
  ['a filter', 'days', ['claims/closed-nine-days.html', 'articles/low-water.html#note-days'], 'verdict=supported'],
];

export async function search({ report, site, browser, repo }) {
  if (!site.files.has('search.html')) return report.skip('search', 'the site has no search page');
  const places = [['http, under /repo/', repo.address], ['file://', `${pathToFileURL(site.folder).href}/`]];
  for (const [name, address] of places) {
    const open = (words, look, options = {}) =>
      inContext(browser, options, (context) => onPage(context, `${address}search.html?q=${encodeURIComponent(words)}`, look));
    await report.check(`search: ${name}: a word leads to its passage`, () => open('', (tab) => toThePassage(tab, site)));
    await report.check(`search: ${name}: by keyboard alone`, () => open('', (tab) => byKeyboard(tab, site)));
    await report.check(`search: ${name}: without JavaScript there are the lists`, () => open('', lists, { javaScriptEnabled: false }));
    if (site.files.has('articles/low-water.html')) await report.check(`search: ${name}: ${CASES.length} cases`, () => open('', (tab) => cases(tab, address)));
  }
  await report.check('search: the script cuts and folds words as the index does', () => inContext(browser, {}, (context) => onPage(context, `${repo.address}search.html`, (tab) => sameWords(tab, site))));
  await report.check('search: the script gives pairs of words the hashes of the index', () => inContext(browser, {}, (context) => onPage(context, `${repo.address}search.html`, sameHashes)));
  await report.check('search: 320 wide: nothing reaches over the edge, facets unfold', () =>
    inContext(browser, { viewport: { width: 320, height: 700 } }, (context) => onPage(context, `${repo.address}search.html?q=${encodeURIComponent(aWord(site))}`, narrow)));
}

/** The addresses of the hits, when the answer is there. */
async function hits(tab) {
  await answered(tab);
  return tab.evaluate(() => [...document.querySelectorAll('.hit a')].map((link) => link.getAttribute('href')));
}

async function toThePassage(tab, site) {
  const problems = [];
  tab.on('console', (message) => problems.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  const word = aWord(site);
  await tab.locator('#search-words').fill(word);
  const found = await hits(tab);
  const [first] = found.filter((address) => address.includes(':~:text='));
  if (!first) return [...problems, `no hit for "${word}" leads to its words: ${found}`];
  if (!tab.url().includes(`?q=${encodeURIComponent(word)}`)) problems.push(`the address does not keep the search: ${tab.url()}`);
  if (await tab.locator('.hit mark').count() === 0) problems.push('no excerpt has its words marked');
  await tab.locator(`.hit a[href="${first}"]`).click();
  await tab.waitForLoadState('load');
  await tab.waitForTimeout(400);
  if (!await tab.evaluate(onScreen, word)) problems.push(`${first} does not show "${word}" on the screen`);
  await tab.goBack();
  if ((await hits(tab)).join() !== found.join()) problems.push('on the way back the results are others');
  return problems;
}

async function byKeyboard(tab, site) {
  const problems = [];
  const focus = () => tab.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.localName);
  if (await focus() !== 'search-words') problems.push(`the field has no focus at the start, but ${await focus()}`);
  const word = aWord(site);
  await tab.keyboard.type(word);
  await tab.waitForURL(`**q=${encodeURIComponent(word)}`);
  const found = await hits(tab);
  await tab.keyboard.press('ArrowDown');
  if (await focus() !== found[0]) problems.push(`the arrow does not lead to the first result, but to ${await focus()}`);
  await tab.keyboard.press('ArrowUp');
  if (await focus() !== 'search-words') problems.push('the arrow does not lead back to the field');
  await tab.keyboard.press('Escape');
  if (await tab.locator('#search-words').inputValue() !== '' || await tab.locator('.hit').count() > 0) problems.push('Escape does not clear the field and the results');
  await tab.evaluate(() => document.activeElement.blur());
  await tab.keyboard.press('/');
  if (await focus() !== 'search-words' || await tab.locator('#search-words').inputValue() !== '') problems.push('/ does not lead to the field');
  const settings = tab.locator('.settings-button');
  const keys = tab.locator('[name="keys"]');
  await settings.click();
  await keys.uncheck();
  await settings.click();
  await tab.evaluate(() => document.activeElement.blur());
  await tab.keyboard.press('/');
  if (await focus() === 'search-words') problems.push('/ cannot be turned off');
  await settings.click();
  await keys.check();
  await settings.click();
  return problems;
}

function lists(tab) {
  return tab.evaluate(() => {
    const links = document.querySelectorAll('main .search-start a[href$="index.html"]');
    const dead = document.querySelectorAll('main :is(input, button, form)').length > 0 || document.querySelector('.search-examples')?.checkVisibility();
    return [...(links.length > 0 ? [] : ['no list is linked']), ...(dead ? ['something is shown that does nothing'] : [])];
  });
}

async function cases(tab, address) {
  const problems = [];
  for (const [name, words, wanted, filter] of CASES) {
    await tab.goto(`${address}search.html?q=${encodeURIComponent(words)}${filter ? `&${filter}` : ''}`);
    const found = (await hits(tab)).map((to) => to.replace(/:~:.*/, ''));
    if (found.join() !== wanted.join()) problems.push(`${name}: ${words} → ${found.join(' ') || 'nothing'}`);
  }
  return problems;
}

/** Every word that the script finds in the texts of the index must be a word of the index, and the other way round. */
async function sameWords(tab, site) {
  const files = readdirSync(join(site.folder, 'search')).map((name) => readFileSync(join(site.folder, 'search', name), 'utf8'));
  return tab.evaluate(async (scripts) => {
    const values = scripts.map((script) => JSON.parse(script.trim().slice('postilSearch('.length, -1)));
    const inTexts = new Set();
    const add = (text) => window.postilSearch.words(text).forEach((word) => inTexts.add(word));
    for (const value of values.filter((value) => Array.isArray(value) && value.length === 3 && Array.isArray(value[0]))) {
      value[0].forEach(([, ...texts]) => texts.forEach(add));
      value[1].forEach(([, text]) => add(text));
    }
    const problems = [];
    for (const word of inTexts) {
      const { found } = await window.postilSearch.answer(`"${word}"`);
      if (found.length === 0 || !found.some((group) => group.some((entry) => entry.word === word))) problems.push(`${word} is not in the index`);
    }
    return inTexts.size > 20 ? problems : [`only ${inTexts.size} words were compared`];
  }, files);
}

/** As the unit test of `src/pipeline/render/search/pair.rs` has them. */
async function sameHashes(tab) {
  const pairs = [['tide', 'table'], ['école', 'ärger'], ['прилив', '𐐀']];
  const found = await tab.evaluate((all) => all.map(([a, b]) => window.postilSearch.pairHash(a, b, 15)), pairs);
  return found.join() === '15387,20761,31406' ? [] : [`they are ${found}`];
}

async function narrow(tab) {
  await hits(tab);
  const before = await tab.locator('.facets').evaluate((facets) => facets.open);
  const problems = before ? ['the facets are unfolded'] : [];
  const summary = tab.locator('.facets > summary');
  if (await summary.isVisible()) await summary.click();
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) problems.push(`the page is ${wide} wide`);
  return problems;
}
