// A citizen rates with the ticket of a visit: by any grade in the same steps, with a receipt, in every way of arriving.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { as, close, HYDRATED, PLAIN } from './lib/browser.mjs';
import { button, heading, main } from './lib/check.mjs';
import { smallTargets, tooWide, violations } from './lib/checks.mjs';

after(close);

const GRADES = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
let visits = 0;

/** The page of a new ticket, as the window's program makes it. */
function ticket(more = []) {
  visits += 1;
  const { E2E_BANSHI, E2E_KEYS } = process.env;
  const words = ['ticket', 'issue', '--keys', E2E_KEYS, '--item', 'ln-sfz-bl', '--organ', 'gongan', '--place', 'hall-1', '--channel', 'qr'];
  const told = execFileSync(E2E_BANSHI, [...words, ...(more.length ? more : ['--visit', `visit-${visits}`])], { encoding: 'utf8' });
  return `/rate?ticket=${told.trim().split('\n')[0]}`;
}

const step = (page, name) => Promise.all([page.waitForNavigation(), button(page, name).click()]);

for (const way of [HYDRATED, PLAIN]) {
  test(`${way.name}: a visit is rated, looked at with its receipt, and added to`, () => as(way, {}, async ({ page, watch }) => {
    await page.goto(`${way.base}${ticket()}`);
    await heading(page).filter({ hasText: '您满意吗' }).waitFor();
    assert.match(await main(page).innerText(), /居民身份证/);
    assert.deepEqual(await main(page).locator('.answers button').allInnerTexts(), GRADES);
    await step(page, '不满意');
    await main(page).getByRole('checkbox').first().check();
    await main(page).getByLabel('还想说几句').fill('让我打 13812345678 问');
    await step(page, '看看会提交什么');
    assert.match(await main(page).innerText(), /〔号码已隐去〕/);
    await step(page, '提交评价');
    await heading(page).filter({ hasText: '评价已经收下' }).waitFor();
    const code = await main(page).locator('.receipt__code').innerText();
    assert.match(code, /^[a-z0-9]+-[a-z0-9]+-[a-z0-9]+$/);
    await page.goto(`${way.base}/ratings`);
    await main(page).getByLabel('评价回执码').fill(code);
    await step(page, '查询');
    assert.match(await main(page).innerText(), /不满意/);
    await main(page).getByLabel('要补充的话').fill('后来解决了');
    await step(page, '提交补充');
    assert.match(await main(page).innerText(), /后来解决了/);
    watch.clean();
  }));
}

test('a code that hangs at a window says what it is worth', () => as(PLAIN, {}, async ({ page }) => {
  await page.goto(`${PLAIN.base}${ticket(['--static'])}`);
  assert.match(await main(page).innerText(), /固定二维码/);
}));

const MODES = { standard: {}, elder: { prefs: 'mode=elder' }, contrast: { prefs: 'mode=contrast' }, both: { prefs: 'mode=elder-contrast' }, dark: { dark: true } };
const picture = (page, name) => page.screenshot({ path: join(process.env.E2E_SCREENS, `${name}.png`), fullPage: true });

for (const [mode, options] of Object.entries(MODES)) {
  test(`${mode}: the pages of rating have no violation, no small target, no sideways scrolling`, () => as({ ...PLAIN, scripts: true, withoutPortal: true }, options, async ({ page }) => {
    const found = [];
    const look = async (name) => {
      found.push(...await violations(page), ...await smallTargets(page, mode === 'elder' || mode === 'both' ? 60 : 44));
      await picture(page, `${name}-${mode}-360`);
      await page.setViewportSize({ width: 320, height: 640 });
      found.push(...await tooWide(page));
      await page.setViewportSize({ width: 360, height: 740 });
    };
    await page.goto(`${PLAIN.base}${ticket()}`);
    await look('rate');
    await step(page, '非常不满意');
    await look('rate-details');
    await step(page, '看看会提交什么');
    await look('rate-preview');
    await step(page, '提交评价');
    await look('rate-kept');
    await page.goto(`${PLAIN.base}/ratings`);
    await look('ratings');
    assert.deepEqual(found, []);
  }));
}
