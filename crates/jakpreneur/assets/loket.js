// The counter by keyboard: Enter goes on, Shift+Enter back, Ctrl+Enter saves, digits choose, F keys open, Esc clears.

const TYPED = "input:not([type=hidden]):not([type=submit]), select, textarea";

/** The fields that can be reached, in reading order, one per choice group. */
function stopsOf(form) {
  const groups = new Set();
  return Array.from(form.querySelectorAll(`${TYPED}, [data-simpan]`)).filter((field) => {
    if (field.disabled || field.closest("details:not([open])")) return false;
    if (field.type !== "radio") return true;
    if (groups.has(field.name)) return false;
    groups.add(field.name);
    return true;
  });
}

function isSameStop(one, other) {
  return one === other || (one.type === "radio" && one.name === other.name);
}

/** Goes to the next or previous field; those that the NIK has filled are passed over. */
function move(form, from, step) {
  const stops = stopsOf(form);
  let there = stops.findIndex((stop) => isSameStop(stop, from)) + step;
  while (stops[there] && stops[there].closest("[data-lewati]")) there += step;
  let target = stops[there];
  if (!target) return;
  if (target.type === "radio") target = form.querySelector(`input[name="${target.name}"]:checked`) || target;
  target.focus();
  if (target.type === "text" || target.type === "tel") target.select();
}

/** Completes a name from its list. Says false where several names fit and none is meant yet. */
function complete(field) {
  if (!field.list || !field.value) return true;
  const typed = field.value.trim().toLowerCase();
  const names = Array.from(field.list.options, (option) => option.value);
  const exact = names.filter((name) => name.toLowerCase() === typed);
  const starting = names.filter((name) => name.toLowerCase().startsWith(typed));
  const holding = names.filter((name) => name.toLowerCase().includes(typed));
  const fitting = [exact, starting, holding].find((found) => found.length > 0) || [];
  if (fitting.length === 1) field.value = fitting[0];
  return fitting.length < 2;
}

/** A digit chooses in the group that has the focus, and goes on. */
function choose(form, field, digit) {
  const choice = form.querySelectorAll(`input[type="radio"][name="${field.name}"]`)[digit - 1];
  if (!choice) return;
  choice.checked = true;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  move(form, choice, 1);
}

function isChanged(form) {
  return Array.from(form.querySelectorAll(TYPED)).some((field) => {
    if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
    return field.tagName === "INPUT" && field.value !== field.defaultValue;
  });
}

function mayLeave(form) {
  return !isChanged(form) || window.confirm(form.dataset.kataKosongkan);
}

function clear(form) {
  if (!mayLeave(form)) return;
  form.reset();
  form.elements.nik.focus();
}

/** Presses the link, button or help that the page marked with this key; true where there is one. */
function press(form, key) {
  const target = document.querySelector(`[data-kunci="${key}"]`);
  if (!target) return false;
  if (target.tagName === "DETAILS") {
    target.open = !target.open;
    target.querySelector("summary").focus();
  } else if (key === "F4" || mayLeave(form)) {
    target.click();
  }
  return true;
}

function enter(form, event) {
  const field = event.target;
  if (event.ctrlKey || event.metaKey) {
    form.querySelector("[data-simpan]").click();
  } else if (field.form !== form || !field.matches(TYPED)) {
    return;
  } else if (event.shiftKey) {
    move(form, field, -1);
  } else if (complete(field)) {
    move(form, field, 1);
  }
  event.preventDefault();
}

function onKey(form, event) {
  if (event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter") {
    if (event.repeat) event.preventDefault();
    else enter(form, event);
  } else if (event.key === "Escape") {
    event.preventDefault();
    clear(form);
  } else if (/^F\d$/.test(event.key) && !event.altKey && !event.ctrlKey) {
    if (press(form, event.key)) event.preventDefault();
  } else if (/^[1-9]$/.test(event.key) && event.target.type === "radio" && event.target.form === form) {
    event.preventDefault();
    choose(form, event.target, Number(event.key));
  }
}

const form = document.querySelector("form[data-loket]");
if (form) {
  document.addEventListener("keydown", (event) => onKey(form, event));
  for (const field of form.querySelectorAll("input[list]")) field.addEventListener("change", () => complete(field));
}
