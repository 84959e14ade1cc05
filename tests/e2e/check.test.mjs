// What must be in the bag: asked question by question, on the device alone, and by plain forms where there is no script.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, close, HYDRATED, open, PLAIN, settled, STATIC, WAYS } from './lib/browser.mjs';
import { button, differing, heading, main, own, press } from './lib/check.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';
import { routes, words } from './lib/words.mjs';

after(close);

const isList = async (page) => words.bag.test(await heading(page).innerText());

/** Answers every question with the same words; returns what was asked. */
async function answerAll(page, way, name = words.no) {
  const asked = [];
  while (!(await isList(page))) {
    assert.ok(asked.length < 20, `no end: ${asked}`);
    asked.push(await heading(page).innerText());
    const wanted = await button(page, name).count() ? name : words.skip_question;
    await press(page, way, wanted);
  }
  return asked;
}

for (const way of WAYS) {
  test(`${way.name}: a guide leads to questions and to a list with a reason for every paper`, () => as(way, {}, async ({ page, watch }) => {
    await open(page, way, routes.guide);
    await main(page).getByRole('link', { name: words.check }).click();
    await page.waitForURL(/\/checklist\?/);
    if (way.scripts) await own(page);
    await heading(page).waitFor();
    const address = page.url();
    const asked = await answerAll(page, way);
    assert.ok(asked.length >= 1 && new Set(asked).size === asked.length, `each is asked once: ${asked}`);
    assert.ok(await main(page).locator('[data-group="bring"] .paper').count() >= 1);
    await main(page).locator('[data-group] summary').first().click();
    assert.match(await main(page).innerText(), /为什么/);
    if (way.scripts) {
      assert.equal(page.url(), address, 'the address is still that of the matter');
      await main(page).getByText(words.own).waitFor();
    }
    assert.doesNotMatch(page.url(), /a\.|give|yes|no=/);
    watch.clean();
  }));

  test(`${way.name}: an answer can be changed, and a question can be left out`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.question);
    if (way.scripts) await own(page);
    const first = await heading(page).innerText();
    await answerAll(page, way, words.skip_question);
    await main(page).getByText(/还有 \d+ 个问题没有答/).waitFor();
    await press(page, way, new RegExp(`^改：${first.slice(0, 6)}`));
    assert.equal(await heading(page).innerText(), first);
    await press(page, way, words.no);
    await answerAll(page, way, words.skip_question);
    assert.ok(await isList(page));
  }));

  test(`${way.name}: a paper is found by a question about it`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.proofs);
    if (way.scripts) await own(page);
    await main(page).getByRole('searchbox').fill('居住证明还要开吗？');
    await press(page, way, words.search);
    await main(page).getByRole('heading', { level: 2, name: '居住证明' }).waitFor();
    if (way.scripts) assert.doesNotMatch(decodeURIComponent(page.url()), /居住/);
    await main(page).getByRole('link', { name: /看“居住证明”/ }).click();
    await page.waitForURL(/\/proofs\/residence-proof$/);
    await page.getByRole('heading', { level: 1, name: /居住证明/ }).waitFor();
    assert.match(await main(page).innerText(), /不是什么都不带/);
  }));
}

test('the whole check is done without a network once its page is open, and leaves nothing behind', () => as(HYDRATED, { acceptDownloads: true }, async ({ page, context, watch }) => {
  await open(page, HYDRATED, `${routes.question}&region=210102000000`);
  await own(page);
  const traces = () => page.evaluate(async () => JSON.stringify([location.href, document.cookie, { ...localStorage }, { ...sessionStorage }, typeof caches === 'undefined' ? [] : await caches.keys()]));
  const before = await traces();
  watch.requests.length = 0;
  await context.setOffline(true);
  await page.route('**/*', (asked) => asked.abort());
  const asked = await answerAll(page, HYDRATED);
  assert.ok(asked.length > 0);
  const saved = page.waitForEvent('download');
  await button(page, words.calendar).click();
  const calendar = readFileSync(await (await saved).path(), 'utf8');
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT[^]*END:VCALENDAR\r\n$/);
  await press(page, HYDRATED, words.toHelper);
  const text = await page.getByRole('textbox').inputValue();
  assert.match(text, /要带/);
  for (const question of asked) assert.ok(!text.includes(question), 'no answer is in the text');
  await press(page, HYDRATED, words.backToList);
  await main(page).getByRole('checkbox', { name: '把我的回答也写进去' }).check();
  await press(page, HYDRATED, words.toHelper);
  assert.ok((await page.getByRole('textbox').inputValue()).includes(asked[0]), 'unless ticked');
  assert.deepEqual(watch.requests.filter((url) => !url.startsWith('blob:')), []);
  assert.equal(await traces(), before);
}));

