// Every page in the states that matter: empty, filled, wrong, with long text. The browser tests walk through all of them.

import { post } from "./browser.mjs";
import { CLASS, nik, walkIn } from "./world.mjs";

export const LONG = "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww Kusumawardhaniningtyas Contoh-Panjang Sekali Namanya";

/** People and pairs that the pages show; run once, by somebody at the counter. */
export async function furnish(page) {
  await page.goto("/loket-kerja/daftar");
  const saved = [];
  for (const [serial, name] of [[921, LONG], [922, "Dewi Contoh"], [923, "Dewi Contoh"]]) {
    const address = await post(page, "/loket-kerja/daftar", walkIn(serial, name));
    saved.push(new URL(address).searchParams.get("tersimpan"));
  }
  const [long, dewi] = saved;
  const note = { stage: "training", occurred_on: "", note: LONG, evidence: LONG };
  await post(page, `/warga/${long}/layanan`, note);
  await page.goto(`/warga/${long}/ubah`);
  await send("main form", { "#address": LONG, "#reason": LONG })(page);
  const formed = await post(page, "/kelompok", { name: LONG, agency: "ppkukm", office: "31.73.05" });
  const group = new URL(formed).pathname;
  await page.goto(group);
  await post(page, `${group}/anggota`, { member: nik(922) });
  await page.goto(`/warga/${long}/produk`);
  const kept = await post(page, `/warga/${long}/produk`, { name: LONG, text: LONG, category: "food", price: "15000" });
  const product = new URL(kept).pathname;
  await page.goto(product);
  await post(page, `${product}/tampilkan`, { by: "whatsapp", contact: "081200000000", consent: "ya" });
  await page.goto(product);
  await post(page, `${product}/lapak`, { marketplace: "other", address: "https://toko.example/keripik" });
  return { long, dewi, group, product };
}

