// Nothing typed leaves the phone once the pack is there, and what it answers is what the server would have said.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { close, open } from './lib/browser.mjs';
import { CITY, COUNTY, ready, served, witnessed } from './lib/phone.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const known = readFileSync(new URL('../../data/queries/everyday.tsv', import.meta.url), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]);

test('thirty searches are typed and made, and the network hears nothing', () => witnessed({}, async ({ page, host, way, watch }) => {
  await open(page, way, '/');
  await ready(page);
  await served(page);
  host.take();
  await open(page, way, '/');
  await ready(page);
  // A page that comes looks for newer data once; it names what it has, and nothing else.
  await host.heard(/packs\/words\?have=/, /packs\/\d+\?have=/, /sw\.js/);
  host.take();
  watch.requests.length = 0;
  const field = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
  for (const query of known.filter((_, at) => at % Math.floor(known.length / 30) === 0).slice(0, 30)) {
    await field.fill('');
    await field.pressSequentially(query);
    assert.equal(await field.inputValue(), query);
    await field.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === query);
    // The title comes with the answer, and two frames later the focus goes to its heading.
    await page.waitForFunction((asked) => document.title.includes(asked) && document.activeElement?.tagName === 'H1', query);
  }
  assert.deepEqual(host.take(), []);
  // The tab's icon comes from the service worker, which has it.
  assert.deepEqual(watch.requests.filter((url) => !url.includes('/pkg/icon-')), []);
  await page.reload();
  await page.locator('[data-results]').waitFor();
  await ready(page);
  assert.deepEqual(host.take().filter((line) => /q=|guides|suggest/.test(line)), [], 'a reload tells nobody either');
  watch.clean();
}));

test('a stored pack answers from the first moment of the next page', () => witnessed({}, async ({ page, host, way }) => {
  await open(page, way, '/');
  await ready(page);
  await open(page, way, '/');
  await page.getByLabel(words.searchLabel).fill('身份证丢了');
  await page.getByRole('button', { name: words.search }).click();
  await page.locator('[data-results]').waitFor();
  assert.deepEqual(host.take().filter((line) => /guides|suggest/.test(line)), []);
}));

test('suggestions come without a pause', () => witnessed({}, async ({ page, way }) => {
  await open(page, way, '/');
  await ready(page);
  await page.clock.install();
  const field = page.getByLabel(words.searchLabel);
  await field.fill('身份证');
  await page.getByRole('option').first().waitFor();
}));

for (const region of [COUNTY, CITY, '']) {
  test(`the built module answers every known query as the server does, byte for byte, in ${region || 'no region'}`, () => witnessed({ prefs: `region=${region}` }, async ({ page, way }) => {
    await page.goto('/about');
    const script = /phone-page-\w+\.js/.exec(await (await page.request.get('/sw.js')).text())[0];
    const worker = /\/pkg\/phone-\w+\.js/.exec(await (await page.request.get(`/pkg/${script}`)).text())[0];
    const addresses = known.flatMap((query) => {
      const text = new URLSearchParams(region ? { q: query, region } : { q: query });
      return [`/guides?${text}&facets=1`, `/suggest?${text}`];
    });
    addresses.push(...['', '&page=2', '&audience=legal', '&kind=01', '&level=city', '&size=100', '&page=0'].map((more) => `/guides?q=%E5%8A%9E%E8%AF%81${region && `&region=${region}`}${more}`));
    const { differing, compared, elsewhere } = await page.evaluate(compare, { worker, region: region || '210000000000', addresses });
    assert.deepEqual(differing.slice(0, 5), []);
    assert.equal(compared + elsewhere, addresses.length - 1, 'all but the one refused');
    assert.ok(elsewhere < addresses.length / 50, `${elsewhere} name a place that the pack knows by name alone`);
    console.log(`${compared} answers equal, ${elsewhere} name a place elsewhere`);
  }));
}

/** Runs in the page: asks a worker of its own and the server the same things. */
async function compare({ worker, region, addresses }) {
  const line = new Worker(worker);
  const open = new Map();
  let ready;
  const there = new Promise((done, fail) => {
    line.onerror = fail;
    ready = (news) => { if (news.phase === 'ready') done(); if (news.phase === 'failed') fail(new Error(news.reason)); };
  });
  line.onmessage = ({ data }) => { if (data.news) ready(data.news); else open.get(data.number)(data.found); };
  line.postMessage({ open: region });
  await there;
  let number = 0;
  const ask = (get) => new Promise((done) => { number += 1; open.set(number, done); line.postMessage({ get, number }); });
  const differing = [];
  let compared = 0;
  let elsewhere = 0;
  const one = async (address) => {
    const [own, server] = await Promise.all([ask(address), fetch(`/api/v1${address}`)]);
    const text = await server.text();
    if (server.status === 422 && own.startsWith('!')) return;
    // A place outside the pack: the phone says so and answers within it; the server goes there.
    if (own && own.includes('"elsewhere":true')) {
      elsewhere += 1;
      return;
    }
    compared += 1;
    if (own !== text) differing.push([address, String(own).slice(0, 300), text.slice(0, 300)]);
  };
  for (let at = 0; at < addresses.length; at += 16) await Promise.all(addresses.slice(at, at + 16).map(one));
  line.terminate();
  return { differing, compared, elsewhere };
}
