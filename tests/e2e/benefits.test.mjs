// Which policies are mine: asked by choice, worked out on the device in silence, and by plain forms without scripts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, STATIC, WAYS } from './lib/browser.mjs';
import { button, heading, main, own, press } from './lib/check.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const { benefits: said } = words;
const isResult = async (page) => said.result.test(await heading(page).innerText());
const title = (page) => heading(page).filter({ hasText: said.title }).waitFor();

/** Says no until the result, and leaves out what is not answered by no; returns what was asked. */
async function answerAll(page, way) {
  const asked = [];
  while (!(await isResult(page))) {
    assert.ok(asked.length < 162, `more questions than there are: ${asked}`);
    asked.push(await heading(page).innerText());
    await press(page, way, await button(page, words.no).count() ? words.no : words.skip_question);
  }
  return asked;
}

for (const way of WAYS) {
  test(`${way.name}: the home page leads to questions and to what comes unasked`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, '/');
    await main(page).getByRole('link', { name: /免申即享/ }).click();
    await page.waitForURL(/\/benefits/);
    await title(page);
    if (way.scripts) await own(page);
    const address = page.url();
    await press(page, way, said.person);
    assert.match(await main(page).innerText(), /为什么问/);
    assert.match(await main(page).innerText(), /还有 \d+ 项政策没有定下来/);
    // Answers some, then looks at the result so far.
    for (let asked = 0; asked < 3 && !(await isResult(page)); asked += 1) {
      await press(page, way, await button(page, words.no).count() ? words.no : words.skip_question);
    }
    if (!(await isResult(page))) await press(page, way, said.enough);
    assert.ok(await isResult(page));
    assert.ok(await main(page).locator('article.benefit').count() >= 1);
    assert.equal(await page.locator('main [style]').count(), 0);
    if (way.scripts) {
      assert.equal(page.url(), address);
      await main(page).getByText(words.own).waitFor();
    }
    watch.clean();
  }));

  test(`${way.name}: a policy is found by words and told with its rule, example and source`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.benefits);
    if (way.scripts) await own(page);
    await main(page).getByRole('searchbox').fill('高龄津贴');
    await main(page).getByRole('button', { name: words.search }).click();
    await main(page).getByText(/找到 \d+ 项/).waitFor();
    await main(page).getByRole('link', { name: /高龄津贴/ }).first().click();
    await heading(page).filter({ hasText: '高龄津贴' }).waitFor();
    const text = await main(page).innerText();
    for (const part of [said.glance, said.conditions, said.amount, said.sources]) assert.ok(text.includes(part), part);
  }));
}

test('a whole interview is silent: no request, no address, no storage', () => as(HYDRATED, {}, async ({ page, context }) => {
  await open(page, HYDRATED, `${routes.benefits}?region=210102000000`);
  await own(page);
  const stored = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  const before = { url: page.url(), stored: await stored() };
  await context.setOffline(true);
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  for (const whom of [said.person, said.firm]) {
    await press(page, HYDRATED, whom);
    const asked = await answerAll(page, HYDRATED);
    assert.ok(asked.length >= 1 && new Set(asked).size === asked.length, `each is asked once: ${asked}`);
    await press(page, HYDRATED, said.forget);
    await title(page);
  }
  assert.deepEqual(requests, []);
  assert.equal(page.url(), before.url);
  assert.equal(await stored(), before.stored);
}));

test('what was forgotten does not come back by going back', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, routes.benefits);
  await own(page);
  await press(page, HYDRATED, said.person);
  await press(page, HYDRATED, said.enough);
  await press(page, HYDRATED, said.forget);
  await page.goBack();
  await title(page);
  assert.equal(await page.locator('#check input[name^="a."]').count(), 0);
}));

test('the months are kept as a calendar', () => as(HYDRATED, { acceptDownloads: true }, async ({ page }) => {
  await open(page, HYDRATED, routes.benefits);
  await own(page);
  await press(page, HYDRATED, said.person);
  await press(page, HYDRATED, said.enough);
  const saved = page.waitForEvent('download');
  await button(page, words.calendar).click();
  assert.match(readFileSync(await (await saved).path(), 'utf8'), /^BEGIN:VCALENDAR/);
}));

const MODES = { standard: {}, elder: { prefs: 'mode=elder' }, contrast: { prefs: 'mode=contrast' }, both: { prefs: 'mode=elder-contrast' }, dark: { dark: true } };
const UNSCRIPTED = { ...PLAIN, scripts: true, withoutPortal: true };
const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });

for (const way of [HYDRATED, STATIC, UNSCRIPTED]) {
  for (const [mode, options] of Object.entries(MODES)) {
    test(`${way.name}, ${mode}: benefits have no violation, no small target, no sideways scrolling`, () => as(way, options, async ({ page }) => {
      if (way.withoutPortal) await page.route('**/pkg/*.js', (asked) => asked.abort());
      const found = [];
      const look = async (name) => {
        found.push(...await violations(page), ...await smallTargets(page, mode === 'elder' || mode === 'both' ? 60 : 44));
        if (way === HYDRATED) await picture(page, `${name}-${mode}-360`);
        await page.setViewportSize({ width: 320, height: 640 });
        found.push(...await tooWide(page));
        await page.setViewportSize({ width: 360, height: 740 });
      };
      await open(page, way, routes.benefits);
      if (!way.withoutPortal) await own(page);
      await look('benefits');
      await press(page, way, said.firm);
      await look('benefits-question');
      await press(page, way, said.enough);
      await look('benefits-result');
      await open(page, way, routes.benefit);
      if (!way.withoutPortal) await own(page);
      await look('benefit');
      await open(page, way, `${routes.benefits}?class=jobs`);
      if (!way.withoutPortal) await own(page);
      await look('benefits-list');
      assert.deepEqual(found, []);
    }));
  }
}
