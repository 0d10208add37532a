// Tables that say so can be filtered and sorted. Without this script they are whole, in the order of the page.
"use strict";

(() => {
  const digits = "๐๑๒๓๔๕๖๗๘๙";
  const arabic = (text) => text.replace(/[๐-๙]/g, (digit) => digits.indexOf(digit)).replace(/(\d),(?=\d)/g, "$1");
  // Digits of either script and letters of either case are one; spaces and thousands separators do not count.
  const folded = (text) => arabic(text.toLowerCase()).replace(/\s+/g, "");
  const thai = new Intl.Collator("th", { numeric: true });

  const element = (name, className, text = "") => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const labelled = (text, control) => {
    const label = element("label", "oit-filter__label", text);
    label.append(" ", control);
    return label;
  };

  // What a cell is sorted by: what it says it is (a day), a number, or its text.
  const value = (cell) => {
    if (!cell) return "";
    const own = cell.dataset.sort ?? arabic(cell.textContent.trim());
    return own !== "" && Number.isFinite(Number(own)) ? Number(own) : own;
  };
  const compared = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : thai.compare(String(a), String(b));

  const sorting = (place, table, rows) => {
    const heads = [...table.tHead.rows[0].cells];
    const select = element("select", "oit-filter__box");
    const turn = element("button", "oit-filter__turn", place.dataset.turn);
    turn.type = "button";
    turn.disabled = true;
    turn.setAttribute("aria-pressed", "false");
    [place.dataset.asShown, ...heads.map((head) => head.textContent.trim())].forEach((text, number) => {
      select.add(new Option(text, number - 1));
    });
    const sort = () => {
      const column = Number(select.value);
      const sign = turn.getAttribute("aria-pressed") === "true" ? -1 : 1;
      turn.disabled = column < 0;
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      if (column >= 0) heads[column].setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const keyed = rows.map((row, order) => ({ row, order, key: column < 0 ? order : value(row.cells[column]) }));
      keyed.sort((a, b) => (column < 0 ? 1 : sign) * compared(a.key, b.key) || a.order - b.order);
      table.tBodies[0].append(...keyed.map(({ row }) => row));
    };
    select.addEventListener("change", sort);
    turn.addEventListener("click", () => {
      turn.setAttribute("aria-pressed", String(turn.getAttribute("aria-pressed") !== "true"));
      sort();
    });
    return [labelled(place.dataset.sort, select), turn];
  };

  const arm = (place) => {
    const table = document.querySelector(`#${CSS.escape(place.dataset.table)} table`);
    if (!table || place.dataset.armed) return;
    place.dataset.armed = "yes";
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map((row) => folded(row.textContent));
    const input = element("input", "oit-filter__box");
    const count = element("span", "oit-filter__count");
    input.type = "search";
    count.setAttribute("role", "status");
    place.append(labelled(place.dataset.label, input), ...sorting(place, table, rows), count);
    place.hidden = false;
    input.addEventListener("input", () => {
      const wanted = input.value.trim().split(/\s+/).map(folded).filter(Boolean);
      let shown = 0;
      rows.forEach((row, number) => {
        row.hidden = !wanted.every((word) => texts[number].includes(word));
        if (!row.hidden) shown += 1;
      });
      count.textContent = wanted.length
        ? place.dataset.count.replace("{shown}", shown).replace("{all}", rows.length)
        : "";
    });
  };

  // Some browsers forget what the parts of a table are where a phone shows them as cards: they are told again.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  const name = (part) => part.setAttribute("role", roles[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader"));

  const start = () => {
    document.querySelectorAll(".oit-filter").forEach(arm);
    document.querySelectorAll(".oit-table--cards :is(table, thead, tbody, tr, th, td)").forEach(name);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
