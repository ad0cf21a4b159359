// Usage: node live.mjs POSTIL
// Serves a small site with the program POSTIL, opens a page of it, edits the site, and says what is wrong with what an author sees.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { inContext, onPage, start } from './browser.mjs';
import { Report } from './report.mjs';

const PARAGRAPHS = 60;
const NOTED = 40;
const FILLER = 'It says what the weather was, who came by boat, and how much oil was left. '.repeat(4).trim();
const article = (change = (text) => text) => {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) => change(`This is paragraph number ${n} of a log. ${FILLER}`, n));
  return `---\ntitle: The log\nlanguage: en\ntext: digest\n---\n\n${paragraphs.join('\n\n')}\n`;
};
const note = (body) => `kind: context\nquote: This is paragraph number ${NOTED}\nbody: ${body}\nby: ada\ncreated: 2025-11-21\n`;

const folder = mkdtempSync(join(tmpdir(), 'postil-live-'));
const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const ARTICLE = 'content/articles/log/article.md';
const NOTE = 'content/articles/log/notes/boats.yaml';
write('postil.yaml', 'title: Logs\nlanguage: en\n');
write('content/editors/ada.yaml', 'name: Ada\n');
write(ARTICLE, article());
write(NOTE, note('Boats came twice a week.'));
write('content/articles/other/article.md', '---\ntitle: Other\nlanguage: en\ntext: digest\n---\n\nNothing.\n');

