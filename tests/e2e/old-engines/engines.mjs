// Real old Chromium builds out of npm packages: unpacked once, then driven by raw CDP, since playwright needs newer ones.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import WebSocket from 'ws';

const require = createRequire(import.meta.url);
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--no-zygote', '--disable-background-networking', '--disable-sync'];

/** The browser file of a version, unpacked into E2E_ENGINES. */
function unpacked(version) {
  const file = join(process.env.E2E_ENGINES, `chromium-${version}`);
  if (existsSync(file)) return file;
  mkdirSync(process.env.E2E_ENGINES, { recursive: true });
  const bin = join(dirname(require.resolve(`chromium-${version}/package.json`)), 'bin');
  const packed = readdirSync(bin).find((name) => name.startsWith('chromium') && name.endsWith('.br'));
  writeFileSync(`${file}.part`, brotliDecompressSync(readFileSync(join(bin, packed))));
  chmodSync(`${file}.part`, 0o755);
  renameSync(`${file}.part`, file);
  return file;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, attempt, ms = 20_000) {
  const late = Date.now() + ms;
  for (;;) {
    const found = await attempt().catch(() => undefined);
    if (found) return found;
    if (Date.now() > late) throw new Error(`waited in vain for ${what}`);
    await pause(50);
  }
}

/** Starts a version; the tab can open pages, evaluate, wait, and tells what went wrong in it. */
export async function start(version) {
  const profile = mkdtempSync(join(tmpdir(), 'old-engine-'));
  const child = spawn(unpacked(version), [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
  const stop = async () => {
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await until('the debugging port', async () => readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
    const list = async () => (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()).find((tab) => tab.type === 'page');
    const tab = await connect((await until('a tab', list)).webSocketDebuggerUrl);
    return { ...tab, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((done, fail) => socket.on('open', done).on('error', fail));
  const waiting = new Map();
  const errors = [];
  let last = 0;
  socket.on('message', (data) => {
    const { id, method, params, result, error } = JSON.parse(data);
    if (id) waiting.get(id)?.(error ? { error } : result);
    if (method === 'Runtime.exceptionThrown') errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') errors.push(params.entry.text);
  });
  const send = (method, params = {}) => new Promise((done) => {
    last += 1;
    waiting.set(last, done);
    socket.send(JSON.stringify({ id: last, method, params }));
  });
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`);
  const evaluate = async (expression) => (await send('Runtime.evaluate', { expression, returnByValue: true })).result?.value;
  const waitFor = (expression) => until(expression, () => evaluate(expression));
  const open = async (url) => {
    errors.length = 0;
    await send('Page.navigate', { url });
    await waitFor(`location.href === ${JSON.stringify(url)} && document.readyState === 'complete'`);
  };
  return { open, evaluate, waitFor, errors };
}
