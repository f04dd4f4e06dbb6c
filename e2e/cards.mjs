// What the codes on member cards say, made from the key of the test's own database.

import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

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
