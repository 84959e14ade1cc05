// What the pages of the check share: their parts, and a step from one to the next.

/** The page's main part. */
export const main = (page) => page.getByRole('main');
/** The one heading that names the page. */
export const heading = (page) => main(page).getByRole('heading', { level: 1 });
/** A button by its whole words, or by a pattern. */
export const button = (page, name) => main(page).getByRole('button', { name, exact: typeof name === 'string' });
/** Waits until the device itself answers. */
export const own = (page) => page.locator('#check[data-own]').waitFor();

/** Sends a form by its button and waits for what follows. */
export async function press(page, way, name) {
  const wanted = button(page, name).first();
  // Without the module each step is a page of its own.
  if (!way.scripts || way.withoutPortal) return void await Promise.all([page.waitForNavigation(), wanted.click()]);
  const before = await heading(page).elementHandle();
  await wanted.click();
  await page.waitForFunction((old) => !old.isConnected, before);
  await heading(page).waitFor();
}
