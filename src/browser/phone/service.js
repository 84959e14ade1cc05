// The service worker: lets the portal start without a network. It holds files of the site, whose names say what is in
// them, and the empty page that the portal draws itself into. Never an answer of the API, never what a visitor sent.
// A result list is drawn from the empty page even with a network once a pack is stored, so that opening or reloading
// one tells nobody what was searched for. No navigation preload for the same reason: it would ask before we can decide.

/* global SITE_FILES, SITE_VERSION */
const SHELL = '/shell.html';
const PREFIX = 'banshi-site-';
const CACHE = PREFIX + SITE_VERSION;
/** How long the server may take for a page before the portal starts from what is here. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...SITE_FILES])));
});

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(activate()));

const shell = () => caches.match(SHELL, { ignoreVary: true });

/** Whether an address holds words that a stored pack can answer. */
async function searched(request) {
  const { pathname, searchParams } = new URL(request.url);
  return pathname === '/guides' && !!searchParams.get('q') && caches.has('banshi-pack-1');
}

/** The server's page; without one in time, the empty page. A proxy that finds no server counts as no answer. */
async function page(request) {
  const own = await searched(request) && await shell();
  if (own) return own;
  const late = new Promise((done) => { setTimeout(done, PATIENCE, null); });
  const asked = fetch(request);
  const came = await Promise.race([asked.catch(() => null), late]);
  if (came && came.status < 502) return came;
  return await shell() || asked;
}

async function file(request) {
  return await caches.match(request, { ignoreVary: true }) || fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/api/') || pathname === '/prefs') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/pkg/')) event.respondWith(file(request));
});
