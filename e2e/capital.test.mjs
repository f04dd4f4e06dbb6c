// A member on a small phone without scripts sends a referral; the bank answers, a second bank sees nothing, and
// once consent is withdrawn the first sees nothing more.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, overflow, visit } from "./browser.mjs";
import { furnish, LONG } from "./pages.mjs";
import { start } from "./programme.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
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

const go = (page, act) => Promise.all([page.waitForNavigation(), act()]);

async function signedIn() {
  const counter = await visit(browser, programme.base, "petugas-kebonjeruk", { javaScriptEnabled: false });
  await counter.goto(`/warga/${member}`);
  await go(counter, () => counter.click("text=Beri kode masuk"));
  const [who, code] = [await counter.textContent(".jp-notice .jp-code"), await counter.textContent(".jp-figure")];
  await counter.context().close();
  const page = await visit(browser, programme.base, null, { viewport: PHONE, javaScriptEnabled: false });
  await page.goto("/saya");
  await page.fill("#who", who);
  await page.fill("#code", code);
  await go(page, () => page.press("#code", "Enter"));
  return page;
}

/** What axe finds on a page, and whether it is too wide; axe needs scripts, so a page of the same session looks. */
async function looked(page, at) {
  const state = await page.context().storageState();
  const eye = await visit(browser, programme.base, null, { viewport: PHONE, bypassCSP: true, storageState: state });
  await eye.goto(at);
  assert.ok((await overflow(eye)) <= 0, `${at} is too wide`);
  await eye.evaluate(AXE);
  const { violations } = await eye.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), RULES);
  assert.deepEqual(violations.map((wrong) => `${at}: ${wrong.id} ${wrong.nodes[0].html}`), []);
  await eye.context().close();
}

test("from the member's phone to the bank's answer, and nothing for another bank", async () => {
  const phone = await signedIn();
  await phone.goto("/saya/modal/baru");
  await go(phone, () => phone.click("text=Periksa jawaban"));
  assert.match(await phone.textContent(".jp-error-summary"), /./, "an empty form is told what is missing");
  await phone.check("input[name=bank][value=bri]");
  await phone.selectOption("#product", "kur");
  await phone.fill("#amount", "15.000.000");
  await phone.fill("#purpose", "Membeli oven");
  await phone.check("input[name=shared][value=name]");
  await go(phone, () => phone.click("text=Periksa jawaban"));
  assert.match(await phone.textContent("main"), /KUR mikro/, "the amount is advised upon");
  await go(phone, () => phone.click("text=Kirim ke bank"));
  assert.match(await phone.textContent(".jp-error-summary"), /./, "nothing goes without the tick");
  await phone.check("#consent");
  await go(phone, () => phone.click("text=Kirim ke bank"));
  const own = new URL(phone.url()).pathname;
  const at = own.replace("/saya/modal", "/rujukan");
  for (const page of ["/saya/modal", "/saya/modal/baru", own]) await looked(phone, page);

  const bri = await visit(browser, programme.base, "bank-bri", { javaScriptEnabled: false });
  const bni = await visit(browser, programme.base, "bank-bni", { javaScriptEnabled: false });
  const sees = async (page, path) => (await page.goto(path)).status();
  assert.equal(await sees(bni, at), 404);
  await bni.goto("/rujukan");
  assert.doesNotMatch(await bni.textContent("main"), new RegExp(LONG));
  assert.equal(await sees(bri, at), 200);
  assert.match(await bri.textContent("main"), new RegExp(LONG));
  assert.equal(await sees(bri, `/warga/${member}`), 403);
  for (const page of ["/rujukan", at]) await looked(bri, page);
  await bri.goto(at);
  const answer = async (step, amount) => {
    await bri.check(`input[name=step][value=${step}]`);
    await bri.fill("#amount", amount);
    await go(bri, () => bri.click("form:has(input[name=step]) button"));
    assert.match(await bri.textContent(".jp-notice"), /Tersimpan/);
  };
  await answer("received", "");
  await answer("approved", "12000000");
  await answer("disbursed", "12000000");
  await phone.goto(own);
  assert.match(await phone.textContent("main"), /Dicairkan.*Rp12\.000\.000/s);

  await phone.click("summary:has-text('Cabut izin')");
  await go(phone, () => phone.click("button:has-text('Cabut izin')"));
  assert.match(await phone.textContent("main"), /Izin dicabut/);
  assert.equal(await sees(bri, at), 404);
  await bri.goto("/rujukan");
  assert.doesNotMatch(await bri.textContent("main"), new RegExp(LONG));
});
