// What a reader can choose: size, lines and colours, which notes are shown, keys; and that nothing of it is needed.

import { inContext, onPage } from '../browser.mjs';
import { each } from '../report.mjs';
import { annotated } from '../site.mjs';

export async function choices({ report, site, browser, root }) {
  const [page] = annotated(site);
  if (!page?.html.includes('class="filters"')) return report.skip('choices', 'no article has notes to choose from');
  const address = root.address + page.path;
  const visit = (options, look, at = address) => inContext(browser, options, (context) => onPage(context, at, (tab) => look(Object.assign(tab, { address: at }))));
  const check = (name, look, options = {}) => report.check(`choices: ${page.path}: ${name}`, () => visit(options, look));

  await check('notes are left out by kind, verdict and editor, with their marks and numbers', filters);
  await check('what is left out stays so on the next visit, and a link to a note shows it', kept);
  await check('the original only: no mark, no number, no note', original);
  await check('text, lines and colours change, stay on the next visit, and are there before the first paint', settings);
  await check('every choice fits the screen in every colour', fits);
  await check('keys lead from note to note, and not while typing or when switched off', keys);
  await check('/ leads to the search, and the help says so', toSearch);
  await check('a note and its words are marked together', together);
  await check('a touch on marked words opens their note, Escape leads back', touch, { viewport: { width: 390, height: 800 }, hasTouch: true });
  await check('all works where the browser keeps nothing', async (tab) => {
    await tab.context().addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }));
    const problems = [];
    tab.on('pageerror', (error) => problems.push(error.message));
    await tab.reload();
    return [...problems, ...await filters(tab), ...await original(tab)];
  });
  await check('without JavaScript nothing is offered and every note is there', (tab) => tab.evaluate(() => [
    ...[...document.querySelectorAll('.settings-button, .filters, .settings, .keys, .bar')].filter((element) => element.checkVisibility()).map((element) => `${element.className} is shown`),
    ...[...document.querySelectorAll('.note')].filter((note) => !note.checkVisibility()).map((note) => `${note.id} is not seen`),
  ]), { javaScriptEnabled: false });
  await check('notes move nothing after the first paint', still);
  await check('an address with an odd end breaks nothing', odd);
  await check('who comes back later goes on where he stopped', resumed);
  await check('selected words get a link that finds them', shared);
}

const shown = (tab) => tab.locator('.note:visible').count();
const status = (tab) => tab.locator('.filters [role="status"]').innerText();

async function filters(tab) {
  const problems = [];
  const all = await shown(tab);
  await tab.click('[popovertarget="page-filters"]');
  const names = await tab.locator('#page-filters [data-group]').evaluateAll((buttons) => buttons.map((button) => button.dataset.group));
  if (names.length < 2) problems.push('there is nothing to choose');
  for (const name of names) {
    const button = tab.locator(`#page-filters [data-group="${name}"]`);
    await button.click();
    const left = await shown(tab);
    if (await button.getAttribute('aria-pressed') !== 'false') problems.push(`${name} is still pressed`);
    if (left >= all) problems.push(`${name} leaves nothing out`);
    if (await status(tab) !== `${left} of ${all} notes shown`) problems.push(`${name}: "${await status(tab)}", though ${left} are shown`);
    problems.push(...await tab.evaluate(stray));
    await button.click();
  }
  await tab.keyboard.press('Escape');
  if (await shown(tab) !== all) problems.push('not all notes came back');
  return problems;
}

/** Marks and numbers of notes that are not shown, and the other way round. */
function stray() {
  const problems = [];
  for (const ref of document.querySelectorAll('a.noteref')) {
    const note = document.getElementById(decodeURIComponent(ref.hash.slice(1)));
    if (ref.checkVisibility() !== note.checkVisibility()) problems.push(`${ref.id} and its note differ`);
  }
  for (const mark of document.querySelectorAll('mark[data-notes]')) {
    const any = mark.dataset.notes.split(' ').some((id) => document.getElementById(`note-${id}`)?.checkVisibility());
    if ((getComputedStyle(mark).textDecorationLine !== 'none') !== any) problems.push(`"${mark.textContent.slice(0, 30)}" ${any ? 'has lost its line' : 'still has a line'}`);
  }
  return problems;
}

async function kept(tab) {
  const all = await shown(tab);
  const problems = [];
  await tab.click('[popovertarget="page-filters"]');
  await tab.locator('#page-filters [data-group]').first().click();
  const left = await shown(tab);
  const lost = await tab.locator('.passage-notes .note[hidden]').evaluateAll(([note]) => note?.id);
  await tab.reload();
  if (await shown(tab) !== left) problems.push(`${left} notes were shown, then ${await shown(tab)}`);
  if (lost) {
    await tab.evaluate((id) => { location.hash = id; }, lost);
    await tab.waitForTimeout(100);
    if (!await tab.locator(`[id="${lost}"]`).isVisible()) problems.push('a link to a note does not show it');
    await tab.reload();
  }
  await tab.click('[popovertarget="page-filters"]');
  await tab.locator('[data-all]').click({ force: true });
  if (await shown(tab) !== all) problems.push('"Show all" does not');
  return problems;
}

