// The page's side of the pack: starts the worker, passes questions on, and shows on the page how things stand.

import { elements } from './elements.js';
import { connect } from './line.js';
import { handed } from './handed.js';

/* global PHONE_WORKER */
const CHOICE = 'banshi_phone';
/** How often a worker that broke is started again before the network alone must do. */
const TRIES = 3;

/** How things stand: phase is off, ask, empty, opening, fetching, ready or failed. */
const state = { phase: 'empty', region: '', date: '', bytes: 0, stored: false, kept: 0, reason: '', copies: {} };
const watchers = new Set();
let line = null;
let tries = 0;
let region = null;

function remember(choice) {
  try {
    if (choice) localStorage.setItem(CHOICE, choice);
    else localStorage.removeItem(CHOICE);
  } catch (error) { /* A browser that keeps nothing asks again next time. */ }
}

function chosen() {
  try {
    return localStorage.getItem(CHOICE);
  } catch (error) {
    return null;
  }
}

function show(news) {
  Object.assign(state, news);
  document.documentElement.dataset.phone = state.phase;
  watchers.forEach((tell) => tell(state));
}

/** The region that the visitor has chosen; the province stands for none. */
function wanted() {
  const cookie = /(?:^|;\s*)banshi_prefs=([^;]*)/.exec(document.cookie);
  const code = cookie && /(?:^|&)region=(\w{12})(?:&|$)/.exec(cookie[1]);
  return code ? code[1] : '210000000000';
}

function heard(news) {
  if (news.forgotten) remember('no');
  if (news.phase === 'ready') remember(news.stored ? 'yes' : null);
  if (news.phase === 'failed' && chosen() === 'yes') remember(null);
  show(news);
}

/** Starts the worker, and again when it breaks; what was asked meanwhile goes to the network. */
function open() {
  region = wanted();
  line = connect(PHONE_WORKER, heard, () => {
    line = null;
    tries += 1;
    if (tries < TRIES) open();
    else heard({ phase: 'failed', reason: 'worker' });
  });
  line.send({ open: region });
  line.send({ keep: handed(region) });
}

/** Follows the visitor to another region. */
function follow() {
  if (line && wanted() !== region) {
    region = wanted();
    show({ phase: 'opening' });
    line.send({ open: region });
  }
}

/** Makes the app start without a network; it holds files of the site and nothing of the visitor. */
function serve() {
  const { serviceWorker } = navigator;
  if (serviceWorker) serviceWorker.register('/sw.js').catch(() => {});
}

/** Undoes that. */
async function leave() {
  const { serviceWorker } = navigator;
  const all = serviceWorker ? await serviceWorker.getRegistrations() : [];
  await Promise.all(all.map((one) => one.unregister()));
  const names = typeof caches === 'undefined' ? [] : await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('banshi-')).map((name) => caches.delete(name)));
}

/** Begins keeping a pack, because nobody minds or because the visitor said so. */
function begin() {
  if (!line) open();
  serve();
}

/** What the buttons do. */
export const acts = {
  take() {
    remember(null);
    show({ phase: 'fetching' });
    begin();
  },
  decline() {
    remember('no');
    show({ phase: 'off' });
  },
  refresh() {
    if (!line) return acts.take();
    return line.send({ refresh: true });
  },
  async forget() {
    remember('no');
    if (!line) open();
    await line.ask({ forget: true });
    line.end();
    line = null;
    await leave();
    show({ phase: 'off', date: '', bytes: 0, kept: 0, stored: false, reason: 'forgotten' });
  },
};

/** What the switch in ask.js talks to. */
export const phone = {
  ready: () => state.phase === 'ready' && wanted() === region,
  /** The phone's own answer; null when it cannot know. A pack that is being opened is waited for. */
  async get(address) {
    follow();
    const on = line && (state.phase === 'ready' || state.phase === 'opening');
    return on ? line.ask({ get: address }) : null;
  },
  /** A copy that was kept when the page was read with a network: its text and the day. */
  kept: (address) => (line ? line.ask({ kept: address }) : null),
  keep(address, text) {
    line && line.send({ keep: [[address, text]] });
    copied(address, undefined);
  },
  /** Such a copy is what the page shows now. */
  shows: (address, on) => copied(address, on),
};

function copied(address, on) {
  const guide = /^\/guides\/([^?]+)/.exec(address);
  if (guide) show({ copies: { ...state.copies, [guide[1]]: on } });
}

/** Called once, when the page is idle or a stored pack is needed at once. */
export function start() {
  const frugal = navigator.connection && navigator.connection.saveData;
  elements(state, watchers, acts);
  if (chosen() === 'no') show({ phase: 'off' });
  else if (frugal && chosen() !== 'yes') show({ phase: 'ask' });
  else {
    show({ phase: chosen() === 'yes' ? 'opening' : 'fetching' });
    begin();
  }
  // Who comes back to an old tab, or back to a network, gets newer data.
  const fresh = () => { if (line && !document.hidden && navigator.onLine) line.send({ refresh: false }); };
  document.addEventListener('visibilitychange', fresh);
  addEventListener('online', fresh);
  return phone;
}
