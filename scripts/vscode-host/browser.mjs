import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { MissingRequirement } from "./missing-requirement.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * @returns {string} a Chromium of this machine: `CHROMIUM_PATH`, else the first on the PATH
 * @throws {MissingRequirement}
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = chosen
    ? [chosen]
    : [...NAMES.flatMap((name) => folders.map((at) => join(at, name))), ...ELSEWHERE];
  const found = candidates.find(isExecutable);
  if (found) return found;
  throw new MissingRequirement(
    chosen ? `CHROMIUM_PATH names no program: ${chosen}` : "no Chromium found; install one, or set CHROMIUM_PATH to it",
  );
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Launches a headless Chromium with one page, the size of our pictures.
 *
 * @param {{ width: number, height: number }} [viewport]
 */
export async function launchBrowser(viewport = { width: 1280, height: 800 }) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  const page = await browser.newPage({ viewport });
  /** @type {Promise<never>} */
  const lost = new Promise((_, reject) => {
    page.once("crash", () => reject(new Error("The page crashed.")));
    browser.once("disconnected", () => reject(new Error("The browser ended.")));
  });
  lost.catch(() => {}); // Observed by those who wait for something else.
  return { browser, page, lost };
}
