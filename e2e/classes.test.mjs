// A class from planning to a full house, by a city office; and a resident who finds it. All without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "./browser.mjs";
import { start } from "./programme.mjs";
import { nik, walkIn } from "./world.mjs";

let programme, browser;
const PEOPLE = [[931, "Ani Contoh"], [932, "Beni Contoh"], [933, "Cici Contoh"]];
const plain = { javaScriptEnabled: false };

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
  const page = await visit(browser, programme.base, "petugas-kebonjeruk", plain);
  for (const [serial, name] of PEOPLE) await register(page, walkIn(serial, name));
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

async function register(page, form) {
  await page.goto("/loket-kerja/daftar");
  const csrf = await page.locator("input[name=csrf]").first().inputValue();
  await page.request.post("/loket-kerja/daftar", { form: { csrf, ...form } });
}

const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);

async function plan(page, title, ahead) {
  await page.goto("/kelas-kerja/baru");
  await page.fill("#title", title);
  await page.selectOption("#kind", "trade");
  await page.selectOption("#trade", "kue-roti");
  await page.selectOption("#area", "31.73.05");
  await page.fill("#place", `Dapur contoh ${title}`);
  await page.fill("#capacity", "1");
  await page.fill("#from", day(ahead));
  await page.fill("#days", "3");
  await page.check("input[name=weekends]");
  await page.click("button[value=make]");
  await page.locator("text=3 pertemuan dibuat").waitFor();
  assert.equal(await page.locator("fieldset:has(#s_on-1)").count(), 1);
  await page.fill("#s_on-3", "");
  await page.click(".jp-actions button >> nth=0");
  await page.locator("text=Kelas diumumkan.").waitFor();
  assert.equal(await page.locator("#pertemuan + ol > li").count(), 2, "a session without a day is dropped");
  return new URL(page.url()).pathname;
}

test("a class is planned, filled, and its seat handed on", async () => {
  const page = await visit(browser, programme.base, "sudin-barat", plain);
  const other = await plan(page, "Roti contoh", 20);
  const at = await plan(page, "Kue contoh", 10);
  await page.click("text=Daftarkan peserta");
  for (const [serial, name] of PEOPLE) {
    await page.fill("#nik", nik(serial));
    await page.press("#nik", "Enter");
    await page.locator(`.jp-notice >> text=${name}`).waitFor();
  }
  assert.match(await page.textContent(".jp-notice"), /Cici Contoh masuk daftar tunggu, urutan 2\./);

  await page.goto(at);
  await page.click("td a:has-text('Ubah')");
  assert.match(await page.textContent("h1"), /Ani Contoh/);
  await page.selectOption("#to", other.split("/").pop());
  await page.click("text=Pindahkan");
  await page.locator("text=1 orang dari daftar tunggu mendapat tempat.").waitFor();
  assert.match(await page.textContent("tbody"), /Beni Contoh/);
  await page.goto(other);
  assert.match(await page.textContent("tbody"), /Ani Contoh/);
  assert.deepEqual(page.faults, []);
});

test("a resident finds a class of the kecamatan, and a calendar takes it", async () => {
  const page = await visit(browser, programme.base, null, { ...plain, viewport: { width: 360, height: 740 } });
  await page.goto("/");
  await page.selectOption("#kecamatan", "31.73.05");
  await page.click("main form button");
  await page.click("text=Kue contoh");
  assert.match(await page.textContent("main"), /Penuh, 1 menunggu/);
  const address = await page.getAttribute("a:has-text('iCal')", "href");
  const calendar = await (await page.request.get(address)).text();
  assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 2);
  assert.deepEqual(page.faults, []);
});
