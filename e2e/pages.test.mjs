// Every page: accessible, no wider than a small phone, silent console, nothing from elsewhere, within its weight.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, overflow, visit } from "./browser.mjs";
import { holdAndFinish } from "./held.mjs";
import { ADMIN, LONG, OFFICE, PUBLIC, announced, classes, counter, finished, mentoring, furnish, furnishClasses, shown as product } from "./pages.mjs";
import { start } from "./programme.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
let programme, browser, known, held, over;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
  known = await furnish(await visit(browser, programme.base, "petugas-kebonjeruk"));
  held = await furnishClasses(await visit(browser, programme.base, "sudin-barat"));
  const admin = await visit(browser, programme.base, "admin");
  await admin.goto("/kelas-saya");
  over = await holdAndFinish(admin, 3, LONG);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

const walks = () => [
  [null, [...PUBLIC, ...announced(held), ...product(known)]],
  ["petugas-kebonjeruk", counter(known)],
  ["sudin-barat", [...OFFICE, ...classes(held)]],
  ["admin", [...ADMIN, ...mentoring(known), ...finished(over)]],
];

async function show(page, shown) {
  await page.goto(shown.at, { waitUntil: "networkidle" });
  if (shown.act) await shown.act(page);
}

const named = (shown, width) => `${shown.at}${shown.as ? ` (${shown.as})` : ""} at ${width} px`;

/** Every page of every visitor, one after the other. */
async function walk(options, look) {
  for (const [name, pages] of walks()) {
    const page = await visit(browser, programme.base, name, options);
    for (const shown of pages) await look(page, shown);
    await page.context().close();
  }
}

for (const viewport of [PHONE, DESK]) {
  test(`axe finds nothing at ${viewport.width} px`, async () => {
    const found = [];
    await walk({ viewport, bypassCSP: true }, async (page, shown) => {
      await show(page, shown);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), RULES);
      for (const wrong of violations) found.push(`${named(shown, viewport.width)}: ${wrong.id} ${wrong.nodes[0].html}`);
    });
    assert.deepEqual(found, []);
  });
}

test("no page is wider than a phone of 320 px, and on a phone everything can be hit", async () => {
  const found = [];
  await walk({ viewport: { width: 320, height: 640 } }, async (page, shown) => {
    await show(page, shown);
    const over = await overflow(page);
    if (over > 0) found.push(`${named(shown, 320)}: ${over} px too wide`);
    for (const small of await page.evaluate(smallTargets)) found.push(`${named(shown, 320)}: ${small}`);
  });
  assert.deepEqual(found, []);
});

/** What is to be hit and lower than 44 px; runs in the page. */
function smallTargets() {
  const targets = document.querySelectorAll("a.jp-button, button, select, input:not([type=hidden]), summary, nav a, footer a");
  return Array.from(targets)
    .map((target) => [target, (target.closest(".jp-choice") || target).getBoundingClientRect().height])
    .filter(([, height]) => height > 0 && height < 43.5)
    .map(([target, height]) => `${height} px high: ${target.outerHTML.slice(0, 80)}`);
}

test("the console stays silent and nothing is asked of anybody else", async () => {
  const expected = /the server responded with a status of (403|404|422)/;
  await walk({}, async (page, shown) => {
    page.faults.length = 0;
    await show(page, shown);
    assert.deepEqual(page.faults.filter((fault) => !expected.test(fault)), [], named(shown, 1280));
    const elsewhere = page.requested.filter((url) => !url.startsWith(programme.base));
    assert.deepEqual(elsewhere, [], named(shown, 1280));
  });
});

test("every page answers with the status it should", async () => {
  await walk({}, async (page, shown) => {
    let status = 0;
    page.on("response", (answer) => {
      if (answer.request().isNavigationRequest()) status = answer.status();
    });
    await show(page, shown);
    if (shown.status) assert.equal(status, shown.status, named(shown, 1280));
    else assert.ok(status < 400 || shown.as === "wrong", `${named(shown, 1280)}: ${status}`);
    page.removeAllListeners("response");
  });
});

test("every focus is seen while tabbing through the counter", async () => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk", { viewport: PHONE });
  await page.goto("/loket-kerja/daftar", { waitUntil: "networkidle" });
  const hidden = [];
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(coveredFocus);
    if (covered) hidden.push(covered);
  }
  assert.deepEqual(hidden, []);
});

/** What has the focus and lies under something else; runs in the page. */
function coveredFocus() {
  const at = document.activeElement;
  const box = (at.closest(".jp-choice") || at).getBoundingClientRect();
  if (at === document.body || box.width === 0) return null;
  const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 8), box.top + box.height / 2);
  const seen = top && (at.contains(top) || top.contains(at) || (at.closest(".jp-choice") || at).contains(top));
  return seen ? null : at.outerHTML.slice(0, 80);
}