test('back goes to the question before, and the heading has the focus and the title', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, routes.guide);
  await main(page).getByRole('link', { name: words.check }).click();
  await own(page);
  const here = () => page.evaluate(() => [document.title, document.activeElement?.textContent]);
  const first = await heading(page).innerText();
  await press(page, HYDRATED, words.no);
  const second = await heading(page).innerText();
  assert.notEqual(second, first);
  const [title, focused] = await here();
  assert.ok(title.startsWith(second) && focused === second, `${title}, ${focused}`);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector('main h1').textContent === text, first);
  assert.equal((await here())[1], first);
  await page.goForward();
  await page.waitForFunction((text) => document.querySelector('main h1').textContent === text, second);
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => url.pathname === routes.guide);
  await page.getByRole('heading', { level: 1, name: /身份证/ }).waitFor();
}));

test('what the server wrote is not drawn anew', () => as(HYDRATED, {}, async ({ page, watch }) => {
  await page.addInitScript(() => {
    window.changes = 0;
    document.addEventListener('DOMContentLoaded', () => {
      const place = document.getElementById('check');
      new MutationObserver((list) => { window.changes += list.length; }).observe(place, { childList: true, subtree: true, characterData: true });
    });
  });
  await open(page, HYDRATED, routes.question);
  await own(page);
  assert.equal(await page.evaluate(() => window.changes), 0);
  watch.clean();
}));

test('where the module cannot come, the forms go to the server, which was said before', () => as(HYDRATED, {}, async ({ page }) => {
  await page.route('**/pkg/pocket-*.wasm', (asked) => asked.abort());
  await open(page, HYDRATED, routes.question);
  await page.waitForLoadState('networkidle');
  await main(page).getByText(words.sent).waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button(page, words.no).click(),
  ]);
  assert.equal(new URL(answer.url()).pathname, '/checklist');
  assert.equal(new URL(answer.url()).search, '');
  assert.match(answer.headers()['cache-control'], /no-store/);
  await settled(page, PLAIN);
  await answerAll(page, PLAIN);
}));

test('a static bundle without the module says so and leads on', () => as(STATIC, {}, async ({ page }) => {
  await page.route('**/pkg/pocket-*', (asked) => asked.abort());
  await page.goto(routes.checklist);
  await page.getByText('没能打开这个功能').waitFor();
  assert.equal(await main(page).getByRole('link').getAttribute('href'), '/checklist');
}));

test('the module writes what the server writes, for many forms', () => as(HYDRATED, {}, async ({ page }) => {
  const codes = ['ln-sfz-bl', 'ln-hk-cs', 'ln-hy-jh', 'ln-sbk-sl', 'ln-nope'];
  await page.goto(routes.checklist);
  await own(page);
  const places = ['', '&region=210102000000', '&region=999999000000'];
  const more = ['', '&do=list', '&a.by_agent=no', '&a.by_agent=yes&a.for_child=no&do=list', '&do=text', '&do=matters', '&do=find&q=%E8%AF%81', '&item=ln-sbk-bl&do=list', '&change=by_agent'];
  const forms = codes.flatMap((code) => places.flatMap((place) => more.map((rest) => `item=${code}${place}${rest}`)));
  assert.deepEqual((await differing(page, '/checklist', forms)).slice(0, 3), []);
}));

