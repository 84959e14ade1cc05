// Serves the twin: data from the same API, style from the same site, compressed like the portal's page.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import renderToString from 'preact-render-to-string';
import { App } from './app.jsx';

const { TWIN_API, TWIN_SITE, TWIN_SCRIPT, TWIN_PORT } = process.env;
const style = readFileSync(join(TWIN_SITE, 'index.html'), 'utf8').match(/<style>[\s\S]*?<\/style>/)?.[0] ?? '';
const brotli = (text, quality) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
const script = brotli(readFileSync(TWIN_SCRIPT), 11);

async function page(address) {
  const { searchParams } = new URL(address, 'http://twin');
  const query = Object.fromEntries(searchParams);
  const found = await (await fetch(`${TWIN_API}/api/v1/guides?${searchParams}&facets=1`)).json();
  const props = { query, found };
  const data = JSON.stringify(props).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><html lang="zh-CN" data-arrived="plain" data-mode="standard"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${query.q}</title>${style}
<script type="module" src="/client.js" fetchpriority="low"></script></head>
<body><div id="app">${renderToString(<App {...props} />)}</div><script type="application/json" id="data">${data}</script></body></html>`;
}

http.createServer(async (request, response) => {
  if (request.url === '/client.js') {
    return response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'br' }).end(script);
  }
  if (!request.url.startsWith('/guides')) return response.writeHead(404).end();
  const html = brotli(await page(request.url), 4);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(html);
}).listen(Number(TWIN_PORT), '127.0.0.1');
