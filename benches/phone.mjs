// The phone's own search at a quarter of this machine's speed: keystroke to list, loading, memory.
// Usage: node phone.mjs QUERIES URL COOKIE; prints a table.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.VITALS_MODULES, 'package.json'));
const { chromium } = require('playwright-core');
const [file, url, cookie] = process.argv.slice(2);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--enable-precise-memory-info'];
const SLOWER = 4;
const queries = readFileSync(file, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]);
const some = queries.filter((_, at) => at % Math.ceil(queries.length / 60) === 0);

const browser = await chromium.launch({ executablePath: process.env.E2E_CHROMIUM, args: FLAGS });
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: url });
await context.addCookies([{ name: 'banshi_prefs', value: cookie, url }]);

/** Runs before the page: notes when the worker is made, when it is ready, and each key's way to the list. */
function observe(slower) {
  window.keys = [];
  window.more = 0;
  const Real = Worker;
  window.Worker = function (...given) {
    const worker = new Real(...given);
    window.began = performance.now();
    window.line = worker;
    worker.addEventListener('message', ({ data }) => {
      if (data.news && data.news.phase === 'ready') window.opened ??= performance.now() + data.news.at * (slower - 1);
      if (data.took) window.more += data.took * (slower - 1);
    });
    return worker;
  };
  let key = null;
  addEventListener('input', () => { key = performance.now(); window.more = 0; }, true);
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      const list = document.getElementById('suggestions');
      if (key === null || !list || list.hidden) return;
      const mine = key;
      key = null;
      // Drawn is when the frame after the change begins.
      requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - mine + window.more)));
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'], characterData: true });
  });
}

/** Asks the worker of the page directly; milliseconds inside it. */
const inWorker = (page, addresses) => page.evaluate(async (addresses) => {
  const times = [];
  for (const get of addresses) {
    const number = 1e6 + times.length;
    times.push(await new Promise((done) => {
      const on = ({ data }) => { if (data.number === number) { window.line.removeEventListener('message', on); done(data.took); } };
      window.line.addEventListener('message', on);
      window.line.postMessage({ get, number });
    }));
  }
  return times;
}, addresses);

/** Slows the page. Chromium does not slow workers, so what a worker takes is counted four times instead. */
async function slow(page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

const page = await context.newPage();
await page.addInitScript(observe, SLOWER);
const ready = () => page.waitForFunction(() => document.documentElement.dataset.phone === 'ready', null, { timeout: 60_000 });
await page.goto('/');
await ready();
const first = await page.evaluate(() => window.opened - window.began);
await page.waitForLoadState('networkidle');

await slow(page);
const loads = [];
for (let run = 0; run < 5; run += 1) {
  await page.goto('/');
  await ready();
  loads.push(await page.evaluate(() => window.opened - window.began));
}
const field = page.getByRole('combobox').first();
for (const query of some) {
  await field.fill('');
  for (const letter of query) {
    await field.press(letter).catch(() => field.pressSequentially(letter));
    await page.waitForTimeout(60);
  }
}
const keys = await page.evaluate(() => window.keys);
const region = /region=\d+/.exec(cookie);
const address = (query) => `/guides?q=${encodeURIComponent(query)}&${region}&facets=1`;
const inside = (await inWorker(page, some.map(address))).map((took) => took * SLOWER);
const wasm = await page.evaluate(() => new Promise((done) => {
  const on = ({ data }) => { if (data.number === 5) { window.line.removeEventListener('message', on); done(data.found); } };
  window.line.addEventListener('message', on);
  window.line.postMessage({ memory: true, number: 5 });
}));
await browser.close();

const at = (list, share) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const row = (name, value, aim = '') => console.log(`| ${name} | ${value} | ${aim} |`);
console.log(`| Chromium ${SLOWER}x slower | measured | aim |\n|---|---:|---:|`);
row(`keystroke to list, ms (${keys.length} keystrokes), p50; p95`, `${at(keys, 0.5).toFixed(1)}; ${at(keys, 0.95).toFixed(1)}`, 'p95 30');
row(`a page of twenty results with facets, in the worker, ms (${inside.length}), p50; p95`, `${at(inside, 0.5).toFixed(1)}; ${at(inside, 0.95).toFixed(1)}`);
row('a stored pack: worker made to pack opened, ms, median of 5', at(loads, 0.5).toFixed(0), '300');
row('the first visit: the same with fetching from this machine, ms', first.toFixed(0));
row('memory of the module, MB', (wasm / 1e6).toFixed(1), '10');
