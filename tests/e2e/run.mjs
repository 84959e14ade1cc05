// Starts the server and the static host, runs the tests of a folder over them, stops both.
// Usage: node run.mjs FOLDER, with the E2E_… variables that `cargo xtask test` sets.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startBanshi, startOpenHost, startStaticHost } from './lib/servers.mjs';

const folder = resolve(process.argv[2] ?? '.');
const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs')).sort().map((name) => join(folder, name));
mkdirSync(process.env.E2E_SCREENS, { recursive: true });

const banshi = await startBanshi();
const host = await startStaticHost(banshi.url);
const open = await startOpenHost(banshi.url);
const addresses = { E2E_URL: banshi.url, E2E_STATIC_URL: host.url, E2E_OPEN_URL: open.url };
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
  await banshi.stop();
  process.exit(code ?? 1);
});
