// A built site as a list of files, and its pages by kind.

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const SINGULAR = { articles: 'article', authors: 'author', claims: 'claim', compare: 'compare', editors: 'editor', events: 'event', notes: 'note', outlets: 'outlet', pages: 'page', topics: 'topic' };

export function readSite(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(folder.length).replaceAll('\\', '/'), entry.name).replace(/^\//, ''))
    .sort();
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = readFileSync(join(folder, path), 'utf8');
      return { path, kind: kindOf(path), html, notes: (html.match(/<aside\b[^>]*class="note[ "]/g) ?? []).length };
    });
  return { folder, files: new Set(files), pages, base: baseOf(pages) };
}

/** articles/x.html → article, articles/index.html and articles/2.html → articles list, sources.html → sources. */
function kindOf(path) {
  const folder = posix.dirname(path);
  const name = posix.basename(path, '.html');
  if (folder === '.') return name;
  if (/^(index|(page-?)?\d+)$/.test(name)) return `${folder} list`;
  // compare/x/y.html stands one folder deeper.
  const first = folder.split('/')[0];
  return SINGULAR[first] ?? folder;
}

/** The address the site will have, '' if it was built without one. */
function baseOf(pages) {
  const index = pages.find((page) => page.path === 'index.html');
  const canonical = index?.html.match(/<link[^>]*rel="?canonical"?[^>]*>/)?.[0].match(/href="([^"]*)"/)?.[1] ?? '';
  return canonical.replace(/index\.html$/, '');
}

/** One page of each kind: the one with the most notes, then the longest, because it shows the most. */
export function sample(site) {
  const best = new Map();
  for (const page of site.pages) {
    const other = best.get(page.kind);
    if (!other || page.notes > other.notes || (page.notes === other.notes && page.html.length > other.html.length)) best.set(page.kind, page);
  }
  return [...best.values()];
}

/** The article pages that have notes, most notes first. */
export function annotated(site) {
  return site.pages.filter((page) => page.kind === 'article' && page.notes > 0).sort((a, b) => b.notes - a.notes).slice(0, 8);
}

/** A long word of the text of an article with notes. */
export function aWord(site) {
  const [article] = annotated(site);
  const text = article.html.match(/class="passage-first">.*?<\/div>/gs)?.join(' ') ?? '';
  return text.replaceAll(/<[^>]*>|&\S+;/g, ' ').match(/\p{L}{5,}/gu)?.filter((word) => word === word.toLowerCase()).sort((a, b) => b.length - a.length)[0] ?? 'nothing';
}

/** Runs in the page: whether a word of the text is on the screen. */
export function onScreen(wanted) {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent.toLowerCase().includes(wanted)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { top, bottom } = range.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return true;
  }
  return false;
}
