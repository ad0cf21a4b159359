// What can be told from the files alone: links, ids, policy. Chromium's parser reads every page once, as text; nothing is loaded.

import { posix } from 'node:path';
import { inContext } from '../browser.mjs';

export async function files({ report, site, browser }) {
  const facts = await inContext(browser, {}, async (context) => {
    const page = await context.newPage();
    const read = new Map();
    for (const { path, html } of site.pages) read.set(path, await page.evaluate(readPage, html));
    return read;
  });
  const everyPage = (find) => site.pages.flatMap((page) => find(facts.get(page.path), page).map((problem) => `${page.path}: ${problem}`));

  await report.check('files: every internal link leads to a file and to an id in it', () => everyPage((fact, page) => fact.links.flatMap((link) => broken(site, facts, page, link))));
  await report.check('files: no absolute path; addresses are http, https, mailto or relative', () => everyPage((fact, page) => fact.links.flatMap((link) => outlawed(site, page, link))));
  await report.check('files: ids are unique on their page', () => everyPage((fact) => fact.twins.map((id) => `id "${id}" stands twice`)));
  await report.check('files: charset is first in the head, the policy second', () => everyPage((fact) => policy(fact)));
  await report.check('files: no inline script, style or handler, no base', () => everyPage((fact) => fact.inline));
  await report.check('files: every page has a language, a title, one h1 and one main', () => everyPage((fact) => fact.frame));
  await report.check('files: JSON-LD can be parsed', () => everyPage((fact) => fact.jsonLd.flatMap(jsonProblems)));
  await report.check('files: each reference has its note, each note its way back, each mark its notes', () => everyPage((fact) => fact.notes));
}

/** Runs in Chromium: everything the checks ask of one page. */
function readPage(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector) => [...page.querySelectorAll(selector)];
  const ids = all('[id]').map((element) => element.id);
  const outer = (element) => element.outerHTML.slice(0, 120);
  const links = all('[href], [src], [action], [srcset], [poster], object[data]').flatMap((element) =>
    ['href', 'src', 'action', 'srcset', 'poster', 'data'].filter((name) => element.hasAttribute(name)).map((name) => ({
      to: element.getAttribute(name),
      loads: element.localName !== 'a' && !(element.localName === 'link' && /\b(canonical|alternate|license|author)\b/.test(element.rel)),
      canonical: element.localName === 'link' && /\bcanonical\b/.test(element.rel),
    })));

  const inline = [
    ...all('script:not([src])').filter((script) => script.type !== 'application/ld+json' && script.type !== 'application/json').map(outer),
    ...all('style, [style], base, iframe, object, embed, meta[http-equiv="refresh" i]').map(outer),
    ...all('*').filter((element) => [...element.attributes].some((attribute) => /^on/i.test(attribute.name))).map(outer),
  ];

  const frame = [];
  if (!page.documentElement.lang) frame.push('no lang on <html>');
  if (!page.title.trim()) frame.push('no title');
  for (const name of ['h1', 'main']) if (all(name).length !== 1) frame.push(`${all(name).length} <${name}>`);

  const notes = [];
  for (const ref of all('a.noteref')) {
    const aside = page.getElementById((ref.getAttribute('href') ?? '').slice(1));
    if (!aside?.matches('aside.note')) notes.push(`reference ${ref.id} has no note`);
    if (ref.textContent !== '') notes.push(`reference ${ref.id} holds text: "${ref.textContent}"`);
    if (!ref.getAttribute('aria-label')) notes.push(`reference ${ref.id} has no name`);
  }
  for (const aside of all('.passage aside.note')) {
    const back = [...aside.querySelectorAll('a[role="doc-backlink"]')].filter((link) => page.getElementById(link.getAttribute('href').slice(1))?.matches('a.noteref'));
    if (back.length === 0) notes.push(`note ${aside.id} has no link back to its words`);
    if (!page.querySelector(`a.noteref[href="#${CSS.escape(aside.id)}"]`)) notes.push(`note ${aside.id} has no reference in the text`);
  }
  for (const mark of all('mark[data-notes]')) {
    for (const id of mark.dataset.notes.split(/\s+/)) if (!page.getElementById(id) && !page.getElementById(`note-${id}`)) notes.push(`mark "${mark.textContent.slice(0, 30)}" names note ${id}, which is not on the page`);
    if (mark.querySelector('mark')) notes.push(`marks nest at "${mark.textContent.slice(0, 30)}"`);
  }

  return {
    ids,
    twins: ids.filter((id, index) => ids.indexOf(id) !== index),
    links,
    inline,
    frame,
    notes,
    head: [...page.head.children].slice(0, 2).map((element) => ({ charset: element.getAttribute('charset'), name: element.getAttribute('http-equiv'), content: element.getAttribute('content') })),
    jsonLd: all('script[type="application/ld+json"]').map((script) => script.textContent),
  };
}

/** The file and fragment a link leads to, or null where it leaves the site. */
function target(site, page, to) {
  let address = to;
  if (page.path === '404.html' && site.base && address.startsWith(site.base)) address = address.slice(site.base.length);
  else if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('/')) return null;
  else address = posix.join(posix.dirname(page.path), address.startsWith('#') || address === '' ? posix.basename(page.path) + address : address);
  const [file, fragment = ''] = address.split('#');
  return { file: decodeURIComponent(file.split('?')[0]), fragment: decodeURIComponent(fragment.split(':~:')[0]) };
}

function broken(site, facts, page, { to }) {
  const found = target(site, page, to);
  if (!found) return [];
  const file = found.file === '' ? 'index.html' : found.file;
  if (!site.files.has(file)) return [`"${to}" leads to no file`];
  if (found.fragment && facts.has(file) && !facts.get(file).ids.includes(found.fragment)) return [`"${to}" leads to no id`];
  return [];
}

function outlawed(site, page, { to, loads, canonical }) {
  if (/[\u0000-\u0020\\]/.test(to)) return [`"${to}" holds a space, a control character or a backslash`];
  if (to.startsWith('/')) return [`"${to}" is absolute`];
  if (page.path === '404.html' && site.base && to.startsWith(site.base)) return [];
  const scheme = to.match(/^([a-z][a-z0-9+.-]*):/i)?.[1].toLowerCase();
  if (scheme && loads) return [`"${to}" would be loaded from elsewhere`];
  if (scheme && !['http', 'https', 'mailto'].includes(scheme)) return [`"${to}" has a scheme that is not allowed`];
  if (canonical && !scheme) return [`canonical "${to}" is not absolute`];
  return [];
}

const POLICY = ["default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'none'"];

function policy({ head: [first, second] }) {
  if (first?.charset?.toLowerCase() !== 'utf-8') return ['the first element of the head is not <meta charset="utf-8">'];
  if (second?.name?.toLowerCase() !== 'content-security-policy') return ['the second element of the head is not the policy'];
  const missing = POLICY.filter((part) => !second.content.includes(part)).map((part) => `the policy lacks ${part}`);
  return /unsafe|\*|data:|https?:/.test(second.content) ? [...missing, `the policy is too wide: ${second.content}`] : missing;
}

function jsonProblems(text) {
  try {
    const value = JSON.parse(text);
    return value['@context'] ? [] : ['JSON-LD without @context'];
  } catch (error) {
    return [error.message];
  }
}
