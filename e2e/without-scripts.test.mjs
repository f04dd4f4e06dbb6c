// Without scripts every act is a plain form: register, mend a mistake, finish, record and take back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "./browser.mjs";
import { start } from "./programme.mjs";
import { nik } from "./world.mjs";

let programme, browser;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

test("a walk-in is registered after a mistake is mended", async () => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk", { javaScriptEnabled: false });
  await page.goto("/loket-kerja/daftar");
  await page.fill("#nik", nik(911).slice(0, 14));
  await page.fill("#name", "Budi Contoh");
  await page.fill("#kelurahan", "Kebon Jeruk");
  await page.check("input[name=business_type][value=jasa]");
  await page.check("input[name=has_business][value=false]");
  await page.check("#consent");
  await page.press("#name", "Enter");
  await page.locator(".jp-error-summary").waitFor();
  assert.match(await page.title(), /^Kesalahan: /);
  assert.deepEqual(await page.locator(".jp-error-summary li").allTextContents(), ["NIK kurang 2 angka"]);
  assert.equal(await page.inputValue("#name"), "Budi Contoh");
  assert.equal(await page.isChecked("#consent"), true);
  await page.click(".jp-error-summary a");
  await page.fill("#nik", nik(911));
  await page.press("#nik", "Enter");
  await page.waitForURL(/tersimpan=/);
  assert.match(await page.textContent("#periksa"), /Budi Contoh tersimpan/);

  await page.click("text=Ubah data terakhir");
  await page.waitForURL(/\/ubah$/);
  await page.fill("#address", "Jalan Contoh 1");
  await page.press("#address", "Enter");
  await page.locator(".jp-error-summary").waitFor();
  await page.fill("#reason", "Alamat belum tercatat");
  await page.press("#reason", "Enter");
  await page.waitForURL(/diubah=1/);
  assert.match(await page.textContent("main"), /Alamat usaha: kosong → Jalan Contoh 1/);
  await page.selectOption("#stage", "mentoring");
  await page.click("section button");
  await page.waitForURL(/tercatat=/);
  await page.click("summary:has-text('Batalkan catatan ini')");
  await page.click("text=Batalkan catatan >> nth=-1");
  await page.locator(".jp-error-summary").waitFor();
  await page.fill("input[name=reason]", "Salah orang");
  await page.press("input[name=reason]", "Enter");
  await page.waitForURL(/dibatalkan=/);
  assert.match(await page.textContent(".jp-void"), /Salah orang/);
  assert.deepEqual(page.faults.filter((fault) => !/status of 422/.test(fault)), []);
});

test("a known NIK is refused with the way to the record", async () => {
  const page = await visit(browser, programme.base, "petugas-kebonjeruk", { javaScriptEnabled: false });
  await page.goto("/loket-kerja/daftar");
  await page.fill("#nik", nik(911));
  await page.press("#nik", "Enter");
  await page.locator("#periksa h3 >> text=Sudah terdaftar").waitFor();
  await page.click("#periksa a.jp-button");
  await page.waitForURL(/\/warga\//);
  assert.match(await page.textContent("h1"), /Budi Contoh/);
});
