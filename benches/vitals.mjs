// First visits on a slow phone: Chromium at 1.6 Mbps, 150 ms and a quarter of this machine's speed; 360x740, cold cache.
// The pages take turns, so that a busy moment of the machine hits all of them. Usage: node vitals.mjs RUNS NAME=URL …
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.VITALS_MODULES, 'package.json'));
const { chromium } = require('playwright-core');
const [runs, ...named] = process.argv.slice(2);
const pages = named.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]);
const CONTENT = '[data-results]';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/** Runs in the page before anything else and collects what the browser tells. */
function observe(selector) {
  const seen = { tasks: [], shift: 0 };
  window.seen = seen;
  const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('paint', (entry) => { seen[entry.name] = entry.startTime; });
  on('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on('longtask', (entry) => { seen.tasks.push([entry.startTime, entry.duration]); });
  new MutationObserver(() => {
    if (seen.content === undefined && document.querySelector(selector)) requestAnimationFrame(() => { seen.content ??= performance.now(); });
  }).observe(document, { childList: true, subtree: true });
}

const kind = (mime) => (mime.includes('html') ? 'html' : mime.includes('wasm') ? 'wasm' : mime.includes('script') ? 'script' : mime.includes('css') ? 'style' : 'other');

async function visit(url) {
  const browser = await chromium.launch({ executablePath: process.env.E2E_CHROMIUM, args: FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', NETWORK);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const bytes = {};
    const mimes = new Map();
    cdp.on('Network.responseReceived', ({ requestId, response }) => mimes.set(requestId, kind(response.mimeType)));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const of = mimes.get(requestId) ?? 'other';
      bytes[of] = (bytes[of] ?? 0) + encodedDataLength;
    });
    await page.addInitScript(observe, CONTENT);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(() => window.seen.content !== undefined && performance.getEntriesByName('app-ready').length > 0, null, { timeout: 30_000 });
    await page.waitForTimeout(1500);
    const seen = await page.evaluate(() => ({ ...window.seen, ready: performance.getEntriesByName('app-ready')[0].startTime, text: document.body.innerText.length }));
    const fcp = seen['first-contentful-paint'];
    const over = (from) => seen.tasks.filter(([start, length]) => start + length > from).reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0);
    const interactive = Math.max(fcp, seen.ready, ...seen.tasks.map(([start, length]) => start + length));
    const total = Object.values(bytes).reduce((sum, part) => sum + part, 0);
    return { fcp, lcp: seen.lcp, content: seen.content, ready: seen.ready, interactive, tbt: over(fcp), longtasks: over(0), cls: seen.shift * 1000, bytes: total, ...bytes, text: seen.text };
  } finally {
    await browser.close();
  }
}

const median = (values) => Math.round(values.sort((a, b) => a - b)[Math.floor(values.length / 2)]);
const results = new Map(pages.map(([name]) => [name, []]));
for (let run = 0; run < Number(runs); run += 1) {
  for (const [name, url] of pages) {
    const result = await visit(url);
    results.get(name).push(result);
    console.error(`run ${run + 1}, ${name}: LCP ${Math.round(result.lcp)}, ready ${Math.round(result.ready)}`);
  }
}
const columns = ['fcp', 'lcp', 'content', 'ready', 'interactive', 'tbt', 'longtasks', 'cls', 'bytes', 'html', 'wasm', 'script', 'text'];
console.log(`| page, medians of ${runs} | ${columns.map((name) => (name === 'cls' ? 'cls x1000' : name)).join(' | ')} |`);
console.log(`|---|${columns.map(() => '---:').join('|')}|`);
for (const [name, list] of results) {
  console.log(`| ${name} | ${columns.map((column) => median(list.map((result) => result[column] ?? 0))).join(' | ')} |`);
}
