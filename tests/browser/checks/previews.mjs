// The cards of linked pages: shown by mouse and keyboard, put away by Escape, in nobody's way by touch and without JavaScript.

import { pathToFileURL } from 'node:url';
import { inContext, onPage } from '../browser.mjs';

const BOX = '#page-preview';

export async function previews({ report, site, browser, root }) {
  const page = site.pages.find((one) => one.kind === 'article' && one.html.includes('id="page-previews"'));
  if (!page) return report.skip('previews', 'no article has cards');
  const visit = (options, look, at = root.address) => inContext(browser, { viewport: { width: 1440, height: 900 }, ...options }, (context) => onPage(context, at + page.path, look));
  await report.check(`previews: ${page.path}: a card opens, stays, and is put away`, () => visit({}, byMouseAndKeyboard));
  await report.check(`previews: ${page.path}: the same from the disk`, () => visit({}, byMouseAndKeyboard, `${pathToFileURL(site.folder).href}/`));
  await report.check(`previews: ${page.path}: a touch follows the link`, () => visit({ hasTouch: true, viewport: { width: 390, height: 800 } }, byTouch));
  await report.check(`previews: ${page.path}: without JavaScript the cards stay hidden`, () => visit({ javaScriptEnabled: false }, async (tab) =>
    (await tab.locator('#page-previews').isVisible() ? ['the cards are shown'] : [])));
}

/** The first link in the text that has a card. */
function linked(tab) {
  return tab.evaluateHandle(() => {
    const cards = new Set([...document.querySelectorAll('#page-previews > [data-for]')].map((card) => card.dataset.for));
    return [...document.querySelectorAll('.text a[href]:not([role])')].find((a) => cards.has(a.getAttribute('href').split('#')[0]));
  });
}

async function byMouseAndKeyboard(tab) {
  const problems = [];
  const link = (await linked(tab)).asElement();
  const shown = async (wanted, when) => {
    await tab.waitForTimeout(600);
    if (await tab.locator(BOX).isVisible() !== wanted) problems.push(`${when}: the card is ${wanted ? 'not shown' : 'still there'}`);
  };
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await shown(true, 'a mouse on the link');
  const box = await tab.locator(BOX).boundingBox();
  const { width, height } = tab.viewportSize();
  if (box && (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)) problems.push('the card leaves the screen');
  if (box) await tab.mouse.move(box.x + 10, box.y + 10, { steps: 4 });
  await shown(true, 'the mouse on the card');
  await tab.mouse.move(2, 2);
  await shown(false, 'the mouse away');
  await link.hover();
  await shown(true, 'the mouse again');
  await tab.keyboard.press('Escape');
  await shown(false, 'Escape');
  await tab.mouse.move(2, 2);
  await tab.keyboard.press('Tab');
  await link.focus();
  await shown(true, 'the keyboard on the link');
  await tab.keyboard.press('Tab');
  await shown(false, 'the keyboard away');
  return problems;
}

async function byTouch(tab) {
  const link = (await linked(tab)).asElement();
  const to = await link.evaluate((a) => a.href);
  await link.scrollIntoViewIfNeeded();
  await link.tap();
  await tab.waitForURL(to, { timeout: 3000 }).catch(() => {});
  return tab.url() === to ? [] : [`the touch led to ${tab.url()}, not to ${to}`];
}
