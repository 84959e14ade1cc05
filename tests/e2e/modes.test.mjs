// Larger text and stronger colours are two wishes, and a citizen may have both.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, settled, STATIC, WAYS } from './lib/browser.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const mode = (page) => page.locator('html').getAttribute('data-mode');

/** Text size and colours as they are drawn. */
const looks = (page) => page.evaluate(() => {
  const style = getComputedStyle(document.body);
  return { size: parseFloat(style.fontSize), page: style.backgroundColor, text: style.color };
});

for (const way of WAYS) {
  test(`${way.name}: the elder mode and strong colours go together and stay together`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.guide);
    const footer = page.getByRole('contentinfo');
    const choose = async (name, wanted) => {
      await footer.getByRole('link', { name, exact: true }).click();
      await page.locator(`html[data-mode="${wanted}"]`).waitFor();
      await settled(page, way);
    };
    await choose(words.elder, 'elder');
    const elder = way.scripts ? await looks(page) : undefined;
    await choose(words.contrast, 'elder-contrast');
    for (const name of [words.elder, words.contrast]) {
      assert.equal(await footer.getByRole('link', { name, exact: true }).getAttribute('aria-current'), 'true', name);
    }
    if (way.scripts) {
      assert.deepEqual(await looks(page), { size: elder.size, page: 'rgb(0, 0, 0)', text: 'rgb(255, 255, 255)' });
    }
    await open(page, way, '/');
    assert.equal(await mode(page), 'elder-contrast', 'it stays on the next page');
    await page.getByRole('banner').getByRole('link', { name: words.standard }).click();
    await page.locator('html[data-mode="contrast"]').waitFor();
    await settled(page, way);
    await choose(words.usualColours, 'standard');
  }));
}

for (const way of [HYDRATED, STATIC]) {
  test(`${way.name}: choosing leaves the focus where it was`, () => as(way, {}, async ({ page }) => {
    await open(page, way, '/');
    const footer = page.getByRole('contentinfo');
    for (const name of [words.contrast, words.elder, '更大']) {
      const link = footer.getByRole('link', { name, exact: true });
      await link.focus();
      await page.keyboard.press('Enter');
      await footer.locator(`a[aria-current]`, { hasText: name }).waitFor();
      assert.ok(await link.evaluate((element) => element === document.activeElement), name);
    }
  }));
}

test('a choice of before both went together is still kept', () => as(HYDRATED, { prefs: 'mode=contrast&region=210102000000' }, async ({ page }) => {
  await open(page, HYDRATED, '/');
  assert.equal(await mode(page), 'contrast');
  await page.getByRole('banner').getByRole('link', { name: words.elder }).click();
  await page.locator('html[data-mode="elder-contrast"]').waitFor();
  await page.getByRole('banner').getByRole('link', { name: /和平区/ }).waitFor();
}));
