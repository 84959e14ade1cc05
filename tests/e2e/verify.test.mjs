// A signed list: made by a plain form, carried by its address, checked on the device without a network.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, PLAIN } from './lib/browser.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';

after(close);

const ITEM = 'ln-sfz-bl';
const SAID = { valid: '清单有效', invalid: '清单无效', title: '签好名的清单' };

/** Posts the form of the check of papers as a browser does, from a page of our own. */
async function sign(page, include = []) {
  await page.goto('/about');
  const fields = [['item', ITEM], ['region', '210102000000'], ['a.by_agent', 'yes'], ...include.map((key) => ['include', key])];
  await Promise.all([
    page.waitForURL('**/checklist/sign'),
    page.evaluate((fields) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: '/checklist/sign' });
      for (const [name, value] of fields) form.append(Object.assign(document.createElement('input'), { name, value }));
      document.body.append(form);
      form.submit();
    }, fields),
  ]);
  await page.getByRole('heading', { level: 1, name: SAID.title }).waitFor();
  return page.locator('a[href*="/verify#"]').getAttribute('href');
}

/** The same list with its last character changed. */
function flipped(url) {
  const last = url.at(-1);
  return url.slice(0, -1) + (last === '0' ? '1' : '0');
}

test('a list is signed, opened by its address and checked without a network', () => as(HYDRATED, {}, async ({ page, context, watch }) => {
  const url = await sign(page, ['by_agent']);
  assert.equal(await page.locator('svg.slip__code path').count(), 2, 'the code is drawn');
  assert.ok((await page.getByRole('main').innerText()).includes('替您'), 'the ticked answer stands in it');
  await page.goto('/verify');
  await page.locator('#verify[data-own]').waitFor();
  await context.setOffline(true);
  const before = watch.requests.length;
  await page.evaluate((hash) => { location.hash = hash; }, new URL(url).hash);
  const heading = page.getByRole('heading', { name: SAID.valid });
  await heading.waitFor();
  assert.ok(await heading.evaluate((own) => own === document.activeElement), 'the result takes the focus');
  assert.ok((await page.title()).startsWith(SAID.valid));
  const said = await page.locator('#verify-result').innerText();
  for (const word of ['居民身份证补领', '和平区']) assert.ok(said.includes(word), word);
  await page.getByRole('textbox').fill(flipped(url));
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('heading', { name: SAID.invalid }).waitFor();
  assert.equal(await page.getByText(SAID.valid).count(), 0, 'never green for a damaged one');
  // A browser may ask for the site's icon whenever it likes.
  const asked = watch.requests.slice(before).filter((url) => !url.includes('/pkg/icon-'));
  assert.deepEqual(asked, [], 'nothing was asked for');
  watch.clean();
}));

test('without scripts the list is checked by the server, which says so', () => as(PLAIN, {}, async ({ page }) => {
  const url = await signed();
  for (const [code, said] of [[url, SAID.valid], [flipped(url), SAID.invalid]]) {
    await page.goto('/verify');
    assert.ok((await page.getByRole('main').innerText()).includes('发给本网站的服务器核对'));
    await page.getByRole('textbox').fill(code);
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByRole('heading', { name: said }).waitFor();
  }
}));

/** A list by the API. */
async function signed() {
  const answer = await fetch(`${PLAIN.base}/api/v1/checklists/sign`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items: [ITEM], region: '210102000000' }),
  });
  return (await answer.json()).url;
}

for (const [name, more] of [['light', {}], ['dark', { dark: true }], ['elder', { prefs: 'mode=elder' }]]) {
  test(`${name}: a checked list and a refused one can be read by everybody`, () => as(HYDRATED, more, async ({ page }) => {
    const url = await signed();
    for (const address of ['/verify', url, flipped(url)]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.locator('#verify[data-own]').waitFor();
      if (address !== '/verify') await page.getByRole('heading', { level: 2 }).first().waitFor();
      assert.deepEqual(await violations(page), [], address);
      assert.deepEqual(await smallTargets(page, name === 'elder' ? 60 : 44), [], address);
      assert.deepEqual(await tooWide(page), [], address);
    }
    await sign(page);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await tooWide(page), []);
  }));
}
