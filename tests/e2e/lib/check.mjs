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

/** Sends forms to the server and to the module alike; returns those whose pages differ, with the beginnings of both. */
export const differing = (page, path, forms) => page.evaluate(async ([path, forms]) => {
  const place = document.getElementById('check');
  const drawn = (html) => { const box = document.createElement('div'); box.innerHTML = html; return box.innerHTML; };
  const server = async (form) => {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(form) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.getElementById('check').innerHTML;
  };
  const device = (form) => new Promise((done) => {
    const own = document.createElement('form');
    own.action = path;
    for (const [name, value] of new URLSearchParams(form)) own.append(Object.assign(document.createElement('input'), { name, value }));
    const button = document.createElement('button');
    own.append(button);
    new MutationObserver((_, watch) => { if (!own.isConnected) { watch.disconnect(); done(place.innerHTML); } }).observe(place, { childList: true });
    place.append(own);
    button.click();
  });
  const differing = [];
  for (const form of forms) {
    const [one, other] = [await device(form), await server(form)];
    if (drawn(one) !== other) differing.push([form, one.slice(0, 300), other.slice(0, 300)]);
  }
  return differing;
}, [path, forms]);
