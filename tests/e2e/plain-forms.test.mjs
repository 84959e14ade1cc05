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

test('plain: a report that is too long comes back with every word and goes through once it is shorter', () => as(PLAIN, {}, async ({ page, watch }) => {
  // An old engine that does not count along: the same page without the bound of the field.
  await page.route(`**${routes.guide}`, async (asked) => {
    const answer = await asked.fetch();
    await asked.fulfill({ response: answer, body: (await answer.text()).replace(' maxlength="500"', '') });
  });
  await page.goto(routes.guide);
  await page.locator('summary').filter({ hasText: words.correction }).first().click();
  const long = `窗口要了照片。${'真的。'.repeat(200)}`;
  await page.getByLabel(words.correctionText).fill(long);
  await page.getByLabel('窗口要的比指南多').check();
  await page.getByLabel('哪里不对').selectOption('fee');
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: words.send }).click(),
  ]);
  assert.equal(answer.status(), 422);
  await page.getByRole('heading', { level: 1, name: words.refusedForm }).waitFor();
  await page.getByText(/最多 500 个字/).first().waitFor();
  const field = page.getByLabel(words.correctionText);
  assert.equal(await field.inputValue(), long);
  assert.ok(await page.getByLabel('窗口要的比指南多').isChecked());
  assert.equal(await page.getByLabel('哪里不对').inputValue(), 'fee');
  await field.fill(long.slice(0, 400));
  await page.getByRole('button', { name: words.send }).click();
  await page.getByText(words.received).first().waitFor();
  assert.ok(watch.requests.every((url) => !decodeURIComponent(url).includes('照片')), 'no address holds the words');
}));

test('plain: a lookup that finds nothing keeps what was typed', () => as(PLAIN, {}, async ({ page }) => {
  await page.goto(routes.requests);
  await page.getByLabel(words.number).fill('N-1234');
  await page.getByLabel(words.code, { exact: true }).fill('FALSCH');
  await page.getByRole('button', { name: words.lookUp, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: words.refusedForm }).waitFor();
  assert.equal(await page.getByLabel(words.number).inputValue(), 'N-1234');
  assert.equal(await page.getByLabel(words.code, { exact: true }).inputValue(), 'FALSCH');
  assert.doesNotMatch(page.url(), /FALSCH|N-1234/);
}));
