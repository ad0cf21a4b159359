// An article on paper: every note is printed whole, with the addresses of its sources.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated } from '../site.mjs';

export async function paper({ report, site, browser, root }) {
  const articles = annotated(site);
  const visit = (look) => inContext(browser, {}, (context) =>
    each(articles, 1, (page) => onPage(context, root.address + page.path, async (tab) => (await look(tab)).map((problem) => `${page.path}: ${problem}`))));

  await report.check('paper: in print, every note and all of it is shown', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    return tab.evaluate(hidden);
  }));
  await report.check('paper: in print, the notes stand in their order at the foot of the article', () => visit(async (tab) => {
    await tab.emulateMedia({ media: 'print' });
    return tab.evaluate(amongText);
  }));
  if (!hasPdftotext()) return report.skip('paper: the PDF holds the words of every note', 'pdftotext is not installed');
  await report.check('paper: the PDF holds the words of every note and the addresses of its sources', () => visit(async (tab) => {
    const notes = await tab.evaluate(() => [...document.querySelectorAll('main aside.note')].map((note) => ({
      id: note.id,
      parts: [...note.querySelectorAll('p, li, blockquote')].filter((part) => !part.querySelector('p, li')).map((part) => part.textContent),
      addresses: [...note.querySelectorAll('a[href^="http"]')].map((link) => link.getAttribute('href')),
    })));
    const printed = letters(await pdfText(tab));
    return notes.flatMap(({ id, parts, addresses }) => [
      ...parts.filter((part) => !printed.includes(letters(part)) && lost(part, printed)).map((part) => `${id}: not printed: "${part.trim().replace(/\s+/g, ' ').slice(0, 70)}"`),
      ...addresses.filter((address) => !printed.includes(letters(new URL(address).hostname))).map((address) => `${id}: the address ${address} is not printed`),
    ]);
  }));
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

async function pdfText(tab) {
  const folder = mkdtempSync(join(tmpdir(), 'postil-paper-'));
  try {
    await tab.pdf({ path: join(folder, 'page.pdf'), format: 'A4' });
    return execFileSync('pdftotext', ['-enc', 'UTF-8', join(folder, 'page.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
