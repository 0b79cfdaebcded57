import { findChromium, launchBrowser } from "./browser.mjs";
import { startHost } from "./host.mjs";
import { ensureHost } from "./install.mjs";

/**
 * @typedef {object} Session
 * @property {import('./host.mjs').Host} host
 * @property {import('playwright-core').Page} page
 */

/**
 * Starts host and browser together, lends them, and ends both whatever happens. Rejects at once when either dies.
 *
 * @template T
 * @param {import('./host.mjs').HostOptions} options
 * @param {(session: Session) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withSession(options, use) {
  findChromium(); // Before an installation of a minute that would be in vain.
  await ensureHost();
  const [starting, launching] = [startHost(options), launchBrowser()];
  try {
    const [host, { page, lost: browserLost }] = await Promise.all([starting, launching]);
    const lost = Promise.race([host.died, browserLost]);
    return await Promise.race([use({ host, page }), lost]);
  } finally {
    const [host, browser] = await Promise.allSettled([starting, launching]);
    if (browser.status === "fulfilled") await browser.value.browser.close();
    if (host.status === "fulfilled") await host.value.stop();
  }
}
