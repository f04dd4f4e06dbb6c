// What the codes on member cards say, made from the key of the test's own database.

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import qrcode from "qrcode-generator";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const keyed = (key, ...parts) => {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};

/** The code of a member's card. */
export function cardCode(folder, member) {
  const master = Buffer.from(readFileSync(join(folder, "e2e.db.key"), "utf8").trim(), "hex");
  const id = Buffer.from(member.replaceAll("-", ""), "hex");
  const hash = keyed(keyed(master, "look up"), "card", Buffer.from([0]), id).subarray(0, 16);
  let rest = BigInt(`0x${hash.toString("hex")}`);
  let letters = "";
  for (let n = 0; n < 8; n += 1, rest /= 31n) letters += LETTERS[Number(rest % 31n)];
  return `JP1:${id.toString("hex").toUpperCase()}:${letters}`;
}

/** A photo of a card, held a little askew before a grey wall; as PNG. */
export async function photoOf(page, code) {
  const drawn = qrcode(0, "M");
  drawn.addData(code, "Alphanumeric");
  drawn.make();
  const table = await page.context().browser().newPage({ viewport: { width: 800, height: 600 } });
  const card = `background:#fff;padding:40px;width:300px;margin:60px auto;transform:rotate(8deg)`;
  await table.setContent(`<body style="background:#888"><div style="${card}">${drawn.createSvgTag({ cellSize: 8, margin: 0, scalable: true })}</div>`);
  const photo = await table.screenshot();
  await table.close();
  return photo;
}
