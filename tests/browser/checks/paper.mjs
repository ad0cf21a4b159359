// Articles, tables of coverage, claims and comparisons on paper: every note is printed whole, with the addresses of its
// sources; no column is cut off.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated, sample } from '../site.mjs';

/** What is left of A4 between the margins, in CSS pixels: the pages are asked at this width. */
const PAPER = 628;

export async function paper({ report, site, browser, root }) {
  const articles = annotated(site);
  const woven = sample({ ...site, pages: site.pages.filter((page) => /class="matrix\b/.test(page.html) || ['claim', 'compare', 'timeline'].includes(page.kind)) });
  const visit = (look, pages = articles) => inContext(browser, {}, (context) =>
    each(pages, 1, (page) => onPage(context, root.address + page.path, async (tab) => (await look(tab)).map((problem) => `${page.path}: ${problem}`))));

  await report.check('paper: in print, every note and all of it is shown', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    return tab.evaluate(hidden);
  }));
  await report.check('paper: in print, the notes stand in their order at the foot of the article', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    return tab.evaluate(amongText);
  }));
  await report.check('paper: nothing is wider than the sheet, and no box hides a part of what is in it', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    await tab.setViewportSize({ width: PAPER, height: 900 });
    return tab.evaluate(cut);
  }, [...articles, ...woven]));
  if (!hasPdftotext()) return report.skip('paper: the PDF holds the words of every note', 'pdftotext is not installed');
  await report.check('paper: the PDF holds the words of every note and the addresses of its sources', () => visit(async (tab) => {
    const notes = await tab.evaluate(() => [...document.querySelectorAll('main aside.note')].map((note) => ({
      id: note.id,
      parts: [...note.querySelectorAll('p, li, blockquote, cite, .bits')].filter((part) => !part.querySelector('p, li, cite')).map((part) => part.textContent),
      addresses: [...note.querySelectorAll('a[href^="http"]')].map((link) => link.getAttribute('href')),
    })));
    const printed = letters(await pdfText(tab));
    return notes.flatMap(({ id, parts, addresses }) => [
      ...parts.filter((part) => !printed.includes(letters(part)) && lost(part, printed)).map((part) => `${id}: not printed: "${part.trim().replace(/\s+/g, ' ').slice(0, 70)}"`),
      ...addresses.filter((address) => !printed.includes(letters(new URL(address).hostname))).map((address) => `${id}: the address ${address} is not printed`),
    ]);
  }));
  await report.check('paper: the PDF of a story, a claim and a comparison holds their words, and whole addresses', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    const { parts, addresses } = await tab.evaluate(told);
    const printed = letters(await pdfText(tab, '-raw')); // cell by cell
    return [
      ...parts.filter((part) => !printed.includes(letters(part)) && lost(part, printed)).map((part) => `not printed: "${part.slice(0, 70)}"`),
      ...addresses.filter((address) => !printed.includes(letters(address))).map((address) => `the address ${address} is not printed`),
    ];
  }, woven));
  await report.check('paper: no word stands over the edge of its sheet', () => visit(async (tab) => beyond(await pdfText(tab, '-bbox')), [...articles, ...woven]));
}

/** Runs in the page: what a table of coverage, a claim or a comparison says, and where it leads outside. */
function told() {
  const parts = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [text, parent] = [node.textContent.replace(/\s+/g, ' ').trim(), node.parentElement];
    if (text.length > 3 && parent.checkVisibility({ visibilityProperty: true }) && !parent.closest('svg, summary, caption, thead, .unsaid, .skip-chart')) parts.push(text);
  }
  return {
    parts,
    addresses: [...document.querySelectorAll('main a.external[href^="http"]')].filter((link) => !link.closest('.facts, .actions, [hidden]')).map((link) => link.getAttribute('href')),
  };
}

/** Runs in the page, in print. */
function cut() {
  const problems = [];
  for (const element of document.querySelectorAll('main *')) {
    if (!element.checkVisibility() || element.closest('svg') || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
    const clipped = (one) => one !== null && (getComputedStyle(one).clipPath !== 'none' || clipped(one.parentElement));
    // What is for screen readers alone, and the room that a number takes around itself.
    if (clipped(element) || (style.position === 'absolute' && element.clientWidth <= 1) || element.matches('.noteref')) continue;
    if (element.getBoundingClientRect().right > innerWidth + 1) problems.push(`${name} reaches over the edge`);
    if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) problems.push(`${name} hides ${element.scrollWidth - element.clientWidth} px`);
  }
  return problems;
}

/** Runs in the page, in print: the parts of notes that take no room on the paper. */
function hidden() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && [...element.getClientRects()].some((box) => box.width * box.height > 0);
  return [...document.querySelectorAll('main aside.note, main aside.note :is(p, li, dt, dd, blockquote)')]
    .filter((element) => element.textContent.trim() !== '' && !seen(element))
    .map((element) => `${element.closest('aside').id}: not shown in print: "${element.textContent.trim().slice(0, 50)}"`);
}

/** Runs in the page, in print: notes that stand above a line of the text, or above one that comes before them. */
function amongText() {
  const [texts, notes] = ['.text :is(.passage-first, .passage-rest), .text > :not(.passage)', '.text .note'].map((all) => [...document.querySelectorAll(all)]);
  const end = Math.max(...texts.map((text) => text.getBoundingClientRect().bottom));
  const tops = notes.map((note) => note.getBoundingClientRect().top);
  return notes.filter((_, i) => tops[i] < Math.max(end, ...tops.slice(0, i))).map((note) => `${note.id} stands above the text or above a note before it`);
}

/** Words of a PDF that do not stand on their sheet as a whole. */
function beyond(boxes) {
  return boxes.split('<page ').slice(1).flatMap((sheet, index) => {
    const width = Number(sheet.match(/width="([\d.]+)"/)[1]);
    return [...sheet.matchAll(/<word xMin="([-\d.]+)"[^>]*xMax="([-\d.]+)"[^>]*>([^<]*)</g)].filter(([, left, right]) => left < 0 || right > width).map(([, , , word]) => `sheet ${index + 1}: "${word}" stands over the edge`);
  });
}

/** Letters only: page breaks, hyphens and page numbers come in between otherwise. */
const letters = (text) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}]/gu, '');

/** A part that runs over a page's end may be cut by a heading there: nine in ten of its runs of four words are enough. */
function lost(part, printed) {
  const words = part.split(/\s+/).filter((word) => letters(word) !== '');
  const runs = words.slice(0, Math.max(1, words.length - 3)).map((_, index) => letters(words.slice(index, index + 4).join('')));
  return runs.filter((run) => printed.includes(run)).length < runs.length * 0.9;
}

function hasPdftotext() {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function pdfText(tab, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'postil-paper-'));
  try {
    await tab.pdf({ path: join(folder, 'page.pdf'), format: 'A4' });
    return execFileSync('pdftotext', ['-enc', 'UTF-8', ...options, join(folder, 'page.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
