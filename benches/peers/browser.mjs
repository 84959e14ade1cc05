// The peers in the browser: MiniSearch and our engine as wasm, taking turns in one page of the system's Chromium, first at
// full speed, then at a quarter of it. Prints one JSON object a line for each row. Usage: node browser.mjs FOLDER
// FOLDER holds peers.json, words.bin and, if our module was built, peers_browser.js and peers_browser_bg.wasm.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const require = createRequire(join(process.env.PEERS_MODULES, 'package.json'));
const { chromium } = require('playwright-core');
const [folder] = process.argv.slice(2);
const minisearch = join(process.env.PEERS_MODULES, 'node_modules/minisearch');
const MODULE = 'peers_browser_bg.wasm';
const KINDS = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' };
// Only isolated pages read a clock of 5 instead of 100 microseconds.
const ISOLATED = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

/** Runs in the page: builds both, asks both, and gives back what they took and said. */
async function compare({ withOurs, rounds, lent }) {
  const all = await (await fetch('/peers.json')).json();
  const build = async (make) => {
    const start = performance.now();
    const peer = await make();
    return { ...peer, ms: performance.now() - start };
  };
  const peers = [];
  const { default: MiniSearch } = await import('/minisearch.js');
  const split = (text) => text.split(' ').filter(Boolean);
  peers.push({
    name: 'MiniSearch, bigrams', helps: true,
    ...(await build(() => {
      const index = new MiniSearch({ fields: all.fields, tokenize: split, processTerm: (term) => term });
      index.addAll(all.rows);
      return { find: (asked) => index.search(asked.tokens).slice(0, 10).map((hit) => hit.id), size: () => JSON.stringify(index) };
    })),
  });
  if (withOurs) {
    const ours = await import('/peers_browser.js');
    await ours.default({ module_or_path: '/peers_browser_bg.wasm' });
    const words = new Uint8Array(await (await fetch('/words.bin')).arrayBuffer());
    peers.push({
      name: 'banshi as wasm',
      ...(await build(() => {
        const engine = ours.Ours.build(words, all.docs);
        return { find: (asked) => [...engine.find(asked.query)] };
      })),
    });
  }
  const rows = peers.flatMap((peer) => [{ peer, key: 'tokens' }, ...(peer.helps && lent ? [{ peer, key: 'helped' }] : [])]);
  for (const row of rows) Object.assign(row, { answers: [], times: all.cases.map(() => []) });
  // Each time is a mean of four calls: the clock is coarse.
  const CALLS = 4;
  for (let round = 0; round <= rounds; round += 1) {
    for (const { peer, key, answers, times } of rows) {
      all.cases.forEach((one, number) => {
        const asked = { query: one.query, tokens: one[key] };
        if (round === 0) { answers.push(peer.find(asked)); return; }
        const start = performance.now();
        for (let call = 0; call < CALLS; call += 1) peer.find(asked);
        times[number].push(((performance.now() - start) / CALLS) * 1000);
      });
    }
  }
  const sorted = (list) => [...list].sort((a, b) => a - b);
  const spread = (list) => [50, 95, 99].map((share) => sorted(list)[Math.floor(((list.length - 1) * share) / 100)]);
  const median = (list) => sorted(list)[Math.floor(list.length / 2)];
  const quality = (blind, answers) => {
    const ranks = all.cases.flatMap((one, number) => (one.blind === blind ? [answers[number].findIndex((id) => one.accept.includes(id))] : []));
    const share = (limit) => ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
    const mrr = ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : 1 / (rank + 1)), 0) / ranks.length;
    return ranks.length ? { queries: ranks.length, hit1: share(1), hit3: share(3), hit10: share(10), mrr } : null;
  };
  return {
    isolated: crossOriginIsolated,
    rows: rows.map(({ peer, key, answers, times }) => ({
      name: key === 'helped' ? `${peer.name} + our words` : peer.name,
      build_ms: peer.ms, us: spread(times.map(median)), open: quality(false, answers), blind: quality(true, answers),
      json: key === 'helped' ? undefined : peer.size?.(),
    })),
  };
}

const server = createServer((request, response) => {
  const path = normalize(request.url.split('?')[0]);
  const file = path === '/minisearch.js' ? join(minisearch, 'dist/es/index.js') : join(folder, path);
  if (path === '/') { response.writeHead(200, { 'content-type': 'text/html', ...ISOLATED }).end('<!doctype html><title>peers</title>'); return; }
  if (!existsSync(file)) { response.writeHead(404).end(); return; }
  response.writeHead(200, { 'content-type': KINDS[file.split('.').pop()] ?? 'text/plain', ...ISOLATED });
  createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const browser = await chromium.launch({ executablePath: process.env.E2E_CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  const versions = { MiniSearch: JSON.parse(readFileSync(join(minisearch, 'package.json'), 'utf8')).version, browser: `Chromium ${browser.version()}` };
  const withOurs = existsSync(join(folder, MODULE));
  const rounds = JSON.parse(readFileSync(join(folder, 'peers.json'), 'utf8')).rounds;
  for (const slower of [1, 4]) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const told = await page.evaluate(compare, { withOurs, rounds: Math.min(rounds, slower === 1 ? 3 : 1), lent: slower === 1 });
    if (!told.isolated) throw new Error('the page is not isolated, and its clock too coarse');
    for (const { json, ...row } of told.rows) {
      const ours = row.name.startsWith('banshi');
      const bytes = ours ? brotliCompressSync(readFileSync(join(folder, MODULE))).length : json && brotliCompressSync(json).length;
      row.name += slower === 1 ? '' : ', CPU 4x slower';
      const place = ours ? 'module, brotli' : bytes ? 'index as JSON, brotli' : '';
      console.log(JSON.stringify({ ...row, version: ours ? '' : versions.MiniSearch, browser: versions.browser, bytes, where: place }));
    }
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
