import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

/** What each person at a browser of ours has, so that a picture and a test are the same on every machine. */
export const sameEverywhere = {
  viewport: { width: 1360, height: 800 },
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
  reducedMotion: "reduce",
  colorScheme: "light",
} as const satisfies BrowserContextOptions;

/** Starts the browser of this machine without a window. Throws where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const found = findBrowser(process.env);
  if (!found) throw new Error("No browser: install chromium, or name one in CHROMIUM_PATH.");
  return chromium.launch({ executablePath: found.executablePath, args: [...found.args], headless: true });
}
