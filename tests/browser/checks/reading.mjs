// What a reader meets: a narrow screen, no JavaScript, a dark room, words copied out of the text.

import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated, sample } from '../site.mjs';

export async function reading({ report, site, browser, root }) {
  const visit = (options, pages, look) =>
    inContext(browser, options, (context) =>
      each(pages, 3, (page) => onPage(context, root.address + page.path, async (tab) => (await look(tab)).map((problem) => `${page.path}: ${problem}`))));
  const pages = site.pages.filter((page) => page.path !== '404.html' || !site.base);
  const articles = annotated(site);

  await report.check('reading: no page scrolls sideways at 320 px', () => visit({ viewport: { width: 320, height: 640 } }, pages, (tab) => tab.evaluate(sideways)));
  await report.check('reading: one page of each kind scrolls sideways at no width from 320 to 1920', () =>
    visit({}, sample(site).filter((page) => pages.includes(page)), (tab) => atWidths(tab, [320, 480, 640, 768, 900, 1024, 1119, 1120, 1121, 1280, 1440, 1920], sideways)));
  await report.check('reading: wider letters, words and lines (WCAG 1.4.12) cut nothing off at 320 px', () =>
    visit({ viewport: { width: 320, height: 640 }, bypassCSP: true }, sample(site).filter((page) => pages.includes(page)), async (tab) => {
      await tab.addStyleTag({ content: '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}' });
      return tab.evaluate(sideways);
    }));
  await report.check('reading: without JavaScript every page has its text, and every note is seen', () => visit({ javaScriptEnabled: false }, pages, (tab) => tab.evaluate(unseen)));
  await report.check('reading: without JavaScript a closed note opens', () => visit({ javaScriptEnabled: false }, articles, opens));
  await report.check('reading: words copied from the text are the author\'s, without marks and numbers', () => visit({}, articles, (tab) => tab.evaluate(copied)));
  await report.check('reading: a mark is more than a colour', () => visit({}, articles, (tab) => tab.evaluate(onlyColour)));
  await report.check('reading: dark is dark and light is light', async () => [
    ...await visit({ colorScheme: 'light' }, articles.slice(0, 1), async (tab) => (await tab.evaluate(brightness) < 160 ? ['the light page is dark'] : [])),
    ...await visit({ colorScheme: 'dark' }, articles.slice(0, 1), async (tab) => (await tab.evaluate(brightness) > 96 ? ['the dark page is light'] : [])),
  ]);
}

async function atWidths(tab, widths, look) {
  const problems = [];
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 900 });
    problems.push(...(await tab.evaluate(look)).map((problem) => `${width} px: ${problem}`));
  }
  return problems;
}

function sideways() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const guilty = [...document.body.querySelectorAll('*')].filter((element) => Math.max(element.getBoundingClientRect().right, element.scrollWidth) > width + 1).reverse().map((element) => `${element.localName}.${element.className}`);
  return [`the page is ${document.documentElement.scrollWidth} px wide, because of ${guilty.slice(0, 3).join(', ') || 'something unseen'}`];
}

function unseen() {
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 1;
  const problems = [];
  if (document.querySelector('main').innerText.trim().length < 20) problems.push('main is empty');
  for (const block of document.querySelectorAll('main .passage > p, main .passage-notes, main aside.note')) if (!seen(block)) problems.push(`not seen: ${block.id || block.textContent.slice(0, 40)}`);
  return problems;
}

async function opens(tab) {
  const problems = [];
  for (const summary of await tab.locator('aside.note details > summary').all()) {
    const details = summary.locator('..');
    const before = await details.evaluate((element) => element.open);
    await summary.click();
    if (await details.evaluate((element) => element.open) === before) problems.push(`does not open: ${await summary.innerText()}`);
  }
  return problems;
}

/** The blocks as they are read, against the same blocks with every mark unwrapped and every reference taken out. */
function copied() {
  const problems = [];
  for (const mark of document.querySelectorAll('mark[data-notes]')) {
    const block = mark.closest('p, li, td, th, h2, h3, h4, h5, h6, dd, dt, figcaption, pre');
    if (!block || block.dataset.compared) continue;
    block.dataset.compared = 'yes';
    const selection = getSelection();
    selection.selectAllChildren(block);
    const words = [block.innerText, selection.toString()];
    selection.removeAllRanges();
    block.querySelectorAll('a.noteref').forEach((ref) => ref.remove());
    block.querySelectorAll('mark').forEach((element) => element.replaceWith(...element.childNodes));
    block.normalize();
    selection.selectAllChildren(block);
    const plain = [block.innerText, selection.toString()];
    words.forEach((text, index) => { if (text !== plain[index]) problems.push(`"${text.slice(0, 60)}" is not "${plain[index].slice(0, 60)}"`); });
  }
  return problems;
}

function onlyColour() {
  const marks = [...document.querySelectorAll('mark.hl')];
  const shaped = (style) => style.textDecorationLine !== 'none' || parseFloat(style.borderBottomWidth) > 0 || /url|gradient/.test(style.backgroundImage);
  return marks.filter((mark) => !shaped(getComputedStyle(mark))).map((mark) => `"${mark.textContent.slice(0, 30)}" has no line under it`);
}

/** 0 (black) to 255 (white), of the page's ground. */
function brightness() {
  const canvas = document.createElement('canvas').getContext('2d');
  for (const element of [document.documentElement, document.body]) {
    canvas.fillStyle = getComputedStyle(element).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? 255 : (red + green + blue) / 3;
}
