// Tables that say so can be filtered. Without this script they are whole; with it, a box appears above them.
"use strict";

(() => {
  const digits = "๐๑๒๓๔๕๖๗๘๙";
  // Digits of either script and letters of either case are one; spaces and thousands separators do not count.
  const folded = (text) =>
    text.toLowerCase().replace(/[๐-๙]/g, (digit) => digits.indexOf(digit)).replace(/(\d),(?=\d)/g, "$1").replace(/\s+/g, "");

  const arm = (place) => {
    const table = document.getElementById(place.dataset.table);
    if (!table || place.dataset.armed) return;
    place.dataset.armed = "yes";
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => ({ row, text: folded(row.textContent) }));
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    input.type = "search";
    input.className = "oit-filter__box";
    count.className = "oit-filter__count";
    count.setAttribute("role", "status");
    label.append(place.dataset.label, " ", input);
    place.append(label, " ", count);
    place.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().split(/\s+/).map(folded).filter(Boolean);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !wanted.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = wanted.length
        ? place.dataset.count.replace("{shown}", shown).replace("{all}", rows.length)
        : "";
    });
  };

  const start = () => document.querySelectorAll(".oit-filter").forEach(arm);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
