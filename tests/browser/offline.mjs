// Usage: node offline.mjs POSTIL
// Builds a small site with `offline: pwa` by the program POSTIL, serves it below a path, takes the connection away, and says
// what is wrong with what a reader has left; then a new version, a download, and a build without a worker.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inContext, start } from './browser.mjs';
import { Report } from './report.mjs';
import { serve } from './serve.mjs';

const program = process.argv[2];
if (!program) {
  console.error('usage: node offline.mjs POSTIL');
  process.exit(2);
}
const ARTICLES = ['lamp', 'boat', 'harbour', 'tide', 'rope', 'winter'];
const folder = mkdtempSync(join(tmpdir(), 'postil-offline-'));
const out = join(folder, '_site');
const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const settings = (offline) => write('postil.yaml', `title: Logs\nlanguage: en\noffline: ${offline}\n`);
const article = (name, words = '') => write(`content/articles/${name}/article.md`, `---\ntitle: The ${name}\nlanguage: en\ntext: digest\n---\n\nThis log is about the ${name}. ${words}\n`);
const build = () => {
  const { status, stderr } = spawnSync(resolve(program), ['build', '--out', out], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
settings('pwa');
for (const name of ARTICLES) article(name);
write('content/articles/lamp/lamp.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="20" height="20"><circle cx="1" cy="1" r="1"/></svg>\n');
article('lamp', '\n\n![A lamp](lamp.svg)');
build();

const isFile = (name) => existsSync(join(out, name)) && statSync(join(out, name)).isFile();
const server = await serve({ folder: out, files: { has: isFile } }, '/repo/');
const { address } = server;
const heading = (tab) => tab.evaluate(() => document.querySelector('h1')?.textContent ?? '');
/** A page without style has the browser's own margin. */
const styled = (tab) => tab.evaluate(() => getComputedStyle(document.body).marginTop === '0px');
const worked = (tab) => tab.evaluate(async () => { await navigator.serviceWorker.ready; });
const cacheNames = (tab) => tab.evaluate(() => caches.keys());
/** Shows a page and says what it is, or why there is none. */
const shown = async (tab, path) => {
  await tab.goto(address + path).catch(() => {});
  return heading(tab);
};
const expect = (found, expected) => (found === expected ? [] : [`"${found}" instead of "${expected}"`]);
/** Waits until a question that takes its time is answered by yes. */
const until = async (tab, ask, argument) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await tab.evaluate(ask, argument)) return;
    await tab.waitForTimeout(100);
  }
  throw new Error(`never: ${ask}`);
};
const waits = (tab, words) => tab.waitForFunction((words) => document.querySelector('[data-part="status"]')?.textContent.includes(words), words);

