// A village without a network: search, guides that were read, and a fresh start of the tab.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';
import { offline, ready, served, witnessed } from './lib/phone.mjs';
import { matter, routes, words } from './lib/words.mjs';

after(close);

const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });
const MODES = { standard: 'mode=standard', elder: 'mode=elder', contrast: 'mode=contrast' };

/** A visitor who has read one guide, and whose phone is ready for the road. */
async function prepared({ page, way }) {
  await open(page, way, routes.guide);
  await ready(page);
  await served(page);
}

async function search(page, words, asked) {
  await page.getByRole('combobox').first().fill(asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === asked);
  await page.locator('[data-results]').waitFor();
}

test('without a network: search, open a guide read before, and be told about one not read', () => witnessed({}, async (guest) => {
  const { page, context, host } = guest;
  await prepared(guest);
  await page.getByRole('link', { name: '首页' }).first().click();
  await page.waitForURL((url) => url.pathname === '/');
  await offline(context, host);
  assert.match(await page.getByRole('banner').innerText(), words.offline);
  await search(page, words, matter.asked);
  const results = page.locator('[data-results]').getByRole('link');
  await page.locator(`[data-results] a[href^="/guides/${matter.code}"]`).click();
  await page.getByText(words.copy).waitFor();
  await page.getByRole('heading', { name: words.materials, level: 2 }).first().waitFor();
  await page.goBack();
  await page.locator('[data-results]').waitFor();
  await search(page, words, '护照');
  await results.first().click();
  await page.getByText(words.unread).waitFor();
  await offline(context, host, false);
  await page.getByRole('button', { name: words.retry }).click();
  await page.getByRole('heading', { name: words.materials, level: 2 }).first().waitFor();
  assert.equal(await page.getByText(words.copy).isVisible(), false, 'what the server just said is no copy');
}));

test('a tab started without a network has home, search, the guide read before and the page about the site', () => witnessed({}, async (guest) => {
  const { page, context, host } = guest;
  await prepared(guest);
  await open(page, guest.way, '/about');
  await page.getByText(words.packReady).waitFor();
  await page.close();
  await offline(context, host);
  const tab = await context.newPage();
  const arrived = (address) => tab.goto(address).then(() => tab.locator('main h1').first().waitFor());
  await arrived('/');
  assert.equal(await tab.locator('html').getAttribute('data-arrived'), 'csr');
  assert.match(await tab.getByRole('banner').innerText(), words.offline);
  await arrived(routes.results);
  await tab.locator('[data-results]').waitFor();
  await arrived(routes.guide);
  await tab.getByText(words.copy).waitFor();
  assert.match(await tab.getByRole('heading', { level: 1 }).innerText(), matter.name);
  await arrived('/about');
  await tab.getByText(words.packReady).waitFor();
  assert.match(await tab.locator('#phone').innerText(), /数据日期\s*\d{4}-\d{2}-\d{2}/);
  await arrived('/nowhere');
  await tab.getByText(words.missing).first().waitFor();
}));

for (const [mode, prefs] of Object.entries(MODES)) {
  test(`${mode}: the pages of a phone without a network have no violation and fit the screen`, () => witnessed({ prefs: `${prefs}&region=210102000000` }, async (guest) => {
    const { page, context, host } = guest;
    await prepared(guest);
    await offline(context, host);
    const found = [];
    const pages = { home: '/', results: routes.results, guide: routes.guide, unread: '/guides/ln-hz-sl', about: '/about' };
    for (const [name, address] of Object.entries(pages)) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(address);
      await page.locator('main h1, main [role=alert]').first().waitFor();
      await ready(page);
      const note = (what, list) => found.push(...list.map((line) => `${name}, ${what}: ${line}`));
      note('axe', await violations(page));
      note('small', await smallTargets(page, mode === 'elder' ? 60 : 44));
      await picture(page, `offline-${name}-${mode}-360`);
      await page.setViewportSize({ width: 320, height: 640 });
      note('wide at 320', await tooWide(page));
      await picture(page, `offline-${name}-${mode}-320`);
    }
    assert.deepEqual(found, []);
  }));
}
