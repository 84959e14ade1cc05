// The two hosts of the tests: the real server, and a plain file host in front of its API.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

export async function freePort() {
  const server = net.createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** `banshi serve` with a catalogue, an empty database of its own, and an origin that may ask its API. */
export async function startBanshi(snapshot = process.env.E2E_SNAPSHOT, allowed) {
  const { E2E_BANSHI, E2E_SITE, E2E_KEYS } = process.env;
  const store = mkdtempSync(join(tmpdir(), 'banshi-e2e-'));
  const listen = `127.0.0.1:${await freePort()}`;
  const url = `http://${listen}`;
  const words = ['serve', '--listen', listen, '--snapshot', snapshot, '--site', E2E_SITE, '--keys', E2E_KEYS];
  words.push('--store', `sqlite:${join(store, 'store.db')}`, ...(allowed ? ['--allow-origin', allowed] : []));
  const child = spawn(E2E_BANSHI, words, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, RUST_LOG: process.env.RUST_LOG ?? 'warn' },
  });
  let told = '';
  child.stderr.on('data', (text) => { told = (told + text).slice(-4000); });
  const ended = new Promise((done) => child.on('exit', done));
  const late = Date.now() + 30_000;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || Date.now() > late) {
      child.kill();
      throw new Error(`banshi serve did not become ready: ${told}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(store, { recursive: true, force: true });
  };
  return { url, stop };
}

/** Serves the site's files as a super-app's host would: every page is the same empty one, the API is passed on. */
export async function startStaticHost(api) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    if (pathname.startsWith('/api/')) return passOn(api, request, response);
    sendFile(pathname, response, (page) => page);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => stopped(server) };
}

/** Serves the site's files alone, with the page saying that the API is elsewhere, under a policy that allows just that. */
export async function startBundleHost(api, port) {
  const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: ${api}; connect-src 'self' ${api}; base-uri 'self'; form-action 'self'`;
  const server = http.createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    const { pathname } = new URL(request.url, 'http://host');
    sendFile(pathname, response, (page) => page.replace('<html ', `<html data-api="${api}" `));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => stopped(server) };
}

/** A file of the site, or its page as the host keeps it. */
function sendFile(pathname, response, kept) {
  const site = process.env.E2E_SITE;
  const file = join(site, normalize(decodeURIComponent(pathname)));
  const isFile = existsSync(file) && !statSync(file).isDirectory() && !file.endsWith('index.html');
  response.setHeader('Content-Type', TYPES[isFile ? extname(file) : '.html'] ?? 'application/octet-stream');
  if (isFile) createReadStream(file).pipe(response);
  else response.end(kept(readFileSync(join(site, 'index.html'), 'utf8')));
}

/** The real server behind a host that sets no policy of its own: where old engines may run wasm. */
export async function startOpenHost(api) {
  const server = http.createServer((request, response) => passOn(api, request, response, ['content-security-policy']));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => stopped(server) };
}

/**
 * The real server behind a host that writes down everything that reaches it, whoever sent it: page, worker or service
 * worker. `cut()` takes the network away, `mend()` brings it back, `alter(path, answer)` answers a path in its place.
 */
export async function startWitness(api) {
  const altered = new Map();
  let seen = [];
  let there = true;
  const server = http.createServer((request, response) => {
    if (!there) return request.socket.destroy();
    seen.push(`${request.method} ${request.url}`);
    const { pathname } = new URL(request.url, 'http://host');
    const answer = [...altered].find(([path]) => pathname.startsWith(path));
    return answer ? answer[1](request, response) : passOn(api, request, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** What came since this was last asked. */
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    /** Waits until each of these has come. */
    async heard(...wanted) {
      while (!wanted.every((one) => seen.some((line) => one.test(line)))) await new Promise((done) => setTimeout(done, 20));
    },
    /** The real answer, without some of its headers. */
    pass: (request, response, without) => passOn(api, request, response, without),
    alter(path, answer) {
      if (answer) altered.set(path, answer);
      else altered.delete(path);
    },
    cut() {
      there = false;
      server.closeAllConnections();
    },
    mend() {
      there = true;
    },
    stop: () => stopped(server),
  };
}

function stopped(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

function passOn(api, request, response, without = []) {
  const url = new URL(request.url, api);
  const headers = { ...request.headers, host: url.host };
  // The host is trusted by the API as its own address: a real one is named with --allow-origin.
  if (headers.origin) headers.origin = url.origin;
  const asked = http.request(url, { method: request.method, headers }, (answer) => {
    for (const name of without) delete answer.headers[name];
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => response.writeHead(502).end());
  request.pipe(asked);
}
