// An article by keyboard alone: Tab finds every reference, Enter leads to its note, the note's link leads back.

import { inContext, onPage } from '../browser.mjs';
import { annotated } from '../site.mjs';

const MANY = 1500;
const TRIED = 5;

export async function keyboard({ report, site, browser, root }) {
  const [page] = annotated(site);
  if (!page) return report.skip('keyboard', 'no article has notes');
  for (const width of [1440, 390]) {
    const visit = (options, look) => inContext(browser, { viewport: { width, height: 800 }, ...options }, (context) => onPage(context, root.address + page.path, look));
    await report.check(`keyboard: ${page.path}, ${width} wide: Tab reaches every reference, summary and way back, each with a visible focus`, () => visit({}, walk));
    await report.check(`keyboard: ${page.path}, ${width} wide: Enter leads to the note and back`, () => visit({}, thereAndBack));
    await report.check(`keyboard: ${page.path}, ${width} wide: the same without JavaScript`, () => visit({ javaScriptEnabled: false }, thereAndBack));
  }
}

/** Tabs through the whole page and compares what had the focus with what should have had it. */
async function walk(tab) {
  await tab.evaluate(() => document.querySelectorAll('main :is(a.noteref, summary, a[role="doc-backlink"])').forEach((element, index) => { element.dataset.stop = index; }));
  const seen = new Set();
  const problems = [];
  for (let pressed = 0; pressed < MANY; pressed += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      return { index: element.dataset.stop ?? null, ring, text: `${element.localName}#${element.id} "${element.textContent.trim().slice(0, 30)}"` };
    });
    if (stop === null) break;
    if (!stop.ring) problems.push(`no focus is seen on ${stop.text}`);
    if (stop.index !== null) seen.add(stop.index);
  }
  const missed = await tab.evaluate((reached) =>
    [...document.querySelectorAll('[data-stop]')].filter((element) => !reached.includes(element.dataset.stop) && element.checkVisibility()).map((element) => `Tab never reaches ${element.id || element.textContent.trim()}`), [...seen]);
  return [...problems, ...missed];
}

async function thereAndBack(tab) {
  const problems = [];
  const ids = await tab.evaluate(() => [...document.querySelectorAll('a.noteref')].map((ref) => ref.id));
  if (!await tabTo(tab, (element) => element.matches('a.noteref'))) return ['Tab finds no reference'];
  for (const id of ids.slice(0, TRIED)) {
    await tab.locator(`[id="${id}"]`).focus();
    await tab.keyboard.press('Enter');
    await tab.waitForTimeout(60);
    problems.push(...await tab.evaluate((ref) => {
      const aside = document.getElementById(document.getElementById(ref).getAttribute('href').slice(1));
      if (document.querySelector(':target') !== aside) return [`Enter on ${ref} does not make its note the target`];
      const { top, left, height } = aside.getBoundingClientRect();
      if (top < -1 || top > innerHeight - Math.min(height, 40)) return [`Enter on ${ref} leaves its note outside the screen`];
      const upper = document.elementFromPoint(left + 12, top + 12);
      return upper && aside.contains(upper) ? [] : [`after Enter on ${ref} its note is covered by ${upper?.localName}.${upper?.className}`];
    }, id));
    // From the target, Tab goes on inside the note: the way back must be there.
    if (!await tabTo(tab, (element) => element.matches('aside.note:target a[role="doc-backlink"]'), 40)) {
      problems.push(`from the note of ${id}, Tab does not find the way back`);
      continue;
    }
    await tab.keyboard.press('Enter');
    await tab.waitForTimeout(60);
    problems.push(...await tab.evaluate((ref) => {
      const element = document.getElementById(ref);
      const target = document.querySelector(':target');
      if (!target?.matches('a.noteref')) return [`the way back from the note of ${ref} leads to ${target?.id || 'nothing'}`];
      const { top, bottom } = target.getBoundingClientRect();
      return top > -4 && bottom < innerHeight + 4 && target.getAttribute('href') === element.getAttribute('href') ? [] : [`the way back from the note of ${ref} does not show its words`];
    }, id));
  }
  return problems;
}

async function tabTo(tab, arrived, limit = MANY) {
  for (let pressed = 0; pressed < limit; pressed += 1) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate(`(${arrived})(document.activeElement)`)) return true;
  }
  return false;
}
