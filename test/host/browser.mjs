// A Chromium without a window, driven by playwright-core.
import { installChromium } from './install.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page of a new browser, 1440 × 900, and `close()`. */
export async function openBrowser({ locale = 'en-US' } = {}) {
  const executablePath = installChromium();
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale });
  const page = await context.newPage();
  return { page, close: () => browser.close() };
}
