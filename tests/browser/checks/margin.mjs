// Where the notes stand: beside their text on a wide screen, under it on a narrow one, over nothing anywhere.

import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated } from '../site.mjs';

export async function margin({ report, site, browser, root }) {
  for (const page of annotated(site)) {
    for (const open of [false, true]) {
      await report.check(`margin: ${page.path}, ${page.notes} notes, ${open ? 'all open' : 'closed'}: none overlaps`, () =>
        inContext(browser, {}, (context) => onPage(context, root.address + page.path, async (tab) => {
          if (open) await tab.evaluate(() => document.querySelectorAll('aside.note details').forEach((details) => { details.open = true; }));
          return each([390, 800, 1119, 1120, 1280, 1440, 1920], 1, async (width) => {
            await tab.setViewportSize({ width, height: 900 });
            const place = width <= 800 ? 'below' : width >= 1280 ? 'beside' : 'any';
            return (await tab.evaluate(misplaced, place)).map((problem) => `${width} px: ${problem}`);
          });
        })));
    }
  }
}

/** Runs in the page. Boxes are in CSS pixels; a shared edge is no overlap. */
function misplaced(place) {
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const name = (element) => element.id || `${element.localName} "${element.textContent.trim().slice(0, 30)}"`;
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const problems = [];

  const notes = [...document.querySelectorAll('.passage aside.note')];
  const words = [...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, dt, dd, pre, table, figure, img, hr, blockquote)')].filter((element) => !element.closest('aside.note') && element.getClientRects().length > 0);
  notes.forEach((note, index) => {
    for (const other of notes.slice(index + 1)) if (overlap(box(note), box(other))) problems.push(`${name(note)} overlaps ${name(other)}`);
    for (const other of words) if (overlap(box(note), box(other))) problems.push(`${name(note)} overlaps ${name(other)}`);
    if (box(note).right > document.documentElement.clientWidth + 1 || box(note).left < -1) problems.push(`${name(note)} leaves the screen`);
  });

  for (const passage of document.querySelectorAll('.passage:has(> .passage-notes)')) {
    const text = box(passage.firstElementChild);
    const whole = box(passage);
    for (const note of passage.querySelectorAll(':scope > .passage-notes > aside.note')) {
      const { left, right, top, bottom } = box(note);
      if (top < whole.top - 4 || bottom > whole.bottom + 4) problems.push(`${name(note)} stands above or below its passage`);
      if (place === 'beside' && left < text.right - 1 && right > text.left + 1) problems.push(`${name(note)} is not in the margin`);
      if (place === 'below' && top < text.bottom - 1) problems.push(`${name(note)} does not follow its block`);
    }
    const [first] = passage.querySelectorAll(':scope > .passage-notes > aside.note');
    if (place === 'beside' && first && box(first).top > text.bottom) problems.push(`${name(first)} begins under the block it belongs to`);
  }
  return problems;
}
