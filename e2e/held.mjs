// Classes that are held today, and closed.

import assert from "node:assert/strict";

const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Jakarta" });

/** Asks the API as the page's own session does. */
export async function ask(page, path, data) {
  const csrf = await page.locator("input[name=csrf]").first().inputValue();
  const headers = { "x-csrf-token": csrf };
  const answer = data
    ? await page.request.post(`/api/v1${path}`, { data, headers })
    : await page.request.get(`/api/v1${path}`);
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** A class of today, and so many with a place in it. */
export async function hold(page, many, title) {
  const session = { held_on: today(), starts: "08:00", ends: "17:00", mode: "practice" };
  const { id } = await ask(page, "/classes", {
    kind: "trade", title, trade: "kuliner", agency: "ppkukm", area: "31.73.05", place: "Aula",
    capacity: many + 1, closes_on: today(), sessions: [session],
  });
  const people = [];
  for (let after = ""; people.length < many; ) {
    const found = await ask(page, `/members?agency=ppkukm&limit=200${after}`);
    people.push(...found.items.map((item) => item.id));
    if (!found.next) break;
    after = `&after=${encodeURIComponent(found.next)}`;
  }
  const placed = [];
  for (const member of people) {
    if (placed.length === many) break;
    const csrf = await page.locator("input[name=csrf]").first().inputValue();
    const options = { data: { member }, headers: { "x-csrf-token": csrf } };
    const answer = await page.request.post(`/api/v1/classes/${id}/places`, options);
    if (answer.ok()) placed.push(member);
  }
  assert.equal(placed.length, many);
  return { id, placed };
}

/** A class of today that is over, with so many who finished and have their certificates. */
export async function holdAndFinish(page, many, title) {
  const { id, placed } = await hold(page, many, title);
  await ask(page, `/sessions/${id}-1/attendance`, { marks: placed.map((member) => ({ member })) });
  await ask(page, `/classes/${id}/finish`, {});
  await ask(page, `/classes/${id}/certificates`, { signer: "Kepala Contoh", position: "Kepala Suku Dinas" });
  return { id, placed };
}
