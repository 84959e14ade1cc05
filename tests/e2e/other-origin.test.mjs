// A host that serves our files on its own origin and leaves the API where it is: allowed, it works; not allowed, it says so.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, open } from './lib/browser.mjs';
import { matter, routes, words } from './lib/words.mjs';

after(close);

const API = process.env.E2E_URL;
const ALLOWED = { name: 'bundle', base: process.env.E2E_BUNDLE_URL, scripts: true, arrived: 'csr' };
const SHUT_OUT = { name: 'shut out', base: process.env.E2E_SHUT_OUT_URL, scripts: true, arrived: 'csr' };

test('another origin that is allowed: search, guide, picture of the address and report work', () => as(ALLOWED, {}, async ({ page, watch }) => {
  await open(page, ALLOWED, '/');
  await page.getByLabel(words.searchLabel).fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.locator('[data-results]').getByRole('link', { name: matter.name }).first().click();
  await page.waitForURL((url) => url.pathname.startsWith('/guides/'));
  await page.getByRole('heading', { level: 1, name: matter.name }).waitFor();

  const picture = page.locator('img.qr');
  await page.locator('summary').filter({ hasText: '二维码' }).click();
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('img.qr').naturalWidth > 0);

  await page.locator('summary').filter({ hasText: words.correction }).first().click();
  const form = page.locator('form').filter({ has: page.getByLabel(words.correctionText) });
  await form.getByLabel(words.correctionText).fill('别处来的一句话');
  await form.getByRole('button', { name: words.send }).click();
  await page.getByText(words.received).first().waitFor();
  const [id, code] = await page.locator('.secret').allInnerTexts();

  await open(page, ALLOWED, routes.requests);
  await page.getByLabel(words.number).fill(id);
  await page.getByLabel(words.code, { exact: true }).fill(code);
  await page.getByRole('button', { name: words.lookUp, exact: true }).click();
  await page.getByText('别处来的一句话').waitFor();

  const asked = watch.requests.filter((url) => new URL(url).pathname.startsWith('/api/'));
  assert.ok(asked.length > 3 && asked.every((url) => url.startsWith(API)), 'the API is asked where it is');
  const strangers = watch.requests.filter((url) => ![ALLOWED.base, API, 'data:'].some((own) => url.startsWith(own)));
  assert.deepEqual([strangers, watch.errors], [[], []]);
}));

test('another origin that is not allowed: a sentence says so, in the list and under the report', () => as(SHUT_OUT, {}, async ({ page }) => {
  await open(page, SHUT_OUT, '/');
  await page.getByLabel(words.searchLabel).fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  const alert = page.getByRole('main').getByRole('alert');
  await alert.first().waitFor();
  const shown = await alert.first().innerText();
  assert.match(shown, /没有得到.*许可/);
  assert.match(shown, /12345/);
  assert.doesNotMatch(shown, /网络太慢|填的内容|Failed|CORS|origin/i);
  assert.equal(await page.locator('[data-results]').count(), 0);
}));

test('another origin whose API is gone says that nothing came, not that it may not ask', () => as(ALLOWED, {}, async ({ page }) => {
  await open(page, ALLOWED, '/');
  await page.route(`${API}/**`, (asked) => asked.abort());
  await page.getByLabel(words.searchLabel).fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.getByRole('button', { name: words.retry }).first().waitFor();
  assert.doesNotMatch(await page.getByRole('main').innerText(), /许可/);
}));
