// A pack that is damaged, old, unwanted or has no room: the citizen searches all the same, and forgetting forgets.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { COUNTY, held, ready, served, witnessed } from './lib/phone.mjs';
import { matter, routes, words } from './lib/words.mjs';

after(close);

const PACKS = '/api/v1/packs/';
const phase = (page, wanted) => page.waitForFunction((it) => document.documentElement.dataset.phone === it, wanted);

/** Changes what is stored, as a failing flash memory would. */
const damage = (page, how) => page.evaluate(async (how) => {
  const cache = await caches.open('banshi-pack-1');
  for (const key of await cache.keys()) {
    const answer = await cache.match(key);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const at = how === 'format' ? 0 : bytes.length >> 1;
    for (let index = at; index < at + 12; index += 1) bytes[index] ^= 0x5a;
    await cache.put(key, new Response(how === 'short' ? bytes.slice(0, at) : bytes, { headers: answer.headers }));
  }
}, how);

async function finds(page) {
  await page.goto('/guides');
  await page.locator('[data-results]').waitFor();
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === matter.asked);
  const names = await page.locator('[data-results]').getByRole('heading').allInnerTexts();
  assert.match(names.slice(0, 3).join(' '), matter.name);
}

for (const how of ['bytes', 'short', 'format']) {
  test(`a stored pack with damaged ${how} is thrown away and fetched anew`, () => witnessed({}, async ({ page, host, way, watch }) => {
    await open(page, way, '/about');
    await page.getByText(words.packReady).waitFor();
    await damage(page, how);
    host.take();
    await open(page, way, '/about');
    await page.getByText(words.packReady).waitFor();
    const asked = host.take().filter((line) => line.includes(PACKS));
    assert.ok(asked.some((line) => line.includes(COUNTY)), asked.join('\n'));
    await finds(page);
    watch.clean();
  }));
}

test('a pack that arrives damaged is not used: the server answers, and the page says so', () => witnessed({}, async ({ page, host, way }) => {
  host.alter(`${PACKS}${COUNTY}`, (_, response) => response.setHeader('etag', '"x"').end('no pack at all'));
  await open(page, way, '/about');
  await page.getByText(words.packFailed).waitFor();
  await finds(page);
  host.alter(`${PACKS}${COUNTY}`, null);
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
}));

test('a server without packs leaves everything as it was', () => witnessed({}, async ({ page, host, way }) => {
  host.alter(PACKS, (_, response) => response.writeHead(404).end());
  await open(page, way, '/about');
  await page.getByText(words.packFailed).waitFor();
  await finds(page);
}));

test('a module that cannot be had leaves everything as it was', () => witnessed({}, async ({ page, host, way }) => {
  host.alter('/pkg/phone-', (_, response) => response.writeHead(404).end());
  await open(page, way, '/');
  await finds(page);
}));

test('a device without room keeps the pack in memory and says so', () => witnessed({ quota: true }, async ({ page, context, host, way }) => {
  await full(context, host);
  await open(page, way, '/about');
  await page.getByText(words.packMemory).waitFor();
  host.take();
  await page.getByRole('link', { name: '首页' }).or(page.getByRole('banner').getByRole('link').first()).first().click();
  await page.getByLabel(words.searchLabel).fill(matter.asked);
  await page.getByRole('button', { name: words.search }).click();
  await page.locator('[data-results]').waitFor();
  assert.deepEqual(host.take().filter((line) => /guides\?|suggest/.test(line)), []);
}));

/** Lets every write into Cache Storage fail in the worker, as browsers do when the disk is full. */
async function full(context, host) {
  const stub = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n";
  host.alter('/pkg/phone-', async (request, response) => {
    const real = await fetch(process.env.E2E_URL + request.url);
    for (const name of ['content-type', 'content-security-policy']) response.setHeader(name, real.headers.get(name) ?? '');
    const body = Buffer.from(await real.arrayBuffer());
    response.end(/phone-\w+\.js$/.test(request.url) ? Buffer.concat([Buffer.from(stub), body]) : body);
  });
}

test('forgetting wipes the pack, the copies and the service worker, and lasts', () => witnessed({}, async ({ page, host, way }) => {
  await open(page, way, routes.guide);
  await ready(page);
  await served(page);
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
  const before = await held(page);
  assert.ok(before['banshi-pack-1'] === 2 && before['banshi-kept-1'] > 0, JSON.stringify(before));
  await page.getByRole('button', { name: words.forget }).click();
  await page.getByText(words.forgotten).waitFor();
  assert.deepEqual(await held(page), {});
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  host.take();
  await open(page, way, '/about');
  await page.getByText(words.packOff).waitFor();
  assert.deepEqual(host.take().filter((line) => line.includes(PACKS)), []);
  await finds(page);
  await open(page, way, '/about');
  await page.getByRole('button', { name: words.take }).click();
  await page.getByText(words.packReady).waitFor();
}));

test('forgetting in one tab empties the other', () => witnessed({}, async ({ page, context, way }) => {
  await open(page, way, '/about');
  await page.getByText(words.packReady).waitFor();
  const other = await context.newPage();
  await open(other, way, '/about');
  await other.getByText(words.packReady).waitFor();
  await other.getByRole('button', { name: words.forget }).click();
  await page.getByText(words.forgotten).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.phone), 'off');
}));

test('a worker that breaks is started again', () => witnessed({}, async ({ page, way }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    window.workers = [];
    window.Worker = function (...given) {
      const worker = new Real(...given);
      window.workers.push(worker);
      return worker;
    };
  });
  await open(page, way, '/');
  await ready(page);
  await page.evaluate(() => window.workers[0].dispatchEvent(new ErrorEvent('error', { cancelable: true })));
  await page.waitForFunction(() => window.workers.length === 2);
  await ready(page);
}));

test('who saves data is asked first, and a no lasts', () => witnessed({}, async ({ page, host, way }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }));
  await open(page, way, '/');
  await phase(page, 'ask');
  assert.deepEqual(host.take().filter((line) => line.includes(PACKS) || line.includes('sw.js')), []);
  await page.getByRole('button', { name: '不用' }).click();
  await open(page, way, '/about');
  await page.getByText(words.packOff).waitFor();
  await page.getByRole('button', { name: words.take }).click();
  await page.getByText(words.packReady).waitFor();
}));

test('a kiosk fetches no pack, registers nothing and stores nothing', () => witnessed({ userAgent: 'Mozilla/5.0 BanshiKiosk/1 Chrome/120' }, async ({ page, host, way }) => {
  await open(page, way, routes.guide);
  await finds(page);
  assert.deepEqual(host.take().filter((line) => /packs|sw\.js|phone-/.test(line)), []);
  assert.deepEqual(await held(page), {});
  assert.equal(await page.evaluate(() => localStorage.length), 0);
}));
