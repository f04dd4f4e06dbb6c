// A mentor's day on a phone: a visit in few taps, with a photo.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, overflow, post, visit } from "./browser.mjs";
import { ask } from "./held.mjs";
import { PASSWORD, start } from "./programme.mjs";
import { walkIn } from "./world.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, bypassCSP: true };
/** A picture of one dot. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const binary = process.env.JAKPRENEUR_BINARY || new URL("../target/debug/jakpreneur", import.meta.url).pathname;
let programme, browser, member;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
  const place = ["--database", `sqlite:${join(programme.folder, "e2e.db")}`];
  for (const name of ["pendamping-satu", "pendamping-dua"]) {
    const account = ["user", "add", name, "--role", "mentor", "--agency", "ppkukm", "--area", "31.73.05"];
    execFileSync(binary, [...place, ...account, "--password-stdin"], { input: `${PASSWORD}\n` });
  }
  const counter = await visit(browser, programme.base, "petugas-kebonjeruk");
  await counter.goto("/loket-kerja/daftar");
  const saved = await post(counter, "/loket-kerja/daftar", walkIn(951, "Rina Contoh"));
  member = new URL(saved).searchParams.get("tersimpan");
  const office = await visit(browser, programme.base, "sudin-barat");
  await office.goto("/dampingi/bagi");
  await Promise.all([office.waitForNavigation(), office.click("form[action='/dampingi/bagi'] button")]);
  assert.match(await office.textContent("main"), /Binaan dibagi/);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

async function accessible(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), RULES);
  assert.deepEqual(violations.map((wrong) => `${page.url()}: ${wrong.id} ${wrong.nodes[0].html}`), []);
  assert.ok((await overflow(page)) <= 0, `${page.url()} is wider than the phone`);
}

test("a visit takes at most six taps and a sentence, with a photo", async () => {
  const page = await visit(browser, programme.base, "pendamping-satu", PHONE);
  let taps = 0;
  const tap = async (place) => {
    taps += 1;
    await page.tap(place);
  };
  await page.goto(`/dampingi/${member}/kunjungan`);
  await accessible(page);
  await tap("label:has(input[name=topics][value=permit])");
  await page.fill("#note", "Mau urus NIB minggu depan");
  taps += 1; // the sentence is tapped into once
  const chooser = page.waitForEvent("filechooser");
  await tap("#photo");
  await (await chooser).setFiles({ name: "foto.png", mimeType: "image/png", buffer: DOT });
  await Promise.all([page.waitForURL(/dicatat=1/), tap("form[enctype] button")]);
  assert.ok(taps <= 6, `${taps} taps`);
  assert.match(await page.textContent("main"), /Kunjungan tercatat/);
  const visits = await ask(await visited(), `/visits?member=${member}`);
  assert.equal(visits.items.length, 1);
  assert.equal(visits.items[0].photos, 1);
  assert.equal(visits.items[0].met, "member");
  assert.ok(visits.items[0].service, "the first visit is the mentoring service");

  async function visited() {
    await page.goto(`/dampingi/${member}/kunjungan`);
    return page;
  }
});

test("a page that is called a photo is refused at its field, and what was typed stays", async () => {
  const page = await visit(browser, programme.base, "pendamping-satu", PHONE);
  await page.goto(`/dampingi/${member}/kunjungan`);
  await page.fill("#note", "Kalimat yang tidak boleh hilang");
  const file = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<html></html>") };
  await page.setInputFiles("#photo", file);
  await Promise.all([page.waitForNavigation(), page.tap("form[enctype] button")]);
  assert.match(await page.textContent(".jp-error-summary"), /bukan foto/);
  assert.equal(await page.inputValue("#note"), "Kalimat yang tidak boleh hilang");
  await accessible(page);
});

test("the pages of a mentor and of whoever leads mentors fit a phone and are accessible", async () => {
  const mentor = await visit(browser, programme.base, "pendamping-satu", PHONE);
  for (const at of ["/dampingi", "/dampingi/serahan", "/dampingi/lapbul", `/warga/${member}/keaktifan`]) {
    await mentor.goto(at);
    await accessible(mentor);
  }
  const office = await visit(browser, programme.base, "sudin-barat", PHONE);
  await office.goto("/dampingi/perlu");
  await accessible(office);
  await office.goto("/dampingi/bagi");
  await accessible(office);
  const terms = await office.locator("a[href^='/dampingi/masa/']").first().getAttribute("href");
  await office.goto(terms);
  await accessible(office);
  await office.goto("/dampingi/bagi");
  const report = await office.locator("a[href^='/dampingi?pendamping=']").first().getAttribute("href");
  await office.goto(report.replace("/dampingi?", "/dampingi/lapbul?"));
  await accessible(office);
});
