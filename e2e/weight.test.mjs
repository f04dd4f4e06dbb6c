// What a first and a second view weigh on the wire, and how many requests they take.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "./browser.mjs";
import { start } from "./programme.mjs";

const KB = 1000;
let programme, browser;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

/** Bytes and requests of opening a page. */
async function view(page, path) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const seen = { bytes: 0, requests: 0 };
  wire.on("Network.loadingFinished", (done) => {
    seen.bytes += done.encodedDataLength;
    seen.requests += done.encodedDataLength > 0 ? 1 : 0;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await wire.detach();
  return seen;
}

/** Opens a page with nothing kept, then again. */
async function weigh(name, path) {
  const signed = await visit(browser, programme.base, name);
  const state = await signed.context().storageState();
  await signed.context().close();
  const page = await visit(browser, programme.base, null, { storageState: state });
  return { first: await view(page, path), again: await view(page, path) };
}

for (const [who, name, path, first, again, requests] of [
  ["the front page", null, "/", 45 * KB, 8 * KB, 6],
  ["the classes to come", null, "/kelas", 45 * KB, 8 * KB, 6],
  ["the catalogue", null, "/katalog", 45 * KB, 8 * KB, 6],
  ["sign-in", null, "/masuk", 45 * KB, 8 * KB, 6],
  ["the counter", "petugas-kebonjeruk", "/loket-kerja/daftar", 90 * KB, 8 * KB, 10],
  ["the dashboard", "pimpinan", "/dasbor", 90 * KB, 15 * KB, 8],
  ["the figures", "sudin-barat", "/angka/tahap?by=area:kecamatan", 90 * KB, 15 * KB, 8],
  ["the officers' classes", "sudin-barat", "/kelas-kerja", 90 * KB, 15 * KB, 10],
  ["the list of people", "sudin-barat", "/orang", 90 * KB, 15 * KB, 10],
]) {
  test(`${who} keeps its budget`, async (t) => {
    const seen = await weigh(name, path);
    t.diagnostic(`first ${seen.first.bytes} bytes in ${seen.first.requests} requests, again ${seen.again.bytes}`);
    assert.ok(seen.first.bytes <= first, `first view ${seen.first.bytes} bytes`);
    assert.ok(seen.first.requests <= requests, `first view ${seen.first.requests} requests`);
    assert.ok(seen.again.bytes <= again, `second view ${seen.again.bytes} bytes`);
  });
}
