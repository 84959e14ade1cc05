// Phones that nobody updates: the plain pages work in Chromium 72 and 92 under our policy, and the wasm runs where a host's policy lets it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { start } from './engines.mjs';

const { E2E_URL, E2E_STATIC_URL, E2E_OPEN_URL } = process.env;
const RESULTS = '/guides?q=%E8%BA%AB%E4%BB%BD%E8%AF%81';

for (const version of [72, 92]) {
  describe(`Chromium ${version}`, { timeout: 120_000 }, () => {
    let tab;
    before(async () => { tab = await start(version); });
    after(() => tab?.stop());

    test('is the version it claims to be', async () => {
      assert.match(await tab.evaluate('navigator.userAgent'), new RegExp(`Chrome/${version}\\.`));
    });

    test('reads the server\'s page, searches and opens a guide by plain HTML', async () => {
      await tab.open(`${E2E_URL}/`);
      await tab.evaluate('document.querySelector("form[role=search] input[type=search]").value = "身份证"');
      await tab.evaluate('document.querySelector("form[role=search] button").click()');
      await tab.waitFor('location.pathname === "/guides" && document.querySelectorAll("[data-results] a").length > 0');
      await tab.evaluate('document.querySelector("[data-results] a").click()');
      await tab.waitFor('location.pathname.startsWith("/guides/") && document.querySelector("main h1")');
      assert.equal(await tab.evaluate('document.documentElement.dataset.arrived'), 'plain', 'our policy needs Chrome 97 for wasm');
      assert.deepEqual(tab.errors.filter((line) => /Uncaught|SyntaxError|TypeError/.test(line)), []);
    });

    test('lays the page out: styles apply, nothing is wider than the window', async () => {
      await tab.open(E2E_URL + RESULTS);
      assert.equal(await tab.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'), true);
      assert.equal(await tab.evaluate('parseFloat(getComputedStyle(document.body).fontSize) >= 16'), true);
      assert.equal(await tab.evaluate('getComputedStyle(document.body).getPropertyValue("font-family").length > 10'), true);
    });

    test('runs the wasm: takes over the server\'s page', async () => {
      await tab.open(E2E_OPEN_URL + RESULTS);
      await tab.waitFor('document.documentElement.dataset.arrived === "hydrated"');
      await tab.evaluate('window.sameDocument = true; document.querySelector("[data-results] a").click()');
      await tab.waitFor('location.pathname.startsWith("/guides/") && document.querySelectorAll("main h2").length > 3');
      assert.equal(await tab.evaluate('window.sameDocument'), true);
      assert.deepEqual(tab.errors.filter((line) => /Uncaught|SyntaxError|TypeError|CompileError/.test(line)), []);
    });

    test('runs the wasm: draws the static bundle and moves about in it', async () => {
      await tab.open(E2E_STATIC_URL + RESULTS);
      await tab.waitFor('document.documentElement.dataset.arrived === "csr"');
      await tab.waitFor('document.querySelectorAll("[data-results] a").length > 0');
      await tab.evaluate('window.sameDocument = true; document.querySelector("[data-results] a").click()');
      await tab.waitFor('location.pathname.startsWith("/guides/") && document.querySelectorAll("main h2").length > 3');
      assert.equal(await tab.evaluate('window.sameDocument'), true);
      assert.deepEqual(tab.errors.filter((line) => /Uncaught|SyntaxError|TypeError|CompileError/.test(line)), []);
    });
  });
}
