// The region picker without a network: the tree, a search by name, letters and code, and moving with the pack that is there.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { smallTargets, violations } from './lib/checks.mjs';
import { offline, ready, served, witnessed } from './lib/phone.mjs';
import { matter, words } from './lib/words.mjs';

after(close);

const main = (page) => page.getByRole('main');
const here = (page) => page.getByRole('banner').getByRole('link', { name: words.region });

/** Opens the picker from the top of the page. */
async function picker(page) {
  await here(page).click();
  await main(page).getByRole('searchbox').waitFor();
}

async function look(page, asked) {
  await main(page).getByRole('searchbox').fill(asked);
  await main(page).getByRole('button', { name: words.findRegion }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === asked);
}

async function search(page) {
  await page.goto('/guides');
  await page.getByRole('combobox').first().fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === matter.asked);
}

test('without a network the tree of regions opens level by level, and a city above the own county answers from its pack', () => witnessed({}, async (guest) => {
  const { page, context, host } = guest;
  await open(page, guest.way, '/');
  await ready(page);
  await served(page);
  await offline(context, host);
  await picker(page);
  await main(page).getByRole('link', { name: '沈阳市', exact: true }).click();
  await main(page).getByRole('link', { name: '浑南区', exact: true }).waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await smallTargets(page, 44), []);
  await main(page).getByRole('link', { name: /^浑南区：/ }).click();
  await main(page).getByRole('link', { name: '五三街道', exact: true }).waitFor();
  await main(page).getByRole('link', { name: '返回上一级' }).click();
  await main(page).getByRole('link', { name: '就选沈阳市' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  assert.match(await here(page).innerText(), /沈阳市$/);
  await search(page);
  await page.locator(`[data-results] a[href^="/guides/${matter.code}"]`).waitFor();
}));

test('without a network a region is found by name, by letters and by code, and what the phone cannot know is not denied', () => witnessed({}, async (guest) => {
  const { page, context, host } = guest;
  await open(page, guest.way, '/regions');
  await ready(page);
  await served(page);
  await offline(context, host);
  for (const asked of ['铁西', 'tiexi', '210106', '沈阳铁西区']) {
    await look(page, asked);
    await main(page).getByRole('link', { name: '沈阳市 铁西区', exact: true }).waitFor();
  }
  await look(page, '某个别县的小村');
  await main(page).getByRole('button', { name: words.retry }).waitFor();
  assert.doesNotMatch(await main(page).innerText(), /没有叫/);
}));

test('who picks a county without a network whose pack is not there finds the old one again on coming back', () => witnessed({}, async (guest) => {
  const { page, context, host } = guest;
  await open(page, guest.way, '/');
  await ready(page);
  await served(page);
  await offline(context, host);
  await page.goto('/regions?q=zhongshan');
  await main(page).getByRole('link', { name: '大连市 中山区', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await search(page);
  await main(page).getByRole('button', { name: words.retry }).waitFor();
  await picker(page);
  await look(page, '沈阳和平区');
  await main(page).getByRole('link', { name: '沈阳市 和平区', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/guides');
  await page.locator(`[data-results] a[href^="/guides/${matter.code}"]`).waitFor();
}));
