// An article and the search on a phone, by fingers alone: no pointer rests on anything, and no key is pressed.

import { inContext, onPage } from '../browser.mjs';
import { annotated, aWord } from '../site.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export async function touch({ report, site, browser, root }) {
  const [page] = annotated(site);
  if (!page) return report.skip('touch', 'no article has notes');
  const visit = (path, look) => inContext(browser, PHONE, (context) => onPage(context, root.address + path, look));
  const check = (name, look, path = page.path) => report.check(`touch: ${path}: ${name}`, () => visit(path, look));

  await check('the page is as wide as the phone', (tab) => tab.evaluate(() => (visualViewport.scale !== 1 || document.documentElement.scrollWidth > innerWidth ? [`it is ${document.documentElement.scrollWidth} px wide`] : [])));
  await check('a number opens its note, and one tap leads back', thereAndBack);
  if (!page.html.includes('class="filters"') || !page.html.includes('<script src')) return report.skip('touch: choices', 'this site has no scripts, or no notes to choose from');
  await check('marked words open their note, and one tap leads back', fromWords);
  await check('notes are chosen, and the menu closes by a tap beside it', choose);
  await check('the text is made larger, and the menu closes by a tap beside it', larger);
  const linked = site.pages.find((one) => one.kind === 'article' && one.html.includes('id="page-previews"'));
  if (linked) await check('no card comes in the way of a link', noCard, linked.path);
  if (site.files.has('search.html')) await check('words are searched, narrowed and followed', (tab) => search(tab, aWord(site)), 'search.html');
}

/** What is wrong with the note `id` after a tap that should show it. */
function shown(tab, id) {
  return tab.evaluate((note) => {
    const element = document.getElementById(note);
    if (!element) return [`there is no ${note} on ${location.href}`];
    const { top } = element.getBoundingClientRect();
    return [
      ...(element.matches(':target') ? [] : [`${note} is not the target`]),
      ...(top >= -1 && top < innerHeight - 40 ? [] : [`${note} is not in view: ${Math.round(top)}`]),
      ...(element.querySelector('details')?.open === false ? [`${note} is not open`] : []),
    ];
  }, id);
}

/** One tap on the note's own arrow, and its words are on the screen. */
async function back(tab, id) {
  await tab.locator(`[id="${id}"] .back`).tap();
  await tab.waitForTimeout(200);
  return tab.evaluate((note) => {
    const ref = document.querySelector(`a.noteref[href="#${CSS.escape(note)}"]`) ?? [...document.querySelectorAll('a.noteref')].find((one) => one.hash === `#${note}`);
    if (!ref) return [`${note} has no number`];
    const { top, bottom } = ref.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [] : [`the words of ${note} are not on the screen`];
  }, id);
}

async function thereAndBack(tab) {
  const problems = [];
  for (const ref of (await tab.locator('a.noteref').all()).slice(0, 4)) {
    const id = await ref.evaluate((link) => decodeURIComponent(link.hash.slice(1)));
    await ref.scrollIntoViewIfNeeded();
    await ref.tap();
    await tab.waitForTimeout(200);
    const found = await shown(tab, id);
    problems.push(...found.length > 0 ? [...found, 'the rest was not tried'] : await back(tab, id));
    if (found.length > 0) break;
  }
  return problems;
}

async function fromWords(tab) {
  const problems = [];
  const marks = (await tab.locator('mark[data-notes]:not(.hl-many)').filter({ hasText: /\S{3}/ }).all()).slice(0, 8);
  for (const mark of marks) {
    if (await mark.evaluate((element) => element.closest('a') !== null || element.querySelector('a') !== null || /\s/.test(element.dataset.notes))) continue;
    const id = `note-${await mark.evaluate((element) => element.dataset.notes)}`;
    await mark.scrollIntoViewIfNeeded();
    // On the first of its lines: the middle of a mark of two lines may lie in neither.
    const line = await mark.evaluate((element) => element.getClientRects()[0].toJSON());
    await tab.touchscreen.tap(line.x + line.width / 2, line.y + line.height / 2);
    await tab.waitForTimeout(200);
    const found = await shown(tab, id);
    problems.push(...found.length > 0 ? [...found, 'the rest was not tried'] : await back(tab, id));
    if (found.length > 0) break;
  }
  return problems;
}

async function beside(tab, menu) {
  await tab.touchscreen.tap(5, 5);
  await tab.waitForTimeout(100);
  return await tab.locator(menu).isVisible() ? [`a tap beside ${menu} does not close it`] : [];
}

async function choose(tab) {
  const all = await tab.locator('.note:visible').count();
  const problems = [];
  await tab.locator('[popovertarget="page-filters"]').tap();
  const button = tab.locator('#page-filters [data-group]').first();
  const box = await tab.locator('#page-filters').boundingBox();
  if (box.x < 0 || box.x + box.width > 390) problems.push(`the menu leaves the screen: ${JSON.stringify(box)}`);
  await button.tap();
  if (await tab.locator('.note:visible').count() >= all) problems.push('nothing is left out');
  await button.tap();
  problems.push(...await beside(tab, '#page-filters'));
  await tab.locator('[data-bare]').tap();
  if (await tab.locator('.note:visible').count() > 0) problems.push('the original has notes');
  return problems;
}

async function larger(tab) {
  const size = () => tab.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await tab.locator('.settings-button').tap();
  await tab.locator('#page-settings label:has([value="largest"])').tap();
  const problems = await size() > before ? [] : ['larger text is not larger'];
  const box = await tab.locator('#page-settings').boundingBox();
  if (box.x < 0 || box.x + box.width > 390) problems.push(`the menu leaves the screen: ${JSON.stringify(box)}`);
  return [...problems, ...await beside(tab, '#page-settings')];
}

async function noCard(tab) {
  const link = (await tab.evaluateHandle(() => {
    const cards = new Set([...document.querySelectorAll('#page-previews > [data-for]')].map((card) => card.dataset.for));
    return [...document.querySelectorAll('.text a[href]:not([role])')].find((a) => cards.has(a.getAttribute('href').split('#')[0]));
  })).asElement();
  const to = await link.evaluate((a) => a.href);
  await link.scrollIntoViewIfNeeded();
  await link.tap();
  await tab.waitForURL(to, { timeout: 5000 }).catch(() => {});
  if (tab.url() !== to) return [`the touch led to ${tab.url()}, not to ${to}`];
  await tab.goBack();
  await tab.waitForTimeout(700);
  return await tab.locator('#page-preview').isVisible() ? ['a card is open after the way back'] : [];
}

async function search(tab, word) {
  const problems = [];
  await tab.locator('#search-words').tap();
  await tab.locator('#search-words').fill(word);
  await tab.locator('.hit').first().waitFor();
  const facets = tab.locator('.facets > summary');
  if (await facets.isVisible()) await facets.tap();
  const before = await tab.locator('.hit').count();
  const choice = tab.locator('.facets label').first();
  if (await choice.isVisible()) {
    await choice.tap();
    await tab.waitForTimeout(400);
    if (!/[?&]\w+=.*&|&/.test(tab.url())) problems.push(`the choice of a facet is not in ${tab.url()}`);
    await tab.locator('.facets label').first().tap();
    await tab.waitForTimeout(400);
    if (await tab.locator('.hit').count() !== before) problems.push('the hits did not come back');
  }
  if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) problems.push('the page is too wide');
  const hit = tab.locator('.hit h2 a').first();
  await hit.tap();
  await tab.waitForURL((url) => !url.pathname.endsWith('search.html'), { timeout: 5000 }).catch(() => problems.push('a hit leads nowhere'));
  return problems;
}
