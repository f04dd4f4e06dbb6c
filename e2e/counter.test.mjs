// The main job by keys alone: register a walk-in, find the person, see the figure grow, open the list behind it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, number, visit } from "./browser.mjs";
import { start } from "./programme.mjs";
import { nik } from "./world.mjs";

const COUNTER = "/loket-kerja/daftar";
let programme, browser;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.name);
const panelSays = (page, text) => page.locator("#periksa", { hasText: text }).waitFor();

/** Counts every key that goes down, also the ones that are held. */
function keyboard(page) {
  const keys = { pressed: 0 };
  keys.press = async (key) => {
    keys.pressed += key.split("+").length;
    await page.keyboard.press(key);
  };
  keys.type = async (text) => {
    for (const letter of text) await keys.press(letter === " " ? "Space" : letter);
  };
  return keys;
}

/** The figure of the officer's own scope and the public one. */
async function registered(page) {
  const figures = [];
  for (const path of ["/angka/tahap", "/"]) {
    await page.goto(path);
    figures.push(await number(page, ".jp-figure"));
  }
  return figures;
}

test("a walk-in is registered by keys alone, found by name, and counted once", async (t) => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk");
  const before = await registered(page);
  await page.goto(COUNTER);
  const today = await number(page, "aside a strong");
  assert.equal(await focused(page), "nik");

  const keys = keyboard(page);
  await keys.type(nik(901));
  assert.equal(await page.inputValue("#nik"), "317305 550690 0901");
  assert.equal(await page.inputValue("#birth_date"), "1990-06-15");
  await panelSays(page, "NIK belum terdaftar");
  await keys.press("Enter");
  await keys.type("Siti Rahmawati");
  await keys.press("Enter");
  await keys.type("081200000901");
  await keys.press("Enter");
  await keys.type("kebo");
  await keys.press("Enter");
  assert.equal(await page.inputValue("#kelurahan"), "Kebon Jeruk");
  await keys.press("1");
  await keys.press("1");
  assert.equal(await focused(page), "consent");
  await keys.press("Space");
  await Promise.all([page.waitForURL(/tersimpan=/), keys.press("Control+Enter")]);

  assert.equal(await focused(page), "nik", "ready for the next");
  await panelSays(page, "Siti Rahmawati tersimpan");
  assert.ok(keys.pressed <= 70, `${keys.pressed} keys`);
  t.diagnostic(`${keys.pressed} keydowns`);
  assert.equal(await number(page, "aside a strong"), today + 1);

  const list = await page.locator("aside a:has(strong)").getAttribute("href");
  await page.goto(list);
  assert.equal(await number(page, "p[role=status] strong"), today + 1, "the list behind the number");
  await page.fill("#q", "rahma siti");
  await Promise.all([page.waitForURL(/q=rahma/), page.keyboard.press("Enter")]);
  await page.getByRole("link", { name: "Siti Rahmawati", exact: true }).first().click();
  await page.waitForURL(/\/warga\//);
  assert.match(await page.textContent("main"), /3173\*{8}0901/);
  const after = await registered(page);
  assert.deepEqual(after, before.map((figure) => figure + 1), "the officer's figure and the public one");
  await page.goto("/angka/tahap");
  await page.click(".jp-figure a");
  await page.waitForURL(/\/orang/);
  assert.equal(await number(page, "p[role=status] strong"), after[0], "the list behind the figure");
  assert.deepEqual(page.faults, []);
});

test("keys open, go back, clear and complete", async () => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk");
  const keys = keyboard(page);
  await page.goto(COUNTER);
  await keys.type("317305");
  let asked = "";
  page.once("dialog", (dialog) => {
    asked = dialog.message();
    dialog.dismiss();
  });
  await keys.press("Escape");
  assert.equal(asked, "Kosongkan isian ini?");
  assert.equal(await page.inputValue("#nik"), "317305", "kept when the officer says no");
  page.once("dialog", (dialog) => dialog.accept());
  await keys.press("Escape");
  assert.equal(await page.inputValue("#nik"), "");

  await page.focus("#kelurahan");
  await keys.type("ke");
  await keys.press("Enter");
  assert.equal(await focused(page), "kelurahan", "several names fit");
  await keys.type("doya s");
  await keys.press("Enter");
  assert.equal(await page.inputValue("#kelurahan"), "Kedoya Selatan");
  await keys.press("Shift+Enter");
  assert.equal(await focused(page), "kelurahan");
  page.once("dialog", (dialog) => dialog.accept());
  await Promise.all([page.waitForNavigation(), keys.press("F2")]);
  await keys.press("F1");
  assert.equal(await page.locator("details[data-kunci=F1]").evaluate((it) => it.open), true);
  assert.deepEqual(page.faults, []);
});

test("a known NIK is shown masked while typing and opened with one key", async (t) => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk");
  const keys = keyboard(page);
  await page.goto(COUNTER);
  await keys.type(nik(901).slice(0, 15));
  const began = Date.now();
  await keys.press("1");
  await panelSays(page, "Sudah terdaftar");
  t.diagnostic(`answered ${Date.now() - began} ms after the last digit`);
  assert.match(await page.textContent("#periksa"), /S••• R•{8}/);
  assert.doesNotMatch(await page.textContent("#periksa"), /Rahmawati/);
  await Promise.all([page.waitForURL(/\/warga\//), keys.press("F4")]);
  assert.match(await page.textContent("h1"), /Siti Rahmawati/);
  assert.deepEqual(page.faults, []);
});

test("a pair is decided with one key", async () => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk");
  const keys = keyboard(page);
  await page.goto(COUNTER);
  await keys.type(nik(902));
  await keys.press("Enter");
  await keys.type("Siti Rahmawatti");
  await keys.press("Enter");
  await panelSays(page, "Ada 1 orang yang mirip");
  await page.fill("#kelurahan", "Duri Kepa");
  await page.check("input[name=business_type][value=jasa]");
  await page.check("input[name=has_business][value=true]");
  await page.check("#consent");
  await Promise.all([page.waitForURL(/tersimpan=/), keys.press("Control+Enter")]);

  const office = await visit(browser, programme.base, "sudin-barat");
  await office.goto("/loket-kerja/ganda");
  const waiting = await number(office, "p[role=status] strong");
  assert.match(await office.textContent("table"), /Siti Rahmawatti/);
  assert.equal(await focused(office), "verdict");
  await Promise.all([office.waitForURL(/putusan=different/), office.keyboard.press("2")]);
  await office.locator("details summary", { hasText: "Batalkan keputusan" }).first().click();
  await office.locator("details[open] input[name=reason]").fill("salah lihat");
  await Promise.all([office.waitForURL(/putusan=undone/), office.locator("details[open] button").click()]);
  assert.equal(await number(office, "p[role=status] strong"), waiting, "the pair waits again");
  await Promise.all([office.waitForURL(/putusan=different/), office.click("button[value=different]")]);
  const left = waiting === 1 ? 0 : await number(office, "p[role=status] strong");
  assert.equal(left, waiting - 1);
  assert.deepEqual([...page.faults, ...office.faults], []);
});
