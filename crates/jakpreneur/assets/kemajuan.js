// Long work: fetches the page again every two seconds and puts its newer progress in place of the older one.

const PAUSE = 2000;

async function refresh(box) {
  try {
    const answer = await fetch(window.location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const newer = page.querySelector("[data-kemajuan]");
    if (!answer.ok || !newer) {
      window.location.reload();
      return;
    }
    box.innerHTML = newer.innerHTML;
  } catch (_offline) {
    // The next round tries again.
  }
  setTimeout(refresh, PAUSE, box);
}

const box = document.querySelector("[data-kemajuan]");
if (box) setTimeout(refresh, PAUSE, box);
