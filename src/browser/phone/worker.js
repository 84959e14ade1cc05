// The phone's own search: holds words and pack, answers addresses as the API would, keeps copies of what was read.
// A dedicated worker, so that neither opening a pack nor a search ever holds up the page.

import init, { Phone, apply } from 'phone-module';
import { fetched, PACK, Refused, WORDS } from './parts.js';
import { store } from './store.js';

/* global PHONE_WASM */
/** Newer data is asked for at most this often, unless the reader asks. */
const PAUSE = 3600e3;
/** What the module calls a pack that was made with other words. */
const OTHER_WORDS = 'pack_other_words';

const parts = store('banshi-pack-1');
const kept = store('banshi-kept-1');
const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('banshi-phone') : null;

let module = null;
let phone = null;
let about = {};
let region = '';
let asked = 0;
/** Whether the stored pack could be opened; who asks meanwhile waits for it, but never for a download. */
let opening = Promise.resolve(false);
/** Openings and updates, one after the other. */
let turn = Promise.resolve();

const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);
const news = (what) => postMessage({ news: what });

async function tell(phase, reason = '') {
  // `at` counts from the making of this worker; for benchmarks.
  news({ at: performance.now(), phase, reason, ...about, stored: parts.lasting() });
  // Counting takes a while; what waits for the phase need not wait for it.
  news({ kept: await kept.count() });
}

function loaded() {
  module = module || init({ module_or_path: fetch(PHONE_WASM) });
  return module;
}

/** What the module takes of the phone's memory; for benchmarks. */
async function memory() {
  return (await loaded()).memory.buffer.byteLength;
}

/** Takes words and pack into use; what was in use before stays if they are no good. */
function use(words, pack) {
  const next = Phone.open(words.bytes, pack.bytes);
  if (phone) phone.free();
  phone = next;
  about = { region: pack.name, date: JSON.parse(phone.data_date()), version: pack.tag, bytes: words.bytes.length + pack.bytes.length };
}

const held = () => Promise.all([parts.get(WORDS), parts.get(PACK)]);
/** What is stored, read while the module is still coming. */
let early = held();

/** Whether what is in use can tell about the region that is wanted: its own, or one above the pack's. */
const reaches = () => !!phone && phone.get(`/suggest?q=&region=${region}`) !== undefined;

/**
 * Takes what is stored into use, whatever its region: without a network it is all there is. What is damaged or of
 * another format goes; files of two days stay, since the server then sends what changed of one of them.
 */
async function stored(found) {
  const [words, pack] = await found;
  if (words && pack && !(phone && pack.name !== region)) {
    try {
      use(words, pack);
    } catch (error) {
      if (error !== OTHER_WORDS) await parts.wipe();
    }
  }
  return reaches();
}

async function update() {
  asked = Date.now();
  const [words, pack] = await held();
  const next = await Promise.all([fetched(WORDS, words, apply), fetched(region, pack, apply)]);
  if (phone && about.region === region && next[0] === words && next[1] === pack) return;
  try {
    use(...next);
  } catch (error) {
    // A difference to something that was not sound, or files of two days: all of it, once more.
    next[0] = await fetched(WORDS, null, apply);
    next[1] = await fetched(region, null, apply);
    use(...next);
  }
  about.came = next[0].came + next[1].came;
  await parts.put(WORDS, { name: WORDS, tag: next[0].tag }, next[0].bytes);
  await parts.put(PACK, { name: region, tag: next[1].tag }, next[1].bytes);
  if (others) others.postMessage('updated');
}

/** Opens what is stored, then looks for newer data; without a network the stored is all there is. */
async function open(code) {
  region = code;
  const first = early || held();
  early = null;
  opening = loaded().then(() => (about.region === code ? true : stored(first)));
  try {
    await tell(await opening ? 'ready' : 'fetching');
  } catch (error) {
    module = null;
    await tell('failed', 'module');
    return;
  }
  await look(true);
}

async function look(now) {
  if (!region || (!now && Date.now() - asked < PAUSE)) return;
  try {
    await update();
    await tell('ready', now === 'asked' ? 'newest' : '');
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) throw error;
    const reason = error instanceof Refused ? 'refused' : typeof error === 'string' ? error : 'network';
    await tell(reaches() ? 'ready' : 'failed', reason);
  }
}

async function forget() {
  if (phone) phone.free();
  phone = null;
  about = {};
  region = '';
  await Promise.all([parts.wipe(), kept.wipe()]);
}

async function keep(copies) {
  for (const [path, text] of copies) await kept.put(path, { on: today() }, new TextEncoder().encode(text));
  await kept.trim();
  if (about.region) news({ kept: await kept.count() });
}

/** What the pack itself can tell, or a copy with the day on which it was read. */
async function copy(path) {
  if (!phone) await opening.catch(() => false);
  const text = phone && phone.get(path);
  if (text) return { text };
  const found = await kept.get(path);
  return found ? { text: new TextDecoder().decode(found.bytes), on: found.on } : null;
}

async function answer(what) {
  if (what.get) {
    if (!phone) await opening.catch(() => false);
    return (phone && phone.get(what.get)) || null;
  }
  if (what.kept) return copy(what.kept);
  if (what.memory) return memory();
  if (what.keep) return keep(what.keep);
  if (what.forget) {
    if (others) others.postMessage('forgotten');
    return forget();
  }
  turn = turn.catch(() => {}).then(() => ('open' in what ? open(what.open) : look(what.refresh && 'asked')));
  return turn;
}

// Whoever starts this worker will ask it to open something.
loaded().catch(() => {});

/** A trap leaves the module in no known state: the page starts another worker. */
const broke = (error) => {
  if (error instanceof WebAssembly.RuntimeError) postMessage({ broken: String(error) });
};

onmessage = ({ data }) => {
  const from = performance.now();
  const reply = (found) => {
    if (data.number) postMessage({ number: data.number, found: found === undefined ? null : found, took: performance.now() - from });
  };
  answer(data).then(reply, (error) => { broke(error); reply(null); });
};

if (others) {
  others.onmessage = ({ data }) => {
    if (data === 'forgotten') forget().then(() => news({ phase: 'off', reason: 'forgotten', forgotten: true }));
    else turn = turn.catch(() => {}).then(() => region && stored(held())).then((fine) => fine && tell('ready'), broke);
  };
}
