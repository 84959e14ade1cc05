// Another region means another pack; newer data comes as the difference to what is there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { CITY, COUNTY, held, ready, witnessed } from './lib/phone.mjs';
import { words } from './lib/words.mjs';

after(close);

test('who moves to another region gets its pack, and only that one is kept', () => witnessed({}, async ({ page, host, way, watch }) => {
  await open(page, way, '/');
  await ready(page);
  host.take();
  await page.getByRole('banner').getByRole('link', { name: /和平区/ }).click();
  await page.getByRole('main').getByRole('link', { name: '大连市', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: /大连市/ }).and(page.locator('.button')).click();
  await page.getByRole('banner').getByRole('link', { name: /大连市/ }).waitFor();
  await page.getByRole('combobox').first().fill('身份证');
  await host.heard(/packs\/210200000000/);
  await ready(page);
  const asked = host.take();
  assert.ok(asked.some((line) => line.includes('/packs/210200000000')), asked.join('\n'));
  await page.getByRole('combobox').first().fill('身份证丢');
  await page.getByRole('option').first().waitFor();
  assert.deepEqual(host.take(), [], 'the new pack answers');
  assert.equal((await held(page))['banshi-pack-1'], 2);
  watch.clean();
}));

test('after a swap of the snapshot the difference is fetched, not the whole', async () => {
  const { E2E_BANSHI, E2E_SNAPSHOT } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'banshi-swap-'));
  const [live, next, data] = ['live.snapshot', 'next.snapshot', 'data'].map((name) => join(folder, name));
  copyFileSync(E2E_SNAPSHOT, live);
  cpSync(new URL('../../data', import.meta.url), data, { recursive: true });
  const items = join(data, 'catalogue/items.tsv');
  writeFileSync(items, readFileSync(items, 'utf8').replace('居民身份证补领', '居民身份证遗失补领'));
  execFileSync(E2E_BANSHI, ['generate', '--scale', 'sample', '--out', next, '--data', data], { stdio: 'ignore' });
  try {
    await witnessed({ snapshot: live }, async ({ page, host, way, api }) => {
      await open(page, way, '/about');
      await page.getByText(words.packReady).waitFor();
      const whole = (await (await fetch(`${api.url}/api/v1/packs/${COUNTY}`)).arrayBuffer()).byteLength;
      const before = await checksum(api.url);
      renameSync(next, live);
      for (let late = Date.now() + 10_000; (await checksum(api.url)) === before;) assert.ok(Date.now() < late, 'the server swaps');
      const answered = page.context().waitForEvent('response', (answer) => answer.url().includes(`/packs/${COUNTY}?have=`));
      await page.getByRole('button', { name: words.refresh }).click();
      const answer = await answered;
      assert.match(answer.headers()['content-type'], /vnd\.banshi\.delta/);
      await page.getByText(words.newest).waitFor();
      const size = (await answer.body()).length;
      assert.ok(size < whole / 4, `${size} of ${whole}`);
      host.take();
      await page.getByRole('banner').getByRole('link').first().click();
      await page.getByLabel(words.searchLabel).fill('身份证丢了');
      await page.getByRole('button', { name: words.search }).click();
      await page.locator('[data-results]').getByText('居民身份证遗失补领').first().waitFor();
      assert.deepEqual(host.take().filter((line) => /guides\?|suggest/.test(line)), []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what is the newest already is not sent again', () => witnessed({}, async ({ page, way }) => {
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
  const statuses = [];
  page.context().on('response', (answer) => { if (answer.url().includes('/packs/')) statuses.push(answer.status()); });
  await page.getByRole('button', { name: words.refresh }).click();
  await page.getByText(words.newest).waitFor();
  assert.deepEqual(statuses, [304, 304]);
}));

async function checksum(url) {
  return (await (await fetch(`${url}/readyz`)).json()).snapshot?.checksum ?? (await (await fetch(`${url}/api/v1/about`)).json()).checksum;
}
