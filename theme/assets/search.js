// Search that finds Thai. The index is made with the site (generator/search/): runs of three letters → pieces of pages.
// Only the few files that a query needs are loaded, as scripts, so that it works from a disk too; nothing is sent anywhere.
"use strict";

window.oitSearch = (() => {
  const ROOT = new URL("../", document.currentScript.src);
  const FIELDS = { code: 800, begins: 340, title: 330, other: 310, heading: 200, body: 100, near: 220 };
  const KINDS = [60, 50, 30, 0, -300]; // item, topic, year, about, guide
  const [ITEM, , YEAR] = KINDS.keys();
  const SHOWN = 10;
  const LOOKED_AT = 24; // pieces that are read for a word that is nowhere as it was typed

  // --- Files ---------------------------------------------------------------------------------------
  const files = new Map();
  let about = null;

  const load = (name) => {
    let file = files.get(name);
    if (!file) {
      file = {};
      file.ready = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        file.resolve = resolve;
        script.src = new URL(`search/${name}${about ? `.${about.version}` : ""}.js`, ROOT);
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          files.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      });
      files.set(name, file);
    }
    return file.ready;
  };
  const take = (name, content) => files.get(name)?.resolve(content);

  const start = async () => {
    const told = await load("start");
    if (!about) about = arranged(told);
    return about;
  };

  const arranged = (told) => {
    const pages = told.pages.map(([url, title, kind, year, code, families, sections]) => {
      return { url, title, kind, year, code, families, sections, folded: fold(title), first: 0 };
    });
    const pageOf = [];
    const headingOf = [];
    pages.forEach((page, number) => {
      page.first = pageOf.length;
      page.plain = page.code ? fold(page.title.slice(page.code.length)) : page.folded;
      for (let at = 0; at < page.sections.length; at += 2) {
        for (let count = page.sections[at + 1]; count; count -= 1) {
          pageOf.push(number);
          headingOf.push(page.sections[at]);
        }
      }
    });
    const firstText = [];
    told.texts.reduce((sum, count) => firstText.push(sum) && sum + count, 0);
    const years = [...new Set(pages.map((page) => page.year).filter(Boolean))].sort((a, b) => b - a);
    return {
      ...told,
      pages,
      pageOf,
      headingOf,
      firstText,
      years,
      headings: told.headings.map(fold),
      families: told.families.map(([name, others]) => ({ name, others: [...new Set(others.map(fold))] })),
      units: told.units.map((names) => names.map(fold)),
    };
  };

  // --- Letters: as generator/search/folding.py ----------------------------------------------------------
  const fold = (text) =>
    text
      .normalize("NFC")
      .toLowerCase()
      .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xe50 + 48))
      .replace(/[\u0e47-\u0e4c\u0e4e\u0e3a\u0e46\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/ใ/g, "ไ")
      .replace(/ฏ/g, "ฎ")
      .replace(/ๅ/g, "า")
      .replace(/ํา/g, "ำ")
      .replace(/เเ/g, "แ")
      .replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, "$1")
      .replace(/([0-9a-z])[-\u2010\u2011'’](?=[0-9a-z])|([a-z])\u2013(?=[a-z])/g, "$1$2")
      .replace(/([0-9]?)\.+(?=([0-9]?))/g, (_, before, after) => (before && after ? `${before}.` : before && `${before} `))
      .replace(/[^0-9a-z.\u00c0-\u0e2e\u0e30-\u0e3e\u0e40-\u0e4e\u0e50-\u1fff\u2c00-\ud7ff\uf900-\ufeff]+/g, " ")
      .trim();

  const JUNK = "[\\u0e47-\\u0e4c\\u0e4e\\u0e3a\\u0e46\\u00ad\\u200b-\\u200d.,'’\\u2010\\u2011\\u2013-]*";
  const LOOSE = { ไ: "[ใไ]", ฎ: "[ฎฏ]", า: "[าๅ]", ำ: `(?:ำ|ํ${JUNK}[าๅ])`, แ: "(?:แ|เเ)", " ": "[^0-9a-zก-ฮ]+", ".": "\\." };
  // The folded word in a text that is not folded.
  const pattern = (word) =>
    [...word]
      .map((letter) => LOOSE[letter] ?? (/[0-9]/.test(letter) ? `[${letter}${String.fromCharCode(0xe50 + Number(letter))}]` : letter))
      .join(JUNK);
  const marker = (words) => new RegExp(words.map(pattern).join("|"), "giu");

  // --- Runs of three letters ------------------------------------------------------------------------------
  const DIGITS = {};
  for (let code = 35, digit = 0; code < 127; code += 1) if (code !== 92) DIGITS[String.fromCharCode(code)] = digit++;
  const BASE = 45;
  const unpack = (packed) => {
    const numbers = [];
    let before = -1;
    let rest = 0;
    for (const letter of packed) {
      const digit = DIGITS[letter];
      if (digit >= BASE) rest = rest * BASE + digit - BASE + 1;
      else {
        before += rest * BASE + digit + 1;
        numbers.push(before);
        rest = 0;
      }
    }
    return numbers;
  };

  const fileOf = (gram) => {
    let low = 0;
    let high = about.grams.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (about.grams[middle] <= gram) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const unpacked = new Map();
  const numbersOf = async (gram) => {
    if (!unpacked.has(gram)) {
      const [grams, packed] = await load(`g${fileOf(gram)}`);
      const at = grams.indexOf(gram);
      unpacked.set(gram, at < 0 ? [] : unpack(packed[at]));
    }
    return unpacked.get(gram);
  };
  // Pieces with a run that begins so: two letters stand wherever three begin with them.
  const numbersFrom = async (letters) => {
    const found = new Set();
    const last = fileOf(`${letters}\uffff`);
    const asked = [];
    for (let file = fileOf(letters); file <= last; file += 1) asked.push(load(`g${file}`));
    for (const [grams, packed] of await Promise.all(asked)) {
      grams.forEach((gram, at) => {
        if (gram.startsWith(letters)) for (const number of unpack(packed[at])) found.add(number);
      });
    }
    return [...found].sort((a, b) => a - b);
  };
  const runs = (word, length = 3) => {
    const found = [];
    for (let at = 0; at + length <= word.length; at += 1) found.push(word.slice(at, at + length));
    return found;
  };
  // Of a long word not every run is asked for; those that are leave no letter out.
  const telling = (word) => {
    const step = word.length > 14 ? 3 : word.length > 8 ? 2 : 1;
    const all = runs(word);
    return all.filter((_, at) => at % step === 0 || at === all.length - 1);
  };
  const both = (one, other) => {
    const kept = new Set(other);
    return one.filter((number) => kept.has(number));
  };
  // Pieces that have every run of a term; a term of several words has those of each.
  const piecesOf = async (term) => {
    const parts = term.text.split(" ").map((word) => (term.whole || word.length === 1 ? ` ${word} ` : word));
    const asked = parts.flatMap((part) => (part.length === 2 ? [numbersFrom(part)] : telling(part).map(numbersOf)));
    const lists = (await Promise.all(asked)).sort((a, b) => a.length - b.length);
    return lists.reduce((left, list) => (left.length ? both(left, list) : left));
  };

  // --- What is asked for --------------------------------------------------------------------------------
  const CODE = /(?:^| )([a-z]+|0|โอ|ขอที|ขอ|รายการที) ?([0-9]{1,2}(?:\.[0-9]+)?)(?= |$)/g;
  const ANY_LETTERS = ["o", "0", "oit", "โอ", "ขอที", "ขอ", "รายการที"];
  const OF_YEAR = /(?:^| )(?:(?:ประจำ)?(?:ปีงบประมาณ|ปีทีประเมิน|ปี|พศ|fy|year)(?: พศ)? ?)?([0-9]{4})(?= |$)|(?:^| )(?:ปีงบประมาณ|ปี) ?([0-9]{2})(?= |$)/g;

  const asked = (text) => {
    const words = [];
    let rest = text.replace(CODE, (all, letters, number) => {
      const codes = codesOf(letters, number);
      if (!codes.length) return all;
      words.push({ codes, terms: codes.map((code) => ({ text: code.toLowerCase(), whole: true })) });
      return " ";
    });
    rest = rest.replace(OF_YEAR, (all, whole, short) => {
      let year = Number(whole ?? `25${short}`);
      if (year > 1990 && year < 2100) year += 543;
      if (!about.years.includes(year)) return all;
      words.push({ year, terms: [{ text: whole ?? String(year) }] });
      return " ";
    });
    rest = rest.trim();
    const units = new Set(namesOf(rest));
    if (rest.includes(" ") && units.size) words.push({ terms: [{ text: rest }, ...termsOf(units)] });
    else for (const word of new Set(rest.split(" ").filter(Boolean))) words.push({ terms: [{ text: word }, ...termsOf(namesOf(word))] });
    // A single letter beside other words says nothing.
    const longer = words.filter((word) => word.codes || word.terms[0].text.length > 1);
    return longer.length ? longer : words;
  };
  // ``moit 5`` is that item; ``ข้อ 5`` is the fifth of whatever list the agency answers.
  const codesOf = (letters, number) => {
    const ofNumber = [...new Set(about.pages.map((page) => page.code))].filter((code) => code.replace(/^[^0-9]+/, "") === number);
    const exact = ofNumber.filter((code) => code.toLowerCase() === letters + number);
    return exact.length ? exact : ANY_LETTERS.includes(letters) ? ofNumber : [];
  };
  const namesOf = (text) => about.units.filter((names) => names.includes(text)).flatMap((names) => names.filter((name) => name !== text));
  const termsOf = (names) => [...names].map((text) => ({ text, whole: text.length < 6 }));
  const isIn = (text, term) => (term.whole ? ` ${text} `.includes(` ${term.text} `) : text.includes(term.text));

  // A whole title says more the longer it is: a short one is a mere word in the title of another year.
  const sameness = (text) => FIELDS.begins + Math.min(260, Math.max(0, text.length - 10) * 10);

  // Page → how well a word fits, and the pieces where.
  const hitsOf = async (word) => {
    const hits = new Map();
    const note = (number, score, piece, term) => {
      let hit = hits.get(number);
      if (!hit) hits.set(number, (hit = { score: 0, pieces: [], count: 0, words: new Set() }));
      if (score > hit.score) {
        hit.score = score;
        // Words around a hit come from where the heading is the one asked for.
        if (piece !== undefined) hit.pieces.unshift(piece);
      } else if (piece !== undefined && hit.pieces.length < 6) hit.pieces.push(piece);
      if (piece !== undefined) hit.count += 1;
      hit.words.add(term.text);
    };
    const lists = await Promise.all(word.terms.map(piecesOf));
    word.terms.forEach((term, at) => {
      const less = at ? 5 : 0;
      const headings = about.headings.map((heading) => isIn(heading, term));
      const families = about.families.map((family) =>
        family.others.includes(term.text) ? FIELDS.other + 20 : family.others.some((name) => isIn(name, term)) ? FIELDS.other : 0,
      );
      for (const piece of lists[at]) note(about.pageOf[piece], (headings[about.headingOf[piece]] ? FIELDS.heading : FIELDS.body) - less, piece, term);
      about.pages.forEach((page, number) => {
        if (word.codes?.includes(page.code)) note(number, FIELDS.code, undefined, term);
        else if (word.year && page.year === word.year) note(number, FIELDS.title + (page.kind === YEAR ? 100 : 0), undefined, term);
        else if (page.plain === term.text || page.folded === term.text) note(number, sameness(term.text) - less, undefined, term);
        else if (isIn(page.folded, term)) note(number, (page.plain.startsWith(term.text) ? FIELDS.begins : FIELDS.title) - less, undefined, term);
        else if (!word.year) {
          const best = Math.max(0, ...page.families.map((family) => families[family]));
          if (best) note(number, best - less, undefined, term);
        }
      });
    });
    return hits;
  };

  // --- Words that are nowhere as they were typed ------------------------------------------------------------
  const allowed = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : word.length < 14 ? 2 : 3);
  // The fewest changes that make a word of a part of the text, by Sellers' algorithm, and where that part ends.
  const fewest = (text, word, most) => {
    let row = Uint8Array.from({ length: word.length + 1 }, (_, at) => at);
    let next = new Uint8Array(word.length + 1);
    const best = { distance: most + 1, end: 0 };
    for (let at = 1; at <= text.length; at += 1) {
      for (let of = 1; of <= word.length; of += 1) {
        const changed = row[of - 1] + (text[at - 1] === word[of - 1] ? 0 : 1);
        next[of] = Math.min(changed, row[of] + 1, next[of - 1] + 1);
      }
      [row, next] = [next, row];
      // As long as the word is better than a letter shorter.
      const isBetter = row[word.length] < best.distance || (row[word.length] === best.distance && at === best.end + 1);
      if (isBetter && row[word.length] <= most) Object.assign(best, { distance: row[word.length], end: at });
    }
    return best;
  };
  const backwards = (text) => [...text].reverse().join("");
  const nearest = (text, word, most) => {
    // With so few changes, one of so many parts and one more has none.
    const length = Math.ceil(word.length / (most + 1));
    let mayBe = false;
    for (let at = 0; at < word.length && !mayBe; at += length) mayBe = text.includes(word.slice(at, at + length));
    if (!mayBe) return null;
    const { distance, end } = fewest(text, word, most);
    if (distance > most) return null;
    const before = backwards(text.slice(Math.max(0, end - word.length - most), end));
    const found = text.slice(end - fewest(before, backwards(word), distance).end, end);
    return { distance: alike(found) === alike(word) ? 0 : distance, text: found };
  };
  // Letters that sound the same are taken for one another more often than any others.
  const SOUNDS = [[/[ซศษช]/g, "ส"], [/ณ/g, "น"], [/ญ/g, "ย"], [/[ฎด]/g, "ต"], [/[ฐถธฑฒ]/g, "ท"], [/[ภผ]/g, "พ"], [/[ฆข]/g, "ค"], [/[ฬร]/g, "ล"], [/[ีึื]/g, "ิ"], [/ู/g, "ุ"]];
  const alike = (word) => SOUNDS.reduce((text, [letters, letter]) => text.replace(letters, letter), word);

  const nearHitsOf = async (word) => {
    const typed = word.terms[0].text;
    const most = allowed(typed);
    const hits = new Map();
    if (!most) return hits;
    const note = (number, distance, score, text, piece) => {
      hits.changes = Math.min(hits.changes ?? most, distance);
      const value = score - 40 * distance;
      const hit = hits.get(number);
      if (hit && hit.score >= value) return;
      hits.set(number, { score: value, pieces: piece === undefined ? [] : [piece], count: 0, words: new Set([text]) });
    };
    const families = about.families.map(({ others }) => closest(others, typed, most));
    const headings = about.headings.map((heading) => nearest(heading, typed, most));
    about.pages.forEach((page, number) => {
      const near = nearest(page.folded, typed, most);
      if (near) note(number, near.distance, FIELDS.near + 40, near.text);
      for (const family of page.families) if (families[family]) note(number, families[family].distance, FIELDS.near + 20, families[family].text);
    });
    about.headingOf.forEach((heading, piece) => {
      const near = headings[heading];
      if (near) note(about.pageOf[piece], near.distance, FIELDS.near, near.text, piece);
    });
    const pieces = await likely(typed);
    const texts = await Promise.all(pieces.map(textOf));
    pieces.forEach((piece, at) => {
      const near = nearest(fold(texts[at].slice(1).join("\n")), typed, most);
      if (near) note(about.pageOf[piece], near.distance, near.distance ? FIELDS.body : FIELDS.near, near.text, piece);
    });
    return hits;
  };
  const closest = (texts, typed, most) => {
    let best = null;
    for (const text of texts) {
      const near = nearest(text, typed, most);
      if (near && (!best || near.distance < best.distance)) best = near;
    }
    return best;
  };
  // The pieces that have most runs of a word, two letters long where it is short.
  const likely = async (typed) => {
    const isShort = typed.length < 10;
    const wanted = [...new Set(runs(typed, isShort ? 2 : 3))];
    const counts = new Map();
    for (const list of await Promise.all(wanted.map(isShort ? numbersFrom : numbersOf))) {
      for (const piece of list) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= wanted.length / 2)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, LOOKED_AT)
      .map(([piece]) => piece);
  };
  const JOINS = /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/; // a vowel or mark that stands on the letter before it
  // A run of letters that stands nowhere → two parts that do, in names of pages, content or sections.
  const inNames = (typed) => {
    const names = [...about.pages.map((page) => page.folded), ...about.families.flatMap(({ others }) => others), ...about.headings];
    const isNamed = (part) => names.some((name) => name.includes(part));
    for (let least = typed.length >> 1; least > 2; least -= 1) {
      for (const at of new Set([least, typed.length - least])) {
        if (JOINS.test(typed[at])) continue;
        if (isNamed(typed.slice(0, at)) && isNamed(typed.slice(at))) return `${typed.slice(0, at)} ${typed.slice(at)}`;
      }
    }
    return typed;
  };
  // The same with the longest parts that stand in any text.
  const inText = async (typed) => {
    const parts = [];
    for (let from = 0; from < typed.length; ) {
      let to = typed.length;
      while (to - from >= 4 && !(await piecesOf({ text: typed.slice(from, to) })).length) to -= 1;
      if (to - from < 4) return typed;
      parts.push(typed.slice(from, to));
      from = to;
    }
    return parts.join(" ");
  };

  // --- Pages ----------------------------------------------------------------------------------------------
  const NONE = { how: "none", hits: [] };
  const find = async (query) => {
    await start();
    const text = fold(query);
    if (!text) return NONE;
    let words = asked(text);
    let found = await Promise.all(words.map(hitsOf));
    let hits = await checked(ranked(words, found, words.length));
    const parted = (text.match(/[0-9.]+|[a-z]+|[^0-9a-z. ]+/g) ?? []).join(" ");
    if (!hits.length && parted !== text) {
      words = asked(parted);
      found = await Promise.all(words.map(hitsOf));
      hits = await checked(ranked(words, found, words.length));
    }
    if (hits.length) return { how: "exact", hits };
    // What only seemed to stand somewhere does so no more when it is looked at alone.
    const real = await Promise.all(found.map(async (some, at) => (await checked(ranked([words[at]], [some], 1))).length > 0));
    const unreal = new Set(words.filter((word, at) => !real[at] && word.terms[0].text.length > 6).map((word) => word.terms[0].text));
    const near = await Promise.all(words.map((word, at) => (real[at] ? found[at] : nearHitsOf(word))));
    hits = ranked(words, near, words.length);
    if (hits.length && near.every(({ changes = 0 }) => changes < 2)) return { how: "near", hits };
    // People leave out words rather than change many letters.
    for (const parting of [inNames, inText]) {
      const parts = (await Promise.all(text.split(" ").map((word) => (unreal.has(word) ? parting(word) : word)))).join(" ");
      if (parts === text) continue;
      const ofParts = asked(parts);
      const inParts = await checked(ranked(ofParts, await Promise.all(ofParts.map(hitsOf)), ofParts.length));
      if (inParts.length) return { how: "near", hits: inParts };
      if (hits.length) break;
    }
    if (hits.length) return { how: "near", hits };
    for (let least = words.length - 1; least > 0; least -= 1) {
      hits = ranked(words, near, least);
      if (hits.length) return { how: "some", hits };
    }
    return NONE;
  };
  // Runs of three letters say where a word is likely. Where no title or heading has it, the first pieces are looked at.
  const checked = async (hits) => {
    if (!hits.length || hits[0].best >= FIELDS.heading) return hits;
    for (let from = 0; from < hits.length; from += SHOWN) {
      const some = hits.slice(from, from + SHOWN);
      const are = await Promise.all(some.map(around));
      const left = some.filter((_, at) => are[at]);
      if (left.length) return [...left, ...hits.slice(from + SHOWN)];
    }
    return [];
  };

  const ranked = (words, found, least) => {
    const counts = new Map();
    for (const hits of found) for (const number of hits.keys()) counts.set(number, (counts.get(number) ?? 0) + 1);
    const newest = about.years[0] ?? 0;
    const pages = [];
    for (const [number, count] of counts) {
      if (count < least) continue;
      const page = about.pages[number];
      const parts = found.map((hits) => hits.get(number)).filter(Boolean);
      // Where a word stands in the title, others in the text are better there than anywhere else.
      const mean = parts.reduce((sum, part) => sum + part.score, 0) / words.length;
      const age = page.year ? newest - page.year : 0;
      const often = Math.min(8, ...parts.map((part) => part.count));
      const pieces = parts.flatMap((part) => part.pieces);
      const most = pieces.filter((piece) => parts.every((part) => !part.pieces.length || part.pieces.includes(piece)));
      const together = parts.length > 1 && most.length ? 15 : 0;
      pages.push({
        page,
        score: mean + KINDS[page.kind] - Math.min(10, age) * (page.kind === ITEM ? 12 : 6) + often + together,
        best: Math.min(...parts.map((part) => part.score)),
        pieces: [...new Set([...most, ...pieces])],
        unseen: parts.filter((part) => part.pieces.length && part.score < FIELDS.heading).map((part) => [...part.words]),
        words: [...new Set(parts.flatMap((part) => [...part.words]))],
      });
    }
    return pages.sort((a, b) => b.score - a.score);
  };

  // --- Words around a hit ---------------------------------------------------------------------------------
  const textOf = async (piece) => {
    let low = 0;
    let high = about.firstText.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (about.firstText[middle] <= piece) low = middle;
      else high = middle - 1;
    }
    const texts = await load(`t${low}`);
    return texts.slice((piece - about.firstText[low]) * 3, (piece - about.firstText[low]) * 3 + 3);
  };
  const cut = (text, match) => {
    if (!match) return text.length > 180 ? `${text.slice(0, 180)}…` : text;
    let from = Math.max(0, match.index - 60);
    while (from > 0 && (JOINS.test(text[from]) || (from > match.index - 90 && text[from - 1] !== " " && text[from - 1] !== "\n"))) from -= 1;
    let to = Math.min(text.length, match.index + match[0].length + 120);
    while (to < text.length && JOINS.test(text[to])) to += 1;
    return `${from ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  };
  // Of a hit: where it is, and the words around it; null where a word is in no piece, which its runs only made likely.
  const around = async (hit) => {
    const mark = marker(hit.words);
    let sought = hit.unseen.map(marker);
    let found = null;
    for (const piece of hit.pieces) {
      const [anchor, heading, text] = await textOf(piece);
      sought = sought.filter((word) => `${heading}\n${text}`.search(word) < 0);
      if (!found) {
        mark.lastIndex = 0;
        const match = mark.exec(text);
        if (match || heading.search(mark) >= 0) found = { anchor, heading, text: cut(text, match) };
      }
      if (found && !sought.length) return found;
    }
    if (sought.length) return null;
    if (found) return found;
    const [, , text] = await textOf(hit.page.first);
    return { anchor: "", heading: "", text: cut(text) };
  };

  const address = (page, anchor = "") => {
    const url = new URL(page.url, ROOT);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = anchor;
    return url.href;
  };

  return { ROOT, SHOWN, take, start, find, around, fold, marker, address, about: () => about };
})();
