// What WCAG 2.2 AA asks and axe does not see, on one page of each kind: reflow, focus, targets, forced colours, reduced motion.

import { answered, inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { sample } from '../site.mjs';

export async function access({ report, site, browser, root }) {
  const pages = sample(site).filter((page) => page.path !== '404.html' || !site.base);
  const visit = (options, look) => inContext(browser, options, (context) => each(pages, 2, (page) =>
    onPage(context, root.address + page.path + (page.kind === 'search' ? '?q=the' : ''), async (tab) => {
      if (page.kind === 'search') await answered(tab);
      return (await look(tab)).map((problem) => `${page.kind} (${page.path}): ${problem}`);
    })));

  await report.check('access: no kind of page scrolls sideways at 320 px (1.4.10)', () => visit({ viewport: { width: 320, height: 640 } }, (tab) => tab.evaluate(sideways)));
  for (const [name, viewport] of [['wide', { width: 1440, height: 900 }], ['phone', { width: 390, height: 700 }]]) {
    await report.check(`access: ${name}: the focus is seen wherever it goes, and nothing stands on it (2.4.7, 2.4.11)`, () => visit({ viewport }, async (tab) => {
      await tab.keyboard.press('Tab'); // from here on the browser shows the focus
      return tab.evaluate(focus);
    }));
    await report.check(`access: ${name}: targets are 24 px each way, or stand apart, or in a sentence (2.5.8)`, () => visit({ viewport }, (tab) => tab.evaluate(targets)));
  }
  for (const colorScheme of ['light', 'dark']) {
    await report.check(`access: forced colours, ${colorScheme}: marks, verdicts and pictures keep what they say`, () => visit({ colorScheme, forcedColors: 'active' }, (tab) => tab.evaluate(forced)));
  }
  await report.check('access: where motion is to be reduced nothing moves by itself', () => visit({ reducedMotion: 'reduce' }, (tab) => tab.evaluate(moving)));
}

function sideways() {
  const width = document.documentElement.clientWidth;
  return document.documentElement.scrollWidth <= width ? [] : [`it is ${document.documentElement.scrollWidth} px wide`];
}

/** Runs in the page: every element that Tab can reach, one after the other. */
async function focus() {
  const problems = [];
  const reached = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }));
  const look = (element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, textDecoration, borderColor } = getComputedStyle(element);
    return { ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, rest: `${boxShadow} ${backgroundColor} ${textDecoration} ${borderColor}` };
  };
  for (const element of reached) {
    element.blur();
    const before = look(element);
    element.focus();
    if (document.activeElement !== element) continue; // a part of a closed group of buttons
    const after = look(element);
    const name = `${element.localName}.${element.className} "${(element.textContent || element.id).trim().slice(0, 30)}"`;
    if (!after.ring && before.rest === after.rest) problems.push(`no focus is seen on ${name}`);
    // Some part of it must be in the window with nothing on it; a card of the last link may still be on its way out.
    const inWindow = ({ left, right, top, bottom }) => ({ left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) });
    const free = () => [...element.getClientRects()].map(inWindow).some(({ left, right, top, bottom }) => [0.1, 0.5, 0.9].some((x) => [0.25, 0.5, 0.75].some((y) => {
      const upper = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return upper && (element.contains(upper) || upper.contains(element));
    })));
    if (!free()) await new Promise((done) => setTimeout(done, 400));
    if (!free()) problems.push(`${name} has the focus and is not seen`);
  }
  return problems;
}

