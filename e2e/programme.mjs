// Starts the product on a fresh database with its demonstration, and ends it again.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const PASSWORD = "tujuh kucing tidur";

/** One account of each kind that the tests work as. */
const ACCOUNTS = [
  ["admin", "--role", "administrator"],
  ["petugas-kebonjeruk", "--role", "registration_officer", "--agency", "ppkukm", "--area", "31.73.05"],
  ["sudin-barat", "--role", "city_office", "--agency", "ppkukm", "--area", "31.73"],
  ["pimpinan", "--role", "executive"],
  ["bank-bri", "--role", "bank_officer", "--bank", "bri"],
  ["bank-bni", "--role", "bank_officer", "--bank", "bni"],
];

const binary = process.env.JAKPRENEUR_BINARY || new URL("../target/debug/jakpreneur", import.meta.url).pathname;

/** The product at `base`, until `stop` is called. */
export async function start() {
  const folder = mkdtempSync(join(tmpdir(), "jakpreneur-"));
  const place = ["--database", `sqlite:${join(folder, "e2e.db")}`];
  const run = (args, input) => execFileSync(binary, [...place, ...args], { input, stdio: ["pipe", "pipe", "inherit"] });
  run(["demo", "--members", "300"]);
  for (const account of ACCOUNTS) run(["user", "add", ...account, "--password-stdin"], `${PASSWORD}\n`);
  const args = [...place, "serve", "--listen", "127.0.0.1:0", "--log", "warn"];
  const server = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"] });
  const base = await addressOf(server);
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, folder, stop };
}

function addressOf(server) {
  return new Promise((found, failed) => {
    server.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
    createInterface({ input: server.stdout }).on("line", (line) => {
      const told = line.match(/listening on (http:\S+)/);
      if (told) found(told[1]);
    });
  });
}
