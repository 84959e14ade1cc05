// Until the wasm is there the page works as HTML, and nothing done meanwhile is lost.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, settled } from './lib/browser.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

/** Holds the wasm back until it is let go. */
async function hold(page) {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/*.wasm', async (asked) => {
    await held;
    await asked.continue();
  });
  return release;
}

test('what is typed before the wasm comes is still there afterwards, and so is the cursor', () => as(HYDRATED, {}, async ({ page, watch }) => {
  const release = await hold(page);
  await page.goto('/', { waitUntil: 'commit' });
  const field = page.getByLabel(words.searchLabel);
  await field.pressSequentially('孩子上学');
  assert.equal(await page.locator('html').getAttribute('data-arrived'), 'plain');
  release();
  await settled(page, HYDRATED);
  assert.equal(await field.inputValue(), '孩子上学');
  assert.ok(await field.evaluate((element) => element === document.activeElement));
  await field.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === '孩子上学');
  await page.locator('[data-results]').waitFor();
  watch.clean();
}));

test('what is typed into a report before the wasm comes is still there afterwards', () => as(HYDRATED, {}, async ({ page }) => {
  const release = await hold(page);
  await page.goto(routes.guide, { waitUntil: 'commit' });
  await page.getByText(words.correction).last().waitFor();
  await page.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
  const text = page.getByLabel(words.correctionText);
  await text.fill('窗口说不用带照片');
  release();
  await settled(page, HYDRATED);
  assert.equal(await text.inputValue(), '窗口说不用带照片');
}));

test('search and links work while the wasm is still on its way', () => as(HYDRATED, {}, async ({ page }) => {
  await hold(page);
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByLabel(words.searchLabel).fill('身份证');
  await page.getByRole('button', { name: words.search }).click({ noWaitAfter: true });
  await page.waitForURL(/\/guides\?.*q=/, { waitUntil: 'commit' });
  const first = page.locator('[data-results]').getByRole('link').first();
  const name = await first.innerText();
  await first.click({ noWaitAfter: true });
  await page.waitForURL(/\/guides\/ln-/, { waitUntil: 'commit' });
  assert.equal((await page.getByRole('heading', { level: 1 }).innerText()).includes(name.slice(0, 4)), true);
  assert.equal(await page.locator('html').getAttribute('data-arrived'), 'plain');
}));

test('a wasm that never comes leaves a page that works', () => as(HYDRATED, {}, async ({ page, watch }) => {
  await page.route('**/*.wasm', (asked) => asked.abort());
  await page.goto(routes.results);
  await page.locator('[data-results]').getByRole('link').first().click();
  await page.waitForURL(/\/guides\/ln-/);
  assert.deepEqual(watch.errors.filter((line) => line.startsWith('page error')), []);
}));
