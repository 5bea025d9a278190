"use strict";
// Finds a language by any of its names, and shows those that the browser asks for first. No page is changed.
(() => {
  const LETTERS = { "đ": "d", "ł": "l", "ø": "o", "ı": "i", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe" };
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[đłøıħßæœ]/g, (letter) => LETTERS[letter]).replace(/[\s_-]+/g, " ");
  const list = document.getElementById("languages");
  const items = [...list.children].map((item) => ({ item, names: fold(`${item.textContent} ${item.dataset.tag}`), tag: item.dataset.tag.toLowerCase() }));
  const box = document.getElementById("filter");
  box.parentElement.hidden = items.length < 2;
  box.addEventListener("input", () => {
    const wanted = fold(box.value.trim());
    let found = 0;
    for (const { item, names } of items) {
      item.hidden = !names.includes(wanted);
      found += !item.hidden;
    }
    document.getElementById("none").hidden = found > 0;
  });
  // What browsers call otherwise.
  const OTHERS = { "fa-af": "prs", "ku": "kmr", "zh-cn": "zh-hans", "zh-tw": "zh-hant", "zh-hk": "zh-hant" };
  const asked = (navigator.languages || []).map((tag) => tag.toLowerCase()).map((tag) => OTHERS[tag] || tag);
  const first = (tag) => tag.split("-")[0];
  for (const tag of asked.reverse()) {
    const same = items.filter((entry) => entry.tag === tag);
    const match = same.length ? same : items.filter((entry) => first(entry.tag) === first(tag));
    for (const { item } of match.reverse()) { item.classList.add("suggested"); list.prepend(item); }
  }
})();
