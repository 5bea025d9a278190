"use strict";
// What a page can do with scripts; without them it is whole. Nothing is stored.
(() => {
  const leave = document.getElementById("leave");
  const away = leave.href;
  const title = document.title;

  // Leaving: an overlay at once, and this entry of the history is replaced.
  let covered = [];
  function go(event) {
    if (event) event.preventDefault();
    if (covered.length) return;
    const overlay = document.createElement("p");
    overlay.className = "overlay";
    overlay.setAttribute("role", "alert");
    overlay.lang = leave.dataset.lang;
    overlay.textContent = leave.dataset.loading;
    document.title = "…";
    covered = [...document.body.children].filter((child) => !child.hidden);
    covered.forEach((child) => { child.hidden = true; });
    document.body.append(overlay);
    location.replace(away);
  }
  leave.addEventListener("click", go);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    covered.forEach((child) => { child.hidden = false; });
    covered = [];
    document.title = title;
    document.querySelectorAll(".overlay").forEach((found) => found.remove());
  });

  // Shift three times, each within five seconds of the one before; another key begins anew.
  const status = document.createElement("span");
  status.className = "presses";
  status.setAttribute("role", "status");
  status.lang = leave.dataset.lang;
  leave.after(status);
  let presses = 0, timer = 0, mixed = false;
  function reset(late) {
    clearTimeout(timer);
    status.textContent = late && presses ? leave.dataset.late : "";
    presses = 0;
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") return;
    mixed = event.shiftKey;
    reset(false);
  });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return;
    if (mixed) { mixed = false; return; }
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) return go();
    status.textContent = presses === 1 ? leave.dataset.two : leave.dataset.one;
    timer = setTimeout(() => reset(true), 5000);
  });

  // Moves inside of the site leave one entry in the history, so that Back leaves the site.
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link === leave || link.hasAttribute("download") || event.defaultPrevented) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const there = new URL(link.href);
    if (there.protocol !== location.protocol || there.host !== location.host) return;
    event.preventDefault();
    location.replace(there.href);
  });

  // Text size and print, where the page has them.
  document.querySelectorAll(".tools").forEach((tools) => { tools.hidden = false; });
  let size = 1;
  const on = (id, act) => document.getElementById(id)?.addEventListener("click", act);
  const set = (factor) => {
    size = Math.min(3, Math.max(0.8, size * factor));
    document.documentElement.style.fontSize = `${112.5 * size}%`;
  };
  on("larger", () => set(1.2));
  on("smaller", () => set(1 / 1.2));
  on("print", () => print());
})();
