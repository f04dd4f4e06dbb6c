// Marking attendance without reloading: a scanner that types, the phone's camera, a tap in the list.

const BETWEEN_LOOKS = 200; // milliseconds between two looks through the camera
const SAME_CODE = 3000; // a card held before the camera is sent once in so many milliseconds

const scan = document.getElementById("pindai");
const news = document.getElementById("kabar");
const list = document.getElementById("ketuk");
const filter = document.getElementById("cari");

const WORDS = { present: "hadir", excused: "izin", absent: "absen" };
const COLOURS = { present: "jp-tag--green", excused: "jp-tag--amber", absent: "jp-tag--red" };

function text(of, word) {
  return of.dataset[word] || "";
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function clock(at) {
  const parts = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Jakarta" };
  return new Date(at).toLocaleTimeString("id-ID", parts).replace(":", ".");
}

function key() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function tell(colour, word, name) {
  const panel = document.createElement("div");
  panel.className = `jp-panel jp-told ${colour}`;
  const said = document.createElement("p");
  const strong = document.createElement("strong");
  strong.textContent = word;
  said.append(strong);
  const who = document.createElement("p");
  who.textContent = name;
  panel.append(said, who);
  news.replaceChildren(panel);
}

function fail(why) {
  tell("jp-panel--red", text(news, "gagal"), why);
}

async function send(mark, way) {
  const headers = {
    "content-type": "application/json",
    "accept-language": document.documentElement.lang,
    "x-csrf-token": scan.elements.csrf.value,
    "idempotency-key": key(),
  };
  const body = JSON.stringify({ marks: [mark], way });
  let answer;
  try {
    answer = await fetch(`/api/v1/sessions/${scan.dataset.sesi}/attendance`, { method: "POST", headers, body });
  } catch {
    fail(text(news, "putus"));
    return;
  }
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) show(said.items[0]);
  else fail(said.errors?.[0]?.message || said.detail || said.title || text(news, "putus"));
}

function show(item) {
  const row = document.getElementById(`m-${item.member}`);
  // Somebody who came into the list after it was drawn.
  if (!row) {
    location.reload();
    return;
  }
  const word = WORDS[item.mark];
  const already = item.outcome === "already";
  const said = text(news, word);
  const at = clock(item.at);
  const shown = already ? text(news, "sudah").replace("{mark}", said) : said;
  tell(already ? "jp-panel--amber" : "", `${shown} ${at}`, row.querySelector(".jp-name").textContent);
  const tag = document.createElement("span");
  tag.className = `jp-tag ${COLOURS[item.mark]}`;
  tag.textContent = `${text(news, `tanda${capital(word)}`)} ${at}`;
  row.querySelector(".jp-mark").replaceChildren(tag);
  count();
}

function count() {
  if (!list || filter.value) return;
  const all = list.querySelectorAll("li");
  const present = list.querySelectorAll(".jp-mark .jp-tag--green").length;
  const counter = document.getElementById("hitung");
  const said = counter.dataset.semua.replace("{n}", present).replace("{all}", all.length);
  counter.firstElementChild.textContent = said;
}

function typed(event) {
  event.preventDefault();
  const field = scan.elements.code;
  const code = field.value.trim();
  field.value = "";
  field.focus();
  if (!code) return;
  const isNik = /^[\d .]+$/.test(code);
  send(isNik ? { nik: code.replace(/\D/g, "") } : { code }, isNik ? "list" : "scanner");
}

function tapped(event) {
  const button = event.submitter;
  if (!button?.value) return;
  event.preventDefault();
  const [mark, member] = button.value.split(":");
  send({ member, mark }, "list");
}

function narrow() {
  const wanted = filter.value.trim().toLowerCase();
  for (const row of list.querySelectorAll("li")) {
    row.hidden = !row.querySelector(".jp-name").textContent.toLowerCase().includes(wanted);
  }
}

/** Reads codes through the camera until it is turned off. */
async function watch(button, screen) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const media = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  screen.srcObject = media;
  screen.hidden = false;
  await screen.play();
  const on = button.textContent;
  button.textContent = text(button, "mati");
  let last = { code: "", at: 0 };
  const look = setInterval(async () => {
    const [found] = await detector.detect(screen).catch(() => []);
    if (!found) return;
    const now = Date.now();
    if (found.rawValue === last.code && now - last.at < SAME_CODE) return;
    last = { code: found.rawValue, at: now };
    send({ code: found.rawValue }, "camera");
  }, BETWEEN_LOOKS);
  return () => {
    clearInterval(look);
    for (const track of media.getTracks()) track.stop();
    screen.hidden = true;
    button.textContent = on;
  };
}

function camera() {
  const button = document.getElementById("kamera");
  const screen = document.getElementById("layar");
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  button.hidden = false;
  let off = null;
  button.addEventListener("click", async () => {
    if (off) {
      off();
      off = null;
      return;
    }
    off = await watch(button, screen).catch(() => {
      fail(text(button, "tiada"));
      return null;
    });
  });
}

if (scan) {
  scan.addEventListener("submit", typed);
  camera();
  if (list) list.addEventListener("submit", tapped);
}
if (list) filter.addEventListener("input", narrow);
