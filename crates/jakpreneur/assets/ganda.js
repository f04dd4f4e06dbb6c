// Pairs by keyboard: while a pair's button has the focus, 1 presses the first of them and 2 the second.

for (const form of document.querySelectorAll("form[data-pasangan]")) {
  form.addEventListener("keydown", (event) => {
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || !/^[12]$/.test(event.key)) return;
    event.preventDefault();
    form.querySelectorAll("button")[Number(event.key) - 1].click();
  });
}
