"use strict";
// Finds a language by any of its names, and shows those that the browser asks for first. No page is changed.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const list = document.getElementById("languages");
  const items = [...list.children];
  const box = document.getElementById("filter");
  box.parentElement.hidden = false;
  box.addEventListener("input", () => {
    const wanted = fold(box.value.trim());
    let found = 0;
    for (const item of items) {
      item.hidden = !fold(item.dataset.find).includes(wanted);
      found += !item.hidden;
    }
    document.getElementById("none").hidden = found > 0;
  });
  const asked = (navigator.languages || []).map((tag) => tag.toLowerCase());
  for (const tag of asked.reverse()) {
    const match = items.find((item) => item.dataset.tag.toLowerCase() === tag)
      || items.find((item) => item.dataset.tag.toLowerCase() === tag.split("-")[0]);
    if (match) { match.classList.add("suggested"); list.prepend(match); }
  }
})();