/** Runs in the page: the rule of WCAG 2.2, 2.5.8, with its exceptions for spacing and for words in a sentence. */
function targets() {
  const clipped = (element) => element !== null && (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement)); // until it has the focus
  const all = [...document.querySelectorAll('a[href], button, input, select, summary')].filter((element) => !clipped(element) && element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0);
  const boxes = all.map((element) => {
    // A label is a part of what it names.
    const parts = [element, ...(element.labels ?? [])].flatMap((part) => [...part.getClientRects()]);
    const [left, top, right, bottom] = [Math.min(...parts.map((box) => box.left)), Math.min(...parts.map((box) => box.top)), Math.max(...parts.map((box) => box.right)), Math.max(...parts.map((box) => box.bottom))];
    return { element, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2, small: right - left < 23.9 || bottom - top < 23.9 };
  });
  const inline = (element) => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, dd, dt, td, th, cite, figcaption, blockquote, h1, h2, h3, h4, div, span.bits, tspan, text');
    return block !== null && block.textContent.trim().length > element.textContent.trim().length + 3;
  };
  const near = (a, b) => {
    const dx = Math.max(b.left - a.x, 0, a.x - b.right);
    const dy = Math.max(b.top - a.y, 0, a.y - b.bottom);
    return b.small ? Math.hypot(a.x - b.x, a.y - b.y) < 24 : Math.hypot(dx, dy) < 12;
  };
  return boxes.filter((box) => box.small && !inline(box.element) && !box.element.closest('svg'))
    .flatMap((box) => boxes.filter((other) => other !== box && !box.element.contains(other.element) && !other.element.contains(box.element) && other.element.getAttribute('href') !== (box.element.getAttribute('href') ?? '') && near(box, other)).slice(0, 1)
      .map((other) => `${box.element.localName}.${box.element.className} "${box.element.textContent.trim().slice(0, 30)}" is ${Math.round(box.right - box.left)} × ${Math.round(box.bottom - box.top)} px, close to "${other.element.textContent.trim().slice(0, 30)}"`));
}

/** Runs in the page. In forced colours the browser's own replace ours, backgrounds and shadows go. */
function forced() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const seen = (colour) => colour !== 'none' && rgb(colour)[3] > 40;
  document.documentElement.style.backgroundColor = 'Canvas';
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const problems = [];
  const name = (element) => `${element.localName}.${element.className?.baseVal ?? element.className} "${element.textContent.trim().slice(0, 30)}"`;
  for (const mark of document.querySelectorAll('mark.hl:not(.hl-off)')) {
    const style = getComputedStyle(mark);
    if (style.textDecorationLine === 'none' && parseFloat(style.borderBottomWidth) === 0) problems.push(`${name(mark)} has no line under it`);
    if (contrast(style.color, seen(style.backgroundColor) ? style.backgroundColor : ground) < 4.5) problems.push(`${name(mark)} in ${style.color} can't be read on ${seen(style.backgroundColor) ? style.backgroundColor : ground}`);
  }
  for (const icon of document.querySelectorAll('.icon')) {
    if (!icon.checkVisibility({ visibilityProperty: true })) continue;
    if (icon.textContent.trim() === '' || contrast(getComputedStyle(icon).color, ground) < 3) problems.push(`the sign in ${name(icon.parentElement)} is not seen`);
  }
  for (const shape of document.querySelectorAll('svg.chart a :is(circle, rect, use, path), svg.chart .chart-axis :is(line, path), svg.chart text')) {
    if (!shape.checkVisibility() || shape.getBoundingClientRect().width + shape.getBoundingClientRect().height === 0) continue;
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    const paints = [fill, parseFloat(strokeWidth) > 0 ? stroke : 'none'].filter(seen);
    // A number stands on its mark or beside it.
    const [below] = shape.localName === 'text' ? [...shape.parentElement.querySelectorAll('rect, circle')].map((mark) => getComputedStyle(mark).fill).filter(seen) : [];
    if (paints.length > 0 && paints.every((paint) => contrast(paint, ground) < 3 && !(below && contrast(paint, below) >= 3))) problems.push(`${name(shape)} in ${paints.join(', ')} is not seen on ${ground}`);
  }
  return problems;
}

/** Runs in the page. What follows the reader's own scrolling has another timeline than the clock. */
function moving() {
  const problems = document.getAnimations().filter((one) => one.timeline === document.timeline && one.playState === 'running').map((one) => `an animation runs: ${one.animationName ?? one.transitionProperty}`);
  for (const element of document.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (style.scrollBehavior === 'smooth') problems.push(`${element.localName} scrolls smoothly`);
    if (style.transitionDuration.split(',').some((time) => parseFloat(time) > 0)) problems.push(`${element.localName}.${element.className} has a transition`);
  }
  return problems;
}