/** A class with long texts, somebody in it and somebody who waits; run once, by the city office. */
export async function furnishClasses(page) {
  await page.goto("/kelas-kerja/baru");
  const soon = new Date(Date.now() + 12 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const address = await post(page, "/kelas-kerja/baru", { ...CLASS, title: LONG, notes: LONG, from: soon });
  const id = new URL(address).pathname.split("/").pop();
  const at = `/kelas-kerja/${id}`;
  const places = [];
  for (const serial of [921, 922]) {
    const told = await post(page, `${at}/daftarkan`, { nik: nik(serial) });
    places.push(new URL(told).searchParams.get("tercatat"));
  }
  return { id, at, place: `${at}/peserta/${places[0]}` };
}

/** Fills in and sends a form with its button. */
const send = (form, fields) => async (page) => {
  for (const [field, value] of Object.entries(fields)) await page.fill(field, value);
  await Promise.all([page.waitForNavigation(), page.click(`${form} button:not(.jp-plain)`)]);
};

/** Types a NIK and waits for the panel. */
const typed = (digits) => async (page) => {
  await page.fill("#nik", digits);
  await page.locator("#periksa :is(.jp-notice)").first().waitFor();
};

/** Follows links, one after the other. */
const follow = (...places) => async (page) => {
  for (const place of places) await Promise.all([page.waitForNavigation(), page.click(place)]);
};

const unfold = async (page) => {
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
};

export const PUBLIC = [
  { at: "/" },
  { at: "/bantuan" },
  { at: "/privasi" },
  { at: "/aksesibilitas" },
  { at: "/masuk" },
  { at: "/masuk", as: "wrong", act: send("main form", { "#name": "siapa", "#password": "bukan ini" }) },
  { at: "/saya/masuk" },
  { at: "/saya/masuk", as: "wrong", act: send("main form", { "#who": "siapa", "#code": "bukan ini" }) },
  { at: "/tidak-ada", status: 404 },
  { at: "/katalog" },
  { at: "/katalog?q=tidakada&kategori=craft", as: "nothing" },
  { at: "/katalog/0", as: "no such product", status: 404 },
  { at: "/cek" },
  { at: "/cek-rilis" },
  { at: "/cek-rilis/0", as: "no such release", status: 404 },
  { at: "/cek/0012-PKT-PPKUKM-31.75.06-2020-K7QX2M9T", as: "no such certificate", status: 404 },
];

export const announced = ({ id }) => [
  { at: "/kelas" },
  { at: "/kelas?kecamatan=31.01.01", as: "nothing" },
  { at: `/kelas/${id}`, as: "long" },
];

export const classes = ({ at, place }) => [
  { at: "/kelas-kerja" },
  { at: "/kelas-kerja?waktu=2019-01", as: "nothing" },
  { at },
  { at, as: "unfolded", act: unfold },
  { at: `${at}?keadaan=waiting&diundang=3&dilewati=1&naik=1`, as: "waiting" },
  { at, as: "not called off", status: 422, act: async (page) => (await unfold(page), await send("details form", { "#reason": " " })(page)) },
  { at: "/kelas-kerja/baru" },
  { at: "/kelas-kerja/baru", as: "wrong", status: 422, act: send(".jp-actions", {}) },
  { at: `${at}/ubah`, as: "filled" },
  { at: `${at}/undang` },
  { at: `${at}/undang?limit=x`, as: "wrong", status: 422 },
  { at: `${at}/daftarkan` },
  { at: `${at}/daftarkan?q=contoh`, as: "found" },
  { at: `${at}/daftarkan`, as: "wrong", status: 422, act: send("#minta", { "#nik": "31" }) },
  { at: `${at}/berkas` },
  { at: `${at}/berkas`, as: "wrong", status: 422, act: send(".jp-narrow", {}) },
  { at: place },
  { at: place, as: "wrong", status: 422, act: send("section:nth-of-type(2) form", {}) },
];

export const finished = ({ id, placed }) => [
  { at: "/kelas-kerja?waktu=semua&state=finished" },
  { at: `/kelas-kerja/${id}`, as: "finished" },
  { at: `/kelas-kerja/${id}/sertifikat` },
  { at: `/kelas-saya/${id}/hasil` },
  { at: `/kelas-saya/${id}/kertas` },
  { at: `/kelas-saya/${id}/hadir?sesi=1` },
  { at: `/warga/${placed[0]}`, as: "with a certificate" },
  { at: "/angka/pelatihan" },
  { at: "/angka/pelatihan?by=month", as: "unfolded", act: unfold },
  { at: "/angka/pelatihan?year=2019", as: "nothing" },
  { at: "/angka/pelatihan?area=99", as: "wrong", status: 422 },
  { at: "/angka/pelatihan/orang?measure=present" },
  { at: "/kelas-saya" },
];

export const shown = ({ product }) => [{ at: `/katalog/${product.split("/").pop()}`, as: "long" }];

export const counter = ({ long, dewi, group, product }) => [
  { at: `/warga/${long}/produk` },
  { at: `/warga/${long}/produk`, as: "wrong", status: 422, act: send("main form", {}) },
  { at: product },
  { at: product, as: "unfolded", act: unfold },
  { at: "/loket-kerja/daftar" },
  { at: "/loket-kerja/daftar", as: "unfolded", act: unfold },
  { at: "/loket-kerja/daftar", as: "wrong", status: 422, act: send("main form", { "#nik": "31", "#name": LONG }) },
  { at: `/loket-kerja/daftar?tersimpan=${long}`, as: "saved" },
  { at: "/loket-kerja/daftar", as: "known", act: typed(nik(921)) },
  { at: "/loket-kerja/daftar", as: "odd", act: typed("3273053206900000") },
  { at: "/orang" },
  { at: "/orang", as: "unfolded", act: unfold },
  { at: "/orang?q=www&as_at=2026-01-01", as: "nobody" },
  { at: "/orang?area=31.73.05&stage=training&measure=at&registered_from=2022-01-01", as: "filtered" },
  { at: "/orang?stage=x", as: "wrong", status: 422 },
  { at: "/orang/cari" },
  { at: "/orang/cari", as: "found", act: send("main form", { "#nik": nik(921) }) },
  { at: "/orang/cari", as: "wrong", status: 422, act: send("main form", { "#nik": "31" }) },
  { at: `/warga/${long}`, as: "long" },
  { at: `/warga/${long}`, as: "unfolded", act: unfold },
  { at: `/warga/${long}/alat` },
  { at: `/warga/${long}/izin` },
  { at: "/izin" },
  { at: "/izin?tampil=habis" },
  { at: `/warga/${long}/perkembangan` },
  { at: `/warga/${long}/perkembangan`, as: "wrong", status: 422, act: send("main form", { "#month": "13/2022" }) },
  { at: `/warga/${dewi}`, as: "wrong", status: 422, act: send("section", { "#occurred_on": "2001-01-01" }) },
  { at: `/warga/${dewi}`, as: "whole NIK", act: send(".jp-summary", {}) },
  { at: `/warga/${dewi}/ubah` },
  { at: `/warga/${dewi}/ubah`, as: "wrong", status: 422, act: send("main form", { "#name": "", "#moved_on": "2022-01-01" }) },
  { at: "/orang?pindah=1", as: "moved away" },
  { at: "/kelompok" },
  { at: "/kelompok", as: "wrong", status: 422, act: send("section form", { "#name": "" }) },
  { at: group },
  { at: group, as: "wrong", status: 422, act: send("section form", { "#member": "31" }) },
  { at: "/loket-kerja/ganda" },
  { at: "/akun/sandi" },
  { at: "/akun/sandi", as: "wrong", status: 422, act: send("main form", { "#current": "bukan ini", "#password": "pendek" }) },
  { at: "/akun", as: "forbidden", status: 403 },
];

const A_PLAN = "main table a";
const NEW_PLAN = { "#year": "1999", "#title": LONG };

export const OFFICE = [
  { at: "/dasbor" },
  { at: "/dasbor?as_at=2020-12-07&agency=ppapp", as: "an agency" },
  { at: "/target" },
  { at: "/target?cetak=1", as: "to print" },
  { at: "/target", as: "one", act: follow("a[href^='/target/0']") },
  { at: "/target/baru" },
  { at: "/target/baru", as: "wrong", status: 422, act: send("main form", {}) },
  { at: "/rilis" },
  { at: "/rilis/baru" },
  { at: "/rilis/baru", as: "wrong", status: 422, act: send("main form", { "#as_at": "1999-01-01", "#known_at": "x" }) },
  { at: "/rencana" },
  { at: "/rencana?tahun=2019", as: "empty" },
  { at: "/rencana", as: "a plan", act: follow(A_PLAN) },
  { at: "/rencana", as: "its lines", act: follow(A_PLAN, "a[href*='/baris?kecamatan=']") },
  { at: "/rencana", as: "a line", act: follow(A_PLAN, "a[href*='/baris?kecamatan=']", A_PLAN) },
  { at: "/rencana/baru" },
  { at: "/rencana/baru", as: "wrong", status: 422, act: send("main form", NEW_PLAN) },
  { at: "/rencana/impor" },
  { at: "/rencana/impor", as: "wrong", status: 422, act: send("main form", NEW_PLAN) },
  { at: "/loket-kerja/ganda" },
  { at: "/loket-kerja/ganda?putusan=same", as: "decided" },
  { at: "/loket-kerja/ganda", as: "unfolded", act: unfold },
  { at: "/angka/tahap" },
  { at: "/angka/tahap", as: "unfolded", act: unfold },
  { at: "/angka/tahap?area=31.73&by=area:kecamatan&by=sex&as_at=2022-06-22&scheme=jakbar2022", as: "grouped" },
  { at: "/angka/tahap?area=99", as: "wrong" },
  { at: "/impor" },
  { at: "/impor", as: "unfolded", act: unfold },
];

export const mentoring = ({ long }) => [
  { at: "/dampingi" },
  { at: `/dampingi/${long}/kunjungan` },
  { at: `/dampingi/${long}/kunjungan`, as: "wrong", status: 422, act: send("main form", { "#visited_on": "2001-01-01" }) },
];

export const ADMIN = [
  { at: "/akun" },
  { at: "/token" },
  { at: "/webhook" },
  { at: "/loket-kerja/daftar", as: "of no agency", act: unfold },
  { at: "/angka/tahap?by=area:kecamatan", as: "map" },
  { at: "/angka/tahap?by=month&cetak=1", as: "print" },
];
