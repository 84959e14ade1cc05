// The check of a signed list on the device: what stands after # in the address, or is put into the field, is read by the
// module here and goes nowhere. What it needs is fetched at once, so that the network may go before the next list comes.

import init, { check } from 'verifier-module';

/* global VERIFIER_WASM */
const place = document.getElementById('verify');
const result = document.getElementById('verify-result');
const field = document.getElementById('verify-code');
const ready = init({ module_or_path: fetch(VERIFIER_WASM) });
const { title } = document;

async function show(text) {
  await ready;
  result.innerHTML = check(text, place.dataset.keys);
  const heading = result.querySelector('h2');
  document.title = `${heading.textContent.slice(2)} - ${title}`;
  heading.focus();
}

function read() {
  if (location.hash.length > 1) show(location.hash.slice(1));
}

// Only from here on nothing is sent, and the page says so.
ready.then(() => {
  place.setAttribute('data-own', '');
  place.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    show(field.value);
  });
  addEventListener('hashchange', read);
  read();
}).catch((error) => console.warn(`lists are checked by the server: ${error}`));
