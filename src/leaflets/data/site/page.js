"use strict";
// What a page can do with scripts; without them it is whole. Nothing is stored.
(() => {
  const leave = document.getElementById("leave");
  const away = leave.href;

  // Leaving: an overlay at once, and this entry of the history is replaced.
  function go(event) {
    if (event) event.preventDefault();
    const overlay = document.createElement("p");
    overlay.className = "overlay";
    overlay.setAttribute("role", "alert");
    overlay.textContent = leave.dataset.loading;
    document.title = "…";
    document.body.append(overlay);
    document.body.classList.add("leaving");
    location.replace(away);
  }
  leave.addEventListener("click", go);
  addEventListener("pageshow", () => {
    document.body.classList.remove("leaving");
    document.querySelectorAll(".overlay").forEach((found) => found.remove());
  });

  // Shift three times, each within five seconds of the one before; another key begins anew.
  const status = document.createElement("span");
  status.className = "presses";
  status.setAttribute("role", "status");
  leave.after(status);
  let presses = 0, timer = 0, mixed = false;
  function reset(late) {
    clearTimeout(timer);
    status.textContent = late && presses ? leave.dataset.late : "";
    presses = 0;
  }
  addEventListener("keydown", (event) => { if (event.key !== "Shift") { mixed = event.shiftKey; reset(false); } });
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
    const here = new URL(document.baseURI), there = new URL(link.href, here);
    const inside = there.protocol === here.protocol && there.host === here.host;
    if (!inside || !/\.html$|\/$/.test(there.pathname)) return;
    event.preventDefault();
    location.replace(there.href);
  });

  // Text size and print.
  document.querySelectorAll(".tools").forEach((tools) => { tools.hidden = false; });
  let size = 1;
  const set = (factor) => {
    size = Math.min(3, Math.max(0.8, size * factor));
    document.documentElement.style.fontSize = `${112.5 * size}%`;
  };
  document.getElementById("larger").addEventListener("click", () => set(1.2));
  document.getElementById("smaller").addEventListener("click", () => set(1 / 1.2));
  document.getElementById("print").addEventListener("click", () => print());
})();
