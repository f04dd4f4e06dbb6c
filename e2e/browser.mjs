// A browser, visits by officers, and what the tests read from a page.

import { chromium } from "playwright-core";
import { PASSWORD } from "./programme.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });
}

/** A page of its own, signed in where a name is given. Whatever is wrong with it is kept in `page.faults`. */
export async function visit(browser, base, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: base, ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.faults = [];
  page.requested = [];
  page.on("console", (said) => {
    // Whoever types before the browser has set the cursor keeps it where they are: no fault, only soon.
    if (!said.text().startsWith("Autofocus processing was blocked")) page.faults.push(`console: ${said.text()}`);
  });
  page.on("pageerror", (error) => page.faults.push(`script: ${error}`));
  page.on("requestfailed", (request) => {
    // Going on to the next page gives up what the last one still wanted.
    if (request.failure().errorText !== "net::ERR_ABORTED") page.faults.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => page.requested.push(request.url()));
  if (name) await signIn(page, name);
  return page;
}

async function signIn(page, name) {
  await page.goto("/masuk?next=/bantuan");
  await page.fill("#name", name);
  await page.fill("#password", PASSWORD);
  await Promise.all([page.waitForURL("**/bantuan"), page.press("#password", "Enter")]);
}

/** The first number on the page at this place: `226.280 orang` is 226280. */
export async function number(page, place) {
  const text = await page.locator(place).first().textContent();
  return Number(text.match(/\d[\d.]*/)[0].replaceAll(".", ""));
}

/** How far the page is wider than the window. */
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** A form sent as a page's own script would send it; returns where it leads. */
export async function post(page, path, fields) {
  const csrf = await page.locator("input[name=csrf]").first().inputValue();
  const answer = await page.request.post(path, { form: { csrf, ...fields } });
  return answer.url();
}
