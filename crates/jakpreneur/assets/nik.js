// The NIK field: groups 6-6-4 while typing, fills birth date and sex from it, and asks whether the NIK is known.

const FULL_LENGTH = 16;
const BIRTH_LENGTH = 12;
const YOUNGEST = 15;

const digitsOf = (text) => text.replace(/\D/g, "");

/** "3173055506900003" → "317305 550690 0003". */
export function grouped(digits) {
  return [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12)].filter(Boolean).join(" ");
}

function isRealDay(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Birth date and sex as the NIK tells them; null where no century makes the date real. `today` is YYYY-MM-DD. */
export function birthOf(digits, today) {
  const coded = Number(digits.slice(6, 8));
  const day = coded > 40 ? coded - 40 : coded;
  const month = Number(digits.slice(8, 10));
  const latest = `${Number(today.slice(0, 4)) - YOUNGEST}${today.slice(4)}`;
  for (const century of ["20", "19"]) {
    const year = century + digits.slice(10, 12);
    const date = `${year}-${digits.slice(8, 10)}-${String(day).padStart(2, "0")}`;
    if (date <= latest && isRealDay(Number(year), month, day)) {
      return { date, sex: coded > 40 ? "female" : "male" };
    }
  }
  return null;
}

/** Where the caret belongs so that it keeps `count` digits on its left. */
function caretAfter(count, goingForward) {
  const full = goingForward ? count : count - 1;
  return count + (full >= 12 ? 2 : full >= 6 ? 1 : 0);
}

/** Writes the groups into the field and keeps the caret at its digit. Text with letters is left as it was typed. */
function regroup(field, goingForward) {
  if (/[^\d\s.-]/.test(field.value)) return;
  const left = digitsOf(field.value.slice(0, field.selectionStart)).length;
  const text = grouped(digitsOf(field.value));
  if (text === field.value) return;
  field.value = text;
  const caret = Math.max(0, caretAfter(left, goingForward));
  field.setSelectionRange(caret, caret);
}

/** What the NIK itself makes doubtful, in the words that the page brought along. Never stops the typing. */
function doubts(field, digits, birth) {
  const words = field.dataset;
  const found = [];
  if (/[^\d\s.-]/.test(field.value)) found.push(words.kataHuruf);
  if (digits.length > FULL_LENGTH && words.kataLebih) found.push(words.kataLebih.replace("{n}", digits.length - FULL_LENGTH));
  if (digits.length >= 2 && digits.slice(0, 2) !== "31") found.push(words.kataLuar);
  if (digits.length >= BIRTH_LENGTH && !birth) found.push(words.kataTanggal);
  return found.filter(Boolean).join(" ");
}

/** Fills birth date and sex, unless the officer has changed them; Enter then passes over the two. */
function fillBirth(form, birth) {
  const box = form.querySelector("[data-dari-nik]");
  if (!box) return;
  if (birth && !box.dataset.diubah) {
    form.elements.birth_date.value = birth.date;
    form.elements.sex.value = birth.sex;
  }
  const note = box.querySelector("[data-terisi]");
  if (note) note.hidden = !birth || Boolean(box.dataset.diubah);
  if (birth && !box.querySelector("[aria-invalid]")) box.setAttribute("data-lewati", "");
  else box.removeAttribute("data-lewati");
}

/** The question to the server; a newer one makes the older one void. */
function checker(form, panel) {
  const before = panel.innerHTML;
  let asked = "";
  let turn = 0;
  let running = null;
  let isAnswered = false;

  function stop() {
    turn += 1;
    asked = "";
    if (running) running.abort();
    running = null;
    panel.removeAttribute("aria-busy");
  }

  async function ask(digits) {
    const body = new URLSearchParams({ nik: digits });
    for (const name of ["name", "birth_date", "phone"]) body.set(name, form.elements[name].value);
    if (body.toString() === asked) return;
    stop();
    asked = body.toString();
    const mine = turn;
    running = "AbortController" in window ? new AbortController() : null;
    panel.setAttribute("aria-busy", "true");
    const html = await answerTo(form, body, running);
    if (mine !== turn) return;
    panel.removeAttribute("aria-busy");
    if (html === null) asked = "";
    if (html === null) panel.textContent = panel.dataset.kataGagal;
    else panel.innerHTML = html;
    isAnswered = true;
  }

  function clear() {
    if (!asked && !isAnswered) return;
    stop();
    isAnswered = false;
    panel.innerHTML = before;
  }
  return { ask, clear };
}

async function answerTo(form, body, running) {
  try {
    const answer = await fetch(form.dataset.periksa, {
      method: "POST",
      body,
      credentials: "same-origin",
      headers: { "X-CSRF-Token": form.elements.csrf.value },
      signal: running ? running.signal : undefined,
    });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch (_refused) {
    return null;
  }
}

function watch(field) {
  const form = field.form;
  const note = document.getElementById("nik-catatan");
  const panel = document.getElementById("periksa");
  const check = panel && form.dataset.periksa ? checker(form, panel) : null;

  function read() {
    const digits = digitsOf(field.value);
    const birth = form.dataset.hari && digits.length >= BIRTH_LENGTH ? birthOf(digits, form.dataset.hari) : null;
    const text = doubts(field, digits, birth);
    if (note && note.textContent !== text) note.textContent = text;
    fillBirth(form, birth);
    if (!check) return;
    if (digits.length === FULL_LENGTH) check.ask(digits);
    else check.clear();
  }

  field.addEventListener("input", (event) => {
    regroup(field, event.inputType === "deleteContentForward");
    read();
  });
  form.addEventListener("change", (event) => {
    const box = event.target.closest("[data-dari-nik]");
    if (box) box.dataset.diubah = "ya";
    if (event.target !== field) read();
  });
  form.addEventListener("reset", () => setTimeout(() => {
    const box = form.querySelector("[data-dari-nik]");
    if (box) delete box.dataset.diubah;
    read();
  }));
  if (field.value) {
    regroup(field, true);
    read();
  }
}

for (const field of document.querySelectorAll("input[data-nik]")) watch(field);
