// Moving about in the single-page portal: focus, title, history, keyboard, pinyin.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, STATIC } from './lib/browser.mjs';
import { matter, routes, words } from './lib/words.mjs';

after(close);

for (const way of [HYDRATED, STATIC]) {
  test(`${way.name}: a link changes title and focus without loading the page anew`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, routes.results);
    await page.evaluate(() => { window.sameDocument = true; });
    const before = await page.title();
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'H1', 'the first page leaves the focus alone');
    await page.locator('[data-results]').getByRole('link').first().click();
    await page.waitForURL(/\/guides\/ln-/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    assert.notEqual(await page.title(), before);
    assert.match(await page.title(), new RegExp((await page.locator('h1').innerText()).slice(0, 6)));
    await page.goBack();
    await page.locator('[data-results]').waitFor();
    await page.waitForFunction((title) => document.title === title, before);
    assert.ok(await page.evaluate(() => window.sameDocument));
    watch.clean();
  }));
}

test('everything can be done by keyboard alone', () => as(HYDRATED, { width: 1280, height: 900 }, async ({ page }) => {
  await open(page, HYDRATED, '/');
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id);
  const tabTo = async (found) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate(found)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`60 tabs did not reach it; the focus is on ${await focused()}`);
  };
  await page.keyboard.press('Tab');
  assert.equal(await focused(), words.skip);
  assert.ok(await page.getByRole('link', { name: words.skip }).isVisible());
  await tabTo(() => document.activeElement.matches('input[type=search]'));
  await page.keyboard.type(matter.asked);
  await page.keyboard.press('Enter');
  await page.locator('[data-results]').waitFor();
  await tabTo(() => Boolean(document.activeElement.closest('[data-results]')));
  const ring = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  });
  assert.ok(ring, 'the focus is seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/guides\/ln-/);
  await page.getByRole('heading', { level: 1, name: matter.name }).waitFor();
}));

test('half-composed pinyin is never searched, the finished word is', () => as(HYDRATED, {}, async ({ page, context, watch }) => {
  await open(page, HYDRATED, '/');
  const keyboard = await context.newCDPSession(page);
  await page.getByLabel(words.searchLabel).focus();
  for (const text of ['s', 'sh', "shen'f", "shen'fen'zheng"]) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(250);
  }
  assert.deepEqual(watch.asked(), [], 'nothing is asked while composing');
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/suggest'));
  await keyboard.send('Input.insertText', { text: '身份证' });
  const asked = new URL((await answer).url());
  assert.equal(asked.searchParams.get('q'), '身份证');
  await page.getByRole('option').first().waitFor();
}));

test('suggestions are walked with arrows and taken with Enter', () => as(HYDRATED, {}, async ({ page, watch }) => {
  await open(page, HYDRATED, '/');
  const field = page.getByLabel(words.searchLabel);
  await field.pressSequentially('身份证', { delay: 20 });
  const options = page.getByRole('option');
  await options.first().waitFor();
  await field.press('ArrowDown');
  assert.equal(await options.first().getAttribute('aria-selected'), 'true');
  await field.press('Escape');
  await options.first().waitFor({ state: 'hidden' });
  assert.equal(await field.inputValue(), '身份证');
  watch.clean();
}));

for (const way of [HYDRATED, STATIC]) {
  test(`${way.name}: the elder mode is switched on, stays on, and is larger`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, '/');
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const standard = await size();
    await page.getByRole('link', { name: words.elder }).first().click();
    await page.waitForFunction(() => document.documentElement.dataset.mode === 'elder');
    await open(page, way, routes.guide);
    assert.equal(await page.locator('html').getAttribute('data-mode'), 'elder');
    assert.ok((await size()) > standard && (await size()) >= 20);
    watch.clean();
  }));
}
