// A site in another language than English, from right to left: the direction of furniture and texts, letters that join, keys, and
// the words that scripts say. Made for `tests/sites/arabic-site`.

import { inContext, onPage } from '../browser.mjs';
import { annotated } from '../site.mjs';

export async function language({ report, site, browser, root }) {
  const [html] = site.pages.find(({ path }) => path === 'index.html').html.match(/<html[^>]*>/);
  if (!html.includes('dir="rtl"')) return report.skip('language', 'the site is not written from right to left');
  const at = (path, look, options = {}) => inContext(browser, options, (context) => onPage(context, `${root.address}${path}`, look));
  await report.check('language: every page says its language and direction', () =>
    site.pages.filter((page) => !/<html lang="[^"]+" dir="rtl"/.test(page.html)).map(({ path }) => `${path} does not`));
  for (const { path } of annotated(site)) {
    await report.check(`language: ${path}: texts and furniture have their own directions`, () => at(path, directions));
    await report.check(`language: ${path}: joined letters have no slant and no room between them`, () => at(path, letters));
  }
  await report.check('language: keys lead from note to note, and what is copied is said in the language', () => at(annotated(site)[0].path, keys));
  await report.check('language: the search answers in the language, with the right plural', () => at('search.html', answers));
  await report.check('language: on a phone nothing reaches over the edge', () =>
    at('index.html', (tab) => tab.evaluate(() => (document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the screen'] : [])), { viewport: { width: 320, height: 700 } }));
}

function directions(tab) {
  return tab.evaluate(() => {
    const direction = (element) => getComputedStyle(element).direction;
    const article = document.querySelector('.article');
    const text = article.querySelector('.text');
    const wrong = [];
    if (direction(text) !== article.getAttribute('dir')) wrong.push('the text has not the direction of its article');
    for (const part of article.querySelectorAll('.apparatus, .glance, .tail')) if (direction(part) !== 'rtl') wrong.push(`.${part.className} is not from right to left`);
    if (!text.lang) wrong.push('the text does not say its language');
    return wrong;
  });
}

function letters(tab) {
  return tab.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.closest('[lang]').lang === 'ar' && element.checkVisibility())
      .filter((element) => {
        const { fontStyle, letterSpacing } = getComputedStyle(element);
        return fontStyle !== 'normal' || !['normal', '0px'].includes(letterSpacing);
      })
      .map((element) => `<${element.localName} class="${element.className}"> has a slant, or room between letters`));
}

async function keys(tab) {
  const wrong = [];
  await tab.keyboard.press('n');
  if (!(await tab.evaluate(() => document.activeElement.matches('a.noteref')))) wrong.push('n does not lead to a number');
  const said = await tab.evaluate(() => [...document.querySelectorAll('.copy')].map((button) => button.textContent));
  if (said.length === 0) wrong.push('there is no button that copies');
  wrong.push(...said.filter((words) => !/\p{Script=Arabic}/u.test(words)).map((words) => `a button says “${words}”`));
  return wrong;
}

/** Words → how many results the status tells of. */
const ANSWERS = [['البحر', /^\d نتائج عن/], ['جدول', /نتيج/], ['لاشيءهنا', /^لم يُعثر/]];

async function answers(tab) {
  const wrong = [];
  for (const [words, said] of ANSWERS) {
    await tab.fill('#search-words', words);
    try {
      await tab.waitForFunction((source) => new RegExp(source, 'u').test(document.querySelector('.search-status').textContent), said.source, { timeout: 5000 });
    } catch {
      wrong.push(`“${words}”: the status says “${await tab.textContent('.search-status')}”`);
    }
  }
  const latin = await tab.evaluate(() => [...document.querySelectorAll('.search, .facets')].map(({ textContent }) => textContent.match(/[a-z]{3,}|[{}]/gi) ?? []).flat());
  const names = new Set(['Tide', 'Post']);
  return [...wrong, ...latin.filter((word) => !names.has(word)).map((word) => `the page says “${word}”`)];
}
