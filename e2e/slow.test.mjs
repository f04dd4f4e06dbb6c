// How soon the largest part of a page appears on a slow phone. Reported, never a failure: machines differ.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, visit } from "./browser.mjs";
import { start } from "./programme.mjs";

/** A round trip in milliseconds, bits a second, how much slower the processor is, and the budget in milliseconds. */
const PROFILES = [
  { named: "150 ms, 1.6 Mbps, processor / 4", latency: 150, bits: 1_600_000, slower: 4, budget: { public: 1800, dashboard: 2200 } },
  { named: "300 ms, 700 kbps, processor / 6", latency: 300, bits: 700_000, slower: 6, budget: { public: 2500, dashboard: 3000 } },
];
let programme, browser;

before(async () => {
  [programme, browser] = await Promise.all([start(), launch()]);
});
after(async () => {
  await browser?.close();
  await programme?.stop();
});

/** Milliseconds from the start of the page to its largest part, with nothing kept from before. */
async function largest(state, path, { latency, bits, slower }) {
  const page = await visit(browser, programme.base, null, { viewport: { width: 360, height: 740 }, storageState: state });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const bytes = bits / 8;
  const network = { offline: false, latency, downloadThroughput: bytes, uploadThroughput: bytes };
  await wire.send("Network.emulateNetworkConditions", network);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.goto(path, { waitUntil: "networkidle" });
  const at = await page.evaluate(
    () =>
      new Promise((found) => {
        const watch = new PerformanceObserver((list) => found(list.getEntries().at(-1).startTime));
        watch.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  await page.context().close();
  return at;
}

for (const [who, name, path, kind] of [
  ["the front page", null, "/", "public"],
  ["the catalogue", null, "/katalog", "public"],
  ["the dashboard", "pimpinan", "/dasbor", "dashboard"],
]) {
  test(`${who} on a slow phone`, async (t) => {
    const signed = await visit(browser, programme.base, name);
    const state = await signed.context().storageState();
    await signed.context().close();
    for (const profile of PROFILES) {
      const times = [];
      for (let turn = 0; turn < 3; turn += 1) times.push(await largest(state, path, profile));
      times.sort((one, other) => one - other);
      t.diagnostic(`${profile.named}: ${Math.round(times[1])} ms, asked ${profile.budget[kind]}`);
      assert.ok(times[0] > profile.latency, "nothing is seen before the first answer");
    }
  });
}
