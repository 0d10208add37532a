// The page of spending: every published row, filtered, sorted and added up in the browser. Rows come in a few files
// (generator/publish/exporters/spending_rows.py) as scripts, so that it works from a disk too; nothing is sent anywhere.
"use strict";

window.oitSpending = (() => {
  const { fold, address, told } = window.oitSearch;
  const SHOWN = 50;
  const AT_ONCE = 1_000; // rows that are loaded without being asked for: of a longer table only the newest year
  const TEXTS = ["name", "winner", "status", "source", "bids", "reason"];

  // --- Files ---------------------------------------------------------------------------------------------
  const waiting = new Map();
  let about = null;
  let folder = null;
  const load = (name) => {
    let file = waiting.get(name);
    if (!file) {
      file = {};
      file.ready = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        file.resolve = resolve;
        const version = about ? `.${about.version}` : "";
        script.src = new URL(`${name}${version}.js`, folder);
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          waiting.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      });
      waiting.set(name, file);
    }
    return file.ready;
  };
  const take = (name, content) => waiting.get(name)?.resolve(content);

  // --- Words -----------------------------------------------------------------------------------------------
  let said = {};
  const digits = (text) => (said.digits === "thai" ? text.replace(/[0-9]/g, (one) => String.fromCharCode(0xe50 + Number(one))) : text);
  const number = (value) => digits(value.toLocaleString("en-US"));
  const baht = (value) => {
    const rounded = Math.round(value * 100) / 100;
    const places = Number.isInteger(rounded) ? 0 : 2;
    return digits(rounded.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places }));
  };
  const compact = (text) => fold(text).replace(/[ .]/g, "");
  // As generator/writing/companies.py, whose table this is given.
  const companyKey = (name) => {
    const text = name.replace(/[\s.,()[\]"'“”‘’\u200b-\u200f\ufeff]+/g, "").toLowerCase();
    for (const [form, begins, ends] of said.companies) {
      let begin = begins.find((one) => text.startsWith(one)) ?? "";
      const end = ends.find((one) => text.endsWith(one)) ?? "";
      if (!begin && !(end && form === "public")) continue;
      if (!begin && text.startsWith("บริษัท")) begin = "บริษัท";
      return `${form}:${compact(text.slice(begin.length, text.length - end.length))}`;
    }
    return compact(text);
  };
  // A year of the data, which is B.E., in the era of the page.
  const yearSaid = (year) => digits(String(said.language === "th" ? year : year - 543));
  const monthName = (month, year) => `${said.months[said.language].wide[month - 1]} ${yearSaid(year)}`;
  // October to December of a fiscal year lie in the year before.
  const calendarYear = (month, year) => (month > 9 ? year - 1 : year);
  const dayOf = (block, at) => (block.day[at] === "" ? null : new Date(Date.UTC(block.year - 544, 9, 1 + block.day[at])));
  const dayName = (day) =>
    digits(`${day.getUTCDate()} ${said.months[said.language].abbreviated[day.getUTCMonth()]} ${day.getUTCFullYear() + 543}`);

  // --- Rows: a block is one file ------------------------------------------------------------------------------
  const blocks = new Map(); // number of a file → its block
  const arranged = (columns, { year, kind, tables }) => {
    const block = { ...columns, year, kind, tables };
    const none = { texts: [""], of: null };
    for (const name of [...TEXTS, "unit", "method", "contract", "egp", "link"]) {
      const column = columns[name];
      if (!column) block[name] = none;
      else if (Array.isArray(column[0])) block[name] = { texts: column[0], of: Uint32Array.from(column[1]) };
      else block[name] = { texts: column, of: undefined };
    }
    block.money = Float64Array.from({ length: block.count }, (_, at) => Number(block.price[at] === "" ? block.budget[at] : block.price[at]));
    // What a row is sorted by in time: its day, or that its month begins; NaN where it has neither.
    block.time = Float64Array.from({ length: block.count }, (_, at) => {
      const day = dayOf(block, at);
      const month = block.month[at];
      return day ? day.getTime() : month ? Date.UTC(calendarYear(month, year) - 543, month - 1, 1) : NaN;
    });
    return block;
  };
  const entry = ({ of }, at) => (of === null ? 0 : of ? of[at] : at);
  const text = (block, name, at) => block[name].texts[entry(block[name], at)];
  const unitName = (id) => about.units[id]?.[said.language === "th" ? 0 : 1] ?? id;
  const methodName = (id) => about.methods[id]?.[said.language === "th" ? 0 : 1] ?? id;
  const shownName = { unit: unitName, method: methodName };
  const folded = new Map(); // the same names stand in many blocks
  const foldedText = (one) => {
    let text = folded.get(one);
    if (text === undefined) folded.set(one, (text = fold(one)));
    return text;
  };
  // The texts of a column as they are compared, worked out when they are first asked for.
  const foldedOf = (block, name) => {
    const column = block[name];
    column.folded ??= column.texts.map((one) => {
      const names = name === "unit" ? about.units[one] : name === "method" ? about.methods[one] : null;
      return foldedText(names ? `${one} ${names.join(" ")}` : one);
    });
    return column.folded;
  };

  // --- What is asked for ------------------------------------------------------------------------------------------
  const ASKED = ["q", "year", "kind", "month", "unit", "method", "status", "supplier", "min", "max", "sort", "by", "row"];
  const amount = (typed) => {
    const value = Number(fold(typed).replace(/[ ]/g, ""));
    return typed.trim() && Number.isFinite(value) ? value : null;
  };
  // ``มี.ค. 2568``, ``มีนาคม``, ``๒๕๖๘``: months and years among the words, which leave it.
  const whens = (typed) => {
    const names = Object.values(said.months).flatMap(({ wide, abbreviated }) => [wide, abbreviated].flatMap((list) => list.map((name, at) => [fold(name).replace(/ /g, ""), at + 1])));
    const found = [];
    const words = [];
    const tokens = fold(typed).split(" ").filter(Boolean);
    const yearOf = (token) => {
      if (!/^[0-9]{2}$|^[0-9]{4}$/.test(token ?? "")) return 0;
      const value = Number(token.length === 2 ? `25${token}` : token);
      return value > 1990 && value < 2100 ? value + 543 : value > 2400 && value < 2700 ? value : 0;
    };
    for (let at = 0; at < tokens.length; at += 1) {
      const joint = tokens[at].match(/^([^0-9]+)([0-9]{2}|[0-9]{4})$/);
      const [word, glued] = joint && names.some(([name]) => name === joint[1].replace(/^เดือน/, "")) ? [joint[1], joint[2]] : [tokens[at], ""];
      const plain = word.replace(/^เดือน(?=.)/, "");
      const month = names.find(([name]) => name === plain)?.[1];
      if (month) {
        const year = yearOf(glued || tokens[at + 1]);
        if (year && !glued) at += 1;
        found.push({ month, year });
      } else if (tokens[at].length === 4 && yearOf(tokens[at])) found.push({ year: yearOf(tokens[at]), word: tokens[at] });
      else if (!/^(?:ปี|พศ|เดือน|ปีงบประมาณ|บาท)$/.test(tokens[at])) words.push(tokens[at]);
    }
    return { found, words };
  };

  const prepared = (state) => {
    const { found, words } = whens(state.q);
    return {
      ...state,
      whens: found,
      words,
      number: words.length && /[0-9]/.test(state.q) ? compact(state.q).replace(/[/-]/g, "") : "",
      least: amount(state.min),
      most: amount(state.max),
      key: state.supplier ? companyKey(state.supplier) : "",
      part: compact(state.supplier),
    };
  };

  // Rows of a block that fit; where any has the whole query in a number of its own, only those are meant.
  const fitting = (block, asked) => {
    const names = [...TEXTS, "unit", "method"];
    const tests = asked.words.map((word) => names.map((name) => [block[name], foldedOf(block, name).map((one) => one.includes(word))]));
    const numbered = asked.words.map((word) => (/[0-9]/.test(word) ? word : ""));
    const numbers = asked.number.length > 2 ? ["contract", "egp"].map((name) => [block[name], compacted(block, name)]) : [];
    const sums = numbered.map((word) => (/^[0-9]{3,}(?:\.[0-9]{1,2})?$/.test(word) ? Number(word) : NaN));
    const years = asked.whens.map(({ word }) => word && foldedOf(block, "name").map((one) => one.includes(word)));
    const exact = asked.key && block.winner.texts.map(companyKeyOf);
    const isName = exact && allKeys().has(asked.key);
    const ofSupplier = asked.key && block.winner.texts.map((one, at) => (isName ? exact[at] === asked.key : compact(one).includes(asked.part)));
    const chosen = (name) => asked[name] && block[name].texts.map((one) => one === asked[name]);
    const [unit, method, status] = ["unit", "method", "status"].map(chosen);
    const month = Number(asked.month);
    const isOfWhen = (at) => (one, of) => {
      if (!one.month) return block.year === one.year || years[of][entry(block.name, at)];
      const is = block.month[at] === one.month;
      return is && (!one.year || calendarYear(one.month, block.year) === one.year);
    };
    const rows = [];
    const numberedRows = [];
    for (let at = 0; at < block.count; at += 1) {
      if (month && block.month[at] !== month) continue;
      if (unit && !unit[entry(block.unit, at)]) continue;
      if (method && !method[entry(block.method, at)]) continue;
      if (status && !status[entry(block.status, at)]) continue;
      if (ofSupplier && !ofSupplier[entry(block.winner, at)]) continue;
      if (asked.least !== null && block.money[at] < asked.least) continue;
      if (asked.most !== null && block.money[at] > asked.most) continue;
      const hasNumber = numbers.some(([column, texts]) => texts[entry(column, at)].includes(asked.number));
      const hasWords = () =>
        asked.whens.every(isOfWhen(at)) &&
        tests.every((columns, of) => columns.some(([column, fits]) => fits[entry(column, at)]) || block.money[at] === sums[of] || (numbered[of] && numbers.some(([column, texts]) => texts[entry(column, at)].includes(numbered[of]))));
      if (hasNumber) numberedRows.push(at);
      else if (hasWords()) rows.push(at);
    }
    return { rows, numberedRows };
  };
  const compacted = (block, name) => (block[name].compact ??= block[name].texts.map((one) => one.toLowerCase().replace(/[\s./-]/g, "").replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))));
  const keys = new Map();
  const companyKeyOf = (name) => {
    if (!keys.has(name)) keys.set(name, name && companyKey(name));
    return keys.get(name);
  };
  const allKeys = () => new Set([...blocks.values()].flatMap((block) => block.winner.texts.map(companyKeyOf)));

  // --- Addresses of rows: as generator/site/spending.py -----------------------------------------------------------
  const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const encoder = new TextEncoder();
  const crc = (words) => {
    let value = 0xffffffff;
    for (const byte of encoder.encode(words)) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
    return ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
  };
  const ids = new Map(); // year and kind → row ids, block after block
  const idsOf = (year, kind) => {
    const key = `${year}|${kind}`;
    if (!ids.has(key)) {
      const counts = new Map();
      const found = new Map();
      for (const block of [...blocks.values()].filter((one) => one.year === year && one.kind === kind).sort((a, b) => a.number - b.number)) {
        for (let at = 0; at < block.count; at += 1) {
          const [contract, egp, name] = ["contract", "egp", "name"].map((column) => text(block, column, at));
          const day = dayOf(block, at);
          const tells = contract ? [contract, day ? day.toISOString().slice(0, 10) : ""] : egp ? [egp, name, text(block, "winner", at)] : [name];
          const id = crc([key, ...tells].join("|"));
          const count = (counts.get(id) ?? 0) + 1;
          counts.set(id, count);
          found.set(count === 1 ? id : `${id}-${count}`, [block, at]);
        }
      }
      ids.set(key, found);
    }
    return ids.get(key);
  };
  const idOf = (block, at) => [...idsOf(block.year, block.kind)].find(([, [one, place]]) => one === block && place === at)[0];

  // --- The page -----------------------------------------------------------------------------------------------------
  const made = (name, facts = {}, ...inside) => {
    const node = Object.assign(document.createElement(name), facts);
    node.append(...inside);
    return node;
  };

  const arm = (box) => {
    said = JSON.parse(box.dataset.said);
    folder = new URL(box.dataset.rows, document.baseURI);
    const part = (name) => box.querySelector(`.oit-spending__${name}`);
    const [form, total, clear, groups] = ["form", "total", "clear", "groups"].map(part);
    const list = box.querySelector(".oit-jobs");
    const more = box.querySelector(".oit-search__more");
    const fields = Object.fromEntries([...box.querySelectorAll("[name]")].map((field) => [field.name, field]));
    const supplierTitle = made("h2", { id: "supplier", hidden: true });
    total.before(supplierTitle);
    let state = {};
    let found = []; // [block, row]
    let shown = SHOWN;
    let turn = 0;

    const plain = () => ({ ...Object.fromEntries(ASKED.map((name) => [name, ""])), kind: "job", sort: "day" });
    const hrefOf = (wanted) => {
      const url = new URL(address({ url: "spending/" }));
      const usual = plain();
      for (const name of ASKED) if (wanted[name] && wanted[name] !== usual[name]) url.searchParams.set(name, wanted[name]);
      return url.href;
    };
    const remember = () => {
      try {
        history.replaceState(null, "", hrefOf(state));
      } catch {} // a browser may refuse it for a file
    };
    const link = (label, wanted, facts = {}) => {
      const node = made("a", { href: hrefOf(wanted), textContent: label, ...facts });
      node.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        set(wanted);
        total.scrollIntoView({ block: "center" });
        box.querySelector(".oit-spending__total").focus({ preventScroll: true });
      });
      return node;
    };

    // --- What can be chosen
    const fill = (name, options) => {
      fields[name].replaceChildren(new Option(said.every, ""), ...options.map(([value, label]) => new Option(label, value)));
      if (state[name] && !options.some(([value]) => value === state[name])) fields[name].add(new Option(shownName[name]?.(state[name]) ?? state[name], state[name]));
      fields[name].value = state[name];
    };
    const textsOf = (name) => [...new Set([...blocks.values()].filter(({ kind }) => kind === state.kind).flatMap((block) => block[name].texts))].filter(Boolean);
    const offer = () => {
      const years = [...new Set(about.years.filter(([, kind]) => kind === state.kind).map(([year]) => String(year)))];
      fill("year", years.map((year) => [year, yearSaid(Number(year))]));
      fill("month", [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => [String(month), said.months[said.language].wide[month - 1]]));
      for (const name of ["unit", "method", "status"]) {
        const options = textsOf(name).map((one) => [one, shownName[name]?.(one) ?? one]);
        fill(name, options.sort((one, other) => one[1].localeCompare(other[1], "th")));
        fields[name].parentElement.hidden = !options.length && !state[name];
      }
      for (const name of ["q", "kind", "sort", "by", "supplier", "min", "max"]) if (document.activeElement !== fields[name]) fields[name].value = state[name];
      if (["supplier", "unit", "method", "status", "min", "max"].some((name) => state[name]) || state.kind !== "job") form.querySelector("details").open = true;
    };

    // --- Loading
    const wantedFiles = () =>
      about.years.flatMap(([year, kind, count, tables, numbers]) => {
        const isWanted = state.row ? true : kind === state.kind && (!state.year || String(year) === state.year);
        return isWanted ? numbers.map((one) => ({ one, year, kind, tables, count: count / numbers.length })) : [];
      });
    const loadAll = async (mine) => {
      const files = wantedFiles().filter(({ one }) => !blocks.has(one));
      const all = Math.round(files.reduce((sum, { count }) => sum + count, 0));
      let done = 0;
      const next = async () => {
        for (let file = files.shift(); file; file = files.shift()) {
          const columns = await load(`r${file.one}`);
          blocks.set(file.one, { ...arranged(columns, file), number: file.one });
          ids.delete(`${file.year}|${file.kind}`);
          done += columns.count;
          if (mine !== turn) return;
          if (all > 2 * AT_ONCE) total.textContent = told(said.loading, { done: number(done), all: number(all) });
        }
      };
      await Promise.all([next(), next(), next(), next()]);
    };

    // --- Showing
    const inTime = (one, other, sign) => (Number.isNaN(one) ? (Number.isNaN(other) ? 0 : 1) : Number.isNaN(other) ? -1 : sign * (one - other));
    const ORDERS = {
      day: ([one, a], [other, b]) => inTime(one.time[a], other.time[b], -1),
      "day-up": ([one, a], [other, b]) => inTime(one.time[a], other.time[b], 1),
      money: ([one, a], [other, b]) => other.money[b] - one.money[a],
      "money-up": ([one, a], [other, b]) => one.money[a] - other.money[b],
    };
    const look = async () => {
      const mine = (turn += 1);
      await loadAll(mine);
      if (mine !== turn) return;
      offer();
      let isGone = false;
      if (state.row) {
        const row = about.years.map(([year, kind]) => idsOf(year, kind).get(state.row)).find(Boolean);
        isGone = !row;
        if (row) found = [row];
      }
      if (!state.row || isGone) {
        const asked = prepared(state);
        const fit = [...blocks.values()]
          .filter(({ kind, year }) => kind === state.kind && (!state.year || String(year) === state.year))
          .map((block) => ({ block, ...fitting(block, asked) }));
        const isNumber = fit.some(({ numberedRows }) => numberedRows.length);
        found = fit.flatMap(({ block, rows, numberedRows }) => (isNumber ? numberedRows : rows).map((at) => [block, at]));
        found.sort(ORDERS[state.sort] ?? ORDERS.day);
      }
      shown = SHOWN;
      sum(isGone);
      group();
      list.replaceChildren(...rows(0));
      list.classList.add("is-there");
      const one = list.children.length === 1 && list.querySelector("details");
      if (one && state.row) one.open = true;
      showMore();
      const isExact = state.supplier && allKeys().has(companyKeyOf(state.supplier));
      supplierTitle.hidden = !isExact;
      supplierTitle.textContent = isExact ? told(said.supplier_of, { name: state.supplier }) : "";
      const usual = plain();
      clear.hidden = ASKED.every((name) => name === "sort" || name === "by" || (state[name] ?? "") === usual[name]);
    };
    const sum = (isGone) => {
      if (!found.length) {
        total.textContent = said.none;
        return;
      }
      let money = 0;
      let without = 0;
      for (const [block, at] of found) {
        money += block.money[at];
        if (block.price[at] === "" && block.kind === "job") without += 1;
      }
      const kind = found[0][0].kind;
      const sentence = { job: said.total, plan: said.total_plan, notice: said.total_notice }[kind];
      const gone = isGone ? `${said.gone} ` : "";
      total.textContent = `${gone}${told(sentence, { count: number(found.length), money: baht(money) })}`;
      if (without) total.append(" ", made("span", { className: "oit-quiet", textContent: `(${told(said.without_price, { count: number(without) })})` }));
    };
    const GROUPS = {
      month: (block, at) => (block.month[at] ? `${block.year}|${String((block.month[at] + 2) % 12).padStart(2, "0")}|${block.month[at]}` : ""),
      supplier: (block, at) => companyKeyOf(text(block, "winner", at)),
      unit: (block, at) => text(block, "unit", at),
      method: (block, at) => text(block, "method", at),
      status: (block, at) => text(block, "status", at),
      year: (block) => String(block.year),
    };
    const inGroup = (by, key, [block, at]) => {
      if (!key) return [by === "month" ? said.no_month : by === "supplier" ? said.no_winner : said.no_value, null];
      if (by === "month") return [monthName(block.month[at], calendarYear(block.month[at], block.year)), { month: String(block.month[at]), year: String(block.year) }];
      if (by === "supplier") return [text(block, "winner", at), { supplier: text(block, "winner", at) }];
      if (by === "year") return [yearSaid(Number(key)), { year: key }];
      return [shownName[by]?.(key) ?? key, { [by]: key }];
    };
    const group = () => {
      const by = state.by || (state.supplier && found.length > 1 ? "year" : "");
      groups.replaceChildren();
      if (!GROUPS[by] || !found.length) return;
      const sums = new Map();
      for (const row of found) {
        const key = GROUPS[by](...row);
        const kept = sums.get(key) ?? { count: 0, money: 0, row };
        sums.set(key, kept);
        kept.count += 1;
        kept.money += row[0].money[row[1]];
      }
      const isTime = by === "month" || by === "year";
      const all = [...sums].sort(([a, one], [b, other]) => (isTime ? b.localeCompare(a) : other.money - one.money));
      const first = all.slice(0, isTime ? 24 : 12);
      const label = fields.by.querySelector(`option[value="${by}"]`).textContent;
      const line = (name, count, money, className = "") =>
        made("tr", { className }, Object.assign(made("th", { scope: "row" }, name)), made("td", { className: "oit-figure", textContent: number(count) }), made("td", { className: "oit-figure", textContent: baht(money) }));
      const body = made("tbody", {}, ...first.map(([key, { count, money, row }]) => {
        const [name, filter] = inGroup(by, key, row);
        return line(filter ? link(name, { ...state, ...filter, by: "", row: "" }) : name, count, money);
      }));
      const rest = all.slice(first.length).map(([, one]) => one);
      if (rest.length) body.append(line(told(said.others, { count: number(rest.length) }), rest.reduce((a, { count }) => a + count, 0), rest.reduce((a, { money }) => a + money, 0)));
      const head = made("thead", {}, made("tr", {}, ...[label, said.jobs, said.money].map((one, at) => made("th", { scope: "col", textContent: one, className: at ? "oit-figure" : "" }))));
      const caption = made("caption", { className: "oit-quiet", textContent: told(said.by, { group: label }), id: "groups-caption" });
      const table = made("div", { className: "oit-table", tabIndex: 0 }, made("table", { className: "oit-grid" }, caption, head, body));
      table.setAttribute("role", "group");
      table.setAttribute("aria-labelledby", "groups-caption");
      groups.append(table);
    };
    const rows = (from) => found.slice(from, shown).map(([block, at]) => {
      const winner = text(block, "winner", at);
      const day = dayOf(block, at);
      const when = day ? dayName(day) : block.month[at] ? monthName(block.month[at], calendarYear(block.month[at], block.year)) : said.no_month;
      const facts = made("p", { className: "oit-job__facts" });
      const kinds = [when, block.kind !== "job" ? "" : winner ? link(winner, { ...plain(), supplier: winner }) : said.no_winner, text(block, "unit", at) && unitName(text(block, "unit", at)), text(block, "method", at) && methodName(text(block, "method", at)), text(block, "status", at)].filter(Boolean);
      kinds.forEach((one, number) => facts.append(...(number ? [" · "] : []), one));
      const title = made("p", { className: "oit-job__title" }, made("b", { textContent: text(block, "name", at) }));
      if (block.kind !== "notice") title.append(" ", made("span", { className: "oit-job__money", textContent: `${baht(block.money[at])} ${said.baht}` }));
      const details = made("details", { className: "oit-details oit-job__more" }, made("summary", { textContent: said.details }));
      details.addEventListener("toggle", () => details.children.length < 2 && details.append(detailsOf(block, at)), { once: true });
      return made("li", { className: "oit-job" }, title, facts, details);
    });
    const detailsOf = (block, at) => {
      const facts = made("dl", { className: "oit-facts" });
      const add = (name, ...value) => facts.append(made("dt", { textContent: said[name] }), made("dd", {}, ...value));
      for (const name of ["budget", "median", "price"]) if (block[name][at] !== "") add(name, `${baht(block[name][at])} ${said.baht}`);
      for (const name of ["contract", "egp", "source", "bids", "reason"]) if (text(block, name, at)) add(name, text(block, name, at));
      const [code, year, url] = block.tables[block.table[at]];
      add("from", made("a", { href: address({ url: url.split("#")[0] }, url.split("#")[1]), textContent: told(said.table, { code, year: yearSaid(year) }) }));
      if (text(block, "link", at)) add("notice", made("a", { href: text(block, "link", at), rel: "noopener", textContent: text(block, "link", at) }));
      const href = hrefOf({ ...plain(), row: idOf(block, at) });
      add("link", made("a", { href, textContent: href }));
      return facts;
    };
    const showMore = () => {
      more.hidden = found.length <= shown;
      more.textContent = told(said.more, { count: number(Math.min(SHOWN, found.length - shown)) });
    };

    // --- Asking
    const set = (wanted) => {
      state = { ...plain(), ...wanted };
      remember();
      return look().catch(() => {
        total.textContent = said.failed;
      });
    };
    let waits = 0;
    const changed = (event) => {
      const { name, value } = event.target;
      if (!ASKED.includes(name)) return;
      const wanted = { ...state, [name]: value, row: "" };
      if (name === "kind") Object.assign(wanted, { year: "", status: "", method: "" });
      clearTimeout(waits);
      waits = setTimeout(() => set(wanted), event.type === "input" && event.target.tagName === "INPUT" ? 150 : 0);
      state = wanted;
    };
    box.addEventListener("input", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    clear.addEventListener("click", () => {
      set({ by: state.by, sort: state.sort }).then(() => fields.q.focus());
    });
    more.addEventListener("click", () => {
      const from = shown;
      shown += SHOWN;
      const next = rows(from);
      list.append(...next);
      next[0]?.querySelector("summary").focus();
      showMore();
    });
    total.tabIndex = -1;

    const begin = async () => {
      about = await load("start");
      const given = Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => ASKED.includes(name)));
      const jobs = about.years.filter(([, kind]) => kind === "job");
      const isLarge = jobs.reduce((all, [, , count]) => all + count, 0) > AT_ONCE;
      if (isLarge && !Object.keys(given).length) given.year = String(jobs[0][0]);
      await set(given);
    };
    begin().catch(() => {
      total.textContent = said.failed;
    });
  };

  const ready = () => document.querySelectorAll(".oit-spending").forEach(arm);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
  return { take };
})();
