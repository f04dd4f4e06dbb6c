// A member on a small phone, by keyboard and without scripts: from the code at the counter to their own data.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, overflow, visit } from "./browser.mjs";
import { furnish } from "./pages.mjs";
import { start } from "./programme.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { width: 360, height: 740 };
let programme, browser, member;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
  member = (await furnish(await visit(browser, programme.base, "petugas-kebonjeruk"))).long;
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

/** What the officer at the counter hands over. */
async function handedOver() {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk", { javaScriptEnabled: false });
  await page.goto(`/warga/${member}`);
  await Promise.all([page.waitForNavigation(), page.click("text=Beri kode masuk")]);
  const told = { who: await page.textContent(".jp-notice .jp-code"), code: await page.textContent(".jp-figure") };
  await page.context().close();
  return told;
}

/** Signs in by keyboard alone; the code is pasted with its space. */
async function signIn(page) {
  const { who, code } = await handedOver();
  await page.goto("/saya");
  assert.equal(new URL(page.url()).pathname, "/saya/masuk");
  await page.focus("#who");
  await page.keyboard.insertText(who);
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(code);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  assert.equal(new URL(page.url()).pathname, "/saya");
}

test("a member signs in by keyboard without scripts, and takes their data away", async () => {
  const page = await visit(browser, programme.base, null, { viewport: PHONE, javaScriptEnabled: false });
  await signIn(page);
  assert.match(await page.textContent("h1"), /^Halo, /);
  assert.equal(await page.locator("ul.jp-tasks").first().locator("li").count(), 7);
  await Promise.all([page.waitForNavigation(), page.click("text=Data saya")]);
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("text=Unduh semua data saya")]);
  const taken = JSON.parse(readFileSync(await file.path(), "utf8"));
  assert.equal(taken.records.length, 1);
  assert.ok(taken.read_by.some((reading) => reading.role === "registration_officer"));
  await Promise.all([page.waitForNavigation(), page.click("text=Keluar")]);
  await page.goto("/saya/data");
  assert.equal(new URL(page.url()).pathname, "/saya/masuk");
});

test("axe finds nothing on the member's pages, and none is wider than a phone", async () => {
  const page = await visit(browser, programme.base, null, { viewport: PHONE, bypassCSP: true });
  await signIn(page);
  await page.goto("/saya/laporan/catat/money_in");
  await page.fill("#amount", "125.000");
  await Promise.all([page.waitForNavigation(), page.click("text=Simpan")]);
  assert.match(await page.textContent("main"), /\+Rp125\.000/);
  const books = ["", "/catat/money_in", "/catat/money_out", "/catat/owed", "/keuangan"];
  await page.goto("/kelas");
  const announced = await page.getAttribute("main a[href^='/kelas/']", "href");
  for (const at of ["/saya", "/saya/data", "/saya/usaha", "/saya/produk", `/saya${announced}`, ...books.map((more) => `/saya/laporan${more}`)]) {
    await page.goto(at);
    assert.ok((await overflow(page)) <= 0, `${at} is too wide`);
    await page.evaluate(AXE);
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), values);
    assert.deepEqual(violations.map((wrong) => `${at}: ${wrong.id} ${wrong.nodes[0].html}`), []);
  }
});

test("the member's first page keeps its budget", async (t) => {
  const page = await visit(browser, programme.base, null, { viewport: PHONE });
  await signIn(page);
  const state = await page.context().storageState();
  const empty = await visit(browser, programme.base, null, { storageState: state });
  const wire = await empty.context().newCDPSession(empty);
  await wire.send("Network.enable");
  let [bytes, requests] = [0, 0];
  wire.on("Network.loadingFinished", (done) => ((bytes += done.encodedDataLength), (requests += 1)));
  await empty.goto("/saya", { waitUntil: "networkidle" });
  t.diagnostic(`${bytes} bytes in ${requests} requests`);
  assert.ok(bytes <= 45_000 && requests <= 6, `${bytes} bytes in ${requests} requests`);
});