async function original(tab) {
  const all = await shown(tab);
  await tab.click('[data-bare]');
  const problems = await tab.evaluate(() => [
    ...[...document.querySelectorAll('.note, .noteref')].filter((element) => element.checkVisibility()).map((element) => `${element.id} is seen`),
    ...[...document.querySelectorAll('mark.hl')].filter((mark) => getComputedStyle(mark).textDecorationLine !== 'none').map((mark) => `"${mark.textContent.slice(0, 30)}" has a line`),
  ]);
  await tab.click('[data-bare]');
  return await shown(tab) === all ? problems : [...problems, 'the notes did not come back'];
}

async function settings(tab) {
  const measured = () => tab.evaluate(() => {
    const { width, lineHeight } = { width: document.querySelector('.text p').getBoundingClientRect().width, lineHeight: parseFloat(getComputedStyle(document.body).fontSize) };
    return { width, size: lineHeight, ground: getComputedStyle(document.body).backgroundColor };
  });
  const problems = [];
  const before = await measured();
  await tab.click('.settings-button');
  for (const value of ['largest', 'dark']) await tab.check(`#page-settings [value="${value}"]`);
  await tab.check('#page-settings [name="measure"][value="narrow"]');
  const after = await measured();
  if (after.size <= before.size) problems.push('larger text is not larger');
  if (after.ground === before.ground) problems.push('dark is as light');
  await tab.keyboard.press('Escape');
  if (await tab.locator('#page-settings').isVisible()) problems.push('Escape does not close the menu');
  if (!await tab.evaluate(() => document.activeElement.matches('.settings-button'))) problems.push('the focus does not return to the button');
  await tab.reload({ waitUntil: 'commit' });
  await tab.waitForFunction(() => document.body);
  if (await tab.evaluate(() => document.documentElement.dataset.scheme) !== 'dark') problems.push('the colours come after the page');
  await tab.waitForLoadState();
  if (JSON.stringify(await measured()) !== JSON.stringify(after)) problems.push('the next visit is otherwise');
  return problems;
}

async function fits(tab) {
  const problems = [];
  for (const width of [320, 390, 834, 1120, 1280, 1344, 1440, 1920]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const [size, measure] of [['largest', 'wide'], ['largest', 'narrow'], ['small', 'wide']]) {
      const wide = await tab.evaluate(([a, b]) => {
        Object.assign(document.documentElement.dataset, { size: a, measure: b });
        return document.documentElement.scrollWidth;
      }, [size, measure]);
      if (wide > width) problems.push(`${width} px, ${size}, ${measure}: ${wide} px wide`);
    }
  }
  return problems;
}

async function odd(tab) {
  const problems = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  await tab.goto(`${tab.url().split('#')[0]}#%E0%A4%A`);
  await tab.reload();
  await tab.keyboard.press('n');
  if (!await tab.evaluate(() => document.activeElement?.matches('a.noteref'))) problems.push('n leads nowhere');
  return problems;
}

async function keys(tab) {
  const problems = [];
  const focused = () => tab.evaluate(() => document.activeElement.id);
  const refs = await tab.locator('a.noteref').evaluateAll((all) => all.map((ref) => ref.id));
  for (const id of refs.slice(0, 3)) {
    await tab.keyboard.press('n');
    if (await focused() !== id) problems.push(`n leads to ${await focused()}, not to ${id}`);
  }
  await tab.keyboard.press('p');
  if (await focused() !== refs[1]) problems.push(`p leads to ${await focused()}`);
  await tab.keyboard.press('Control+n').catch(() => {});
  await tab.keyboard.press('Alt+p');
  if (await focused() !== refs[1]) problems.push('n and p work with modifiers');
  await tab.keyboard.press('?');
  if (!await tab.locator('#page-keys').isVisible()) problems.push('? shows no help');
  await tab.keyboard.press('Escape');
  if (await tab.locator('#page-keys').isVisible()) problems.push('Escape does not close the help');
  if (await focused() !== refs[1]) problems.push('the focus is lost behind the help');
  await tab.click('.settings-button');
  await tab.uncheck('[name="keys"]');
  await tab.keyboard.press('Escape');
  for (const key of ['n', 'o', '?']) await tab.keyboard.press(key);
  if (!await tab.evaluate(() => document.activeElement.matches('.settings-button')) || await tab.locator('#page-keys').isVisible()) problems.push('keys work though they are off');
  await tab.click('.settings-button');
  await tab.check('[name="keys"]');
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('/');
  await tab.waitForURL('**/search.html', { timeout: 5000 }).catch(() => problems.push('/ does not lead to the search'));
  return problems;
}

