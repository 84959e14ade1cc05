// When the network or the server fails, the citizen reads a sentence and can try again.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, STATIC } from './lib/browser.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const PROBLEM = { type: 'about:blank', title: '出错了', status: 500, code: 'internal', detail: '服务器出错了。' };

for (const way of [HYDRATED, STATIC]) {
  test(`${way.name}: offline says so, and trying again works once the network is back`, () => as(way, {}, async ({ page, context }) => {
    await open(page, way, routes.results);
    await context.setOffline(true);
    await page.locator('[data-results]').getByRole('link').first().click();
    const retry = page.getByRole('button', { name: words.retry }).first();
    await retry.waitFor();
    assert.match(await page.getByRole('main').innerText(), /网|断|连/);
    await context.setOffline(false);
    await retry.click();
    await page.locator('main h1', { hasText: /身份证/ }).waitFor();
  }));

  test(`${way.name}: a failing server says what to do, not what broke`, () => as(way, {}, async ({ page }) => {
    await open(page, way, '/');
    await page.route('**/api/v1/guides?*', (asked) => asked.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(PROBLEM) }));
    await page.getByLabel(words.searchLabel).fill('身份证');
    await page.getByRole('button', { name: words.search }).click();
    await page.getByRole('button', { name: words.retry }).first().waitFor();
    const shown = await page.getByRole('main').innerText();
    assert.match(shown, /12345/);
    assert.doesNotMatch(shown, /internal|500|Error|panick/i);
    await page.unroute('**/api/v1/guides?*');
    await page.getByRole('button', { name: words.retry }).first().click();
    await page.locator('[data-results]').waitFor();
  }));
}

test('what is slow says so after a moment, and never flashes before', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, '/');
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/api/v1/guides?*', async (asked) => {
    await held;
    await asked.continue();
  });
  await page.getByLabel(words.searchLabel).fill('身份证');
  await page.getByRole('button', { name: words.search }).click();
  await page.getByText(/正在查询/).first().waitFor();
  release();
  await page.locator('[data-results]').waitFor();
}));
