// What the reader sees of search: a dialog that opens from every page, and the page search/ with the same inside.
"use strict";

(() => {
  const search = window.oitSearch;
  const made = (name, facts = {}, ...inside) => {
    const node = Object.assign(document.createElement(name), facts);
    node.append(...inside);
    return node;
  };
  const marked = (text, mark) => {
    const parts = [];
    let from = 0;
    for (const match of text.matchAll(mark)) {
      if (!match[0]) continue;
      parts.push(text.slice(from, match.index), made("mark", { textContent: match[0] }));
      from = match.index + match[0].length;
    }
    return [...parts, text.slice(from)];
  };
  const said = (text, facts, digits) =>
    text
      .replace(/\{(\w+)\}/g, (_, name) => facts[name])
      .replace(/[0-9]/g, (digit) => (digits === "thai" ? String.fromCharCode(0xe50 + Number(digit)) : digit));

  const arm = (box) => {
    const form = box.querySelector("form");
    const input = form.querySelector("input[type=search]");
    const id = input.id;
    const isPage = !box.closest("dialog");
    const status = made("p", { className: "oit-search__status" });
    const filters = made("div", { className: "oit-search__filters", hidden: true });
    const list = made("ol", { className: "oit-search__hits" });
    const more = made("button", { type: "button", className: "oit-search__more", hidden: true });
    status.setAttribute("role", "status");
    box.append(status, filters, list, more);
    const selects = {};
    let words = null;
    let digits = "";
    let turn = 0;
    let all = { how: "none", hits: [] };
    let shown = search.SHOWN;

    const prepare = async () => {
      const about = await search.start();
      if (words) return;
      ({ words, digits } = about);
      for (const [name, label] of [["year", words.in_year], ["family", words.in_family]]) {
        const select = made("select", { id: `${id}-${name}`, name });
        filters.append(made("span", { className: "oit-search__filter" }, made("label", { htmlFor: select.id, textContent: label }), select));
        select.addEventListener("change", () => {
          shown = search.SHOWN;
          show();
          remember();
        });
        selects[name] = select;
      }
    };

    // What can be chosen is what was found; a choice stays as long as it is among it.
    const offer = (select, every, options, wanted) => {
      select.replaceChildren(made("option", { value: "", textContent: every }));
      for (const [value, text] of options) select.append(made("option", { value, textContent: text }));
      select.value = options.some(([value]) => value === wanted) ? wanted : "";
      select.parentElement.hidden = options.length < 2 && !select.value;
    };
    const offerAll = (wanted) => {
      const { families } = search.about();
      const years = [...new Set(all.hits.map(({ page }) => page.year).filter(Boolean))].sort((a, b) => b - a);
      const found = [...new Set(all.hits.flatMap(({ page }) => page.families))].sort((a, b) => a - b);
      offer(selects.year, words.every_year, years.map((year) => [String(year), said("{year}", { year }, digits)]), wanted.year);
      offer(selects.family, words.every_family, found.map((number) => [String(number), families[number].name]), wanted.family);
      filters.hidden = !all.hits.length || [...filters.children].every((one) => one.hidden);
    };

    const kept = () =>
      all.hits.filter(
        ({ page }) =>
          (!selects.year.value || String(page.year) === selects.year.value) &&
          (!selects.family.value || page.families.includes(Number(selects.family.value))),
      );

    const entry = (hit, mark) => {
      const link = made("a", { className: "oit-hit__link", href: search.address(hit.page) }, ...marked(hit.page.title, mark));
      const where = hit.page.year ? made("span", { className: "oit-hit__year", textContent: said(words.of_fiscal_year, { year: hit.page.year }, digits) }) : "";
      const text = made("p", { className: "oit-hit__text" });
      return { hit, link, text, node: made("li", { className: "oit-hit" }, made("p", { className: "oit-hit__title" }, link, " ", where), text) };
    };

    const count = (hits) => {
      const sentence = hits.length && all.how !== "none" ? words[all.how] : words.no_hit;
      status.textContent = said(sentence, { count: hits.length }, digits);
    };

    const show = async (focusFrom) => {
      const mine = turn;
      let hits = kept();
      const entries = hits.slice(0, shown).map((hit) => entry(hit, search.marker(hit.words)));
      list.replaceChildren(...entries.map(({ node }) => node));
      const left = () => {
        more.hidden = hits.length <= shown;
        more.textContent = said(words.more_hits, { count: Math.min(search.SHOWN, hits.length - shown) }, digits);
      };
      left();
      count(hits);
      if (focusFrom !== undefined) entries[focusFrom]?.link.focus();
      const gone = new Set();
      await Promise.all(
        entries.map(async ({ hit, link, text, node }) => {
          const found = await search.around(hit).catch(() => undefined);
          if (mine !== turn || !found) {
            if (found === null && mine === turn && document.activeElement !== link) {
              gone.add(hit);
              node.remove();
            }
            return;
          }
          const mark = search.marker(hit.words);
          if (found.anchor) link.href = search.address(hit.page, found.anchor);
          if (found.heading && found.heading !== hit.page.title) text.append(made("b", {}, ...marked(found.heading, mark)), " ");
          text.append(...marked(found.text, mark));
        }),
      );
      if (mine !== turn || !gone.size) return;
      all.hits = all.hits.filter((hit) => !gone.has(hit));
      hits = kept();
      left();
      count(hits);
    };

    const look = async (wanted = {}) => {
      const mine = (turn += 1);
      shown = search.SHOWN;
      try {
        await prepare();
        const chosen = { year: wanted.year ?? selects.year.value, family: wanted.family ?? selects.family.value };
        const found = input.value.trim() ? await search.find(input.value) : { how: "none", hits: [] };
        if (mine !== turn) return;
        all = found;
        offerAll(chosen);
        if (input.value.trim()) show();
        else {
          list.replaceChildren();
          more.hidden = true;
          status.textContent = "";
        }
      } catch {
        status.textContent = box.dataset.failed;
      }
    };

    // The address of the page is that of what it shows, so that it can be sent to somebody.
    const addressOf = () => {
      const url = new URL(search.address({ url: "search/" }));
      if (input.value.trim()) url.searchParams.set("q", input.value.trim());
      for (const [name, select] of Object.entries(selects)) if (select.value) url.searchParams.set(name, select.value);
      return url.href;
    };
    const remember = () => {
      if (!isPage) return;
      try {
        history.replaceState(null, "", addressOf());
      } catch {} // a browser may refuse it for a file
    };

    input.addEventListener("input", async () => {
      await look();
      remember();
    });
    input.addEventListener("focus", () => prepare().catch(() => {}), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (isPage) look().then(remember);
      else if (input.value.trim()) location.assign(addressOf());
    });
    more.addEventListener("click", () => {
      const from = shown;
      shown += search.SHOWN;
      show(from);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (at < 0 && (event.target !== input || event.key === "ArrowUp")) return;
      event.preventDefault();
      (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? (at <= 0 ? input : links[at])).focus();
    });
    if (isPage) {
      const given = new URLSearchParams(location.search);
      input.value = given.get("q") ?? "";
      if (input.value) look({ year: given.get("year") ?? "", family: given.get("family") ?? "" });
    }
    return { input, look };
  };

  const ready = () => {
    const boxes = [...document.querySelectorAll(".oit-search")].map((box) => ({ box, ...arm(box) }));
    const dialog = document.querySelector("dialog.oit-search-dialog");
    const onPage = boxes.find(({ box }) => !box.closest("dialog"));
    const inDialog = boxes.find(({ box }) => box.closest("dialog"));
    const open = (event) => {
      const into = onPage ?? inDialog;
      if (!into) return;
      event.preventDefault();
      if (into === inDialog && !dialog.open) dialog.showModal();
      into.input.focus();
      into.input.select();
    };
    document.querySelector(".oit-search-open")?.addEventListener("submit", open);
    dialog?.querySelector(".oit-search__close").addEventListener("click", () => dialog.close());
    dialog?.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
      // A result on this very page is behind the dialog.
      if (event.target.closest("a")) dialog.close();
    });
    // A browser would first only empty the box.
    dialog?.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    // No single letter opens it: people who steer by voice would open it without wanting to (WCAG 2.1.4).
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") open(event);
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
