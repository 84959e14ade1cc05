// Visitors whose phone holds a pack, and a host that notices everything that leaves.
import { as } from './browser.mjs';
import { startBanshi, startWitness } from './servers.mjs';

/** A city with counties of its own. */
export const CITY = '210100000000';
export const COUNTY = '210102000000';

/** Waits until the phone itself answers. */
export const ready = (page) => page.waitForFunction(() => document.documentElement.dataset.phone === 'ready');

/** Waits until all that follows a page when it is idle has come, or will not. Playwright never sees a worker's network idle. */
export const rested = (page) => page.waitForFunction(() => ['ready', 'failed', 'off', 'ask'].includes(document.documentElement.dataset.phone));

/** Waits until the portal may start without a network. */
export const served = (page) => page.evaluate(async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state !== 'activated') await new Promise((done) => active.addEventListener('statechange', done));
});

/** What the phone keeps, by cache. */
export const held = (page) => page.evaluate(async () => {
  const names = await caches.keys();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await (await caches.open(name)).keys()).length])));
});

/** Runs `body` for a visitor of the server, behind a witness. */
export async function witnessed(options, body) {
  const { snapshot, ...more } = options;
  const own = snapshot ? await startBanshi(snapshot) : null;
  const host = await startWitness(own ? own.url : process.env.E2E_URL);
  // The browser's own cache holds a guide for a minute; what is looked at here is what comes after.
  host.alter('/api/v1/guides/', (request, response) => host.pass(request, response, ['cache-control']));
  const way = { name: 'witnessed', base: host.url, scripts: true, arrived: 'hydrated' };
  try {
    await as(way, { phone: true, prefs: `mode=standard&region=${COUNTY}`, ...more }, (guest) => body({ ...guest, host, way, api: own }));
  } finally {
    await host.stop();
    if (own) await own.stop();
  }
}

/** Takes the network away, as the browser and as everybody else sees it. */
export async function offline(context, host, is = true) {
  if (is) host.cut();
  else host.mend();
  await context.setOffline(is);
}