// How long they take is printed, not judged: docs/BENCHMARKS.md has the figures of a quiet machine.
test('every answer is followed by its next page on the device, and both are marked', () => as(HYDRATED, {}, async ({ page, context }) => {
  await open(page, HYDRATED, routes.question);
  await own(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  for (let round = 0; round < 3; round += 1) {
    await answerAll(page, HYDRATED, words.skip_question);
    await press(page, HYDRATED, '接着答');
  }
  const took = await page.evaluate(() => {
    const [asked, told] = ['check-asked', 'check-told'].map((name) => performance.getEntriesByName(name).map((mark) => mark.startTime));
    return told.map((at, index) => at - asked[index]).sort((a, b) => a - b);
  });
  const middle = took[Math.floor(took.length / 2)];
  console.log(`${took.length} turns at 4x: middle ${middle.toFixed(1)} ms, longest ${took[took.length - 1].toFixed(1)} ms`);
  assert.ok(took.length >= 6 && took.every((ms) => ms >= 0), `${took}`);
}));

for (const way of [HYDRATED, PLAIN]) {
  test(`${way.name}: the list is signed by the server, which was said before, with the answers that were ticked`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.question);
    if (way.scripts) await own(page);
    await answerAll(page, way);
    assert.match(await main(page).innerText(), /服务器/, 'said before');
    const told = await main(page).locator('label:has(input[name=include])').first().innerText();
    await main(page).locator('input[name=include]').first().check();
    await Promise.all([page.waitForURL('**/checklist/sign'), button(page, '发送并签名').click()]);
    await page.getByRole('heading', { level: 1, name: '签好名的清单' }).waitFor();
    assert.ok((await main(page).innerText()).includes(told.split(/[？?]/)[0]), 'the ticked answer stands in it');
    assert.equal(await main(page).locator('a[href*="/verify#"]').count(), 1);
  }));
}

for (const way of [HYDRATED, STATIC, PLAIN]) {
  test(`${way.name}: several matters share one list, and a matter can be added and taken out`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.question);
    if (way.scripts) await own(page);
    await answerAll(page, way);
    await press(page, way, words.moreMatters);
    await main(page).getByRole('searchbox').fill('社保卡');
    await press(page, way, words.search);
    await press(page, way, /^放进来：/);
    await answerAll(page, way);
    assert.match(await heading(page).innerText(), /2 件事/);
    await press(page, way, words.moreMatters);
    await press(page, way, /^拿掉：/);
    assert.equal(await button(page, /^拿掉：/).count(), 1);
  }));

  test(`${way.name}: a window that asks for more is reported with paper and rule filled in`, () => as(way, {}, async ({ page }) => {
    await open(page, way, routes.report);
    const field = page.getByLabel(words.correctionText);
    assert.match(await field.inputValue(), /窗口还要我交“户口簿”.*ecert-hukou/);
    assert.ok(await page.getByLabel('窗口要的比指南多').isChecked());
    await field.fill(`${await field.inputValue()}一号窗口`);
    await page.getByRole('button', { name: words.send }).click();
    await page.getByText(words.received).first().waitFor();
  }));
}

const MODES = { standard: {}, elder: { prefs: 'mode=elder' }, contrast: { prefs: 'mode=contrast' }, both: { prefs: 'mode=elder-contrast' }, dark: { dark: true } };
const UNSCRIPTED = { ...PLAIN, scripts: true, withoutPortal: true };
const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });

for (const way of [HYDRATED, STATIC, UNSCRIPTED]) {
  for (const [mode, options] of Object.entries(MODES)) {
    test(`${way.name}, ${mode}: the list has no violation, no small target, no sideways scrolling`, () => as(way, options, async ({ page }) => {
      if (way.withoutPortal) await page.route('**/pkg/*.js', (asked) => asked.abort());
      await open(page, way, routes.question);
      if (!way.withoutPortal) await own(page);
      await answerAll(page, way);
      for (const line of await main(page).locator('summary').all()) await line.click();
      const found = [...await violations(page), ...await smallTargets(page, mode === 'elder' || mode === 'both' ? 60 : 44)];
      if (way !== STATIC) await picture(page, `bag-${mode}-${way.name}-360`);
      await page.setViewportSize({ width: 320, height: 640 });
      found.push(...await tooWide(page));
      await page.setViewportSize({ width: 1280, height: 900 });
      found.push(...await violations(page), ...await tooWide(page));
      if (way === HYDRATED) await picture(page, `bag-${mode}-1280`);
      assert.deepEqual(found, []);
    }));
  }
}

test('a list on paper has its papers and none of the controls', () => as(HYDRATED, {}, async ({ page }) => {
  await open(page, HYDRATED, routes.question);
  await own(page);
  await answerAll(page, HYDRATED);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await main(page).getByRole('button').count(), 0);
  assert.ok(await main(page).locator('[data-group="bring"]').isVisible());
  await page.setViewportSize({ width: 794, height: 1123 });
  await picture(page, 'bag-print');
}));
