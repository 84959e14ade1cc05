// Every route in every mode: axe, sizes of targets, no sideways scrolling; a picture of each for people to look at.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, STATIC } from './lib/browser.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';
import { routes } from './lib/words.mjs';

after(close);

const MODES = {
  standard: {},
  elder: { prefs: 'mode=elder' },
  contrast: { prefs: 'mode=contrast' },
  both: { prefs: 'mode=elder-contrast' },
  dark: { dark: true },
};
const LEAST = { elder: 60, both: 60 };
// HTML alone, but with a script engine for axe: the portal's own script never comes.
const UNSCRIPTED = { ...PLAIN, scripts: true, withoutPortal: true };

const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });

for (const way of [HYDRATED, STATIC, UNSCRIPTED]) {
  for (const [mode, options] of Object.entries(MODES)) {
    for (const [route, address] of Object.entries(routes)) {
      test(`${way.name}, ${mode}: ${route} has no violation, no small target, no sideways scrolling`, () => as(way, options, async ({ page }) => {
        if (way.withoutPortal) await page.route('**/pkg/*.js', (asked) => asked.abort());
        await open(page, way, address);
        const found = [];
        const note = (what, list) => found.push(...list.map((line) => `${what}: ${line}`));
        note('axe at 360', await violations(page));
        note('small at 360', await smallTargets(page, LEAST[mode] ?? 44));
        if (way === HYDRATED) await picture(page, `${route}-${mode}-360`);
        await page.setViewportSize({ width: 320, height: 640 });
        note('wide at 320', await tooWide(page));
        await page.setViewportSize({ width: 1280, height: 900 });
        note('axe at 1280', await violations(page));
        note('wide at 1280', await tooWide(page));
        if (way === HYDRATED) await picture(page, `${route}-${mode}-1280`);
        assert.deepEqual(found, []);
      }));
    }
  }
}

for (const [route, address] of Object.entries(routes)) {
  test(`${route} keeps its text at twice the size on a narrow screen`, () => as(HYDRATED, {}, async ({ page }) => {
    await open(page, HYDRATED, address);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    assert.deepEqual(await tooWide(page), []);
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *, header *, footer *')].filter((element) => !element.matches('input')).filter((element) => {
      const style = getComputedStyle(element);
      const hides = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
      return hides && element.clientWidth > 2 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    }).map((element) => `${element.tagName}.${element.className}`));
    assert.deepEqual(cut, [], 'no text is cut off');
  }));
}

test('a guide on paper has its content and none of the controls', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, routes.guide);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
  assert.equal(await page.getByRole('search').first().isVisible().catch(() => false), false);
  const links = page.getByRole('banner').getByRole('link', { name: '长辈版' });
  assert.equal(await links.isVisible().catch(() => false), false);
  await page.setViewportSize({ width: 794, height: 1123 });
  await picture(page, 'guide-print');
}));
