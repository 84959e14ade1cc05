// Starts the server and the static host, runs the tests of a folder over them, stops both.
// Usage: node run.mjs FOLDER, with the E2E_… variables that `cargo xtask test` sets.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort, startBanshi, startBundleHost, startOpenHost, startStaticHost } from './lib/servers.mjs';

const folder = resolve(process.argv[2] ?? '.');
const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => join(folder, name));
mkdirSync(process.env.E2E_SCREENS, { recursive: true });

const allowedPort = await freePort();
const banshi = await startBanshi(undefined, `http://127.0.0.1:${allowedPort}`);
const host = await startStaticHost(banshi.url);
const open = await startOpenHost(banshi.url);
const bundle = await startBundleHost(banshi.url, allowedPort);
const shutOut = await startBundleHost(banshi.url, 0);
const elsewhere = { E2E_BUNDLE_URL: bundle.url, E2E_SHUT_OUT_URL: shutOut.url };
const addresses = { ...elsewhere, E2E_URL: banshi.url, E2E_STATIC_URL: host.url, E2E_OPEN_URL: open.url };
const grep = process.env.E2E_GREP ? ['--test-name-pattern', process.env.E2E_GREP] : [];
const runner = spawn(
  process.execPath,
  ['--test', '--test-concurrency=2', '--test-reporter=spec', ...grep, ...files],
  { stdio: 'inherit', env: { ...process.env, ...addresses } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
runner.on('close', async (code) => {
  await host.stop();
  await open.stop();
  await bundle.stop();
  await shutOut.stop();
  await banshi.stop();
  process.exit(code ?? 1);
});
