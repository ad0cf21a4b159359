// What an article costs: requests, and bytes as a host sends them.

import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const REQUESTS = 8;
const SCRIPTS = 10_000; // bytes, gzipped
const ALL = 40_000; // bytes, gzipped, for a page with up to NOTES notes
const NOTES = 30;

export async function weight({ report, site }) {
  const articles = site.pages.filter((page) => page.kind === 'article');
  const most = Math.max(...articles.map((page) => page.notes));
  await report.check(`weight: no article of ${articles.length}, with up to ${most} notes, is more than ${REQUESTS} requests, ${SCRIPTS / 1000} kB of scripts and ${ALL / 1000} kB in all, gzipped`, () =>
    articles.flatMap((page) => problems(site, page)));
}

/** The page with all that it links as style, script or image, each gzipped by itself as a host sends it. */
function problems(site, page) {
  const tags = [...page.html.matchAll(/<(?:script|img)\b[^>]*>|<link\b[^>]*\brel="(?:stylesheet|icon|preload)"[^>]*>/g)].map(([tag]) => tag);
  const addresses = tags.flatMap((tag) => tag.match(/\b(?:href|src)="([^"]+)"/)?.[1] ?? []);
  const files = [...new Set(addresses.map((to) => posix.join(posix.dirname(page.path), to)))].filter((file) => site.files.has(file));
  const code = files.filter((file) => /\.(css|js)$/.test(file));
  const gzipped = (paths) => paths.reduce((sum, file) => sum + gzipSync(readFileSync(join(site.folder, file))).length, 0);
  const bytes = gzipped([page.path, ...code]);
  const scripts = gzipped(code.filter((file) => file.endsWith('.js')));
  const found = [];
  if (files.length + 1 > REQUESTS) found.push(`${page.path}: ${files.length + 1} requests`);
  if (scripts > SCRIPTS) found.push(`${page.path}: ${scripts} bytes of scripts, gzipped`);
  if (page.notes <= NOTES && bytes > ALL) found.push(`${page.path}: ${bytes} bytes gzipped with its style and scripts`);
  return found;
}
