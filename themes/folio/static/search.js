// @ts-check
// The search page. Works from a server and from a disk: the index is scripts that this one loads on demand (a page on a
// disk may load scripts, but read no files). How the index is made: src/pipeline/render/search/ of postil.
//
// The parts, in order: texts, words, loading, the index, the query, the answer, excerpts, the page.

(() => {
  'use strict';

  /** The words of the site's language: the page has them, those with a number in each plural form. @type {Record<string, string | Record<string, string>>} */
  const WORDS = JSON.parse(document.querySelector('.search')?.getAttribute('data-words') ?? '{}');
  const LANGUAGE = `${document.documentElement.lang || 'en'}-u-nu-latn`;
  const [PLURALS, NUMBERS] = [new Intl.PluralRules(LANGUAGE), new Intl.NumberFormat(LANGUAGE)];
  /** @param {string} name @param {Record<string, string | number>} [values] */
  const say = (name, values = {}) => {
    const forms = WORDS[name] ?? '';
    const words = typeof forms === 'string' ? forms : forms[PLURALS.select(Number(values.count))] ?? forms.other;
    return words.replace(/\{(\w+)\}/g, (_, value) => (typeof values[value] === 'number' ? NUMBERS.format(values[value]) : String(values[value])));
  };
  const TEXT = {
    label: say('search-label'),
    hint: say('search-hint'),
    loading: say('search-loading'),
    searching: say('search-searching'),
    failed: say('search-failed'),
    results: (/** @type {number} */ count, /** @type {string} */ query) => say('search-results', { count, query }),
    atLeast: (/** @type {number} */ count, /** @type {string} */ query) => say('search-at-least', { count, query }),
    about: (/** @type {number} */ count, /** @type {string} */ query) => say('search-about', { count, query }),
    filtered: (/** @type {number} */ count) => say('search-filtered', { count }),
    none: (/** @type {string} */ query) => say('search-none', { query }),
    nothing: say('search-nothing'),
    notYet: (/** @type {number} */ count, /** @type {string} */ query) => say('search-not-yet', { count, query }),
    some: say('search-some'),
    instead: (/** @type {string} */ typed, /** @type {string} */ found) => say('search-instead', { typed, found }),
    tooShort: say('search-too-short'),
    more: say('search-more'),
    further: say('search-further'),
    narrow: say('search-narrow'),
    clear: say('search-clear'),
    all: (/** @type {number} */ count) => say('search-all', { count }),
    noteOn: (/** @type {string} */ title) => say('search-note', { title }),
    separator: say('list-separator'),
    quoted: (/** @type {string} */ words) => say('quoted', { words }),
    facets: ['kind', 'verdict', 'outlet', 'stance', 'topic', 'year'].map((name) => say(name)),
    kinds: ['article', 'claim', 'topic', 'page'].map((name) => [name, say(name)]),
  };

  /** Hits shown at once. */
  const PAGE = 10;
  /** Milliseconds after the last key before the answer is looked for. */
  const WAIT = 120;
  /** Characters of words and lists that one search may load: about 120 kB gzipped. */
  const BUDGET = 200_000;
  /** Words of a search that are looked up in the index; of more the longest. */
  const LOOKED_UP = 12;
  /** Pairs of words of a phrase that are looked up. */
  const PAIRS = 6;
  /** Texts that one look for a phrase, or for words beyond the budget, may load. */
  const TEXTS = 24;
  /** Values of a facet that show before the rest is unfolded. */
  const FACET_VALUES = 6;

  // ---------- Words: as src/pipeline/render/search/word.rs has them ----------

  const LONGEST = 40;
  const TOKEN = /[\p{Alphabetic}\p{N}\p{M}\u00AD\u061C\u200B-\u200F\u2060\uFEFF]+/gu;
  const NOT_LETTER = /[^\p{Alphabetic}\p{N}\p{M}]/gu;
  const DROPPED = /[\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/g;
  const VARIANT = /[ßæœøđðħłıþς\u0671ىیةہھەک\u0660-\u0669\u06F0-\u06F9]/g;
  /** @type {Record<string, string>} */
  const VARIANTS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', ı: 'i', þ: 'th', ς: 'σ', '\u0671': 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ک: 'ك' };
  const UNSPACED = '[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3040-\\u30FF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}]';
  const IS_UNSPACED = new RegExp(UNSPACED, 'u');
  const RUNS = new RegExp(`${UNSPACED}+|(?:(?!${UNSPACED}).)+`, 'gu');

  /** A word as it is compared. @param {string} word */
  function fold(word) {
    // eslint-disable-next-line no-control-regex
    if (/^[\0-\x7F]*$/.test(word)) return word.toLowerCase();
    const variant = (/** @type {string} */ c) => VARIANTS[c] ?? String(c.charCodeAt(0) & 15);
    return word.normalize('NFKD').toLowerCase().replace(NOT_LETTER, '').replace(DROPPED, '').replace(VARIANT, variant).normalize('NFC');
  }

  /** The runs of a token: what has spaces around it, and what is written without. @param {string} token */
  function runs(token) {
    // Nearly all words are of this kind, and the way below takes ten times as long.
    if (/^[A-Za-z0-9]+$/.test(token)) return [token.toLowerCase().slice(0, LONGEST)];
    return (fold(token).match(RUNS) ?? []).map((run) => (IS_UNSPACED.test(run) ? run : [...run].slice(0, LONGEST).join('')));
  }

  /** The neighbouring pairs of characters. @param {string} run */
  function pairs(run) {
    const chars = [...run];
    return chars.length === 1 ? chars : chars.slice(1).map((c, i) => chars[i] + c);
  }

  /** All words of a text, as the index has them. @param {string} text */
  function words(text) {
    return (text.match(TOKEN) ?? []).flatMap(runs).flatMap((run) => (IS_UNSPACED.test(run) && [...run].length > 1 ? [...pairs(run), [...run].at(-1) ?? ''] : [run]));
  }

  // ---------- Loading ----------

  /** @type {unknown} */
  let arrived;
  /** Each file of the index hands its one value to this function. */
  const receive = (/** @type {unknown} */ value) => { arrived = value; };
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** Loads a file of the index, once. The browser tells that a script has loaded right after it ran. @param {string} name */
  function load(name) {
    const known = loaded.get(name);
    if (known) return known;
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `search/${name}.js`;
      script.onload = () => { script.remove(); resolve(arrived); };
      script.onerror = () => { script.remove(); loaded.delete(name); reject(new Error(name)); };
      document.head.append(script);
    });
    loaded.set(name, promise);
    return promise;
  }

  // ---------- The index ----------

  /** Reads numbers as src/pipeline/render/search/code.rs writes them. */
  class Reader {
    /** @param {string} text @param {number} [at] */
    constructor(text, at = 0) {
      this.text = text;
      this.at = at;
    }

    digit() {
      const code = this.text.charCodeAt(this.at++);
      return code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
    }

    number() {
      const lead = this.digit();
      if (lead < 62) return lead;
      if (lead < 87) return 62 + (lead - 62) * 93 + this.digit();
      if (lead < 92) return 2387 + (lead - 87) * 8649 + this.digit() * 93 + this.digit();
      let rest = 0;
      for (let i = 0; i < 4; i += 1) rest = rest * 93 + this.digit();
      return 45632 + rest;
    }

    /** @param {number} count */
    numbers(count) {
      return Array.from({ length: count }, () => this.number());
    }

    /** Rising numbers below `end`: as bits, six a digit, where they are many, else as distances. @param {number} count @param {number} end */
    rising(count, end) {
      const numbers = new Int32Array(count);
      let at = 0;
      if (areMany(count, end)) {
        for (let first = 0; first < end; first += 6) {
          const bits = this.digit();
          for (let bit = 0; bit < 6; bit += 1) if ((bits >> bit) & 1) numbers[at++] = first + bit;
        }
      } else for (let number = 0; at < count; at += 1) numbers[at] = number += this.number();
      return numbers;
    }
  }

  /** @param {number} count @param {number} end */
  function areMany(count, end) {
    return count * 6 > end;
  }

  /** The facets of all units and their notes. Documents are numbered: units first, then notes. */
  class Index {
    /** @param {any} root */
    constructor(root) {
      this.root = root;
      /** @type {number} */
      this.units = root.count;
      const { kinds } = root.names;
      const reader = new Reader(root.facets);
      const column = () => reader.numbers(this.units);
      const [unitKinds, years, outlets, verdicts] = [column(), column(), column(), column()];
      const [topics, stances] = [0, 1].map(() => column().map((count) => reader.numbers(count)));
      const notes = unitKinds.map((kind) => (kind === 0 ? reader.number() : 0));
      /** @type {Facets[]} */
      this.facets = unitKinds.map((kind, unit) => [[kind], one(verdicts[unit]), one(outlets[unit]), stances[unit], topics[unit], one(years[unit])]);
      /** For each unit the number of its first note. */
      this.firstNote = new Int32Array(this.units + 1);
      notes.forEach((count, unit) => { this.firstNote[unit + 1] = this.firstNote[unit] + count; });
      /** For each note its unit. */
      this.owner = new Int32Array(this.firstNote[this.units]);
      notes.forEach((_, unit) => this.owner.fill(unit, this.firstNote[unit], this.firstNote[unit + 1]));
      const marks = reader.numbers(this.owner.length);
      this.noteKind = Uint8Array.from(marks, (mark) => mark % kinds.length);
      this.noteVerdict = Uint8Array.from(marks, (mark) => Math.floor(mark / kinds.length));
      this.names = facetNames(root.names);
    }

    get documents() {
      return this.units + this.owner.length;
    }

    /** The unit that a document is or belongs to. @param {number} document */
    unit(document) {
      return document < this.units ? document : this.owner[document - this.units];
    }

    /** The values that a document has of a facet. @param {number} document @param {number} facet */
    values(document, facet) {
      const own = this.facets[this.unit(document)];
      if (document < this.units) return own[facet];
      const note = document - this.units;
      if (facet === 0) return one(TEXT.kinds.length + this.noteKind[note]);
      return facet === 1 ? one(this.noteVerdict[note]) : own[facet];
    }
  }

  /** @typedef {number[][]} Facets Kind, verdict, outlet, stances, topics, year: the values of each. */
  /** @typedef {{ key: string, label: string, icon?: string, tone?: string }} Name */

  /** @type {number[][]} */
  const ONES = [[]];

  /** @param {number} value */
  function one(value) {
    return (ONES[value] ??= [value]);
  }

  /** For each facet the name of a value. @param {any} names @returns {((value: number) => Name)[]} */
  function facetNames(names) {
    const kinds = [...TEXT.kinds, ...names.kinds];
    const pair = (/** @type {string[]} */ [key, label, icon, tone]) => ({ key, label, icon, tone });
    return [
      (value) => pair(kinds[value]),
      (value) => pair(names.verdicts[value - 1]),
      (value) => pair(names.outlets[value - 1]),
      (value) => { const [label, target] = names.stances[value - 1]; return { key: `${label}: ${target}`, label: `${label}: ${target}` }; },
      (value) => pair(names.topics[value - 1]),
      (value) => ({ key: String(names.years[value - 1]), label: String(names.years[value - 1]) }),
    ];
  }

  /** @type {Promise<Index> | undefined} */
  let index;

  /** The index, loaded when it is first asked for. @returns {Promise<Index>} */
  function theIndex() {
    const name = (box?.dataset.index ?? '').replace(/^search\/|\.js$/g, '');
    index ??= load(name).then((root) => new Index(root)).catch((error) => { index = undefined; throw error; });
    return index;
  }

  /**
   * @typedef {{ words: string[], units: number[], files: string[], sizes: Map<string, number>, offset: number[], size: number }} WordPage
   * Words with the units that have them and the places of their lists; characters of files of lists, and its own.
   */

  /** @type {Map<number, WordPage>} */
  const wordPages = new Map();

  /** A file of words with the places of their lists. @param {Index} index @param {number} number @returns {Promise<WordPage>} */
  async function wordPage(index, number) {
    const [lists, packed] = await load(index.root.words[number]);
    const known = wordPages.get(number);
    if (known) return known;
    const reader = new Reader(packed);
    /** @type {WordPage} */
    const read = { words: [], units: [], files: [], sizes: new Map(), offset: [], size: packed.length };
    let [word, file, offset] = ['', -1, 0];
    while (reader.at < packed.length) {
      const shared = reader.number();
      const own = reader.number();
      word = word.slice(0, shared) + packed.slice(reader.at, reader.at + own);
      reader.at += own;
      read.words.push(word);
      read.units.push(reader.number());
      const length = reader.number();
      if (length % 2) [file, offset] = [file + 1, 0];
      read.files.push(lists[file]);
      read.offset.push(offset);
      offset += length >> 1;
      read.sizes.set(lists[file], offset);
    }
    wordPages.set(number, read);
    return read;
  }

  /** The number of the first entry that is not below `word`. @param {string[]} list @param {string} word */
  function lowerBound(list, word) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  // ---------- The query ----------

  /**
   * @typedef {{ word: string, units: number, weight: number, file: string, offset: number, page: WordPage }} Entry
   * A word of the index with the place of its list; `weight` says how well it fits what was typed, 0..1.
   * @typedef {{ typed: string, prefix: boolean }} Wanted A word that was typed; `prefix`: it may go on.
   * @typedef {{ wanted: Wanted[], phrases: string[][] }} Query Phrases are single words, and single characters of unspaced scripts.
   */

  const QUOTED = /["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^"“”„«»]+/gu;

  /** @param {string} text @returns {Query} */
  function parse(text) {
    /** @type {Query} */
    const query = { wanted: [], phrases: [] };
    for (const part of text.matchAll(QUOTED)) {
      const quoted = part[1] !== undefined;
      const found = (quoted ? part[1] : part[0]).match(TOKEN)?.flatMap(runs) ?? [];
      const open = !quoted && part.index + part[0].length === text.length && /[\p{Alphabetic}\p{N}\p{M}]$/u.test(text);
      found.forEach((run, i) => {
        const unspaced = IS_UNSPACED.test(run);
        const single = unspaced && [...run].length === 1;
        const prefix = single || (open && !unspaced && i === found.length - 1);
        for (const typed of unspaced ? pairs(run) : [run]) {
          const same = query.wanted.find((wanted) => wanted.typed === typed);
          if (same) same.prefix ||= prefix;
          else query.wanted.push({ typed, prefix });
        }
      });
      const phrase = found.flatMap(atoms);
      if (quoted && phrase.length > 1) query.phrases.push(phrase);
    }
    return query;
  }

  /** @param {string} run */
  function atoms(run) {
    return IS_UNSPACED.test(run) ? [...run] : [run];
  }

  /**
   * The words of the index that are meant by a word that was typed, best first. `all`: whether there are no others.
   * @param {Index} index @param {Wanted} wanted @returns {Promise<{ group: Entry[], all: boolean }>}
   */
  async function entries(index, { typed, prefix }) {
    const { firstWords } = index.root;
    const start = Math.max(0, lowerBound(firstWords, typed) - (firstWords[lowerBound(firstWords, typed)] === typed ? 0 : 1));
    const short = [...typed].length < 2 && !IS_UNSPACED.test(typed);
    /** @type {Entry[]} */
    const exact = [];
    /** @type {Entry[]} */
    const longer = [];
    let number = start;
    for (; number < firstWords.length && (number === start || firstWords[number].startsWith(typed)); number += 1) {
      if (number === start + PREFIX_PAGES) break;
      const page = await wordPage(index, number);
      for (let at = lowerBound(page.words, typed); at < page.words.length && page.words[at].startsWith(typed); at += 1) {
        if (page.words[at] === typed) exact.push(entry(page, at, 1));
        else if (prefix && !short) longer.push(entry(page, at, 0.7));
        else break;
      }
      if (!prefix || short) break;
    }
    const all = !prefix || short || !firstWords[number]?.startsWith(typed);
    const group = [...exact, ...longer.sort(byUnits)];
    return group.length > 0 ? { group, all } : { group: await similar(index, typed, prefix), all: true };
  }

  /** Files of words that may be loaded for what a word begins with, and for words like it. */
  const PREFIX_PAGES = 6;
  const SIMILAR_PAGES = 8;

  /** @param {WordPage} page @param {number} at @param {number} weight @returns {Entry} */
  function entry(page, at, weight) {
    return { word: page.words[at], units: page.units[at], weight, file: page.files[at], offset: page.offset[at], page };
  }

  /** @param {Entry} a @param {Entry} b */
  function byUnits(a, b) {
    return b.units - a.units || (a.word < b.word ? -1 : 1);
  }

  /**
   * What of the words found may be loaded: of each word that was typed the best entry, those of rare words first, and then
   * others, most frequent first. `left` are the words of which nothing may be; `all`: whether nothing was left out else.
   * @param {Entry[][]} groups
   */
  function affordable(groups) {
    const pages = new Set(groups.flatMap((group) => group.map(({ page }) => page)));
    let budget = BUDGET - [...pages].reduce((sum, { size }) => sum + size, 0);
    /** @type {Set<string>} */
    const files = new Set();
    const take = (/** @type {Entry} */ { file, page }) => {
      const cost = files.has(file) ? 0 : page.sizes.get(file) ?? 0;
      if (cost > budget && files.size > 0) return false;
      budget -= cost;
      files.add(file);
      return true;
    };
    const order = groups.map((_, i) => i).sort((a, b) => (groups[a][0]?.units ?? 0) - (groups[b][0]?.units ?? 0));
    const left = new Set(order.filter((i) => groups[i].length > 0 && !take(groups[i][0])));
    const taken = groups.map(() => /** @type {Entry[]} */ ([]));
    for (const i of order) taken[i] = groups[i].filter((entry, at) => at === 0 || (!left.has(i) && take(entry)));
    return { taken, left, all: groups.every((group, i) => left.has(i) || taken[i].length === group.length) };
  }

  /**
   * Words of the index at one edit from what was typed, most frequent first. They are looked for among the words with the
   * same first letter; of typos in the first letter only a swap and a letter too many are found everywhere.
   * @param {Index} index @param {string} typed @param {boolean} prefix @returns {Promise<Entry[]>}
   */
  async function similar(index, typed, prefix) {
    const chars = [...typed];
    if (chars.length < 4 || IS_UNSPACED.test(typed)) return [];
    const { firstWords } = index.root;
    const pageOf = (/** @type {string} */ word) => Math.max(0, lowerBound(firstWords, word + '\0') - 1);
    const first = pageOf(chars[0]);
    const last = pageOf(`${chars[0]}\uFFFF`);
    const own = pageOf(typed);
    const numbers = new Set([own, pageOf(chars[1] + chars[0] + chars.slice(2).join('')), pageOf(chars.slice(1).join(''))]);
    for (let distance = 1; numbers.size < SIMILAR_PAGES && (own - distance >= first || own + distance <= last); distance += 1) {
      for (const number of [own - distance, own + distance]) if (number >= first && number <= last) numbers.add(number);
    }
    const pages = await Promise.all([...numbers].map((number) => wordPage(index, number)));
    const near = (/** @type {(word: string[]) => boolean} */ test) =>
      pages.flatMap((page) => page.words.flatMap((word, at) => (test([...word]) ? [entry(page, at, 0.5)] : [])));
    let found = near((word) => oneEdit(chars, word));
    if (found.length === 0 && prefix) found = near((word) => word.length > chars.length && oneEdit(chars, word.slice(0, chars.length)));
    return found.sort(byUnits).slice(0, 5);
  }

  /** Whether two words differ by one letter: another one, one more, one less, or two swapped. @param {string[]} a @param {string[]} b */
  function oneEdit(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0;
    while (start < a.length && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    const [x, y] = [a.length - start - end, b.length - start - end];
    return (x <= 1 && y <= 1) || (x === 2 && y === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]);
  }

  // ---------- The answer: BM25F over title, text and notes ----------

  /** BM25's k1: how soon more of the same word stops counting (Robertson and Zaragoza 2009: 1.2 to 2). */
  const SATURATION = 1.2;
  const TITLE_WEIGHT = 3.5;
  const NOTES_WEIGHT = 0.5;
  /** The middles of the steps of posting.rs. */
  const TEXT_WEIGHTS = [0, 0.25, 0.4, 0.63, 1, 1.6, 2.5, 4, 6.3, 10];
  const NOTE_WEIGHTS = [0.6, 1.2, 2.4];

  /**
   * @typedef {object} Answer
   * @property {Index} index
   * @property {Query} query
   * @property {Entry[][]} found for each word that was typed those of the index
   * @property {Set<number>} left the words that are still to be looked for in the texts
   * @property {Float32Array} scores
   * @property {number[]} hits documents in the order of their numbers
   * @property {boolean} all whether there can be no other hits
   * @property {boolean} some whether hits have only some of the words
   */

  /** @param {string} text @returns {Promise<Answer>} */
  async function answer(text) {
    const index = await theIndex();
    const query = parse(text);
    if (text.trim() === '') return everything(index, query);
    const { taken: found, left, all: allWords } = await lookUp(index, query);
    const has = await phraseSides(index, query, found);
    const lists = await Promise.all(found.map((group, i) => (left.has(i) ? [] : Promise.all(group.map(({ file }) => load(file))))));
    const scores = new Float32Array(index.documents);
    const matched = new Uint8Array(index.documents);
    const inText = new Uint8Array(index.units);
    found.forEach((group, i) => { if (!left.has(i)) addWord(index, group, lists[i], scores, matched, inText); });
    const hits = (/** @type {number} */ least) => {
      const list = [];
      for (let d = 0; d < scores.length; d += 1) if (matched[d] >= least && (d >= index.units || inText[d]) && has(d)) list.push(d);
      return list;
    };
    const all = query.wanted.length === 0 ? [] : hits(query.wanted.length - left.size);
    const some = all.length === 0 && query.wanted.length > 1 && query.phrases.length === 0;
    return { index, query, found, left: some ? new Set() : left, scores, hits: some ? hits(1) : all, all: allWords, some };
  }

  /** Without words all documents, to be narrowed down: those of late years first. @param {Index} index @param {Query} query @returns {Answer} */
  function everything(index, query) {
    const hits = [...Array(index.documents).keys()];
    const scores = new Float32Array(index.documents);
    for (const d of hits) scores[d] = index.values(d, 5)[0] ?? 0;
    return { index, query, found: [], left: new Set(), scores, hits, all: true, some: false };
  }

  /** The words of the index that are meant by those of a query, as many as may be loaded. @param {Index} index @param {Query} query */
  async function lookUp(index, { wanted }) {
    const longest = new Set([...wanted].sort((a, b) => b.typed.length - a.typed.length).slice(0, LOOKED_UP));
    const looked = wanted.filter((one) => longest.has(one));
    const results = await Promise.all(looked.map((one) => entries(index, one)));
    const afforded = affordable(results.map(({ group }) => group));
    /** @type {Entry[][]} */
    const taken = wanted.map((one) => (longest.has(one) ? afforded.taken[looked.indexOf(one)] : []));
    const left = new Set(wanted.flatMap((one, i) => (!longest.has(one) || afforded.left.has(looked.indexOf(one)) ? [i] : [])));
    return { taken, left, all: afforded.all && results.every(({ all }) => all) };
  }

  /** The hash of two words side by side, as src/pipeline/render/search/pair.rs has it. @param {string} a @param {string} b @param {number} bits */
  function pairHash(a, b, bits) {
    const [x, y] = [a, b].map((word) => [...Array(word.length).keys()].reduce((hash, i) => Math.imul(hash ^ word.charCodeAt(i), 0x01000193), 0x811c9dc5));
    const mixed = Math.imul(x, 0x9e3779b1) ^ y;
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - bits);
  }

  /**
   * Tells of a document whether it may have all phrases: whether the text of its unit, or the unit's notes, have all their
   * pairs of common words. One in fifty or so has a pair in the index only.
   * @param {Index} index @param {Query} query @param {Entry[][]} found @returns {Promise<(document: number) => boolean>}
   */
  async function phraseSides(index, { phrases }, found) {
    // As pair.rs has it; the rest is left to the texts.
    const common = new Set(found.flatMap(([entry]) => (entry?.units > Math.max(TEXTS, Math.floor(index.units / 100)) && !IS_UNSPACED.test(entry.word) ? [entry.word] : [])));
    const couples = phrases.flatMap((phrase) => phrase.slice(1).map((word, i) => [phrase[i], word])).filter((words) => words.every((word) => common.has(word)));
    if (couples.length === 0) return () => true;
    const [bits, lowBits, files] = await load(index.root.pairs);
    const hashes = [...new Set(couples.map(([a, b]) => pairHash(a, b, bits)))].slice(0, PAIRS);
    const counts = new Uint8Array(index.units * 2);
    const lists = await Promise.all(hashes.map(async (hash) => {
      const reader = new Reader(await load(files[hash >> lowBits]));
      for (let before = hash & ((1 << lowBits) - 1); before > 0; before -= 1) reader.rising(reader.number(), counts.length);
      return reader.rising(reader.number(), counts.length);
    }));
    for (const list of lists) for (const side of list) counts[side] += 1;
    return (document) => counts[document < index.units ? document * 2 : index.unit(document) * 2 + 1] === hashes.length;
  }

  /**
   * Adds what one word counts in each document that has it.
   * @param {Index} index @param {Entry[]} group @param {string[]} lists @param {Float32Array} scores @param {Uint8Array} matched @param {Uint8Array} inText
   */
  function addWord(index, group, lists, scores, matched, inText) {
    const weights = new Float32Array(index.documents);
    group.forEach((entry, i) => readList(index, entry, lists[i], weights, inText));
    let units = 0;
    for (let unit = 0; unit < index.units; unit += 1) if (weights[unit] > 0) units += 1;
    const rarity = Math.log(1 + (index.units - units + 0.5) / (units + 0.5));
    for (let document = 0; document < weights.length; document += 1) {
      const weight = weights[document];
      if (weight === 0) continue;
      scores[document] += (rarity * weight) / (SATURATION + weight);
      matched[document] += 1;
    }
  }

  /** Reads a list of posting.rs. @param {Index} index @param {Entry} entry @param {string} list @param {Float32Array} weights @param {Uint8Array} inText */
  function readList(index, entry, list, weights, inText) {
    const reader = new Reader(list, entry.offset);
    const [units, notes] = [reader.number(), reader.number()];
    for (const unit of reader.rising(units, index.units)) {
      const fields = reader.digit();
      weights[unit] += entry.weight * (Math.floor(fields / 10) * TITLE_WEIGHT + TEXT_WEIGHTS[fields % 10]);
      inText[unit] = 1;
    }
    const { owner } = index;
    const add = (/** @type {number} */ note, /** @type {number} */ weight) => {
      weights[index.units + note] += entry.weight * weight;
      weights[owner[note]] += entry.weight * NOTES_WEIGHT * weight;
    };
    if (areMany(notes, owner.length)) {
      for (const note of reader.rising(notes, owner.length)) add(note, NOTE_WEIGHTS[1]);
      return;
    }
    for (let i = 0, note = 0; i < notes; i += 1) {
      const step = reader.number();
      add(note += Math.floor(step / 3), NOTE_WEIGHTS[step % 3]);
    }
  }

  /**
   * The hits that pass all filters, and for each facet how many hits each value would leave.
   * @param {Answer} answer @param {Set<string>[]} filters
   */
  function narrowed({ index, hits }, filters) {
    /** How many hits each value has, by value. */
    const counts = filters.map(() => /** @type {number[]} */ ([]));
    /** @type {number[]} */
    const passing = [];
    /** Whether each value of each facet is chosen. @type {Map<number, boolean>[]} */
    const chosen = filters.map(() => new Map());
    const isChosen = (/** @type {number} */ facet, /** @type {number} */ value) => {
      let known = chosen[facet].get(value);
      if (known === undefined) chosen[facet].set(value, known = filters[facet].has(index.names[facet](value).key));
      return known;
    };
    const used = filters.flatMap((filter, facet) => (filter.size > 0 ? [facet] : []));
    for (const hit of hits) {
      let [failing, failed] = [0, -1];
      for (const facet of used) if (!index.values(hit, facet).some((value) => isChosen(facet, value))) [failing, failed] = [failing + 1, facet];
      if (failing > 1) continue;
      if (failing === 0) passing.push(hit);
      for (let facet = 0; facet < counts.length; facet += 1) {
        if (failing === 1 && failed !== facet) continue;
        for (const value of index.values(hit, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
      }
    }
    return { passing, counts: counts.map((values) => new Map([...values.entries()].filter(([, count]) => count > 0))) };
  }

  /** The best hits from the first one not yet shown, best first; equals by number. @param {Answer} answer @param {number[]} hits @param {number} count */
  function best({ scores }, hits, count) {
    if (hits.length > count * 8) {
      // Only what can be among them is sorted.
      const edge = Float32Array.from(hits, (hit) => scores[hit]).sort()[hits.length - count];
      hits = hits.filter((hit) => scores[hit] >= edge);
    }
    return [...hits].sort((a, b) => scores[b] - scores[a] || a - b).slice(0, count);
  }

  // ---------- Excerpts ----------

  /**
   * @typedef {{ title: string, language: string, rightToLeft: number, route: string, date: string, text: string }} Row
   * @typedef {{ place: string, text: string }} Block
   * @typedef {{ blocks: Block[], notes: [string, string][] }} UnitText
   * @typedef {{ start: number, end: number, word: number }} Spot A place in a text with the number of the word that it is of.
   */

  /** @param {Index} index @param {number} unit @returns {Promise<Row>} */
  async function row(index, unit) {
    const table = await load(index.root.tables[unit >> 4]);
    const [title, language, rightToLeft, route, date, text] = table[unit & 15];
    return { title, language, rightToLeft, route, date, text };
  }

  /** @param {Row} row @returns {Promise<UnitText>} */
  async function unitText(row) {
    // Without a connection a text may not be here: its hit then has no excerpt.
    const [groups, notes] = await load(row.text).catch(() => [[], []]);
    return { blocks: groups.flatMap((/** @type {string[]} */ [place, ...texts]) => texts.map((text) => ({ place, text }))), notes };
  }

  /** Where the words of an answer stand in a text. @param {Answer} answer @param {string} text @returns {Spot[]} */
  function spots({ query, found }, text) {
    const sets = found.map((group) => new Set(group.map(({ word }) => word)));
    const which = (/** @type {string} */ run) => sets.findIndex((set, i) => set.has(run) || run === query.wanted[i].typed || (query.wanted[i].prefix && run.startsWith(query.wanted[i].typed)));
    /** @type {Spot[]} */
    const list = [];
    for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
      const own = runs(token);
      if (!own.some((run) => IS_UNSPACED.test(run))) {
        const word = which(own[0] ?? '');
        if (word >= 0) list.push({ start: at, end: at + token.length, word });
        continue;
      }
      let before = at;
      const chars = [...token].map((char) => ({ folded: fold(char), start: before, end: (before += char.length) }));
      chars.forEach((char, i) => {
        const next = chars[i + 1];
        const pair = next ? which(char.folded + next.folded) : -1;
        const single = which(char.folded);
        const word = pair >= 0 ? pair : IS_UNSPACED.test(char.folded) ? single : -1;
        if (word < 0) return;
        const end = next && pair >= 0 && [...query.wanted[pair].typed].length > 1 ? next.end : char.end;
        const last = list.at(-1);
        // Pairs that touch are one place.
        if (last && last.end >= char.start && last.start >= at) last.end = Math.max(last.end, end);
        else list.push({ start: char.start, end, word });
      });
    }
    return list;
  }

  /** Texts as lines of words, kept: a text that has a phrase is looked through again for its excerpt. @type {Map<string, string>} */
  const lined = new Map();

  /** @param {string} text */
  function lineOf(text) {
    let line = lined.get(text);
    if (line === undefined) lined.set(text, line = `\0${(text.match(TOKEN) ?? []).flatMap(runs).flatMap(atoms).join('\0')}\0`);
    return line;
  }

  /** Whether each phrase stands in one of the texts. @param {string[][]} phrases @param {string[]} texts */
  function hasPhrases(phrases, texts) {
    const lines = texts.map(lineOf);
    return phrases.every((phrase) => lines.some((line) => line.includes(`\0${phrase.join('\0')}\0`)));
  }

  /** Whether the texts have the words that are left to be looked for in them. @param {Answer} answer @param {string[]} texts */
  function hasLeft({ query, found, left }, texts) {
    if (left.size === 0) return true;
    const all = [...new Set(texts.flatMap(words))];
    return [...left].every((i) => {
      const { typed, prefix } = query.wanted[i];
      return all.some((word) => word === typed || (prefix && word.startsWith(typed)) || found[i].some((entry) => entry.word === word));
    });
  }

  /** Of the blocks the one with the most of the words, the earliest of equals. @param {Answer} answer @param {Block[]} blocks */
  function bestBlock(answer, blocks) {
    let [top, topScore] = [/** @type {Block | undefined} */ (blocks[0]), -1];
    for (const block of blocks) {
      const list = spots(answer, block.text);
      let score = 8 * new Set(list.map(({ word }) => word)).size + Math.min(list.length, 4);
      if (list.length > 0 && answer.query.phrases.length > 0 && hasPhrases(answer.query.phrases.slice(0, 1), [block.text])) score += 100;
      if (score > topScore) [top, topScore] = [block, score];
    }
    return top;
  }

  /** Characters of an excerpt. */
  const EXCERPT = 240;

  /** The stretch of a text with the most of the words. @param {string} text @param {Spot[]} list */
  function stretch(text, list) {
    let [start, most] = [0, 0];
    list.forEach((spot, i) => {
      const inside = list.slice(i, i + 12).filter(({ end }) => end - spot.start < EXCERPT - 60);
      const score = 8 * new Set(inside.map(({ word }) => word)).size + inside.length;
      if (score > most) [start, most] = [spot.start, score];
    });
    let from = Math.max(0, Math.min(start - 60, text.length - EXCERPT));
    if (from > 0) from += Math.max(0, text.slice(from, from + 30).search(/\s/) + 1);
    let to = Math.min(text.length, from + EXCERPT);
    if (to < text.length) {
      const space = text.slice(0, to).search(/\s\S*$/);
      if (space > from + EXCERPT / 2) to = space;
    }
    return { from, to };
  }

  /** The text between two places with the words marked. @param {string} text @param {Spot[]} list @param {number} from @param {number} to */
  function marked(text, list, from, to) {
    const fragment = document.createDocumentFragment();
    let at = from;
    for (const { start, end } of list) {
      if (end <= at || start < from || end > to) continue;
      fragment.append(text.slice(at, Math.max(at, start)), make('mark', {}, text.slice(Math.max(at, start), end)));
      at = end;
    }
    fragment.append(text.slice(at, to));
    return fragment;
  }

  /**
   * The address part that leads to a word in its surroundings: a text fragment (WICG), which browsers that do not know it
   * read as the heading's id alone.
   * @param {Block} block @param {Spot | undefined} spot
   */
  function fragmentOf({ place, text }, spot) {
    if (!spot) return place ? `#${encodeURIComponent(place)}` : '';
    const lineStart = text.lastIndexOf('\n', spot.start) + 1;
    const lineEnd = (text.indexOf('\n', spot.end) + 1 || text.length + 1) - 1;
    const encode = (/** @type {string} */ words) => encodeURIComponent(words).replaceAll('-', '%2D');
    const line = text.slice(lineStart, lineEnd);
    const [from, to] = [spot.start - lineStart, spot.end - lineStart];
    const target = (/** @type {string} */ words) => `#${encodeURIComponent(place)}:~:text=${words}`;
    if (IS_UNSPACED.test(line.slice(from, to))) {
      // Browsers find whole words only, and do not say where these begin; a clause surely begins one.
      const clause = line.slice(0, from).search(/[^。、，！？；：．\s]*$/u);
      return target(encode(line.slice(clause, to + line.slice(to).search(/[。、，！？；：．\s]|$/u))));
    }
    // What touches the word without a space is part of it.
    const glued = (/** @type {number} */ at) => at > 0 && at < line.length && !/\s/u.test(line[at]) && !/\s/u.test(line[at - 1]);
    const before = line.slice(0, from).trimEnd().match(/(\S+\s+){0,2}\S{1,40}$/u)?.[0] ?? '';
    const after = line.slice(to).trimStart().match(/^\S{1,40}(\s+\S+){0,2}/u)?.[0] ?? '';
    const prefix = before && !glued(from) ? `${encode(before)}-,` : '';
    const suffix = after && !glued(to) ? `,-${encode(after)}` : '';
    return target(prefix + encode(line.slice(from, to)) + suffix);
  }

  // ---------- The page ----------

  /**
   * Makes an element. @template {keyof HTMLElementTagNameMap} K
   * @param {K} name @param {Record<string, string | number | boolean>} [attributes] @param {...(Node | string)} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(key, value === true ? '' : String(value));
    element.append(...children);
    return element;
  }

  const FACET_KEYS = ['kind', 'verdict', 'outlet', 'stance', 'topic', 'year'];
  const box = /** @type {HTMLElement | null} */ (document.querySelector('.search[data-index]'));
  const input = make('input', { type: 'search', id: 'search-words', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search', 'aria-describedby': 'search-hint' });
  const status = make('p', { class: 'search-status', role: 'status' });
  const remark = make('p', { class: 'search-remark meta' });
  const facetBox = make('div', { class: 'facet-list' });
  const facets = make('details', { class: 'facets', hidden: true }, make('summary', {}, TEXT.narrow), facetBox);
  const hitList = make('ol', { class: 'results' });
  const more = make('button', { type: 'button', class: 'button', hidden: true }, TEXT.more);
  const start = document.querySelector('.search-start');

  /** What is chosen of each facet. */
  const filters = FACET_KEYS.map(() => /** @type {Set<string>} */ (new Set()));
  /** Counts the searches, so that a late answer to an older one is not shown. */
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {{ text: string, promise: Promise<Answer> } | undefined} */
  let asked;

  /** The answer to a text; the last one is kept, so that filters and "more" ask nothing anew. @param {string} text */
  function ask(text) {
    if (asked?.text !== text) asked = { text, promise: answer(text) };
    return asked.promise;
  }

  function isNarrowed() {
    return filters.some((filter) => filter.size > 0);
  }

  /** Hits take the place of the lists, all of it from the beginning, so that nothing jumps when they come. @param {boolean} hits */
  function makeRoom(hits) {
    start?.toggleAttribute('hidden', hits);
    box?.classList.toggle('asked', hits);
  }

  /** Searches for what stands in the field. @param {number} [count] hits to show */
  async function search(count = PAGE) {
    clearTimeout(timer);
    const text = input.value;
    const number = (latest += 1);
    remember(text);
    if (text.trim() === '' && !isNarrowed()) return clear();
    makeRoom(true);
    const slow = setTimeout(() => { status.textContent = index ? TEXT.searching : TEXT.loading; }, 150);
    try {
      const found = await ask(text);
      const { passing, counts } = narrowed(found, filters);
      const shown = await shownHits(found, passing, count);
      const items = await Promise.all(shown.hits.map((hit) => item(found, hit)));
      if (number !== latest) return;
      show(found, text.trim(), shown, counts, items);
    } catch (error) {
      console.error(error);
      if (number !== latest) return;
      asked = undefined;
      clear();
      status.textContent = TEXT.failed;
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * @typedef {{ hits: number[], total: number, sure: 'exactly' | 'about' | 'at least', looked: number, open: boolean }} Shown
   * `looked`: texts that were looked through; `open`: there may be more hits.
   */

  /**
   * The first hits to show. Phrases, and words whose lists cost too much, are looked for in the texts, best first, until
   * there are enough or as many texts were loaded as one look may cost.
   * @param {Answer} found @param {number[]} passing @param {number} count @returns {Promise<Shown>}
   */
  async function shownHits(found, passing, count) {
    const least = found.all ? 'exactly' : 'at least';
    if (found.query.phrases.length === 0 && found.left.size === 0) return { hits: best(found, passing, count), total: passing.length, sure: least, looked: 0, open: passing.length > count };
    const ranked = best(found, passing, (TEXTS * count) / PAGE);
    const has = await Promise.all(ranked.slice(0, count).map((hit) => isHit(found, hit)));
    if (has.includes(false)) has.push(...await Promise.all(ranked.slice(count).map((hit) => isHit(found, hit))));
    const hits = ranked.filter((_, i) => has[i]);
    const open = has.length < passing.length;
    if (open && found.all && hits.length === has.length) return { hits, total: passing.length, sure: 'about', looked: has.length, open };
    return { hits, total: hits.length, sure: open ? 'at least' : least, looked: has.length, open };
  }

  /** Whether the words of a document have the phrases and what else is left to be looked for. @param {Answer} found @param {number} hit */
  async function isHit(found, hit) {
    const { index, query } = found;
    const unit = index.unit(hit);
    const line = await row(index, unit);
    const { blocks, notes } = await unitText(line);
    const own = hit < index.units ? [line.title, ...blocks.map(({ text }) => text)] : [notes[hit - index.units - index.firstNote[unit]][1]];
    // An article is also found by words of which some stand in its notes.
    const near = hit < index.units ? [...own, ...notes.map(([, text]) => text)] : own;
    return hasPhrases(query.phrases, own) && hasLeft(found, near);
  }

  /** A hit as an item of the list. @param {Answer} found @param {number} hit */
  async function item(found, hit) {
    const { index } = found;
    const unit = index.unit(hit);
    const line = await row(index, unit);
    const { blocks, notes } = await unitText(line);
    const note = hit < index.units ? undefined : notes[hit - index.units - index.firstNote[unit]];
    const [kind] = index.values(hit, 0).map(index.names[0]);
    const [verdict] = index.values(hit, 1).map(index.names[1]);
    const [outlet] = index.values(hit, 2).map(index.names[2]);
    const language = { ...(line.language && { lang: line.language }), dir: line.rightToLeft ? 'rtl' : 'auto' };

    const kicker = make('p', { class: 'kicker bits' }, make('span', { class: 'hit-kind' }, ...(kind.icon ? [icon(kind.icon), ' '] : []), kind.label), ' ');
    if (verdict) kicker.append(make('span', {}, make('span', { class: `verdict tone-${verdict.tone}` }, icon(verdict.icon ?? ''), ' ', verdict.label)), ' ');
    for (const words of [outlet?.label, line.date]) if (words) kicker.append(make('span', {}, words), ' ');

    const block = note ? { place: '', text: note[1] } : bestBlock(found, blocks);
    const list = block ? spots(found, block.text) : [];
    const { from, to } = block ? stretch(block.text, list) : { from: 0, to: 0 };
    const fragment = note ? `#note-${note[0]}` : block && (list.length > 0 || block.place) ? fragmentOf(block, list.find(({ start }) => start >= from)) : '';
    const title = note ? TEXT.noteOn(line.title) : line.title;
    const link = make('a', { href: line.route + (unitHasPlaces(line.route) ? fragment : ''), ...language }, marked(title, spots(found, title), 0, title.length));
    const entry = make('li', { class: 'hit' }, kicker, make('h2', { class: 'card-title' }, link));
    if (block && to > from) {
      const dots = [from > 0 ? '… ' : '', to < block.text.length ? ' …' : ''];
      entry.append(make('p', { class: 'excerpt', ...(note ? { dir: 'auto' } : language) }, dots[0], marked(block.text, list, from, to), dots[1]));
    }
    return entry;
  }

  /** Pages of claims and topics are short and lay out their words in another way. @param {string} route */
  function unitHasPlaces(route) {
    return /^(articles|pages)\//.test(route);
  }

  /** @param {string} sign */
  function icon(sign) {
    return make('span', { class: 'icon', 'aria-hidden': 'true' }, sign);
  }

  /** What is found, in words. @param {string} text @param {Shown} shown */
  function foundInWords(text, { total, sure, looked, open }) {
    if (text === '') return total === 0 ? TEXT.nothing : TEXT.filtered(total);
    const quoted = /["“”„«»]/.test(text) ? text : TEXT.quoted(text);
    if (total === 0) return open ? TEXT.notYet(looked, quoted) : TEXT.none(quoted);
    const results = { exactly: TEXT.results, about: TEXT.about, 'at least': TEXT.atLeast };
    return results[sure](total, quoted);
  }

  /** @param {Answer} found @param {string} text @param {Shown} shown @param {Map<number, number>[]} counts @param {HTMLElement[]} items */
  function show(found, text, shown, counts, items) {
    const { looked, open } = shown;
    status.textContent = text !== '' && found.query.wanted.length === 0 ? TEXT.tooShort : foundInWords(text, shown);
    const typos = found.query.wanted.flatMap(({ typed }, i) => (found.found[i][0]?.weight === 0.5 ? [TEXT.instead(typed, found.found[i].map(({ word }) => word).join(TEXT.separator))] : []));
    remark.textContent = [...(found.some ? [TEXT.some] : []), ...typos].join(' ');
    hitList.replaceChildren(...items);
    more.hidden = !open;
    more.textContent = looked > items.length ? TEXT.further : TEXT.more;
    makeRoom(items.length > 0);
    showFacets(found.index, counts);
  }

  function clear() {
    status.textContent = '';
    remark.textContent = '';
    hitList.replaceChildren();
    more.hidden = true;
    facets.hidden = true;
    makeRoom(false);
  }

  /** @param {Index} index @param {Map<number, number>[]} counts */
  function showFacets(index, counts) {
    const focus = document.activeElement?.id;
    const unfolded = new Set([...facetBox.querySelectorAll('details[open]')].map((details) => details.id));
    const groups = counts.flatMap((values, facet) => {
      const list = [...values].map(([value, count]) => ({ ...index.names[facet](value), value, count }));
      for (const key of filters[facet]) if (!list.some((entry) => entry.key === key)) list.push({ key, label: key, value: 0, count: 0 });
      if (list.length < 2 && filters[facet].size === 0) return [];
      list.sort(facet === 5 ? (a, b) => b.value - a.value : (a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
      return [fieldset(facet, list, unfolded)];
    });
    facetBox.replaceChildren(...groups);
    if (isNarrowed()) {
      const button = make('button', { type: 'button', class: 'button' }, TEXT.clear);
      button.onclick = () => { for (const filter of filters) filter.clear(); search(); input.focus(); };
      facetBox.append(button);
    }
    facets.hidden = groups.length === 0;
    if (focus && document.activeElement?.id !== focus && /^facet-/.test(focus)) document.getElementById(focus)?.focus();
  }

  /** @param {number} facet @param {(Name & { value: number, count: number })[]} list @param {Set<string>} unfolded */
  function fieldset(facet, list, unfolded) {
    const lines = list.map(({ key, label, icon: sign, tone, count, value }) => {
      const check = make('input', { type: 'checkbox', id: `facet-${facet}-${value || encodeURIComponent(key)}` });
      check.checked = filters[facet].has(key);
      check.onchange = () => { filters[facet][check.checked ? 'add' : 'delete'](key); search(); };
      const name = make('span', tone ? { class: `verdict tone-${tone}` } : {}, ...(sign ? [icon(sign), ' '] : []), label);
      return make('label', {}, check, make('span', { class: 'facet-name' }, name), ' ', make('span', { class: 'count' }, count.toLocaleString()));
    });
    const set = make('fieldset', {}, make('legend', {}, TEXT.facets[facet]), ...lines.slice(0, FACET_VALUES));
    if (lines.length > FACET_VALUES) {
      const id = `facet-rest-${facet}`;
      const chosen = list.slice(FACET_VALUES).some(({ key }) => filters[facet].has(key));
      set.append(make('details', { id, open: chosen || unfolded.has(id) }, make('summary', {}, TEXT.all(lines.length)), ...lines.slice(FACET_VALUES)));
    }
    return set;
  }

  // ---------- Address, keys, start ----------

  /** Keeps the search in the address, so that it can be shared and found again on the way back. @param {string} text */
  function remember(text) {
    const parameters = new URLSearchParams(text === '' ? [] : [['q', text]]);
    filters.forEach((filter, facet) => { for (const key of filter) parameters.append(FACET_KEYS[facet], key); });
    const query = parameters.toString();
    try {
      history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    } catch {
      // Some browsers refuse this for files on a disk.
      location.replace(`#${query}`);
    }
  }

  function recall() {
    const parameters = new URLSearchParams(location.search || location.hash.slice(1));
    input.value = parameters.get('q') ?? '';
    filters.forEach((filter, facet) => { filter.clear(); for (const key of parameters.getAll(FACET_KEYS[facet])) filter.add(key); });
  }

  /** Arrows walk through field and results. @param {KeyboardEvent} event */
  function walk(event) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (hitList.querySelectorAll('h2 a'))];
    const here = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  function listen() {
    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => search(), WAIT); });
    input.addEventListener('focus', () => { theIndex().catch(() => {}); }, { once: true });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) search();
      if (event.key === 'Escape') { event.preventDefault(); input.value = ''; search(); }
    });
    box?.addEventListener('keydown', (event) => {
      walk(event);
      if (event.key === 'Escape' && event.target !== input && !event.defaultPrevented) input.focus();
    });
    document.addEventListener('keydown', (event) => {
      const field = /** @type {Element} */ (event.target).closest?.('input, textarea, select, [contenteditable]');
      // The reader's settings switch single keys off (WCAG 2.2, 2.1.4).
      const off = document.documentElement.dataset.keys === 'off';
      if (event.key !== '/' || off || field || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
    more.onclick = async () => {
      const before = hitList.children.length;
      await search(before + PAGE);
      /** @type {HTMLElement | null | undefined} */ (hitList.children[before]?.querySelector('a'))?.focus();
    };
    window.addEventListener('popstate', () => { recall(); search(); });
  }

  Object.assign(window, { postilSearch: Object.assign(receive, { words, pairHash, answer, narrowed }) });
  if (!box) return;
  const label = make('label', { for: 'search-words' }, TEXT.label);
  const hint = make('p', { id: 'search-hint', class: 'meta' }, TEXT.hint);
  box.append(make('div', { role: 'search', class: 'search-field' }, label, input, hint), status, remark, make('div', { class: 'search-body' }, facets, make('div', { class: 'search-hits' }, hitList, more)));
  facets.open = matchMedia('(width >= 80rem)').matches;
  listen();
  recall();
  if (input.value || isNarrowed()) search();
  else input.focus({ preventScroll: true });
})();
