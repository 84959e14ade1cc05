// The pages of the check of papers and of benefits, drawn on the device: the modules that write them, what they must read
// first, and the pages' forms, which from here on go to the module and nowhere else. Answers are in the forms' fields and
// in `steps`, which a reload forgets; the address and the browser's storage never hold them.

/* global POCKET, WALLET */
/**
 * The modules: which addresses are theirs, the script and the wasm of each, what they open and by which class. To have a
 * list signed, its form goes to the server, which alone has the key.
 */
const ROOMS = [
  { ours: /^\/(checklist$|(proofs|events)(\/|$))/, files: POCKET, pack: 'papers', name: 'Pocket' },
  { ours: /^\/benefits(\/|$)/, files: WALLET, pack: 'policies', name: 'Wallet' },
];
/** Questions of the module about guides come in rounds: a region names its parent, a matter its guide. */
const ROUNDS = 10;

/** Forms that were sent, by the number that stands in the history's entry. */
const steps = new Map();
let last = 0;
let shown = null;
let pressed = null;

const today = () => new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10);

/** The module of a path. */
const room = (path) => ROOMS.find(({ ours }) => ours.test(path));

/** The module with its rules, fetched once; a failure is forgotten, so that the next try may succeed. */
function opened(api, it) {
  const [script, wasm] = it.files;
  it.coming = it.coming || Promise.all([
    fetched(`${api}/packs/${it.pack}`),
    import(script).then((module) => module.default({ module_or_path: fetch(wasm) }).then(() => module)),
  ]).then(([rules, module]) => module[it.name].open(new Uint8Array(rules)));
  it.coming.catch(() => { it.coming = null; });
  return it.coming;
}

/** The rules as they are now, or without a network as the browser has kept them. */
async function fetched(address) {
  const asked = (cache) => fetch(address, { cache }).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)));
  return asked('default').catch((error) => (typeof error === 'number' ? Promise.reject(error) : asked('force-cache')));
}

/** What the module answers to a form: a letter for what it is, then the rest. */
async function turn(place, path, form) {
  const module = await opened(place.api, room(path));
  module.retry();
  for (let round = 0; round < ROUNDS; round += 1) {
    const told = module.turn(path, form, today());
    if (told[0] !== 'N') return told;
    await Promise.all(told.slice(1).split('\n').map(async (address) => {
      const answer = await place.ask('GET', address, '', '');
      module.give(address, answer.slice(0, 3), answer.slice(3));
    }));
  }
  throw new Error('the module never stops asking');
}

/** Path and form of an address; the region that was chosen counts where the address names none. */
function asked(place) {
  const [path, query = ''] = place.address.split('?');
  const form = new URLSearchParams(query);
  if (!form.get('region') && place.region) form.set('region', place.region);
  return { path, form: form.toString() };
}

/** The step that the history's entry names, when it belongs to this page; else the page itself. */
function step(place) {
  const one = steps.get((history.state || {}).check);
  return one && one.address === place.address ? one : asked(place);
}

function draw(place, told, focus) {
  const [title, html] = split(told.slice(1));
  place.element.innerHTML = html;
  delete place.element.dataset.written;
  own(place);
  document.title = title ? `${title} - ${place.site}` : place.site;
  if (!focus) return;
  scrollTo(0, 0);
  const heading = place.element.querySelector('h1');
  if (heading) heading.focus();
}

/** From here on nothing leaves, and the page says so. */
const own = (place) => place.element.setAttribute('data-own', '');

function split(text) {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

/** Puts a file into the reader's hands. */
function save(text) {
  const [name, body] = split(text);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([body], { type: 'text/calendar' }));
  link.download = name;
  link.click();
  setTimeout(URL.revokeObjectURL, 60e3, link.href);
}

async function show(place, { path, form }, focus) {
  const told = await turn(place, path, form);
  if (shown !== place) return;
  if (told[0] === 'F') save(told.slice(1));
  else draw(place, told, focus);
}

/** A form that was sent: a step of its own in the history, under the same address. */
async function sent(event) {
  const form = event.target;
  const { pathname } = new URL(form.action);
  if (!shown || !room(pathname)) return;
  event.preventDefault();
  const place = shown;
  const button = event.submitter || (pressed && pressed.form === form ? pressed : null);
  const fields = new URLSearchParams(new FormData(form));
  if (button && button.name) fields.append(button.name, button.value);
  const one = { path: pathname, form: fields.toString(), address: place.address };
  // Whoever wants to be forgotten finds nothing by going back.
  if (fields.get('do') === 'forget') steps.clear();
  try {
    performance.mark('check-asked');
    const told = await turn(place, one.path, one.form);
    performance.mark('check-told');
    if (shown !== place) return;
    if (told[0] === 'F') return void save(told.slice(1));
    last += 1;
    steps.set(last, one);
    history.pushState({ ...history.state, check: last }, '');
    draw(place, told, true);
  } catch (error) {
    plain(form, button, error);
  }
}

/** Without the module the form goes to the server, as its page says; it takes the pressed button along. */
function plain(form, button, error) {
  console.warn(`the check goes to the server: ${error}`);
  if (button && button.name) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: button.name, value: button.value });
    form.append(field);
  }
  form.submit();
}

const acts = {
  print: () => print(),
  share(place) {
    const text = place.element.querySelector('[data-text]').value;
    const { clipboard } = navigator;
    if (navigator.share) navigator.share({ title: document.title, text }).catch(() => {});
    else if (clipboard) clipboard.writeText(text).then(() => place.tell());
  },
};

function clicked(event) {
  pressed = event.target.closest('button');
  const act = pressed && acts[pressed.dataset.act];
  if (act && shown) act(shown);
}

addEventListener('popstate', () => {
  const place = shown;
  if (!place || !place.element.isConnected || place.address !== location.pathname + location.search) return;
  show(place, step(place), true).catch((error) => console.warn(String(error)));
});

/** Takes a page over: what the server wrote stays and gets its module; an empty place is drawn. */
export async function open(place) {
  const { element } = place;
  shown = place;
  if (!element.heard) {
    element.heard = true;
    element.addEventListener('submit', sent);
    element.addEventListener('click', clicked);
  }
  const one = step(place);
  if (place.written && one.address === undefined) {
    // Done once unseen, so that all it needs is here before the network goes.
    await turn(place, one.path, one.form);
    if (shown === place) own(place);
    return;
  }
  await show(place, one, place.moved);
}
