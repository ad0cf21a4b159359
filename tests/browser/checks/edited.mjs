// Notes whose article was edited: a reader sees, hears and prints that the words have changed, and which notes lost their place.

import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated } from '../site.mjs';

export async function edited({ report, site, browser, root }) {
  const articles = annotated(site).filter((page) => /class="[^"]*\b(changed|lost)\b/.test(page.html));
  if (articles.length === 0) return report.skip('edited', 'every note stands at the words that it quotes');
  const visit = (options, look, media = 'screen') => inContext(browser, options, (context) =>
    each(articles, 1, (page) => onPage(context, root.address + page.path, async (tab) => {
      await tab.emulateMedia({ media });
      return (await tab.evaluate(look)).map((problem) => `${page.path}: ${problem}`);
    })));

  for (const [name, options, media] of [['wide', {}], ['phone', { viewport: { width: 390, height: 844 } }], ['dark', { colorScheme: 'dark' }], ['without JavaScript', { javaScriptEnabled: false }], ['forced colours', { forcedColors: 'active' }], ['print', {}, 'print']]) {
    await report.check(`edited, ${name}: changed words look otherwise, and their number says so in a sign`, () => visit(options, marked, media));
    await report.check(`edited, ${name}: the note shows the words as quoted and as found, and how sure it is`, () => visit(options, told, media));
  }
  await report.check('edited: a screen reader is told at the reference and at the note', () => visit({}, named));
  await report.check('edited: notes without a place stand behind the text, under their words, with the reason', () => visit({}, lost));
  await report.check('edited: lists say the same', () => inContext(browser, {}, async (context) => {
    const count = articles.flatMap((page) => page.html.match(/noteref-changed/g) ?? []).length;
    const lists = site.pages.filter((page) => page.kind === 'notes list').flatMap((page) => page.html.match(/class="changed"/g) ?? []).length;
    const cells = site.pages.filter((page) => /class="matrix\b/.test(page.html));
    const silent = await each(cells, 2, (page) => onPage(context, root.address + page.path, (tab) => tab.evaluate(cellsWithout, articles.map(({ html }) => html.match(/id="ref-[^"]*"(?=[^>]*the text has changed)/g) ?? []).flat())));
    return [...(count === lists ? [] : [`${count} notes at changed words, ${lists} in the lists of notes`]), ...silent.flat()];
  }));
}

/** Runs in the page. */
function marked() {
  const plain = document.querySelector('mark.hl:not(.hl-changed, .hl-many)');
  const style = (element) => getComputedStyle(element);
  const problems = [];
  for (const ref of document.querySelectorAll('a.noteref')) {
    const changed = ref.classList.contains('noteref-changed');
    if (getComputedStyle(ref, '::after').content.includes('≈') !== changed) problems.push(`${ref.id} ${changed ? 'has no sign' : 'has the sign of changed words'}`);
  }
  for (const mark of document.querySelectorAll('mark.hl-changed')) {
    if (style(mark).borderBottomStyle !== 'dashed' || parseFloat(style(mark).borderBottomWidth) < 1) problems.push(`no dashed line under "${mark.textContent.slice(0, 30)}"`);
  }
  if (plain && style(plain).borderBottomStyle === 'dashed') problems.push('words that did not change have the dashed line as well');
  return problems;
}

/** Runs in the page. */
function told() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && [...element.getClientRects()].some((box) => box.width * box.height > 0);
  const problems = [];
  for (const ref of document.querySelectorAll('a.noteref-changed')) {
    const note = document.getElementById(ref.getAttribute('href').slice(1));
    const box = note?.querySelector('.changed');
    const parts = box ? [box.querySelector('.changed-head'), ...box.querySelectorAll('q')] : [];
    if (parts.length !== 3 || !parts.every(seen)) {
      problems.push(`${note?.id}: not all of the mark, the old and the new words is seen`);
      continue;
    }
    if (!/The text has changed since\..*\(\d+%\)/s.test(parts[0].innerText)) problems.push(`${note.id}: "${parts[0].innerText}" does not say how sure it is`);
    const kept = (words) => {
      const copy = words.cloneNode(true);
      copy.querySelectorAll('del, ins').forEach((word) => word.remove());
      return copy.textContent.replace(/\s+/g, '');
    };
    if (!/…/.test(box.textContent) && kept(parts[1]) !== kept(parts[2])) problems.push(`${note.id}: words that differ are not marked`);
    if (parts[1].innerText === parts[2].innerText) problems.push(`${note.id}: old and new words are the same`);
    for (const word of box.querySelectorAll('del')) if (!getComputedStyle(word).textDecorationLine.includes('line-through')) problems.push(`${note.id}: "${word.textContent}" is not struck out`);
    for (const word of box.querySelectorAll('ins')) if (!getComputedStyle(word).textDecorationLine.includes('underline')) problems.push(`${note.id}: "${word.textContent}" is not underlined`);
  }
  return problems;
}

/** Runs in the page. */
function named() {
  return [...document.querySelectorAll('a.noteref')].flatMap((ref) => {
    const changed = ref.classList.contains('noteref-changed');
    const note = document.getElementById(ref.getAttribute('href').slice(1));
    return [ref, note].filter((element) => element.getAttribute('aria-label').includes('the text has changed since') !== changed).map((element) => `${element.id} is called "${element.getAttribute('aria-label')}"`);
  });
}

/** Runs in the page. */
function lost() {
  const section = document.getElementById('page-lost')?.closest('section');
  const text = document.querySelector('main .text');
  const problems = [];
  if (section && !(text.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING)) problems.push('they stand before the text');
  for (const block of section?.querySelectorAll('.lost') ?? []) {
    const [words, reason, note] = ['blockquote', '.meta', 'aside.note'].map((part) => block.querySelector(part));
    if (!words?.innerText.trim() || !reason?.innerText.trim() || !note) problems.push(`${note?.id}: no words, reason or note`);
    else if (document.getElementById(`ref-${note.id.slice('note-'.length)}`)) problems.push(`${note.id} has a reference in the text as well`);
    else if (!note.getAttribute('aria-label').includes('lost its place')) problems.push(`${note.id} is called "${note.getAttribute('aria-label')}"`);
  }
  return problems;
}

/** Runs in the page: cells of the matrix with a note at changed words that do not say so. */
function cellsWithout(refs) {
  const ids = refs.map((ref) => ref.slice('id="ref-'.length, -1));
  return [...document.querySelectorAll('.matrix a.cell')]
    .filter((cell) => ids.includes(cell.getAttribute('href').split('#ref-')[1]) && !cell.parentElement.innerText.includes('the text has changed since'))
    .map((cell) => `the cell "${cell.textContent.slice(0, 40)}" does not say that the text has changed`);
}
