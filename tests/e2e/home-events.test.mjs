// What the home page offers comes from data/events.toml, and leads to the matters that stand there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { routes } from './lib/words.mjs';

const BASE = process.env.E2E_URL;
const file = readFileSync(new URL('../../data/events.toml', import.meta.url), 'utf8');
const events = file.split('[[events]]').slice(1).map((text) => ({
  title: text.match(/title = "(.*)"/)[1],
  atHome: /at_home = true/.test(text),
  items: [...text.split('items')[1].matchAll(/"(ln-[a-z0-9-]+)"/g)].map(([, code]) => code),
}));

/** The links of a page: words and address. */
async function links(path) {
  const html = await (await fetch(BASE + path)).text();
  return [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, words]) => ({ href, words }));
}

test('each life event of the home page leads to several of its matters', async () => {
  const shown = await links('/');
  for (const { title, items } of events.filter((event) => event.atHome)) {
    const link = shown.find(({ words }) => words === title);
    assert.ok(link, `${title} is on the home page`);
    const led = (await links(link.href)).map(({ href }) => href.split(/[/?]/)[2]);
    const found = items.filter((code) => led.includes(code));
    assert.ok(found.length >= 2, `${title} leads to ${found}`);
  }
  assert.ok(events.every(({ title, atHome }) => atHome || !shown.some(({ words }) => words === title)));
});

test('a search that finds nothing offers the same life events', async () => {
  const offered = (await links(routes.nothing)).map(({ words }) => words);
  for (const { title } of events.filter((event) => event.atHome)) assert.ok(offered.includes(title), title);
});