const report = new Report();
const browser = await start();
try {
  await inContext(browser, {}, async (context) => {
    const tab = await context.newPage();
    const complaints = [];
    tab.on('pageerror', (error) => complaints.push(error.message));

    await report.check('offline: the worker answers for its folder only, and keeps the page that brought it', async () => {
      await tab.goto(`${address}articles/lamp.html`);
      await worked(tab);
      const scope = await tab.evaluate(async () => (await navigator.serviceWorker.ready).scope);
      await until(tab, async (key) => Boolean(await caches.match(key)), `${address}articles/lamp.html`);
      return expect(scope, address);
    });

    await tab.goto(`${address}articles/lamp.html`);
    await tab.goto(`${address}articles/boat.html`);
    await until(tab, async (key) => Boolean(await caches.match(key)), `${address}articles/boat.html`);
    await context.setOffline(true);

    await report.check('offline: pages that were read are there, with style and pictures', async () => [
      ...expect(await shown(tab, 'articles/boat.html'), 'The boat'),
      ...expect(await shown(tab, 'articles/lamp.html'), 'The lamp'),
      ...((await styled(tab)) ? [] : ['without style']),
      ...((await tab.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0))) ? [] : ['without its picture']),
    ]);
    await report.check('offline: the first page is there, by both its addresses', async () => [
      ...expect(await shown(tab, 'index.html'), 'Logs'),
      ...expect(await shown(tab, ''), 'Logs'),
    ]);
    await report.check('offline: the search finds articles that were not read', async () => {
      await shown(tab, 'search.html?q=harbour');
      await tab.waitForSelector('.results h2');
      return expect(await tab.evaluate(() => document.querySelector('.results h2').textContent), 'The harbour');
    });
    await report.check('offline: a page that was not read leads to one that says so, and back', async () => [
      ...expect(await shown(tab, 'articles/tide.html'), 'Read without a connection'),
      ...expect(await tab.evaluate(() => document.querySelector('[data-part="missed"]').hidden), false),
      ...expect(await tab.evaluate(() => document.querySelector('[data-part="again"]').href), `${address}articles/tide.html`),
    ]);
    await report.check('offline: an address made by others leads nowhere else', async () => {
      await shown(tab, 'offline.html?missed=..%2F..%2F%2Felsewhere.example');
      const href = await tab.evaluate(() => document.querySelector('[data-part="again"]').href);
      return href.startsWith(address) ? [] : [`it leads to ${href}`];
    });

    await context.setOffline(false);
    await report.check('offline: everything is downloaded, and told', async () => {
      await shown(tab, 'offline.html');
      await tab.waitForSelector('[data-part="start"]:not([hidden])');
      const label = await tab.textContent('[data-part="start"]');
      await tab.click('[data-part="start"]');
      await waits(tab, 'Everything is on this device');
      await context.setOffline(true);
      const pages = readdirSync(join(out, 'articles')).filter((name) => name.endsWith('.html'));
      const found = [];
      for (const page of pages) if (/without a connection/.test(await shown(tab, `articles/${page}`))) found.push(`articles/${page} is not there`);
      await context.setOffline(false);
      return [...found, ...(/^Download everything \([\d.]+ MB\)$/.test(label) ? [] : [`the button says "${label}"`])];
    });
    if (process.env.SHOT) {
      await shown(tab, 'offline.html?missed=articles/tide.html');
      await tab.waitForTimeout(300);
      await tab.screenshot({ path: `${process.env.SHOT}-page.png`, fullPage: true });
    }

    await report.check('offline: a page is never older than the connection', async () => {
      article('boat', 'It came back.');
      build();
      await tab.goto(`${address}articles/boat.html`);
      return (await tab.textContent('main')).includes('It came back.') ? [] : ['the old words are shown'];
    });
    await report.check('offline: a new version is offered, can be put off, and is there after the reader asked for it', async () => {
      article('rope', 'A knot came loose.');
      write('content/articles/news/article.md', '---\ntitle: The news\nlanguage: en\ntext: digest\n---\n\nNew.\n');
      build();
      await tab.goto(`${address}articles/lamp.html`);
      await tab.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await tab.waitForSelector('.update button');
      await tab.waitForFunction(() => document.querySelector('.update [role=status]').textContent !== '');
      if (process.env.SHOT) await tab.screenshot({ path: `${process.env.SHOT}-prompt.png` });
      const before = await cacheNames(tab);
      await tab.click('.update button:last-of-type');
      const gone = (await tab.locator('.update').count()) === 0 ? [] : ['it stays'];
      await tab.goto(`${address}articles/boat.html`);
      await tab.waitForSelector('.update button');
      await Promise.all([tab.waitForEvent('load'), tab.click('.update button:first-of-type')]);
      await until(tab, async () => (await caches.keys()).filter((name) => name.includes(' shell ')).length === 1);
      const after = await cacheNames(tab);
      await context.setOffline(true);
      const home = await shown(tab, 'index.html');
      const told = await tab.textContent('main');
      const old = [...expect(await shown(tab, 'articles/lamp.html'), 'The lamp'), ...((await styled(tab)) ? [] : ['an older page lost its style'])];
      await context.setOffline(false);
      return [...gone, ...old, ...expect(home, 'Logs'), ...(told.includes('The news') ? [] : ['the first page is the old one']), ...(before.filter((name) => name.includes(' shell ')).join() === after.join() ? ['the old shell stays'] : [])];
    });
    await report.check('offline: after that only what is new is downloaded', async () => {
      const asked = [];
      const listen = (request) => { if (!/offline\.html|sw\.js|assets\//.test(request.url())) asked.push(request.url().slice(address.length)); };
      await shown(tab, 'offline.html');
      await tab.waitForSelector('[data-part="start"]:not([hidden])');
      const label = await tab.textContent('[data-part="start"]');
      tab.on('request', listen);
      await tab.click('[data-part="start"]');
      await waits(tab, 'Everything is on this device');
      tab.off('request', listen);
      return [
        ...(label.startsWith('Download what is new') ? [] : [`the button says "${label}"`]),
        ...(asked.includes('articles/news.html') ? [] : ['the new article was not asked for']),
        ...(asked.includes('articles/tide.html') ? ['what has not changed was asked for again'] : []),
      ];
    });
    await report.check('offline: the downloaded copy can be removed', async () => {
      await tab.click('[data-part="remove"]');
      await waits(tab, 'removed');
      return (await cacheNames(tab)).some((name) => name.endsWith(' all')) ? ['it is still there'] : [];
    });

    await report.check('offline: switched off, the worker goes with all that it kept', async () => {
      settings('folder');
      build();
      await tab.evaluate(() => caches.open('another site'));
      await tab.goto(`${address}articles/lamp.html`);
      await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update()).catch(() => {});
      await until(tab, async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
      await until(tab, async () => (await caches.keys()).length < 2);
      return expect((await cacheNames(tab)).join(), 'another site');
    });
    await report.check('offline: no script complained', async () => complaints);
  });

  await report.check('offline: from a disk nothing is registered and nothing complains', async () => {
    settings('pwa');
    build();
    const copy = join(folder, 'copy');
    cpSync(out, copy, { recursive: true });
    const found = [];
    await inContext(browser, {}, async (context) => {
      for (const path of ['articles/lamp.html', 'offline.html', 'index.html']) {
        const tab = await context.newPage();
        tab.on('console', (message) => { if (['error', 'warning'].includes(message.type())) found.push(`${path}: ${message.text()}`); });
        tab.on('pageerror', (error) => found.push(`${path}: ${error.message}`));
        await tab.goto(pathToFileURL(join(copy, path)).href);
        await tab.waitForTimeout(100);
        if (!(await styled(tab))) found.push(`${path}: no style`);
        await tab.close();
      }
    });
    return found;
  });
  await report.check('offline: without a worker nothing is loaded for one', async () => {
    settings('folder');
    build();
    const page = readFileSync(join(out, 'articles/lamp.html'), 'utf8');
    return [.../offline|sw\.js|webmanifest/.test(page) ? ['the page names it'] : [], ...(isFile('offline.json') ? ['offline.json is written'] : [])];
  });
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.end();
