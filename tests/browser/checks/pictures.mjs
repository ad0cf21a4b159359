// Timelines and columns: nothing stands on anything else where they are shown, and a phone has the list instead.

import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';

export async function pictures({ report, site, browser, root }) {
  const pages = site.pages.filter((page) => page.html.includes('<svg class="chart"')).sort((a, b) => b.html.length - a.html.length).slice(0, 6);
  const visit = (width, look) => inContext(browser, { viewport: { width, height: 900 } }, (context) =>
    each(pages, 2, (page) => onPage(context, root.address + page.path, async (tab) => (await tab.evaluate(look)).map((problem) => `${page.path}, ${width}: ${problem}`))));

  for (const width of [768, 1440]) {
    await report.check(`pictures: marks and labels stand apart, ${width} wide`, () => visit(width, overlaps));
  }
  await report.check('pictures: a phone shows the list and no line of time', () => visit(390, () =>
    [...document.querySelectorAll('.chronicle')].filter((picture) => picture.checkVisibility()).map(() => 'the line of time is shown')));
}

/** Runs in the page: pairs of marks of two links, or of labels of one axis, that meet by more than a pixel. */
function overlaps() {
  const boxes = (parts, owner) => parts.map((part) => ({ owner: owner ?? part, name: part.textContent || (owner ?? part).textContent, box: part.getBoundingClientRect() }));
  const meet = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
  return [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
    const marks = [...svg.querySelectorAll('a')].flatMap((link) => boxes([...link.querySelectorAll('circle, rect, use, text')], link));
    const labels = boxes([...svg.querySelectorAll('.chart-axis text')]);
    return [marks, labels].flatMap((all) => all.flatMap((a, i) => all.slice(i + 1)
      .filter((b) => a.owner !== b.owner && a.box.width * b.box.width > 0 && meet(a.box, b.box))
      .map((b) => `"${a.name.slice(0, 30)}" stands on "${b.name.slice(0, 30)}"`)));
  });
}
