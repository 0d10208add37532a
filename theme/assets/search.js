// Search that finds Thai. The index is made with the site (generator/search/): runs of three letters → pieces of pages.
// Only the few files that a query needs are loaded, as scripts, so that it works from a disk too; nothing is sent anywhere.
"use strict";

window.oitSearch = (() => {
  const ROOT = new URL("../", document.currentScript.src);
  const FIELDS = { code: 800, begins: 340, title: 330, other: 310, heading: 200, body: 100, near: 220 };
  const KINDS = [60, 50, 30, 0, -300]; // item, topic, year, about, guide
  const [ITEM, , YEAR, , GUIDE] = KINDS.keys();
  const SHOWN = 10;
  const LOOKED_AT = 24; // pieces that are read for a word that is nowhere as it was typed

  // --- Files ---------------------------------------------------------------------------------------
  const files = new Map();
  let about = null;

  const load = (name, version = "") => {
    let file = files.get(name);
    if (!file) {
      file = {};
      file.ready = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        file.resolve = resolve;
        script.src = new URL(`search/${name}${version && `.${version}`}.js`, ROOT);
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

  // Pages of one part: of the newest years, or of some older ones.
  const partOf = ({ pages: columns, headings, main }, named, prefix) => {
    const [urls, titles, kinds, years, dataYears, codes, familiesOf, sectionsOf, states] = columns;
    const pages = urls.map((url, at) => ({
      url, title: titles[at], kind: kinds[at], year: years[at], dataYear: dataYears[at], code: codes[at], families: familiesOf[at],
      sections: sectionsOf[at], state: states[at], folded: fold(titles[at]), first: 0, named: [],
    }));
    for (const [pattern, words] of named) {
      const fits = new RegExp(`^${pattern.replace("*", "[0-9]{4}")}$`);
      for (const page of pages) if (fits.test(page.url)) page.named.push(...words.split("|"));
    }
    for (const page of pages) page.plain = page.code ? fold(page.title.slice(page.code.length)) : page.folded;
    return { pages, headings: headings.split("|"), main: store(prefix, main) };
  };
  // Parts as one: the pieces, pages and headings of each follow those of the part before.
  const together = (parts) => {
    const all = { pages: [], headings: [], pageOf: [], headingOf: [] };
    const firsts = [];
    for (const { pages, headings } of parts) {
      firsts.push(all.pageOf.length);
      for (const page of pages) {
        page.first = all.pageOf.length;
        for (let at = 0; at < page.sections.length; at += 2) {
          for (let count = page.sections[at + 1]; count; count -= 1) {
            all.pageOf.push(all.pages.length);
            all.headingOf.push(all.headings.length + page.sections[at]);
          }
        }
        all.pages.push(page);
      }
      all.headings.push(...headings);
    }
    const joined = (name) => async (run) => (await Promise.all(parts.map(({ main }) => main[name](run)))).flatMap((numbers, at) => (firsts[at] ? numbers.map((number) => number + firsts[at]) : numbers));
    const textOf = (piece) => {
      const at = firsts.findLastIndex((first) => first <= piece);
      return parts[at].main.textOf(piece - firsts[at]);
    };
    return { ...all, main: { numbersOf: joined("numbersOf"), numbersFrom: joined("numbersFrom"), textOf } };
  };
  // The newest pages, and those of the part of older ones that a query asks for: what a query loads has a bound.
  const use = async (number) => {
    if (number === about.used) return;
    const parts = [about.newest];
    if (number) parts.push(partOf(await load(`p${number - 1}`, about.older[number - 1][0]), about.namedPages, `p${number - 1}`));
    Object.assign(about, together(parts), { used: number });
  };

  const arranged = (told) => {
    const newest = partOf(told, told.named, "");
    const years = [...new Set([...newest.pages.map((page) => page.year), ...told.older.flatMap(([, years]) => years)].filter(Boolean))].sort((a, b) => b - a);
    return {
      ...told,
      ...together([newest]),
      newest,
      namedPages: told.named,
      used: 0,
      years,
      spendingFamilies: new Set(told.spending),
      rows: told.rows.map((one, number) => store(`r${number}`, one)),
      families: told.families.map(([name, others]) => ({ name, others: others.split("|").filter(Boolean) })),
      units: told.units.map(([, names]) => names.map(fold)),
      unitCards: told.units.map(([id, , title, contact]) => ({ id, title, contact })),
      spelled: new Map(told.spellings.flatMap(([right, wrong]) => wrong.split("|").map((one) => [one, right]))),
      particles: new Set([...told.particles, ...told.questions].map(fold)),
      questions: new Set(told.questions.map(fold)),
      buying: new Set(told.buying.map(fold)),
      elsewhere: new Set(told.elsewhere.map(fold)),
      ofReports: new Set(told.of_reports.map(fold)),
      reports: new Map(told.reports),
      people: told.people.map(([names, post, ...card]) => ({ names: names.map((name) => fold(name).replace(/ /g, "")), post, card })),
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
      .trim()
      .normalize("NFC");

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

  // Runs and texts of the pages, or of a part of what is searched beside them; some neighbours have one version.
  const TOGETHER = 16;
  const store = (prefix, [firsts, counts, gramVersions, textVersions]) => {
    const loadGrams = (file) => load(`${prefix}g${file}`, gramVersions[Math.floor(file / TOGETHER)]);
    const loadTexts = (file) => load(`${prefix}t${file}`, textVersions[Math.floor(file / TOGETHER)]);
    const starts = [];
    counts.reduce((sum, count) => starts.push(sum) && sum + count, 0);
    const lastOf = (list, value) => {
      let low = 0;
      let high = list.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (list[middle] <= value) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    const unpacked = new Map();
    const numbersOf = async (gram) => {
      if (!unpacked.has(gram)) {
        const [grams, packed] = await loadGrams(lastOf(firsts, gram));
        const at = grams.indexOf(gram);
        unpacked.set(gram, at < 0 ? [] : unpack(packed[at]));
      }
      return unpacked.get(gram);
    };
    // Pieces with a run that begins so: two letters stand wherever three begin with them.
    const numbersFrom = async (letters) => {
      const found = new Set();
      const last = lastOf(firsts, `${letters}\uffff`);
      const asked = [];
      for (let file = lastOf(firsts, letters); file <= last; file += 1) asked.push(loadGrams(file));
      for (const [grams, packed] of await Promise.all(asked)) {
        grams.forEach((gram, at) => {
          if (gram.startsWith(letters)) for (const number of unpack(packed[at])) found.add(number);
        });
      }
      return [...found].sort((a, b) => a - b);
    };
    const textOf = async (piece) => {
      const file = lastOf(starts, piece);
      return (await loadTexts(file)).slice((piece - starts[file]) * 3, (piece - starts[file]) * 3 + 3);
    };
    return { numbersOf, numbersFrom, textOf };
  };
  const runs = (word, length = 3) => {
    const found = [];
    for (let at = 0; at + length <= word.length; at += 1) found.push(word.slice(at, at + length));
    return found;
  };
  // Of a long word not every run is asked for: of up to thirty letters, those that are leave none out.
  const telling = (word) => {
    const step = Math.max(word.length > 14 ? 3 : word.length > 8 ? 2 : 1, Math.ceil(word.length / 10));
    const all = runs(word);
    return all.filter((_, at) => at % step === 0 || at === all.length - 1);
  };
  const both = (one, other) => {
    const kept = new Set(other);
    return one.filter((number) => kept.has(number));
  };
  // Pieces that have every run of a term; a term of several words has those of each.
  const piecesOf = async (term, of = about.main) => {
    const parts = term.text.split(" ").map((word) => (term.whole || word.length === 1 ? ` ${word} ` : word));
    const asked = parts.flatMap((part) => (part.length === 2 ? [of.numbersFrom(part)] : telling(part).map(of.numbersOf)));
    const lists = (await Promise.all(asked)).sort((a, b) => a.length - b.length);
    return lists.reduce((left, list) => (left.length ? both(left, list) : left));
  };

  // --- What is asked for --------------------------------------------------------------------------------
  const CODE = /(?:^| )([a-z]+|0|โอ|ขอที|ขอ|รายการที) ?([0-9]{1,2}(?:\.[0-9]+)?)(?= |$)/g;
  const ANY_LETTERS = ["o", "0", "oit", "โอ", "ขอที", "ขอ", "รายการที"];
  const OF_YEAR = /(?:^| )(?:(?:ประจำ)?(?:ปีงบประมาณ|ปีทีประเมิน|ปี|พศ|fy|year)(?: พศ)? ?)?([0-9]{4})(?= |$)|(?:^| )(?:ปีงบประมาณ|ปี) ?([0-9]{2})(?= |$)/g;

  const asked = (text) => {
    const words = [];
    let rest = text.replace(/ปีลาสุด/g, ` ${about.years[0] ?? ""} `).replace(CODE, (all, letters, number) => {
      const codes = codesOf(letters, number);
      if (!codes.length) return all;
      words.push({ codes, terms: codes.map((code) => ({ text: code.toLowerCase(), whole: true })) });
      return " ";
    });
    // A plan of some years: no year of the list.
    rest = rest.replace(/(?:^| )(?:พศ |ปี ?)?(2[0-9]{3} 2[0-9]{3})(?= |$)/g, (_, span) => {
      words.push({ terms: [{ text: span }] });
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
    // ``OIT 69``: two digits behind words may be a year, and may be two digits.
    rest = rest.replace(/(?<=[^0-9.] ?)\b([0-9]{2})$/, (short) => {
      const year = Number(`25${short}`);
      if (!about.years.includes(year) || (!words.length && rest === short)) return short;
      words.push({ year, terms: [{ text: `25${short}` }, { text: short, whole: true }] });
      return "";
    }).trim();
    if (rest.includes(" ") && units.size) words.push({ terms: [{ text: rest }, ...termsOf(units)] });
    else for (const word of new Set(phrases(rest))) words.push(wordOf(word));
    return words;
  };
  // A single letter belongs to the word before it: ``ตัวอย่าง ธ``.
  const phrases = (text) =>
    text.split(" ").reduce((found, word) => {
      if (word.length === 1 && found.length && !/[0-9]/.test(found.at(-1))) found[found.length - 1] += ` ${word}`;
      else if (word) found.push(word);
      return found;
    }, []);
  const wordOf = (text) => {
    const right = about.spelled.get(text);
    return { terms: [{ text }, ...(right ? [{ text: right }] : []), ...termsOf(namesOf(text))] };
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
    const lists = await Promise.all(word.terms.map((term) => piecesOf(term)));
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
        else if (word.year && page.dataYear === word.year) note(number, FIELDS.title + (word.isOfData ? 40 : -140), undefined, term);
        else if (page.plain === term.text || page.folded === term.text) note(number, sameness(term.text) - less, undefined, term);
        else if (!word.year && page.named.includes(term.text)) note(number, FIELDS.other + 60 - less, undefined, term);
        else if (isIn(page.folded, term)) note(number, (page.plain.startsWith(term.text) ? FIELDS.begins : FIELDS.title) + (page.families.some((family) => families[family] > FIELDS.other) ? 8 : 0) - less, undefined, term);
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
    if (!most || /^[0-9.]+$/.test(typed)) return hits; // another number is another thing
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
    const texts = await Promise.all(pieces.map(about.main.textOf));
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
    const isShort = typed.length < 6;
    const wanted = [...new Set(runs(typed, isShort ? 2 : 3))];
    const counts = new Map();
    for (const list of await Promise.all(wanted.map(isShort ? about.main.numbersFrom : about.main.numbersOf))) {
      for (const piece of list) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= wanted.length / (isShort ? 2 : typed.length < 10 ? 4 : 2))
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
  const findPages = async (text, query) => {
    let words = asked(text);
    let found = await Promise.all(words.map(hitsOf));
    let hits = await checked(ranked(words, found, words.length));
    const parted = (text.match(/[0-9.]+|[a-z]+|[^0-9a-z. ]+/g) ?? []).join(" ");
    if (!hits.length && parted !== text) {
      words = asked(parted);
      found = await Promise.all(words.map(hitsOf));
      hits = await checked(ranked(words, found, words.length));
    }
    // What stands there under another spelling only is near.
    const how = () => (words.every(({ terms: [{ text: one }] }) => !about.spelled.has(one) || hits[0].words.includes(one)) ? "exact" : "near");
    if (hits.length && hits[0].best >= FIELDS.other - 5) return { how: how(), hits };
    const parts = await understood(query);
    if (parts?.isElsewhere && !parts.hits.length) return hits.length ? { how: how(), hits } : parts;
    if (parts && !parts.isLoose && !hits.length) {
      // No question, and a letter or two from a name: a slip of the finger, which the browser cut into bits.
      const slip = parts.isQuestion || parts.isSpelled || words.length > 1 ? [] : ranked(words, await Promise.all(words.map(nearHitsOf)), 1);
      if (slip.length && slip[0].best >= FIELDS.near - 40) return { how: "near", hits: slip };
      return parts.isSpelled && !parts.isQuestion && parts.how === "understood" ? { ...parts, how: "near" } : parts;
    }
    if (parts && (parts.isQuestion || (parts.isNamed && words.length > 1)) && hits.length && parts.hits[0].score > hits[0].score && (parts.isQuestion || parts.hits[0].page !== hits[0].page)) {
      // It stands somewhere as it was typed, and asks for what has a name.
      const typed = new Set(hits.map(({ page }) => page));
      const meant = parts.hits.slice(0, 3).map((hit) => ({ ...hit, isMeant: !typed.has(hit.page) }));
      const rest = new Set(meant.map(({ page }) => page));
      return { ...parts, how: "understood", hits: [...meant, ...hits.filter(({ page }) => !rest.has(page))] };
    }
    if (hits.length) return { how: how(), hits };
    // What only seemed to stand somewhere does so no more when it is looked at alone.
    const real = await Promise.all(found.map(async (some, at) => (await checked(ranked([words[at]], [some], 1))).length > 0));
    const unreal = new Set(words.filter((word, at) => !real[at] && word.terms[0].text.length > 6).map((word) => word.terms[0].text));
    const near = await Promise.all(words.map((word, at) => (real[at] ? found[at] : nearHitsOf(word))));
    hits = ranked(words, near, words.length);
    if (hits.length && near.every(({ changes = 0 }) => changes < 2)) return { how: "near", hits };
    // People leave out words rather than change many letters.
    for (const parting of [inNames, inText]) {
      const reparted = (await Promise.all(text.split(" ").map((word) => (unreal.has(word) ? parting(word) : word)))).join(" ");
      if (reparted === text) continue;
      const ofParts = asked(reparted);
      const inParts = await checked(ranked(ofParts, await Promise.all(ofParts.map(hitsOf)), ofParts.length));
      if (inParts.length) return { how: "near", hits: inParts };
      if (hits.length) break;
    }
    if (hits.length) return { how: "near", hits };
    if (parts) return parts;
    for (let least = words.length - 1; least > 0; least -= 1) {
      hits = ranked(words, near, least);
      if (hits.length) return { how: "some", hits: words.some(({ year }) => year) ? hits : newestFirst(hits) };
    }
    return NONE;
  };

  // --- Questions ------------------------------------------------------------------------------------------
  const segmenter = window.Intl?.Segmenter && new Intl.Segmenter("th", { granularity: "word" });
  let lexicon = null;
  // What is known by a name: content, pages, units, and what is often written otherwise.
  const isKnown = (text) => {
    lexicon ??= new Set([...about.families.flatMap(({ others }) => others), ...about.pages.flatMap(({ named }) => named), ...about.units.flat(), ...about.spelled.values(), ...about.elsewhere].map((one) => one.replace(/ /g, "")));
    return text.length > 1 && (lexicon.has(text) || lexicon.has(about.spelled.get(text)?.replace(/ /g, "")));
  };
  // What is often written otherwise is one word, in its right spelling, before names are looked for.
  const spelledRight = (segments) => {
    const folded = segments.map(fold);
    const typed = [];
    const parts = [];
    for (let at = 0; at < folded.length; ) {
      let to = Math.min(folded.length, at + 6);
      const joined = () => folded.slice(at, to).join("");
      while (to > at + 1 && !(folded[at] && joined().length > 2 && about.spelled.has(joined()))) to -= 1;
      parts.push(about.spelled.get(joined()) ?? joined());
      typed.push(segments.slice(at, to).join(""));
      at = to;
    }
    return { typed, parts };
  };
  // A name that sounds as some words do, or is a letter or two from them, each word of which is none: ``ประชาสัมพัน``.
  let byLength = null;
  const nearName = (parts, at) => {
    if (!byLength) {
      isKnown("");
      byLength = new Map();
      for (const name of lexicon) if (name.length > 4) byLength.set(name.length, [...(byLength.get(name.length) ?? []), [name, alike(name)]]);
    }
    let best = null;
    for (let to = at + 1; to <= Math.min(parts.length, at + 6); to += 1) {
      if (!parts[to - 1] || /[0-9]/.test(parts[to - 1]) || about.buying.has(parts[to - 1])) break;
      const text = parts.slice(at, to).join("").replace(/ /g, "");
      const most = text.length < 5 ? 0 : text.length < 10 ? 1 : 2;
      if (!most) continue;
      const sound = alike(text);
      for (let length = text.length - most; length <= text.length + most; length += 1) {
        for (const [name, sounds] of byLength.get(length) ?? []) {
          if (sounds[0] !== sound[0] || sounds.at(-1) !== sound.at(-1) && sounds.length === sound.length) continue;
          const distance = changes(sounds, sound, most);
          if (distance <= most && (!best || distance / text.length < best.ratio) && !hasName({ text })) best = { name, to, ratio: distance / text.length };
        }
      }
    }
    return best;
  };
  // Letters that make one word of another, at most ``most`` and one more.
  const changes = (one, other, most) => {
    let row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let at = 1; at <= one.length; at += 1) {
      const next = [at];
      for (let of = 1; of <= other.length; of += 1) next.push(Math.min(row[of - 1] + (one[at - 1] === other[of - 1] ? 0 : 1), row[of] + 1, next[of - 1] + 1));
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row.at(-1);
  };
  // Where the longest name or particle ends that begins here.
  // A long name says more than a short one.
  const weightOf = (name) => Math.min(4, 1 + name.length / 5);
  const isOne = (text) => isKnown(text) || about.particles.has(text);
  const oneOf = (words, at, to) => words.slice(at, to).join("").replace(/ /g, "");
  const longest = (parts, folded, at) => {
    let to = Math.min(parts.length, at + 12);
    while (to > at && !isOne(oneOf(parts, at, to)) && !isOne(oneOf(folded, at, to))) to -= 1;
    return to;
  };
  // The words of a question without spaces: names that are known, the longest first, then the browser's words.
  const wordsOf = (query) => {
    const { typed, parts } = spelledRight(segmenter ? [...segmenter.segment(query.normalize("NFC"))].map(({ segment }) => segment) : query.split(/\s+/));
    const folded = typed.map(fold);
    const words = [];
    const unused = [];
    let isQuestion = false;
    let isNear = false;
    for (let at = 0; at < parts.length; ) {
      let to = longest(parts, folded, at);
      // ``ค่าน้ำดื่ม`` is the price of drinking water, not the water rate and something to drink.
      if (to > at + 1 && (about.buying.has(parts[at]) || about.particles.has(parts[at])) && longest(parts, folded, at + 1) > to) to = at + 1;
      if (to === at) {
        const near = nearName(parts, at);
        if (near) {
          words.push({ text: nameOf(near.name), raw: typed.slice(at, near.to).join("").trim(), weight: weightOf(near.name) });
          isNear = true;
          at = near.to;
          continue;
        }
      }
      const text = [parts, folded].map((some) => oneOf(some, at, to)).find(isOne) ?? oneOf(parts, at, to);
      const raw = typed.slice(at, to).join("").trim();
      if (to > at && isKnown(text) && !(to - at === 1 && about.particles.has(text))) {
        // What it asks after weighs more than what it is about: ``กี่วันรู้ผล``.
        const asks = parts.slice(at, to).some((part) => about.questions.has(part));
        words.push({ text: nameOf(text), raw, weight: weightOf(text) + (asks ? 1 : 0) });
        isQuestion ||= asks;
        at = to;
        continue;
      }
      if (to > at) {
        unused.push(raw);
        isQuestion ||= about.questions.has(text);
        at = to;
        continue;
      }
      if (parts[at] && parts[at].length < 2) unused.push(typed[at]);
      else if (parts[at]) words.push({ text: parts[at], raw: typed[at], weight: 1, at });
      at += 1;
    }
    const isSpelled = isNear || parts.some((part, at) => part !== folded[at]);
    return { words, unused, spaced: parts.filter(Boolean).join(" "), isQuestion, isSpelled };
  };
  // What names content that is no procurement, or a page: no job is looked for by it.
  let ofPages = null;
  const isOfPages = (text) => {
    ofPages ??= new Set([...about.families.filter((_, family) => !about.spendingFamilies.has(family)).flatMap(({ others }) => others), ...about.pages.flatMap(({ named }) => named)]);
    return ofPages.has(text) && !![...about.spelled.values()].includes(text);
  };
  // As it is compared with the names of pages and content, spaces and all.
  let spaced = null;
  const nameOf = (text) => {
    spaced ??= new Map([...about.families.flatMap(({ others }) => others), ...about.pages.flatMap(({ named }) => named), ...about.units.flat()].map((one) => [one.replace(/ /g, ""), one]));
    return spaced.get(text) ?? text;
  };
  // Who names no year wants the newest page of each topic; older ones follow, in their order.
  const newestFirst = (hits) => {
    const newest = new Map();
    for (const hit of hits) {
      for (const family of hit.page.families) {
        if ((newest.get(family)?.page.year ?? 0) < hit.page.year) newest.set(family, hit);
      }
    }
    const isNewest = ({ page }) => !page.families.length || page.families.some((family) => newest.get(family).page.year === page.year);
    const first = new Set();
    for (const hit of hits) first.add(isNewest(hit) ? hit : newest.get(hit.page.families[0]));
    return [...first, ...hits.filter((hit) => !first.has(hit))];
  };
  // Words that follow one another without a space are one thing.
  const joinedWords = (words) =>
    words.reduce((joined, word) => {
      const last = joined.at(-1);
      if (last && word.at !== undefined && last.at === word.at - 1) joined[joined.length - 1] = { text: last.text + word.text, raw: last.raw + word.raw, at: word.at };
      else joined.push(word);
      return joined;
    }, []);
  // ``สายสีม่วง``, which no page has, is not found where ``สาย`` and ``สี`` stand.
  const areWhole = async (words) => {
    const joined = joinedWords(words.filter(({ weight }) => weight === 1)).map(({ text }) => text);
    const stands = async (text) => (await checked(ranked([wordOf(text)], [await hitsOf(wordOf(text))], 1))).length > 0;
    return (await Promise.all(joined.map(stands))).every(Boolean);
  };
  const hasName = (term) => about.pages.some(({ folded }) => isIn(folded, term)) || about.headings.some((heading) => isIn(heading, term));
  // ``ลูก`` of a question is not found in ``ลูกจ้าง``: a short word stands as one in the first pages.
  const areWords = async (short, hits) => {
    if (!short.length || !segmenter) return true;
    const texts = await Promise.all(hits.flatMap(({ pieces }) => pieces.slice(0, 4)).map(about.main.textOf));
    const stand = new Set(texts.flatMap(([, heading, text]) => [...segmenter.segment(`${heading}\n${text}`)].map(({ segment }) => fold(segment))));
    return short.every((word) => stand.has(word) || hits.some(({ page }) => page.folded.includes(word)));
  };
  // A word of few pages says more than one of many: as much as a heading, in the text of one topic.
  const FEW = 7; // pages: a topic in as many years
  const asRare = (hits) => {
    if (hits.size > FEW) return;
    for (const hit of hits.values()) if (hit.score <= FIELDS.body) hit.score += FIELDS.heading - FIELDS.body;
  };
  // Who asks what became of a plan, or of last year, wants the report on what is named beside it.
  const ofLastYear = (list, found, unused) => {
    const asks = (text) => about.ofReports.has(text);
    if (![...unused, ...list.map(({ terms }) => terms[0].text)].some(asks)) return;
    const named = list.map(({ terms, weight, year }) => !year && weight > 1 && !asks(terms[0].text));
    if (!named.some(Boolean)) return;
    const ofReports = new Set(about.reports.values());
    const reports = new Set();
    found.forEach((hits, at) => {
      if (!named[at]) return;
      for (const [number, hit] of hits) if (hit.score >= FIELDS.other + 15) for (const family of about.pages[number].families) {
        if (about.reports.has(family)) reports.add(about.reports.get(family));
        else if (ofReports.has(family)) reports.add(family);
      }
    });
    list.forEach((word, at) => {
      if (asks(word.terms[0].text)) {
        word.weight = 0.5;
        for (const number of [...found[at].keys()]) if (!about.pages[number].families.some((family) => reports.has(family))) found[at].delete(number);
      } else if (named[at]) about.pages.forEach((page, number) => {
        if (page.families.some((family) => reports.has(family))) found[at].set(number, { pieces: [], count: 0, words: new Set([word.terms[0].text]), ...found[at].get(number), score: FIELDS.begins + 40 });
      });
    });
  };
  // October to December belong to the fiscal year that follows.
  const fiscal = (year, query) => (monthOf(fold(query)) > 9 && about.years.includes(year + 1) ? year + 1 : year);
  const understood = async (query) => {
    const { words, unused, spaced: parted, isQuestion, isSpelled } = wordsOf(query);
    const used = words.slice(0, 6);
    if (!used.length || (used.length === 1 && used[0].text === fold(query))) return null;
    const years = asked(parted).filter(({ year, codes }) => year && !codes).slice(0, 1).map((year) => ({ ...year, year: fiscal(year.year, query), weight: 3, isOfData: isQuestion }));
    const list = [...used.map(({ text, raw, weight, at }) => ({ ...wordOf(text), raw, weight, at })).filter(({ terms }) => !/^[0-9]+$/.test(terms[0].text) || !years.length), ...years];
    if (list.length === years.length) return null;
    const found = await Promise.all(list.map(hitsOf));
    found.forEach((hits, at) => list[at].weight === 1 && asRare(hits));
    ofLastYear(list, found, unused.map(fold));
    const real = await Promise.all(found.map(async (some, at) => (await checked(ranked([list[at]], [some], 1))).length > 0));
    const lost = list.filter((word, at) => !real[at] && !word.year);
    const kept = list.filter((word, at) => real[at] && !word.year);
    const whole = new Set(fold(query).split(" "));
    // A word of its own that stands nowhere is said, and may be misspelled.
    const isLoose = whole.size > 1 && lost.some(({ terms }) => whole.has(terms[0].text));
    // Without a word that names a topic all words stand on one page, or it answers something else.
    const isNamed = kept.some(({ weight }) => weight > 1);
    const asksElsewhere = list.some(({ terms }) => about.elsewhere.has(terms[0].text) && !hasName(terms[0]));
    const heaviness = (some) => some.reduce((sum, { weight, terms }) => sum + weight * Math.min(terms[0].text.length, 8), 0);
    if (!kept.length || heaviness(lost) > heaviness(kept)) return asksElsewhere ? { ...NONE, isElsewhere: true } : null;
    const ofWords = found.filter((_, at) => real[at] && !list[at].year);
    const has = (page) => ofWords.some((some) => some.has(about.pages.indexOf(page)));
    const all = ranked(list, found.map((some, at) => (real[at] ? some : new Map())), isNamed ? 1 : list.length).filter(({ page }) => has(page));
    const hits = all.filter(({ score }) => score > all[0].score - 120);
    // A page that is named so is right, whatever other words its runs of letters only made likely.
    if (isNamed) for (const hit of hits) if (hit.isNamed) hit.unseen = [];
    const sure = isNamed ? hits : await checked(hits);
    if (!sure.length) return null;
    // What agencies are asked and never publish as an item is found only where it is the name of something.
    const isElsewhere = kept.some(({ text, terms }) => about.elsewhere.has(text ?? terms[0].text) && !hasName(terms[0]));
    const short = kept.filter(({ weight, terms }) => weight === 1 && terms[0].text.length < 5).map(({ terms }) => terms[0].text);
    const isFound = !lost.length && !isElsewhere && (await areWords(short, sure.slice(0, 3))) && sure.slice(0, SHOWN).some(({ hasAll }) => hasAll) && (await areWhole(used));
    return { how: isFound ? "understood" : "some", hits: years.length ? sure : newestFirst(sure), isLoose, isNamed, isElsewhere, isQuestion, isSpelled, words: [...kept.map(({ raw }) => raw), ...years.map(({ year }) => String(year))], texts: kept.map(({ terms, raw, at }) => ({ text: terms[0].text, raw, at })), unused: [...unused, ...lost.map(({ raw }) => raw)] };
  };

  // --- Beside the pages: rows, units ---------------------------------------------------------------------------
  const PART = 4_000; // records of a part, as in generator/publish/search/index.py
  const PARTS = 2; // of rows that are asked without being told to
  // Records that have every word, in the first parts that have any.
  const recordsOf = async (stores, words, most, named = Infinity) => {
    const found = [];
    for (const [part, one] of stores.slice(0, PARTS).entries()) {
      const lists = await Promise.all(words.map((text) => piecesOf({ text, whole: IS_NUMBER.test(text) }, one)));
      const all = lists.length ? lists.reduce(both) : [];
      // Names come before numbers and bidders, which are only looked at where there is no name.
      const names = all.filter((piece) => part * PART + piece < named);
      const pieces = names.length ? names : all;
      for (const record of await Promise.all(pieces.slice(0, most).map(one.textOf))) found.push(record);
      if (pieces.length > most) found.isCut = true;
    }
    return found;
  };
  const IS_NUMBER = /^(?:[0-9]{1,8}|[0-9]+\.[0-9]+)$/; // a sum, a year, a part of a contract's number: no part of an e-GP number
  const hasAll = (text, words) => words.every((word) => (` ${text} `).includes(word.length === 1 || IS_NUMBER.test(word) ? ` ${word} ` : word));
  const sums = (text) => text.split(" ").map((one) => one.split(":").map(Number));
  const MOST = 90;
  const BESIDE = 9; // a kind that is no kind of pages
  const pseudo = (url, title, score, facts) => ({ page: { url, title, kind: BESIDE, year: 0, code: "", families: [], folded: fold(title) }, score, best: score, pieces: [], unseen: [], ...facts });

  const UNSAID = new Set(["จำกัด", "มหาชน", "บาท"]);
  // The words of a row or a supplier, whose form may be written short.
  const wordsOfRows = (text) => {
    const business = text.replace(/^(?:บจก|บจ) ?/, "บริษัท ").replace(/^(?:หจก|หางหุนสวน(?!จำกัด|สามัญ)) ?/, "หางหุนสวนจำกัด ").replace(/^(หางหุนสวนจำกัด|บริษัท|ราน)(?=[^ ])/, "$1 ");
    return business.split(" ").filter((word) => word && !UNSAID.has(word)).map((word) => word.replace(/^([0-9]+)\.0+$/, "$1"));
  };
  const rowsOf = async (text, query) => {
    const typed = wordsOfRows(text);
    let words = typed.length ? typed : [text];
    if (!about.rows.length || text.length < 3) return { words, typed, records: [] };
    let records = await rowsWith(words, text);
    // ``น้ำดื่ม กบค``: what was bought, and a unit, which records do not name.
    const isUnit = (word) => about.units.some((names) => names.includes(fold(word)));
    const others = query.trim().split(/\s+/).filter((word) => !isUnit(word));
    if (!records.length && others.length && others.length < query.trim().split(/\s+/).length) {
      const rest = wordsOfRows(fold(others.join(" ")));
      records = rest.length ? await rowsWith(rest, fold(others.join(" "))) : [];
      if (records.length) return { words: rest, typed: rest, records, say: others.join(" ") };
    }
    // ``ups`` and ``จ943/2568`` are asked for as the table writes them.
    const spelled = wordsOfRows(fold(rightSpelling(query)));
    const isOfUnit = REACHES.test(text) || text.split(" ").some((word) => about.units.some((names) => names.includes(word)));
    if (!records.length && !isOfUnit && spelled.join(" ") !== text) {
      records = await rowsWith(spelled, text);
      if (records.length) return { words: spelled, typed: spelled, records, say: rightSpelling(query) };
    }
    // ``อีจีพี 68059188981``, ``ยอด 21,276 บาท``: what is said beside a number of one row only names it.
    const numbers = records.length ? [] : (query.replace(/[๐-๙]/g, (digit) => fold(digit)).match(NUMBERS) ?? []);
    for (const number of numbers) {
      const said = fold(rightSpelling(number.trim()));
      const some = wordsOfRows(said);
      records = (await rowsWith(some, said)).filter(([kind]) => kind === "n");
      if (records.length) return { words: some, typed: some, records, say: rightSpelling(number.trim()) };
    }
    for (const otherwise of [withoutQuestion, partedAsNames]) {
      if (records.length || !IS_BUSINESS.test(words[0])) break;
      const others = await otherwise(words, query);
      if (others.length < 2 || others.join(" ") === words.join(" ")) continue;
      records = await rowsWith(others, text);
      if (records.length) words = others;
    }
    return { words, typed: words.length > 1 ? words : typed, records };
  };
  // A contract, a number of e-GP, a sum as sums are written.
  const NUMBERS = /(?:(?<![ก-๎])[ก-ฮ]{1,3}\.? ?)?(?<![a-z0-9])[0-9]+\/[0-9]{4}|[0-9]{9,}|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+\.[0-9]{2}(?![0-9])/gi;
  const rightSpelling = (text) =>
    text
      .replace(/([ก-๎])(?=[0-9]+\/)/g, "$1 ")
      .split(/\s+/)
      .map((word) => about.spelled.get(fold(word)) ?? word)
      .join(" ");
  const IS_FORM = /^(?:หาง|หางหุนสวน|หางหุนสวนจำกัด|บริษัท|ราน)$/; // of a business, which names none
  const IS_BUSINESS = /^(?:หางหุนสวนจำกัด|บริษัท|ราน)$/;
  const rowsWith = async (words, text) => {
    const found = await recordsOf(about.rows, words, MOST, /[0-9]/.test(text) ? Infinity : about.row_names);
    const records = found.filter(([kind, name, numbers]) => hasAll(fold(kind === "n" ? `${name}\n${numbers}` : name), words));
    records.isCut = found.isCut;
    return records;
  };
  // A business, and what is asked of it behind: ``บจก. ก ได้งานอะไรบ้าง``.
  const withoutQuestion = (words, query) => {
    const asks = (word) => wordsOf(word).words.every(({ text }) => about.buying.has(text) || isKnown(text));
    const parts = query.trim().split(/\s+/);
    let last = parts.length;
    while (last > 1 && fold(parts[last - 1]).length > 1 && asks(parts[last - 1])) last -= 1;
    return wordsOfRows(fold(parts.slice(0, last).join(" ")));
  };
  // Spaces in a name are as everybody puts them: the longest parts that stand in the first part of the table.
  const partedAsNames = async (words) => {
    const found = [words[0]];
    for (let rest = words.slice(1).join(""); rest; ) {
      let to = rest.length;
      while (to > 1 && !(await piecesOf({ text: rest.slice(0, to) }, about.rows[0])).length) to -= 1;
      if (to < 3 && rest.length > 1) return [];
      found.push(rest.slice(0, to));
      rest = rest.slice(to);
    }
    return found;
  };

  const REACHES = /เบอร(?:โทร)?|โทร(?:ศัพท)?|อีเมล|เมล|ติดตอ|phone|email|contact/;
  const WHO = /ไคร(?:ดูแล|คุม|รับผิดชอบ|จัดการ|กำกับ)/;
  const KIND_OF_UNIT = /^(?:หนวยงาน|หนวย|สำนักงาน|สำนัก|กอง|กลุม|ศูนย|ฝาย|สวน|งาน)/;
  // ``เลขา`` of ``สำนักงานเลขานุการ``, ``ทรัพยากรบุคคล`` of ``กลุ่มบริหารทรัพยากรบุคคล``.
  const isPartOfName = (part, bare, name) => bare !== name && (part.length > 7 ? bare.includes(part) : part.length > 3 && !isOfPages(part) && bare.startsWith(part) && part.length * 2.5 > bare.length);
  // Who holds the post that is asked for: of ``รองหัวหน้าด้านบริการ`` the deputy for services, and not the head.
  const inPost = (text) => {
    if (!segmenter) return [];
    const joined = text.replace(/ /g, "");
    const posts = about.people.map(({ post, card }) => {
      const words = [...segmenter.segment(post)].map(({ segment }) => fold(segment)).filter((word) => word.length > 1 && !about.particles.has(word));
      return { card, count: words.length && words.every((word) => joined.includes(word)) ? words.length : 0 };
    });
    const most = Math.max(0, ...posts.map(({ count }) => count));
    return most ? posts.filter(({ count }) => count === most).map(({ card }) => card) : [];
  };
  const besidePages = async (text, query, pages, { words, typed, records, say = query.trim() }) => {
    const found = [];
    const units = about.units.map((names, at) => ({ names, card: about.unitCards[at] }));
    const meant = pages.texts ?? (pages.how === "none" && !pages.isElsewhere ? wordsOf(query).words : []);
    const parts = meant.length ? meant.map((one) => one.text) : text.split(" ").map((one) => about.spelled.get(one) ?? one);
    for (const { names, card } of units) {
      // The name itself; one that the question has, or begins as; one that has what was typed.
      const joined = text.replace(/ /g, "");
      const called = joined.replace(REACHES, "");
      const bare = called.replace(KIND_OF_UNIT, "");
      const asks = [text, about.spelled.get(text) ?? text];
      // Units change the name of their kind: ``ฝ่ายการเจ้าหน้าที่``, ``ศูนย์ไอซีที``.
      const isOfKind = bare !== called && bare.length > 1 && names.some((name) => KIND_OF_UNIT.test(name) && [bare, about.spelled.get(bare) ?? bare, ...(bare.length > 7 ? [bare.slice(0, 4)] : [])].some((one) => one.length > 2 && name.replace(KIND_OF_UNIT, "").includes(one)));
      const isShort = called !== joined && called.length > 3 && names.some((name) => name.replace(/ /g, "").includes(called));
      // Who asks for a number leaves out what kind of unit it is: ``เบอร์ตรวจสอบภายใน``.
      const isPartOf = REACHES.test(joined) && parts.some((part) => names.some((name) => isPartOfName(part, name.replace(KIND_OF_UNIT, ""), name)));
      const isCalled = isPartOf || (REACHES.test(joined) || WHO.test(joined)) && names.some((name) => name.replace(KIND_OF_UNIT, "").length > 7 && joined.includes(name.replace(KIND_OF_UNIT, "").replace(/ /g, "")));
      const isBare = names.some((name) => asks.includes(name.replace(KIND_OF_UNIT, "")));
      const score = names.includes(text) ? 900 : isBare || parts.some((part) => names.includes(part)) || isCalled || isOfKind || isShort || names.some((name) => name.length > 9 && joined.includes(name.replace(/ /g, "").slice(0, 10))) ? 650 : names.some((name) => asks.some((one) => one.length > 5 && name.includes(one))) ? 320 : 0;
      if (score) found.push(pseudo(`units/#unit-${card.id}`, card.title, score, { words: names, text: card.contact }));
    }
    for (const { names, card: [title, line, address] } of about.people) {
      const joined = text.replace(/ /g, "");
      if (names.some((name) => joined.includes(name))) found.push(pseudo(address, title, 660, { words: [text], text: line }));
    }
    if (pages.how !== "none" && !pages.isElsewhere) {
      for (const [title, line, address] of inPost(text)) found.push(pseudo(address, title, 640, { words: [text], text: line, ofPart: true }));
    }
    const ofUnits = found.length;
    const numbers = /[0-9]/.test(text) && text.replace(/[^0-9]/g, "").length > 1;
    if (about.rows.length && text.length > 2) {
      const isAsTyped = ([, name]) => name.split(" ").every((word) => UNSAID.has(word) || query.includes(word) || word.length > 1);
      const suppliers = [...records.filter(isAsTyped), ...records.filter((record) => !isAsTyped(record))];
      for (const [, name, told] of suppliers.filter(([kind]) => kind === "s" && !IS_FORM.test(words.join(" "))).slice(0, 3)) {
        found.push(pseudo(`spending/?supplier=${encodeURIComponent(name)}`, name, typed.length > 1 ? 800 : 300, { words, sums: sums(told), isSupplier: true }));
      }
      addJobs(found, records, say, words);
      if (numbers && typed.length && asked(fold(say)).some(({ year }) => !year)) {
        const ofNumbers = words.filter((word) => /[0-9]/.test(word));
        const isLine = (one) => hasAll(fold(one), ofNumbers);
        const line = records.find(([kind, , told]) => kind === "n" && told.split("\n").some(isLine));
        if (line) found.push(pseudo(`spending/?q=${encodeURIComponent(say)}`, line[1], 950, { words: ofNumbers, text: line[2].split("\n").find(isLine) }));
      }
      const isUnit = (part) => units.some(({ names }) => names.includes(part));
      const content = meant.filter(({ text: part }) => part.length > 1 && !isUnit(part) && !isOfPages(part) && !about.particles.has(part) && !about.buying.has(part) && !/^[0-9]+$/.test(part));
      if (!found.slice(ofUnits).length && pages.how !== "exact" && !pages.isElsewhere && content.length) {
        // Of a question the words that name what was bought, one after the other.
        const whole = joinedWords(content).map((word) => (/^คา./.test(word.text) && word.text.length > 5 ? { ...word, text: word.text.slice(2), raw: word.raw.replace(/^ค่า/, "") } : word));
        const asksOfRows = isAboutBuying.test(text) || parts.some((part) => about.buying.has(part));
        const joined = await Promise.all(whole.map(async ({ text: one }) => (await recordsOf(about.rows, [one], 1, about.row_names)).length > 0));
        const asTyped = content.map(({ text: one }) => about.spelled.get(one) ?? one);
        const together = !joined.some(Boolean) && content.length > 1 && isOfSpending(pages) ? (await recordsOf(about.rows, asTyped, MOST, about.row_names)).filter(([kind, name]) => kind === "j" && hasAll(fold(name), asTyped)) : [];
        if (together.length) addJobs(found, together, asTyped.join(" "), asTyped, 500, false);
        // Where no page answers, a word or two of what was bought are no answer either.
        const isWhole = pages.how !== "none" || joined.every(Boolean);
        for (const { text: typedPart, raw } of together.length || !isWhole ? [] : joined.some(Boolean) ? whole : content) {
          const part = about.spelled.get(typedPart) ?? typedPart;
          if (part.length < (pages.how === "some" ? 4 : 3)) continue;
          const some = (await recordsOf(about.rows, [part], MOST, about.row_names)).filter(([kind, name]) => kind === "j" && hasAll(fold(name), [part]));
          if (some.length && isOfSpending(pages)) addJobs(found, some, about.spelled.has(typedPart) ? part : raw, [part], asksOfRows || pages.how !== "some" || !pages.hits.length ? 500 : pages.hits[Math.min(2, pages.hits.length - 1)].score - 1, !(whole.length === 1 && joined[0]));
        }
      }
    }
    return found;
  };
  // Whether a question is one of buying and hiring: its pages are, or none answers it.
  const isOfSpending = ({ how, hits }) => how === "some" || !hits.length || hits.slice(0, 3).some(({ page }) => page.url.startsWith("spending/") || page.families.some((family) => about.spendingFamilies.has(family)));
  const addJobs = (found, records, typed, words, score = 0, ofPart = false) => {
    const jobs = records.filter(([kind]) => kind === "j");
    if (!jobs.length) return;
    const isWhole = jobs.some(([, name]) => fold(name).startsWith(fold(typed)));
    const all = new Map();
    for (const [, , told] of jobs) for (const [year, count, money] of sums(told).slice(1)) all.set(year, [year, (all.get(year)?.[1] ?? 0) + count, (all.get(year)?.[2] ?? 0) + money]);
    const list = [...all.values()].sort((a, b) => b[0] - a[0]);
    const total = list.reduce(([count, money], one) => [count + one[1], money + one[2]], [0, 0]);
    found.push(pseudo(`spending/?q=${encodeURIComponent(typed)}`, jobs.length === 1 ? jobs[0][1] : "", score || (isWhole ? 420 : 345), { words, sums: records.isCut ? [] : [total, ...list], of: typed, ofPart }));
  };

  // --- The answer -----------------------------------------------------------------------------------------------
  const MONTHS = { มกราคม: 1, มค: 1, กุมภาพันธ: 2, กพ: 2, มีนาคม: 3, มีค: 3, เมษายน: 4, เมย: 4, พฤษภาคม: 5, พค: 5, มิถุนายน: 6, มิย: 6, กรกฎาคม: 7, กค: 7, สิงหาคม: 8, สค: 8, กันยายน: 9, กย: 9, ตุลาคม: 10, ตค: 10, พฤศจิกายน: 11, พย: 11, ธันวาคม: 12, ธค: 12 };
  for (const [name, number] of Object.entries(MONTHS)) if (name.length > 4) MONTHS[name.replace(/(?:คม|ยน|พันธ)$/, "")] = number;
  const monthIn = (text) => Object.keys(MONTHS).find((name) => new RegExp(`(?:^|เดือน|[^ก-ฮ])${name}(?:[^ก-๎]|$)|เดือน${name}`).test(text));
  const monthOf = (text) => MONTHS[monthIn(text)] ?? 0;
  // ``ข้อสาม``: the number of an item in words.
  const NUMERALS = ["หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"];
  const inFigures = (query) => query.replace(new RegExp(`(ข้อ(?:ที่)?|โอ) ?(${NUMERALS.join("|")})(?= |$|ปี|ของ)`, "g"), (_, item, word) => `${item} ${NUMERALS.indexOf(word) + 1} `);
  // Abbreviations of a list, each with its own dot: ``หน.สนง.`` is two words, ``พ.ร.บ.`` is one.
  const unabbreviated = (query) =>
    query
      .replace(/(^|\s)บ\.\s*(?=[ก-๎])/g, "$1บริษัท ")
      .replace(/(?<![ก-๎])[ก-ฮ]{2,5}\.(?=.)/g, (short) => (about.spelled.has(fold(short)) ? `${about.spelled.get(fold(short))} ` : short));
  const find = async (query) => {
    await start();
    query = inFigures(unabbreviated(query)).replace(/([0-9๐-๙]{4})-(?=[0-9๐-๙]{4}(?![0-9๐-๙]))/g, "$1–");
    const text = fold(query);
    if (!text) return NONE;
    const asksFor = asked(text).find((word) => word.year)?.year;
    await use(1 + about.older.findIndex(([, years]) => years.includes(asksFor)));
    const found = await findIn(text, query);
    if (found.hits.length || asksFor || !about.older.length) return found;
    await use(1);
    return findIn(text, query);
  };
  const findIn = async (text, query) => {
    const lacking = missingCode(text);
    if (lacking) return lacking;
    const [pages, ofRows] = await Promise.all([findPages(text, query), rowsOf(text, query)]);
    const month = monthIn(text);
    const beside = await besidePages(text, query, pages, ofRows);
    const parted = text.replace(/([ก-๎])(?=[0-9])/g, "$1 ");
    const year = month && (asked(parted).find((word) => word.year)?.year ?? "");
    const isAlone = month && parted.replace(month, "").replace(/เดือน|ปี|[0-9 ]/g, "") === "";
    if (month && about.rows.length && (isAlone || isAboutBuying.test(text) || (pages.how !== "exact" && (year || text.includes("เดือน"))))) {
      const name = `${new Intl.DateTimeFormat(about.language, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, MONTHS[month] - 1, 1)))} ${year && yearSaid(year)}`.trim();
      const isOther = !isAlone && !isAboutBuying.test(text) && pages.isNamed && !isOfSpending(pages);
      beside.push(pseudo(`spending/?q=${encodeURIComponent(name)}&sort=money`, name, isOther ? pages.hits[0].score - 1 : 700, { words: [month], of: name, sums: [] }));
    }
    if (!beside.length) return pages;
    const hits = [...pages.hits, ...beside].sort((a, b) => b.score - a.score);
    // Rows of a word or two of a question are no more its answer than the pages are.
    const isPart = beside.every(({ ofPart }) => ofPart) && pages.how === "some";
    const how = isPart || (pages.hits.length && pages.how !== "some") ? pages.how : "exact";
    return { ...pages, how, hits };
  };
  const isAboutBuying = /ซือ|จาง|เชา|สัญญา|ไชเงิน|งานไหน|ไดงาน|ขาย|ราคา|ประมูล|ซอม|ลาง/;
  // A number that the year of the question has not, or no year has: said, with where its content is.
  const missingCode = (text) => {
    const words = asked(text);
    const year = words.find((word) => word.year)?.year;
    const code = words.find((word) => word.codes);
    const inYear = (wanted) => about.pages.filter((page) => page.year === wanted && page.code);
    if (code && year && !inYear(year).some((page) => code.codes.includes(page.code))) {
      const meant = about.pages.filter((page) => code.codes.includes(page.code));
      const families = new Set(meant.flatMap((page) => page.families));
      const instead = [about.pages.find((page) => page.kind === YEAR && page.year === year), ...inYear(year).filter((page) => page.families.some((family) => families.has(family))), ...meant].filter(Boolean);
      const codes = inYear(year).map((page) => page.code);
      return { how: "no_such_code", facts: { year: yearSaid(year), code: code.codes[0], first: codes[0], last: codes.at(-1) }, hits: instead.map((page, at) => ({ page, score: 900 - at, best: 900, pieces: [], unseen: [], words: [text] })) };
    }
    // No year has it; a number alone may be of something else.
    const typed = /(?:^| )(?:o|0|oit|โอ|ขอ|ขอที) ?([0-9]{1,3})(?= |$)/.exec(text);
    if (!typed || code || about.years.includes(Number(`25${typed[1]}`)) || text.replace(typed[0], "").replace(OF_YEAR, "").trim()) return null;
    const codes = inYear(year ?? about.years[0]).map((page) => page.code);
    if (!codes.length) return NONE;
    return { how: "no_such_code", facts: { year: yearSaid(year ?? about.years[0]), code: codes[0].replace(/[0-9.]+$/, typed[1]), first: codes[0], last: codes.at(-1) }, hits: [] };
  };
  // The attached documents, which nobody loads unasked.
  const findInFiles = async (query) => {
    const parts = await load("evidence0", about.evidence);
    const stores = parts.map((one, number) => store(`e${number}`, one));
    const words = phrases(fold(query)).flatMap((word) => word.split(" "));
    const records = (await recordsOf(stores, words, 40)).filter(([, title, text]) => hasAll(fold(`${title}\n${text}`), words));
    return records.map(([url, title, text]) => ({ url, title, text: cut(text, marker(words).exec(text)), words }));
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
      const all = words.reduce((sum, { weight = 1 }) => sum + weight, 0);
      const mean = words.reduce((sum, { weight = 1 }, at) => sum + weight * (found[at].get(number)?.score ?? 0), 0) / all;
      const age = page.year ? newest - page.year : 0;
      // Where all is in names, how often it stands in the text of one year or another says nothing.
      const isNamed = parts.every((part) => part.score >= FIELDS.other - 5);
      const often = isNamed && parts.length > 1 ? 0 : Math.min(8, ...parts.map((part) => part.count));
      const pieces = parts.flatMap((part) => part.pieces);
      const most = pieces.filter((piece) => parts.every((part) => !part.pieces.length || part.pieces.includes(piece)));
      const together = !isNamed && parts.length > 1 && most.length ? 15 : 0;
      const byName = parts.some((part) => part.score >= FIELDS.heading);
      pages.push({
        page,
        score: mean + (page.kind === GUIDE && mean > FIELDS.other ? 0 : KINDS[page.kind]) - Math.min(10, age) * (page.kind === ITEM ? 12 : 6) + often + together,
        best: Math.min(...parts.map((part) => part.score)),
        isNamed: byName,
        hasAll: parts.length === words.length && (byName || parts.length === 1 || most.length > 0),
        pieces: [...new Set([...most, ...pieces])],
        unseen: parts.filter((part) => part.pieces.length && part.score < FIELDS.heading).map((part) => [...part.words]),
        words: [...new Set(parts.flatMap((part) => [...part.words]))],
      });
    }
    return pages.sort((a, b) => b.score - a.score);
  };

  // --- Words around a hit ---------------------------------------------------------------------------------
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
    if (hit.page.kind === BESIDE) return { anchor: "", heading: "", text: hit.text ?? "" };
    const mark = marker(hit.words);
    let sought = hit.unseen.map(marker);
    let found = null;
    for (const piece of hit.pieces) {
      const [anchor, heading, text] = await about.main.textOf(piece);
      sought = sought.filter((word) => `${heading}\n${text}`.search(word) < 0);
      if (!found) {
        mark.lastIndex = 0;
        const match = mark.exec(text);
        if (match || heading.search(mark) >= 0) found = { anchor, heading, text: cut(text, match), isOfHeading: heading !== hit.page.title && heading.search(mark) >= 0 };
      }
      if (found && !sought.length) break;
    }
    if (sought.length) return null;
    // An item that is named by what was asked is told by the facts that it says first, unless a section is named so.
    if (found && !(hit.isNamed && hit.page.code && !found.isOfHeading)) return found;
    const [, , text] = await about.main.textOf(hit.page.first);
    return { anchor: "", heading: "", text: cut(text.split("\n").find((line) => line.length > 20) ?? text) };
  };

  // Words with their facts; ``{count:job|jobs}`` is a figure with its noun, as in generator/languages/plurals.py.
  const told = (text, facts = {}) =>
    text.replace(/\{(\w+)(?::([^}]*))?\}/g, (_, name, forms) => {
      if (!forms) return facts[name];
      const { locale, pluralCategories } = new Intl.PluralRules(document.documentElement.lang || "th").resolvedOptions();
      const tags = ["zero", "one", "two", "few", "many", "other"].filter((tag) => pluralCategories.includes(tag));
      const count = Number(fold(String(facts[name])).replace(/,/g, ""));
      return `${facts[name]} ${forms.split("|")[tags.indexOf(new Intl.PluralRules(locale).select(count))]}`;
    });

  // A year of the data, which is B.E., in the era of the page.
  const yearSaid = (year) => (about.language === "th" ? year : year - 543);

  const address = (page, anchor = "") => {
    const url = new URL(page.url, ROOT);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    url.hash = anchor;
    return url.href;
  };

  return { ROOT, SHOWN, BESIDE, take, start, find, findInFiles, around, fold, marker, told, yearSaid, address, about: () => about };
})();
