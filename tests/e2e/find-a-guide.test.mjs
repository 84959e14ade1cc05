// The main job: someone in a village finds what to do, in each way to arrive.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, open, settled, WAYS } from './lib/browser.mjs';
import { matter, words } from './lib/words.mjs';

after(close);

const press = async (page, way, locator) => {
  const address = page.url();
  await locator.click({ noWaitAfter: true });
  await page.waitForURL((url) => url.href !== address);
  await settled(page, way);
};

for (const way of WAYS) {
  test(`${way.name}: a region is picked within three taps and stays picked`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, '/');
    const header = page.getByRole('banner');
    await press(page, way, header.getByRole('link', { name: words.pickRegion }));
    await press(page, way, page.getByRole('main').getByRole('link', { name: '沈阳市', exact: true }));
    await press(page, way, page.getByRole('main').getByRole('link', { name: '和平区', exact: true }));
    await header.getByRole('link', { name: /和平区/ }).waitFor();
    await open(page, way, '/about');
    await header.getByRole('link', { name: /和平区/ }).waitFor();
    watch.clean();
  }));

  test(`${way.name}: a village is found by name with its parents, and a guide from there`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, '/regions');
    await page.getByRole('main').getByRole('searchbox').fill('三家子');
    await press(page, way, page.getByRole('main').getByRole('button', { name: '找地区' }));
    const villages = page.getByRole('main').getByRole('listitem').filter({ hasText: '三家子村' });
    await villages.first().waitFor();
    assert.ok((await villages.count()) > 1, 'names repeat');
    const shown = await villages.allInnerTexts();
    assert.equal(new Set(shown).size, shown.length, 'the parents tell villages of one name apart');
    await press(page, way, villages.first().getByRole('link').first());

    await page.goto('/');
    await settled(page, way);
    await page.getByLabel(words.searchLabel).fill(matter.asked);
    await press(page, way, page.getByRole('button', { name: words.search }));
    const results = page.locator('[data-results]').getByRole('heading');
    await results.first().waitFor();
    const names = await results.allInnerTexts();
    assert.match(names.slice(0, 3).join(' '), matter.name);
    await press(page, way, results.filter({ hasText: matter.name }).first().getByRole('link'));
    await readGuide(page);
    watch.clean();
  }));
}

async function readGuide(page) {
  const main = page.getByRole('main');
  assert.match(await main.getByRole('heading', { level: 1 }).innerText(), matter.name);
  for (const name of [words.materials, words.path, words.redLines, words.refused]) {
    await main.getByRole('heading', { name, level: 2 }).first().waitFor();
  }
  await main.getByText(words.sample).first().waitFor();
  assert.ok(await page.locator('a[href="tel:12345"]').count(), 'the hotline can be called');
  const numbers = await page.locator('a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual([...new Set(numbers)], ['tel:12345'], 'a sample guide gives no other phone');
}