const program = process.argv[2];
if (!program) {
  console.error('usage: node live.mjs POSTIL');
  process.exit(2);
}
const server = spawn(resolve(program), ['serve', '--port', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
const [line] = await Promise.race([once(createInterface(server.stdout), 'line'), once(server, 'exit')]);
const address = String(line).match(/http:\S+/)?.[0];

async function once(emitter, name) {
  return new Promise((done) => emitter.once(name, (...values) => done(values)));
}

/** The text of the paragraph or note at the top of the window, and how far from the edge. */
const top = () => {
  const leaf = [...document.querySelectorAll('.prose p')].find((p) => p.getBoundingClientRect().top > 0);
  return { text: leaf.textContent.slice(0, 60), at: leaf.getBoundingClientRect().top };
};
const visible = (words) => {
  const leaf = [...document.querySelectorAll('main p')].findLast((p) => p.textContent.includes(words));
  const box = leaf?.getBoundingClientRect();
  return Boolean(box) && box.bottom > 0 && box.top < innerHeight;
};
const outlined = () => [...document.querySelectorAll('main [style*=outline]')].map((e) => e.textContent).join();

const report = new Report();
const browser = await start();
try {
  await inContext(browser, {}, (context) => onPage(context, `${address}articles/log.html`, async (tab) => {
    const complaints = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    let loads = 0;
    tab.on('load', () => { loads += 1; });
    const shows = (text) => tab.waitForFunction((text) => document.querySelector('main')?.textContent.includes(text) && document.readyState === 'complete', text);
    const toParagraph = (n) => tab.evaluate((n) => [...document.querySelectorAll('.prose p')].find((p) => p.textContent.includes(`number ${n} of`)).scrollIntoView({ block: 'center' }), n);
    const panel = () => tab.evaluate(() => [...document.body.children].map((e) => e.shadowRoot?.querySelector('[role=alert]')?.textContent ?? '').join(''));

    await report.check('live: an edited note is there at once, outlined, and the page stands where it stood', async () => {
      await toParagraph(NOTED);
      const before = await tab.evaluate(top);
      write(NOTE, note('Boats came three times a week.'));
      await shows('three times a week');
      await tab.waitForFunction(() => document.querySelector('main [style*=outline]'));
      const after = await tab.evaluate(top);
      return [
        ...(before.text === after.text && Math.abs(before.at - after.at) < 2 ? [] : [`"${before.text}" stood at ${before.at}, now "${after.text}" at ${after.at}`]),
        ...((await tab.evaluate(outlined)).includes('three times') ? [] : [`outlined is "${await tab.evaluate(outlined)}"`]),
      ];
    });

    await report.check('live: what grows above the window does not move what is read', async () => {
      await toParagraph(NOTED);
      const before = await tab.evaluate(top);
      // Both change; the note is what is shown.
      write(ARTICLE, article((text, n) => (n === 3 ? `${text}\n\nA paragraph came. ${FILLER}` : text)));
      write(NOTE, note('Boats came four times a week.'));
      await shows('four times a week');
      await shows('A paragraph came.');
      await tab.waitForFunction(() => document.querySelector('main [style*=outline]'));
      const after = await tab.evaluate(top);
      return before.text === after.text && Math.abs(before.at - after.at) < 2 ? [] : [`"${before.text}" stood at ${before.at}, now "${after.text}" at ${after.at}`];
    });

    await report.check('live: what changed elsewhere on the page is scrolled to', async () => {
      await toParagraph(5);
      write(ARTICLE, article((text, n) => (n === 55 ? `${text} The lamp went out.` : text)));
      await shows('The lamp went out.');
      await tab.waitForFunction(() => document.querySelector('main [style*=outline]'));
      // The outline comes first; the page may still be on its way.
      const seen = tab.waitForFunction(visible, 'The lamp went out.', { timeout: 5000 });
      return (await seen.catch(() => null)) ? [] : ['it is out of sight'];
    });

    await report.check('live: an edit that the page does not show leaves it alone', async () => {
      const before = loads;
      write('content/articles/other/article.md', '---\ntitle: Other\nlanguage: en\ntext: digest\n---\n\nSomething.\n');
      await tab.waitForTimeout(1500);
      return loads === before ? [] : ['the page was loaded again'];
    });

    await report.check('live: an error is told as text above the last good page, and goes when it is mended', async () => {
      write(NOTE, 'kind: <img src=x onerror=alert(1)>\n');
      await tab.waitForFunction(() => [...document.body.children].some((e) => e.shadowRoot?.querySelector('[role=alert]')));
      const told = await panel();
      const found = [];
      if (!told.includes('notes/boats.yaml:1:7') || !told.includes('<img src=x')) found.push(`the panel says "${told}"`);
      if (!(await tab.evaluate(() => document.querySelector('main').textContent.includes('four times a week')))) found.push('the last good page is gone');
      const covered = await tab.evaluate(() => [...document.body.children].find((e) => e.shadowRoot).shadowRoot.querySelector('section').getBoundingClientRect().height / innerHeight);
      if (covered > 0.45) found.push(`the panel covers ${Math.round(covered * 100)}% of the window`);
      if (process.env.SHOT) await tab.screenshot({ path: process.env.SHOT });
      write(NOTE, note('Boats came four times a week.'));
      await tab.waitForFunction(() => ![...document.body.children].some((e) => e.shadowRoot));
      return found;
    });

    await report.check('live: no script or style was refused by the page\'s policy', async () => complaints);
  }));

  await report.check('live: a page of another site reads nothing', async () => {
    const elsewhere = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>elsewhere</title>'));
    await new Promise((done) => elsewhere.listen(0, '127.0.0.1', done));
    const from = `http://127.0.0.1:${elsewhere.address().port}/`;
    const read = await inContext(browser, {}, (context) => onPage(context, from, (tab) => tab.evaluate(async (address) => {
      const read = [];
      await fetch(address).then(() => read.push('fetch'), () => {});
      await new Promise((done) => {
        const source = new EventSource(`${address}_postil/live?page=/&seen=`);
        source.onmessage = source.onopen = () => done(read.push('events'));
        source.onerror = () => done();
      });
      await new Promise((done) => {
        const script = document.createElement('script');
        script.onload = () => done(read.push('script'));
        script.onerror = () => done();
        script.src = `${address}_postil/live.js`;
        document.head.append(script);
      });
      await new Promise((done) => {
        const frame = document.createElement('iframe');
        frame.onload = () => done();
        frame.src = address;
        document.body.append(frame);
      });
      return read;
    }, address)));
    elsewhere.close();
    return read.map((what) => `it got ${what}`);
  });
} finally {
  await browser.close();
  server.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = report.end();
