// Where data comes from: the pack in the phone where it can tell, else the API of this site, else a copy that was kept.
// Part of the first download, so it is short; what it may hand over to is in phone/ and comes when the page is idle.

/* global PHONE_PAGE, CHECK_PAGE */
/** Where the API is, when it is not where this page comes from: the host of a static bundle says so. */
const ELSEWHERE = document.documentElement.getAttribute('data-api') || '';
const API = `${ELSEWHERE}/api/v1`;
/** On a slow phone network an answer of this age is no longer coming. */
const PATIENCE = 12000;
/** What is read from the phone's pack, or kept by it. */
const SEARCHES = /^\/(guides|suggest)(\?|$)/;

let allowed = false;
let phone = null;
let coming = null;
/** What was read before the part that keeps copies was there. */
let early = [];

/** Fetches the part that talks to the pack, once. */
export function start() {
  if (!coming) coming = import(PHONE_PAGE).then((page) => page.start()).then(take, () => null);
  return coming;
}

function take(it) {
  phone = it;
  early.forEach((read) => phone.keep(...read));
  early = [];
  return phone;
}

/** Keeps a copy, for when there is no network. */
function keep(...read) {
  if (phone) phone.keep(...read);
  else early = [read, ...early].slice(0, 20);
}

/** What was chosen on this device: 'yes' when a pack is stored, 'no' when none is wanted. */
function chosen() {
  try {
    return localStorage.getItem('banshi_phone');
  } catch (error) {
    return null;
  }
}

/** The portal starts: the pack may follow. A kiosk keeps nothing; the static bundle of other builders has no pack. */
export function begin(kiosk) {
  allowed = !kiosk && !ELSEWHERE && typeof PHONE_PAGE === 'string' && typeof Worker === 'function';
  const offline = () => document.documentElement.toggleAttribute('data-offline', navigator.onLine === false);
  addEventListener('online', offline);
  addEventListener('offline', offline);
  offline();
  if (!allowed) return;
  const idle = self.requestIdleCallback || ((act) => setTimeout(act, 1000));
  const soon = () => idle(start, { timeout: 5000 });
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}

/**
 * Has the check of papers drawn on the device, in the element of this id. Where its module is not to be had, what the
 * server wrote stays, and an empty place gets a sentence and a link to the server's page.
 */
export function check(id, address, region, site, moved, without) {
  const element = document.getElementById(id);
  if (!element) return;
  const [waiting, sorry, words] = without.split('|');
  // What the server wrote belongs to the address of the first call.
  if (element.dataset.written === '') element.dataset.written = address;
  const written = element.dataset.written === address;
  const place = { element, address, region, site, moved, written, api: API, ask };
  const say = (kind, text) => {
    element.textContent = '';
    element.append(Object.assign(document.createElement('p'), { className: kind, textContent: text }));
  };
  if (!element.firstChild) say('waiting', waiting);
  const drawn = typeof CHECK_PAGE === 'string' ? import(CHECK_PAGE).then((page) => page.open(place)) : Promise.reject(Error('no module'));
  drawn.catch((error) => {
    console.warn(`the check stays plain: ${error}`);
    if (written) return;
    say('lead', sorry);
    element.append(Object.assign(document.createElement('a'), { href: ELSEWHERE + address, rel: 'external', textContent: words }));
  });
}

/** Whether words may be answered without asking the network: then there is no reason to wait for a pause in typing. */
export function near() {
  return !!phone && phone.ready();
}

/** Three digits of status, then the text; 000 is no connection, 001 no answer in time, 002 an API that may not be asked from here. */
export async function ask(method, address, code, body) {
  const reading = allowed && method === 'GET' && !code;
  const searching = reading && SEARCHES.test(address);
  // A pack that is stored answers before the network hears a word, even when it must be opened first.
  const here = phone || (reading && chosen() === 'yes' && await start());
  const own = searching && here && await here.get(address);
  if (own) return told(own);
  const kept = reading && !searching && here && await here.kept(address);
  const answer = await network(method, address, code, body, kept ? PATIENCE / 4 : PATIENCE);
  if (!reading) return answer;
  if (answer[0] !== '0') {
    if (!searching && answer.startsWith('200')) keep(address, answer.slice(3));
    return answer;
  }
  const late = here || await start();
  if (!late) return answer;
  if (searching) {
    const found = await late.get(address);
    return found ? told(found) : answer;
  }
  const copy = kept || await late.kept(address);
  if (!copy) return answer;
  late.shows(address, copy.on);
  return `200${copy.text}`;
}

/** The phone's answer in the same form; what begins with `!` says what is wrong with the question. */
const told = (own) => (own[0] === '!' ? `422${JSON.stringify({ detail: own.slice(1) })}` : `200${own}`);

/** Whether the other origin answers at all: browsers do not tell a refusal from silence. */
const isThere = () => fetch(`${ELSEWHERE}/healthz`, { mode: 'no-cors' }).then(() => true, () => false);

async function network(method, address, code, body, patience) {
  const abort = typeof AbortController === 'function' && new AbortController();
  let over = false;
  const clock = setTimeout(() => { over = true; if (abort) abort.abort(); }, patience);
  const headers = {};
  if (code) headers['x-request-code'] = code;
  if (body) headers['content-type'] = 'application/json';
  try {
    const answer = await fetch(API + address, { method, headers, body: body || undefined, signal: abort ? abort.signal : undefined });
    return answer.status + await answer.text();
  } catch (error) {
    if (!over && navigator.onLine === false) return '000';
    return !over && ELSEWHERE && await isThere() ? '002' : '001';
  } finally {
    clearTimeout(clock);
  }
}
