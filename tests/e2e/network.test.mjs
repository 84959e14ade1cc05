// What a first visit asks for, and what every answer carries.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, STATIC } from './lib/browser.mjs';
import { rested } from './lib/phone.mjs';
import { routes } from './lib/words.mjs';

after(close);

// Where answers are given, the device takes the guides themselves, which are public: what it works out of them with the
// answers is then nobody's but the citizen's.
const WORKED_OUT_HERE = ['question', 'event'];
const isGuide = (url) => /^\/api\/v1\/guides\/[^/]+$/.test(new URL(url).pathname);

for (const [route, address] of Object.entries(routes)) {
  test(`hydrated: ${route} asks the API for nothing that the server has already said`, () => as(HYDRATED, { phone: true }, async ({ page, watch }) => {
    await open(page, HYDRATED, address);
    await rested(page);
    const asked = watch.asked();
    assert.deepEqual(WORKED_OUT_HERE.includes(route) ? asked.filter((url) => !isGuide(url)) : asked, []);
    if (route === 'missing') watch.errors = watch.errors.filter((line) => !line.includes('404'));
    watch.clean();
    assert.deepEqual(watch.requests.filter((url, at) => watch.requests.indexOf(url) !== at), [], 'nothing is fetched twice');
  }));

  test(`static: ${route} asks the API for each thing once`, () => as(STATIC, { phone: true }, async ({ page, watch }) => {
    await open(page, STATIC, address);
    await rested(page);
    const asked = watch.asked();
    assert.deepEqual(asked.filter((url, at) => asked.indexOf(url) !== at), []);
    watch.clean();
  }));
}

test('plain: a page is one request and its style', () => as(PLAIN, {}, async ({ page, watch }) => {
  await page.goto(routes.results);
  const kinds = watch.requests.map((url) => new URL(url).pathname);
  assert.deepEqual(kinds.filter((path) => path.startsWith('/api/')), []);
  assert.equal(await page.locator('html').getAttribute('data-arrived'), 'plain');
  watch.clean();
}));

test('every kind of answer carries the safety headers', async () => {
  const page = await (await fetch(`${PLAIN.base}/`)).text();
  const script = page.match(/src="(\/pkg\/[^"]+\.js)"/)[1];
  for (const path of ['/', routes.guide, '/nowhere', script, '/api/v1/guides?q=a', '/api/v1/nothing', '/healthz']) {
    const { headers } = await fetch(PLAIN.base + path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('referrer-policy'), 'same-origin', path);
  }
  const hashed = await fetch(PLAIN.base + script, { headers: { 'Accept-Encoding': 'br' } });
  assert.match(hashed.headers.get('cache-control'), /immutable/);
  assert.equal(hashed.headers.get('content-encoding'), 'br');
});

test('a missing page and a missing guide say so in their status', async () => {
  for (const path of ['/nowhere', '/guides/ln-no-such-guide']) {
    assert.equal((await fetch(PLAIN.base + path)).status, 404, path);
  }
});
