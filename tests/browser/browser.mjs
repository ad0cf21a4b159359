// Starts Chromium and opens pages in it with one set of options.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { TYPES } from './serve.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// No page may reach another host; this makes sure that none can.
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export function start() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: [...FLAGS, ALONE] });
}

/** Opens a context with `options`, hands it to `use`, closes it whatever happens. */
export async function inContext(browser, options, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

/** Opens one page at `address` in `context`, hands it to `use`, closes it. */
export async function onPage(context, address, use) {
  const page = await context.newPage();
  try {
    await page.goto(address, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await page.close();
  }
}

/** Answers requests for the site's future address from the folder; nothing goes to the net. */
export async function pretendHost(context, site) {
  await context.route(`${site.base}**`, async (route) => {
    const name = decodeURIComponent(route.request().url().slice(site.base.length).replace(/[?#].*/, ''));
    const found = site.files.has(name);
    const file = found ? name : '404.html';
    await route.fulfill({ status: found ? 200 : 404, contentType: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(join(site.folder, file)) });
  });
}

/** Waits until the search page has its answer, in any language. */
export function answered(tab) {
  return tab.waitForFunction(() => {
    const words = JSON.parse(document.querySelector('.search')?.dataset.words ?? '{}');
    return ![undefined, '', words['search-loading'], words['search-searching']].includes(document.querySelector('.search-status')?.textContent);
  });
}
