// Occasions: what belongs together, the plan with the fewest visits, and the bag for all of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, STATIC, WAYS } from './lib/browser.mjs';
import { button, heading, main, own, press } from './lib/check.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const PLANNED = /怎么办、跑几次$/;

/** From the occasion to its plan, whatever is asked on the way. */
async function plan(page, way, name = words.no) {
  await press(page, way, words.planMine);
  for (let asked = 0; !PLANNED.test(await heading(page).innerText()); asked += 1) {
    assert.ok(asked < 20);
    await press(page, way, await button(page, name).count() ? name : words.skip_question);
  }
}

for (const way of WAYS) {
  test(`${way.name}: an occasion leads over its questions to a plan and to one bag`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, '/');
    await main(page).getByRole('link', { name: /一件事一次办/ }).click();
    await page.waitForURL(/\/events$/);
    await main(page).getByRole('link', { name: /新生儿出生/ }).click();
    await page.waitForURL(/\/events\/newborn/);
    await heading(page).filter({ hasText: '新生儿' }).waitFor();
    if (way.scripts) await own(page);
    const address = page.url();
    await plan(page, way);
    assert.ok(await main(page).locator('.gains tbody tr').count() >= 3);
    assert.ok(await main(page).locator('.timeline svg rect').count() >= 3);
    assert.equal(await page.locator('main [style]').count(), 0);
    if (way.scripts) assert.equal(page.url(), address);
    await press(page, way, words.toBag);
    for (let asked = 0; !words.bag.test(await heading(page).innerText()); asked += 1) {
      assert.ok(asked < 20);
      await press(page, way, words.skip_question);
    }
    assert.ok(await main(page).locator('[data-group] .paper').count() > 3);
    watch.clean();
  }));
}

test('the plan is made without a network and kept as a calendar', () => as(HYDRATED, { acceptDownloads: true }, async ({ page, context }) => {
  await open(page, HYDRATED, `${routes.event}?region=210102000000`);
  await own(page);
  await context.setOffline(true);
  await plan(page, HYDRATED);
  const saved = page.waitForEvent('download');
  await button(page, words.calendar).click();
  const calendar = readFileSync(await (await saved).path(), 'utf8').replace(/\r\n /g, '');
  assert.match(calendar, /SUMMARY:新生儿出生一件事：去/);
}));

test('plain: the calendar is a file to keep', () => as(PLAIN, {}, async ({ page }) => {
  const answer = await page.request.post(`${PLAIN.base}${routes.event}`, { form: { do: 'ics' }, headers: { origin: PLAIN.base } });
  assert.match(answer.headers()['content-type'], /^text\/calendar/);
  assert.match(answer.headers()['content-disposition'], /^attachment; filename="banshi-[0-9-]+\.ics"$/);
}));

const MODES = { standard: {}, elder: { prefs: 'mode=elder' }, contrast: { prefs: 'mode=contrast' }, both: { prefs: 'mode=elder-contrast' }, dark: { dark: true } };
const UNSCRIPTED = { ...PLAIN, scripts: true, withoutPortal: true };
const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });

for (const way of [HYDRATED, STATIC, UNSCRIPTED]) {
  for (const [mode, options] of Object.entries(MODES)) {
    test(`${way.name}, ${mode}: the plan has no violation, no small target, no sideways scrolling`, () => as(way, options, async ({ page }) => {
      if (way.withoutPortal) await page.route('**/pkg/*.js', (asked) => asked.abort());
      await open(page, way, routes.event);
      if (!way.withoutPortal) await own(page);
      await plan(page, way);
      const found = [...await violations(page), ...await smallTargets(page, mode === 'elder' || mode === 'both' ? 60 : 44)];
      if (way !== STATIC) await picture(page, `plan-${mode}-${way.name}-360`);
      await page.setViewportSize({ width: 320, height: 640 });
      found.push(...await tooWide(page));
      await page.setViewportSize({ width: 1280, height: 900 });
      found.push(...await violations(page), ...await tooWide(page));
      if (way === HYDRATED) await picture(page, `plan-${mode}-1280`);
      assert.deepEqual(found, []);
    }));
  }
}
