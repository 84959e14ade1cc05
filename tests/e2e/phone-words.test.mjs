// A pack names the words that it was made with. With other words it is not used: the right ones are fetched, and the server answers until then.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { COUNTY, ready, witnessed } from './lib/phone.mjs';
import { startBanshi } from './lib/servers.mjs';
import { matter, words } from './lib/words.mjs';

const WORDS = '/api/v1/packs/words';
const folder = mkdtempSync(join(tmpdir(), 'banshi-words-'));
/** The words of a catalogue without one of the matters, as they are sent. */
let others;

before(async () => {
  const [snapshot, data] = [join(folder, 'others.snapshot'), join(folder, 'data')];
  cpSync(new URL('../../data', import.meta.url), data, { recursive: true });
  const items = join(data, 'catalogue/items.tsv');
  writeFileSync(items, readFileSync(items, 'utf8').replaceAll('烟草', '茶叶'));
  execFileSync(process.env.E2E_BANSHI, ['generate', '--scale', 'sample', '--out', snapshot, '--data', data], { stdio: 'ignore' });
  const banshi = await startBanshi(snapshot);
  const answer = await fetch(banshi.url + WORDS);
  others = { etag: answer.headers.get('etag'), type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
  await banshi.stop();
  const own = Buffer.from(await (await fetch(process.env.E2E_URL + WORDS)).arrayBuffer());
  assert.ok(!own.equals(others.bytes), 'another catalogue has other words');
});
after(close);
after(() => rmSync(folder, { recursive: true, force: true }));

/** What was asked of the server while the citizen searched. */
async function searched(page, host) {
  await page.goto('/guides');
  await page.locator('[data-results]').waitFor();
  await page.getByRole('combobox').first().fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === matter.asked);
  await page.locator(`[data-results] a[href^="/guides/${matter.code}"]`).waitFor();
  return host.take().filter((line) => /api\/v1\/(guides|suggest)\?q=/.test(line));
}

test('while only words of another day are to be had the server answers, and the phone once the right ones come', () => witnessed({}, async ({ page, host, way }) => {
  host.alter(WORDS, (_, response) => response.writeHead(200, { etag: others.etag, 'content-type': others.type }).end(others.bytes));
  await open(page, way, '/about');
  await page.getByText(words.packFailed).waitFor();
  host.take();
  assert.notDeepEqual(await searched(page, host), [], 'the server answers');
  host.alter(WORDS, null);
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
  host.take();
  assert.deepEqual(await searched(page, host), [], 'the phone answers');
}));

test('stored words that do not fit the stored pack are fetched anew, and the pack is not', () => witnessed({}, async ({ page, host, way, watch }) => {
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
  await page.evaluate(async ({ etag, bytes }) => {
    const cache = await caches.open('banshi-pack-1');
    const key = (await cache.keys()).find((one) => one.url.endsWith('/words'));
    const about = JSON.stringify({ name: 'words', tag: etag.replace(/^W\/|"/g, '') });
    await cache.put(key, new Response(Uint8Array.from(bytes), { headers: { 'x-about': about } }));
  }, { etag: others.etag, bytes: [...others.bytes] });
  const statuses = {};
  page.context().on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    if (pathname.startsWith('/api/v1/packs/')) statuses[pathname.split('/').pop()] = answer.status();
  });
  await open(page, way, '/');
  await ready(page);
  assert.deepEqual(statuses, { words: 200, [COUNTY]: 304 });
  host.take();
  assert.deepEqual(await searched(page, host), []);
  watch.clean();
}));
