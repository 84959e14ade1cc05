// Without any script: modes, reports and their look-up work by links and forms.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, STATIC } from './lib/browser.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

test('plain: the elder mode is switched on by a link and leads back', () => as(PLAIN, {}, async ({ page }) => {
  await page.goto(routes.guide);
  await page.getByRole('link', { name: words.elder }).first().click();
  assert.equal(new URL(page.url()).pathname, routes.guide);
  assert.equal(await page.locator('html').getAttribute('data-mode'), 'elder');
  await page.goto('/');
  assert.equal(await page.locator('html').getAttribute('data-mode'), 'elder');
}));

for (const way of [HYDRATED, STATIC, PLAIN]) {
  test(`${way.name}: a report on a guide is kept and can be looked up`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, routes.guide);
    const form = page.locator('form').filter({ has: page.getByLabel(words.correctionText) });
    const opener = page.locator('summary').filter({ hasText: words.correction });
    if (!(await form.isVisible()) && (await opener.count())) await opener.first().click();
    await form.getByLabel(words.correctionText).fill(`窗口另外要了照片（${way.name}）`);
    await form.getByRole('button', { name: words.send }).click();
    await page.getByText(words.received).first().waitFor();
    const shown = await page.getByRole('main').innerText();
    for (const word of [words.number, words.code]) assert.ok(shown.includes(word), word);
    watch.clean();
  }));

  test(`${way.name}: an empty report is refused with a sentence, not sent`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.guide);
    const form = page.locator('form').filter({ has: page.getByLabel(words.correctionText) });
    const opener = page.locator('summary').filter({ hasText: words.correction });
    if (!(await form.isVisible()) && (await opener.count())) await opener.first().click();
    await form.getByLabel(words.correctionText).fill('   ');
    await form.getByRole('button', { name: words.send }).click();
    await page.getByText(/请先写|请写明/).first().waitFor();
    assert.equal(await page.getByText(words.received).count(), 0);
  }));
}
