// Opens every page in three places and listens: a console message, a failed request or a request to anywhere else is a problem.

import { pathToFileURL } from 'node:url';
import { inContext, pretendHost } from '../browser.mjs';
import { each } from '../report.mjs';

export async function loading({ report, site, browser, root, repo }) {
  const places = [['http, at /', root.address], ['http, under /repo/', repo.address], ['file://', `${pathToFileURL(site.folder).href}/`]];
  const pages = site.pages.filter((page) => page.path !== '404.html');
  for (const [name, address] of places) {
    await report.check(`loading: ${name}: all ${pages.length} pages are silent and stay inside`, () =>
      inContext(browser, {}, (context) => each(pages, 3, (page) => listen(context, address + page.path, address))));
  }
  await report.check('loading: a missing address shows 404.html with its style', () =>
    inContext(browser, {}, async (context) => {
      if (!site.files.has('404.html')) return ['no 404.html'];
      if (site.base === '') return listen(context, `${root.address}404.html`, root.address);
      await pretendHost(context, site);
      const problems = await listen(context, `${site.base}no/such/page.html`, site.base);
      return problems.filter((problem) => !/status of 404|answered 404 .*no\/such\/page/.test(problem));
    }));
}

async function listen(context, address, inside) {
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text().slice(0, 200)} ${message.location().url.replace(address, '')}`); });
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith(inside)) problems.push(`asks for ${request.url()}`); });
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => { if (response.status() >= 400) problems.push(`answered ${response.status()} for ${response.url()}`); });
  try {
    await page.goto(address, { waitUntil: 'load' });
    if (await page.evaluate(() => document.styleSheets.length === 0 || getComputedStyle(document.body).fontFamily === '')) problems.push('no style sheet took effect');
    await page.waitForTimeout(30);
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  }
  await page.close();
  return problems.map((problem) => `${address.slice(inside.length)}: ${problem}`);
}
