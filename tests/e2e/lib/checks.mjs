// What must hold of any page at any size: axe, targets, width.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds, one line each. */
export async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary.split('\n')[1]?.trim()})`));
}

/** Controls smaller than `least` CSS pixels. Links inside a sentence are exempt, as in WCAG 2.5.8. */
export function smallTargets(page, least) {
  return page.evaluate((least) => {
    const found = [];
    for (const element of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      const label = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') ?? element : element;
      const box = label.getBoundingClientRect();
      const style = getComputedStyle(label);
      if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || box.right <= 0 || box.bottom + scrollY <= 0) continue;
      if (style.clip !== 'auto' || (style.clipPath !== 'none' && box.width < 3)) continue;
      const around = (label.parentElement?.textContent ?? '').trim().length - label.textContent.trim().length;
      if (style.display === 'inline' && around > 1) continue;
      if (box.height < least - 0.5 || box.width < least - 0.5) {
        found.push(`${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 12)}" ${Math.round(box.width)}x${Math.round(box.height)}`);
      }
    }
    return found;
  }, least);
}

/** What is wider than the window, if the page scrolls sideways. */
export function tooWide(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > room + 0.5);
    return [`${document.documentElement.scrollWidth} > ${room}`, ...wide.slice(-4).map((element) => `${element.tagName.toLowerCase()}.${element.className}`)];
  });
}