async function toSearch(tab) {
  await tab.keyboard.press('?');
  const told = await tab.locator('#page-keys').getByText('search', { exact: true }).isVisible();
  await tab.keyboard.press('Escape');
  await tab.locator('#page-keys').waitFor({ state: 'hidden' });
  await tab.keyboard.press('/');
  const arrived = await tab.waitForURL('**/search.html', { timeout: 3000 }).then(() => true, () => false);
  return [...(told ? [] : ['the help does not name it']), ...(arrived ? [] : [`it leads to ${tab.url()}`])];
}

async function together(tab) {
  const problems = [];
  const ref = tab.locator('a.noteref').first();
  const id = await ref.evaluate((link) => link.hash.slice(1));
  const lit = () => tab.evaluate((note) => [document.getElementById(note), document.querySelector(`a.noteref[href="#${note}"]`), document.querySelector(`mark[data-notes~="${note.slice(5)}"]`)].map((element) => element.classList.contains('lit')).join(), id);
  await tab.locator(`[id="${id}"]`).hover();
  if (await lit() !== 'true,true,true') problems.push(`pointer on the note: ${await lit()}`);
  await tab.mouse.move(1, 1);
  if (await lit() !== 'false,false,false') problems.push('the mark stays');
  await ref.focus();
  if (await lit() !== 'true,true,true') problems.push(`focus on the number: ${await lit()}`);
  return problems;
}

async function touch(tab) {
  const problems = [];
  const mark = tab.locator('mark[data-notes]:not(.hl-many)').filter({ hasNot: tab.locator('a') }).first();
  const id = `note-${await mark.evaluate((element) => element.dataset.notes)}`;
  await mark.scrollIntoViewIfNeeded();
  await mark.tap();
  await tab.waitForTimeout(150);
  problems.push(...await tab.evaluate((note) => {
    const element = document.getElementById(note);
    const { top } = element.getBoundingClientRect();
    return [
      ...(element.matches(':target') ? [] : ['the note is not the target']),
      ...(top >= 0 && top < innerHeight ? [] : ['the note is not in view']),
      ...(element.querySelector('details')?.open === false ? ['the note is not open'] : []),
    ];
  }, id));
  await tab.keyboard.press('Escape');
  await tab.waitForTimeout(100);
  if (await tab.evaluate(() => document.activeElement.getAttribute('href')) !== `#${id}`) problems.push('Escape does not lead back to the number');
  return problems;
}

async function still(tab) {
  const moved = [];
  for (const width of [390, 834, 1440]) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.reload();
    await tab.waitForTimeout(300);
    const shift = await tab.evaluate(() => new Promise((done) => {
      let sum = 0;
      const observer = new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; });
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 100);
    }));
    if (shift > 0) moved.push(`${width} px: a layout shift of ${shift}`);
  }
  return moved;
}

async function resumed(tab) {
  const problems = [];
  await tab.evaluate(() => scrollTo(0, 1500));
  await tab.goto('about:blank');
  const back = async (hours) => {
    const other = await tab.context().newPage();
    await other.addInitScript((time) => { const now = Date.now; Date.now = () => now() + time * 3_600_000; }, hours);
    await other.goto(tab.address);
    await other.waitForTimeout(150);
    const top = await other.evaluate(() => scrollY);
    await other.close();
    return top;
  };
  if (await back(0) !== 0) problems.push('who comes back at once is moved');
  await tab.goto(tab.address);
  await tab.evaluate(() => scrollTo(0, 1500));
  await tab.goto('about:blank');
  const top = await back(24);
  if (Math.abs(top - 1500) > 60) problems.push(`a day later the page stands at ${top}, not at 1500`);
  return problems;
}

async function shared(tab) {
  await tab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return each([0, 1], 1, async (number) => {
    const words = await tab.evaluate((index) => {
      const block = [...document.querySelectorAll('.text p')].filter((p) => !p.closest('.passage-notes') && p.querySelector('.noteref'))[index];
      if (!block) return '';
      getSelection().selectAllChildren(block);
      return block.textContent.trim().split(/\s+/).slice(0, 3).join(' ');
    }, number);
    if (!words) return [];
    await tab.waitForTimeout(400);
    await tab.getByRole('button', { name: 'Copy link to these words' }).click();
    const link = await tab.evaluate(() => navigator.clipboard.readText());
    const said = decodeURIComponent(link.split('#:~:text=')[1] ?? '');
    return said.includes(words) ? [] : [`"${words}" is not in ${link}`];
  });
}
