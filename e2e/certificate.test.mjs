// From the announcement of a class to a certificate that anybody checks: every step a plain form, without scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "./browser.mjs";
import { start } from "./programme.mjs";
import { nik, walkIn } from "./world.mjs";

const PHONE = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
const plain = { javaScriptEnabled: false };
const PEOPLE = [[941, "Dewi Contoh"], [942, "Eko Contoh"]];
let programme, browser, officer, members;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
  officer = await visit(browser, programme.base, "sudin-barat", plain);
  members = [];
  const counter = await visit(browser, programme.base, "petugas-kebonjeruk", plain);
  for (const [serial, name] of PEOPLE) members.push(await registered(counter, walkIn(serial, name, { has_business: "true" })));
  await counter.context().close();
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Jakarta" });
const send = (page, button) => Promise.all([page.waitForNavigation(), page.click(button)]);

/** Registers somebody at the counter; answers the address of their file. */
async function registered(page, form) {
  await page.goto("/loket-kerja/daftar");
  const csrf = await page.locator("input[name=csrf]").first().inputValue();
  await page.request.post("/loket-kerja/daftar", { form: { csrf, ...form } });
  await page.goto("/loket-kerja/daftar");
  await page.fill("#nik", form.nik);
  await page.press("#nik", "Enter");
  await send(page, "#periksa a.jp-button");
  return new URL(page.url()).pathname;
}

async function announced(kind, title) {
  await officer.goto("/kelas-kerja/baru");
  await officer.fill("#title", title);
  await officer.selectOption("#kind", kind);
  await officer.selectOption("#trade", "kue-roti");
  await officer.selectOption("#area", "31.73.05");
  await officer.fill("#place", `Dapur ${title}`);
  await officer.fill("#capacity", "2");
  await officer.fill("#closes_on", today());
  await officer.fill("#from", today());
  await officer.fill("#days", "1");
  await officer.check("input[name=weekends]");
  await officer.click("button[value=make]");
  await officer.locator("text=1 pertemuan dibuat").waitFor();
  await officer.click(".jp-actions button >> nth=0");
  await officer.locator("text=Kelas diumumkan.").waitFor();
  return new URL(officer.url()).pathname.split("/").pop();
}

/** A member on a phone, signed in with a code from the counter. */
async function signedIn(file) {
  const counter = await visit(browser, programme.base, "petugas-kebonjeruk", plain);
  await counter.goto(file);
  await send(counter, "text=Beri kode masuk");
  const [who, code] = [await counter.textContent(".jp-notice .jp-code"), await counter.textContent(".jp-figure")];
  await counter.context().close();
  return { who, code };
}

test("a class goes from its announcement to a certificate, all in plain forms", async () => {
  const basic = await announced("basic", "Kelas dasar contoh");
  const id = await announced("trade", "Kue contoh");

  const page = await visit(browser, programme.base, null, PHONE);
  await page.goto(`/kelas/${id}`);
  await send(page, "text=Minta tempat sendiri");
  assert.equal(new URL(page.url()).pathname, "/saya/masuk");
  const { who, code } = await signedIn(members[0]);
  await page.fill("#who", who);
  await page.fill("#code", code);
  await send(page, "main form button");
  assert.equal(new URL(page.url()).pathname, `/saya/kelas/${id}`);
  await send(page, "main form button");
  assert.match(await page.textContent("[role=status]"), /Anda mendapat tempat/);
  await page.goto(`/saya/kelas/${basic}`);
  assert.match(await page.textContent("main"), /Anda tidak perlu kelas dasar/);
  assert.equal(await page.locator("main form button").count(), 0);

  await officer.goto(`/kelas-kerja/${id}/daftarkan`);
  await officer.fill("#nik", nik(PEOPLE[1][0]));
  await officer.press("#nik", "Enter");
  await officer.locator(".jp-notice >> text=Eko Contoh mendapat tempat").waitFor();

  const trainer = await visit(browser, programme.base, "admin", plain);
  await trainer.goto(`/kelas-saya/${id}/hadir?sesi=1`);
  await send(trainer, "li:has-text('Dewi Contoh') button[value^=present]");
  await send(trainer, "li:has-text('Eko Contoh') button[value^=absent]");
  await trainer.goto(`/kelas-saya/${id}/hasil`);
  await send(trainer, "main form button");
  await send(trainer, "main .jp-notice--success a");
  await trainer.fill("#signer", "Nama Penanda Tangan");
  await trainer.fill("#position", "Kepala Suku Dinas");
  await send(trainer, "main form button");
  const number = await trainer.textContent("tbody th a");
  assert.equal(await trainer.locator("tbody tr").count(), 1, "who was absent has none");

  await page.goto("/cek");
  await page.fill("#nomor", number);
  await send(page, "main form button");
  const said = await page.textContent("main");
  for (const printed of [number, "Dewi Contoh", "Kue contoh", "Nama Penanda Tangan", "Kepala Suku Dinas"]) {
    assert.ok(said.includes(printed), printed);
  }
  await page.goto(`/cek/${encodeURIComponent(number.slice(0, -1) + (number.endsWith("2") ? "3" : "2"))}`);
  await page.locator(".jp-notice--error").waitFor();

  await trainer.fill("#number", number);
  await trainer.fill("#reason", "Salah orang");
  await send(trainer, "button.jp-button--warn");
  await page.goto(`/cek/${number.replaceAll("/", "-")}`);
  assert.match(await page.textContent(".jp-notice--error"), /Salah orang/);
  assert.deepEqual([...page.faults, ...officer.faults].filter((fault) => !/status of 4/.test(fault)), []);
});
