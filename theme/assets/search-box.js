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
    search
      .told(text, facts)
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
    const beside = made("div", { className: "oit-search__beside" });
    box.append(status, filters, list, more, beside);
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
      offer(selects.year, words.every_year, years.map((year) => [String(year), said("{year}", { year: search.yearSaid(year) }, digits)]), wanted.year);
      offer(selects.family, words.every_family, found.map((number) => [String(number), families[number].name]), wanted.family);
      filters.hidden = !all.hits.length || [...filters.children].every((one) => one.hidden);
    };

    const kept = () =>
      all.hits.filter(
        ({ page }) =>
          (!selects.year.value || String(page.year) === selects.year.value) &&
          (!selects.family.value || page.families.includes(Number(selects.family.value))),
      );

    const baht = (value) => said(Math.round(value).toLocaleString("en-US"), {}, digits);
    // What the rows of tables come to, in all and by fiscal year.
    const sumsOf = ([all, ...years]) => {
      const line = (count, money) => said(words.jobs, { count: count.toLocaleString("en-US"), money: "\0" }, digits).replace("\0", baht(money));
      if (!all) return "";
      const parts = years.map(([year, count, money]) => `${said(words.of_fiscal_year, { year: search.yearSaid(year) }, digits)} ${line(count, money)}`);
      return years.length > 1 ? `${line(...all)} (${parts.join(" · ")})` : parts[0] ?? line(...all);
    };
    const card = (hit, mark) => {
      const title = hit.of ? said(words.open_jobs, { words: hit.of }, "") : hit.page.title;
      const link = made("a", { className: "oit-hit__link", href: search.address(hit.page) }, ...marked(title, mark));
      const kind = hit.isSupplier ? made("span", { className: "oit-hit__year", textContent: words.supplier }) : "";
      const text = made("p", { className: "oit-hit__text" });
      if (hit.sums) text.append(sumsOf(hit.sums));
      return { hit, link, text, node: made("li", { className: "oit-hit oit-hit--card" }, made("p", { className: "oit-hit__title" }, link, " ", kind), text) };
    };
    const entry = (hit, mark) => {
      if (hit.page.kind === search.BESIDE) return card(hit, mark);
      const link = made("a", { className: "oit-hit__link", href: search.address(hit.page) }, ...marked(hit.page.title, mark));
      const where = hit.page.year ? made("span", { className: "oit-hit__year", textContent: said(words.of_fiscal_year, { year: search.yearSaid(hit.page.year) }, digits) }) : "";
      const text = made("p", { className: "oit-hit__text" });
      return { hit, link, text, node: made("li", { className: "oit-hit" }, made("p", { className: "oit-hit__title" }, link, " ", where, ...(hit.page.state ? [" ", made("span", { className: "oit-hit__state", textContent: hit.page.state })] : [])), text) };
    };

    const listed = (some) => some.map((word) => `“${word}”`).join(" ");
    const count = (hits) => {
      const pages = hits.filter(({ page }) => page.kind !== search.BESIDE);
      const isCode = all.how === "no_such_code";
      const how = hits.length || isCode ? all.how : "none";
      const isOnlyCards = hits.length > 0 && !pages.length && how !== "some";
      const sentence = how === "none" ? words.no_hit : isOnlyCards ? words.only_cards : isCode && hits.length ? `${words.no_such_code} ${words.code_elsewhere}` : words[how];
      status.textContent = said(sentence, { count: isOnlyCards ? hits.length : pages.length, words: listed(all.words ?? []), ...all.facts }, digits);
      if (all.unused?.length) status.append(" ", made("span", { className: "oit-search__unused", textContent: said(words.left_out, { words: listed(all.unused) }, digits) }));
    };
    // Where nothing was found: what is wanted most, the years; and the attached documents, which come when asked for.
    const offerBeside = (query) => {
      beside.replaceChildren();
      const about = search.about();
      if (!query) return;
      if (!all.hits.length) {
        const wanted = about.wanted.map(([title, url]) => made("li", {}, made("a", { href: search.address({ url: url.split("#")[0] }, url.split("#")[1]), textContent: title })));
        beside.append(made("p", { className: "oit-search__title", textContent: words.wanted }), made("ul", { className: "oit-inline" }, ...wanted));
      }
      if (!about.evidence) return;
      const button = made("button", { type: "button", className: "oit-search__files", textContent: words.search_files });
      const found = made("div", {});
      const told = made("p", { className: "oit-search__status", tabIndex: -1 });
      button.addEventListener("click", async () => {
        const mine = turn;
        const places = await search.findInFiles(query).catch(() => null);
        if (mine !== turn) return;
        told.textContent = places === null ? box.dataset.failed : places.length ? said(words.in_files, { count: places.length }, digits) : words.no_files;
        told.focus(); // which reads it out
        found.replaceChildren(made("ol", { className: "oit-search__hits" }, ...(places ?? []).map(({ url, title, text, words: parts }) =>
          made("li", { className: "oit-hit" }, made("p", { className: "oit-hit__title" }, made("a", { className: "oit-hit__link", href: search.address({ url: url.split("#")[0] }, url.split("#")[1]), textContent: title })), made("p", { className: "oit-hit__text" }, ...marked(text, search.marker(parts)))))));
      });
      beside.append(made("p", {}, button), told, found);
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
          if (hit.page.kind === search.BESIDE) {
            text.append(found.text);
            return;
          }
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
        offerBeside(input.value.trim());
        if (input.value.trim()) show();
        else {
          list.replaceChildren();
          more.hidden = true;
          status.textContent = "";
        }
      } catch {
        if (mine === turn) status.textContent = box.dataset.failed;
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
