// A hundred people and firms by chance: nothing leaves the device, and it says what the server would have said.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open } from './lib/browser.mjs';
import { differing, own } from './lib/check.mjs';
import { household } from './lib/households.mjs';
import { routes } from './lib/words.mjs';

after(close);

/** As many are looked at; the benchmark takes a thousand. */
const COUNT = Number(process.env.BANSHI_HOUSEHOLDS ?? 100);
const SEED = 20261122;

async function households(page) {
  const facts = await (await page.request.get(`${HYDRATED.base}/api/v1/facts`)).json();
  assert.ok(facts.some(({ key }) => key === 'subject'));
  return Array.from({ length: COUNT }, (_, at) => household(facts, SEED + at));
}

/** Has the module answer a form; returns the text of the page that follows. */
const asked = (page, form) => page.evaluate((form) => new Promise((done) => {
  const place = document.getElementById('check');
  const own = document.createElement('form');
  own.action = '/benefits';
  for (const [name, value] of new URLSearchParams(form)) own.append(Object.assign(document.createElement('input'), { name, value }));
  const button = document.createElement('button');
  own.append(button);
  new MutationObserver((_, watch) => { if (!own.isConnected) { watch.disconnect(); done(place.textContent); } }).observe(place, { childList: true });
  place.append(own);
  button.click();
}), form);

test('people and firms by chance are answered without a request, an address or anything stored', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, `${routes.benefits}?region=210102000000`);
  await own(page);
  const forms = await households(page);
  const kept = () => page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie]));
  // The regions above the one that was chosen are read once, whoever asks.
  await asked(page, 'region=210102000000&do=list');
  const before = await kept();
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  const results = new Set();
  for (const form of forms) {
    results.add(await asked(page, `${form}&do=list`));
    await asked(page, `${form}&do=go`);
  }
  assert.deepEqual(requests, []);
  assert.equal(await kept(), before);
  assert.ok(results.size > COUNT / 2, `${results.size} different results for ${COUNT}`);
}));

test('the module writes of benefits what the server writes', () => as(HYDRATED, {}, async ({ page }) => {
  await page.goto(routes.benefits);
  await own(page);
  const forms = (await households(page)).flatMap((form, at) => [`${form}&do=list`, `${form}&do=${['go', 'text', 'owed', 'again'][at % 4]}`]);
  assert.deepEqual((await differing(page, '/benefits', forms)).slice(0, 3), []);
}));
