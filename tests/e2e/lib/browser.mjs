// Opens pages the three ways a citizen may arrive, and keeps watch over what each page does.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--font-render-hinting=none',
];

/** The server's page taken over by wasm, the static bundle drawn by wasm, and HTML alone. */
export const HYDRATED = { name: 'hydrated', base: process.env.E2E_URL, scripts: true, arrived: 'hydrated' };
export const STATIC = { name: 'static', base: process.env.E2E_STATIC_URL, scripts: true, arrived: 'csr' };
export const PLAIN = { name: 'plain', base: process.env.E2E_URL, scripts: false, arrived: 'plain' };
export const WAYS = [HYDRATED, STATIC, PLAIN];

let browser;

/** The one browser of a test file. */
export async function launch() {
  browser ??= await chromium.launch({ executablePath: process.env.E2E_CHROMIUM, args: FLAGS });
  return browser;
}

/** Closes it; every test file ends with `after(close)`. */
export async function close() {
  await browser?.close();
  browser = undefined;
}

/** Runs before the page: this visitor wants no pack in the phone, so that every answer is the server's. */
const noPack = () => {
  try {
    localStorage.setItem('banshi_phone', 'no');
  } catch (error) { /* about:blank has no storage. */ }
};

/**
 * A fresh visitor, without a pack unless `phone`. `watch` collects what went wrong and what was asked for.
 */
export async function visitor(way, { width = 360, height = 740, prefs, dark = false, phone = false, ...more } = {}) {
  const context = await (await launch()).newContext({
    viewport: { width, height },
    baseURL: way.base,
    javaScriptEnabled: way.scripts,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    ...more,
  });
  context.setDefaultTimeout(10_000);
  if (prefs) await context.addCookies([{ name: 'banshi_prefs', value: prefs, url: way.base }]);
  const page = await context.newPage();
  const watch = { errors: [], requests: [] };
  page.on('pageerror', (error) => watch.errors.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.errors.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => watch.requests.push(request.url()));
  if (way.scripts && !phone) await context.addInitScript(noPack);
  if (way.scripts) {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
  /** What the page asked for; packs are asked for by the worker, when the page is idle. */
  watch.asked = () => watch.requests.filter((url) => /^\/api\/(?!v1\/packs\/)/.test(new URL(url).pathname));
  watch.clean = () => {
    assert.deepEqual(watch.errors, [], 'nothing is reported on the console and the policy is kept');
    const strangers = watch.requests.filter((url) => !url.startsWith(way.base) && !url.startsWith('data:'));
    assert.deepEqual(strangers, [], 'no request leaves for another host');
  };
  return { page, context, watch, close: () => context.close() };
}

/** Opens an address and waits until it is what it will be. */
export async function open(page, way, address) {
  const answer = await page.goto(address);
  await settled(page, way);
  return answer;
}

/** Waits until the wasm has taken over, and what it asked for has come. */
export async function settled(page, way) {
  if (way.scripts) {
    await page.waitForFunction((arrived) => document.documentElement.dataset.arrived === arrived, way.arrived);
  }
  await page.locator('main h1').first().waitFor();
}

/** Runs `body` for a fresh visitor and closes the context whatever happens. */
export async function as(way, options, body) {
  const guest = await visitor(way, options);
  try {
    await body(guest);
  } catch (error) {
    const told = guest.watch.errors.slice(0, 5).join('\n  ');
    if (told && !error.message.includes(guest.watch.errors[0])) error.message += `\nthe page said:\n  ${told}`;
    throw error;
  } finally {
    await guest.close();
  }
}
