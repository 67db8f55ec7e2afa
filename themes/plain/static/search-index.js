// The search index of the site, read in the browser: finds the posts that answer a query. Every
// part of the index is a script that calls threadsiteSearch, since a page opened from disk may load
// scripts but not data. docs/search.md of threadsite tells the format and the query language.
"use strict";

const threadsiteSearch = (() => {
  // --- Words: the same rules as threadsite/search/words.py, held to one file of examples ---------

  const LONGEST = 40;
  const MARKS =
    "\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
    "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8" +
    "\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe20-\\ufe2f";
  const VOWELS =
    "\\u0900-\\u0963\\u0970-\\u09f3\\u0a01-\\u0df3\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0eb1" +
    "\\u0eb4-\\u0ebc\\u0ec8-\\u0ecd\\u102b-\\u103e\\u17b4-\\u17d3\\u3099\\u309a";
  const UNSPACED =
    "\\u0e01-\\u0e4e\\u0e81-\\u0ecd\\u1000-\\u1049\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u309f" +
    "\\u30a1-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff" +
    "\\u{20000}-\\u{3ffff}";
  const LETTER = "\\p{L}\\p{N}_";
  const TAGGED = `(?<![${LETTER}])[a-z]{1,2}(?:\\+\\+|#)(?![${LETTER}])`;
  const WORD = new RegExp(`${TAGGED}|[${LETTER}${MARKS}${VOWELS}]+`, "gu");
  const SHOWN_WORD = new RegExp(WORD.source, "giu");
  const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
  const ONE_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
  const ONE_MARK = new RegExp(`[${MARKS}]`, "gu");
  const INVISIBLE =
    /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
  const LETTERS = new Map([
    ...[..."ıςøđðłħŧ"].map((letter, i) => [letter, [..."iσoddlht"][i]]),
    ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["þ", "th"],
    ["ٱ", "ا"], ["ى", "ي"], ["ة", "ه"], ["ی", "ي"], ["ک", "ك"], ["ـ", ""],
    ...[..."٠١٢٣٤٥٦٧٨٩"].map((digit, i) => [digit, String(i)]),
    ...[..."۰۱۲۳۴۵۶۷۸۹"].map((digit, i) => [digit, String(i)]),
  ]);

  const even = (text) => text.normalize("NFKC").replace(INVISIBLE, "").toLowerCase();

  const fold = (piece) => {
    const bare = piece.replace(/^_+|_+$/g, "").normalize("NFKD").replace(ONE_MARK, "");
    const letters = Array.from(bare.normalize("NFC"), (c) => LETTERS.get(c) ?? c).join("");
    return letters.length > LONGEST ? [...letters].slice(0, LONGEST).join("") : letters;
  };

  const pairs = (run) => {
    const letters = [...run];
    if (letters.length < 2 || !ONE_UNSPACED.test(run)) return [run];
    return letters.slice(1).map((letter, i) => letters[i] + letter);
  };

  /** The words of a text, folded; pairs of characters where words have no spaces between them. */
  const words = (text) =>
    (even(text).match(WORD) ?? []).flatMap((word) => word.match(RUNS)).flatMap(pairs).map(fold)
      .filter((word) => word);

  // --- Numbers: one character each, or two ------------------------------------------------------

  const BASE = 40960;
  const digit = (code) => (code === 0x21 ? 0x5c : code) - 0x23;

  /** The rising numbers that a string holds as distances. */
  const numbers = (units) => {
    const found = new Uint32Array(units.length);
    let count = 0;
    let last = 0;
    for (let i = 0; i < units.length; i++) {
      let distance = digit(units.charCodeAt(i));
      if (distance >= BASE) distance = (distance - BASE) * BASE + digit(units.charCodeAt(++i));
      last += distance;
      found[count++] = last;
    }
    return found.subarray(0, count);
  };

  // --- Scripts of the index ---------------------------------------------------------------------

  const arrived = new Map();
  const receive = (kind, number, ...data) => arrived.set(`${kind}-${number}`, data);

  /** The last of some sorted things that is not behind another thing; the first if all are. */
  const place = (sorted, thing) => {
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= thing) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  };

  const loader = (home) => {
    const loads = new Map();
    return (kind, number, name, version) => {
      const key = `${kind}-${number}`;
      if (!loads.has(key)) {
        loads.set(key, new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `${home}${name}.js${version ? `?v=${version}` : ""}`;
          script.onload = () => {
            script.remove();
            if (arrived.has(key)) resolve(arrived.get(key));
            else reject(new Error(`${name}.js holds no part of the index`));
            arrived.delete(key);
          };
          script.onerror = () => {
            script.remove();
            loads.delete(key);
            reject(new Error(`${name}.js does not load`));
          };
          document.head.append(script);
        }));
      }
      return loads.get(key);
    };
  };

  // --- Parts of scripts, from servers that give parts --------------------------------------------

  // A script of terms or posts tells first how long its head is, and there where things are in it.
  const HEAD = /^\w+\("\w+",(?:\d+|"[^"]*"),(\d+),/;
  const HEAD_OF_TERMS = 5000; // Bytes that most heads take.

  /** Asks for the head of a script, and for some of the things in it; null if that is no use. */
  const parts = (home, { version, block }) => {
    const most = { terms: HEAD_OF_TERMS, posts: 128 + 2 * block };
    const files = new Map();
    const runs = new Map();
    let isGiven = location.protocol.startsWith("http");

    const bytes = async (name, first, end) => {
      const range = { Range: `bytes=${first}-${end - 1}` };
      const answer = await fetch(`${home}${name}.js?v=${version}`, { headers: range });
      if (answer.status === 206) return new Uint8Array(await answer.arrayBuffer());
      answer.body?.cancel();
      throw new Error(`of ${name}.js no part is given`);
    };

    const open = async (kind, name) => {
      let data = await bytes(name, 0, most[kind]);
      const decoder = new TextDecoder();
      const [begun, size] = HEAD.exec(decoder.decode(data)) ?? [];
      const end = begun.length + Number(size);
      if (data.length < end) {
        const whole = new Uint8Array(end);
        whole.set(data);
        whole.set(await bytes(name, data.length, end), data.length);
        data = whole;
      }
      const [ends, ...others] = JSON.parse(`[${decoder.decode(data.subarray(begun.length, end))}0]`);
      const first = kind === "terms" ? end + 1 : end; // Terms have their things in an array.
      return { data, first, ends: numbers(ends), told: [size, ends, others[0]] };
    };

    const run = async (name, from, to) => {
      const { data, first, ends } = await files.get(name);
      const start = first + (from && ends[from - 1]);
      const end = first + ends[to] - 1;
      const held = end > data.length ? await bytes(name, start, end) : data.subarray(start, end);
      return JSON.parse(`[${new TextDecoder().decode(held)}]`);
    };

    const once = async (made, key, make) => {
      if (!isGiven) return null;
      if (!made.has(key)) made.set(key, make());
      try {
        return await made.get(key);
      } catch {
        isGiven = false;
        return null;
      }
    };

    return {
      head: async (kind, name) => (await once(files, name, () => open(kind, name)))?.told,
      /** The things from one place to another. */
      things: (name, from, to) => once(runs, `${name} ${from} ${to}`, () => run(name, from, to)),
    };
  };

  // --- The index --------------------------------------------------------------------------------

  const FORMAT = 4;
  const LEVELS = 8;
  const PREFIX_SHARDS = 3;
  const PREFIX_TERMS = 60;
  const PREFIX_SHARE = 0.6;
  const MOST_AUTHORS = 40;
  const MOST_CLAUSES = 40;
  const MOST_NEAR = 3;
  const MOST_RUNS = 6; // Parts of a script that are asked for at once, rather than all of it.
  const RARE = 0.05; // Bytes, by the number of all posts, of the postings of a rare word
  const COMMON = 0.2; // and of a common one.
  const GAP = 500; // Bytes that are rather loaded than left out between two parts.
  const SIGN = /^[@=!~]/; // Terms of authors, boards, threads and what posts hold are no words.
  const EXCLUDED = 255;
  const EPOCH = 719163; // 1970-01-01, counted from the first day of year 1, which is 1.

  class Index {
    static async open(home) {
      const load = loader(home);
      const [meta] = await load("meta", "", "meta");
      if (meta.format !== FORMAT) throw new Error(`the index is of format ${meta.format}`);
      return new Index(load, meta, parts(home, meta));
    }

    constructor(load, meta, parts) {
      this.meta = meta;
      this.parts = parts;
      this.names = meta.shards.split(" ");
      this.shards = new Map();
      this.load = (kind, number) => load(kind, number, `${kind}-${number}`, meta.version);
      this.loadDays = () => load("days", "", "days", meta.version);
    }

    // Terms

    async shard(number) {
      if (!this.shards.has(number)) {
        const name = this.names[number];
        const head = await this.parts.head("terms", `terms-${name}`);
        const [, ends, terms, lists = []] = head ?? (await this.load("terms", name));
        if (!this.shards.has(number)) this.shards.set(number, read(name, numbers(ends), terms, lists));
      }
      return this.shards.get(number);
    }

    async entry(term) {
      if (!this.meta.terms.length) return undefined;
      return (await this.shard(place(this.meta.terms, term))).entries.get(term);
    }

    /**
     * What answers a word: lists of postings, to be loaded, how many bytes they take, and the stems
     * by which shown words are marked.
     */
    async answers(word, isPrefix) {
      const exact = await this.entry(word);
      const found = await this.#stems(exact ? [exact] : [], 1);
      if (isPrefix && (word.length > 1 || ONE_UNSPACED.test(word))) {
        for (const [stem, answer] of await this.#stems(await this.#completions(word), PREFIX_SHARE)) {
          if (!found.has(stem)) found.set(stem, answer);
        }
      }
      if (![...found.values()].some(({ size }) => size)) {
        for (const [stem, answer] of await this.#stems(await this.#shorter(word), 1)) {
          found.set(stem, answer);
        }
      }
      const held = [...found.values()].filter(({ size }) => size);
      const lists = async () => {
        const loaded = await this.postings(held);
        return held.map(({ share }, i) => ({ postings: loaded[i], share }));
      };
      const size = held.reduce((sum, entry) => sum + entry.size, 0);
      return { lists, size, stems: new Set(found.keys()) };
    }

    /** The stems of some entries, each with its own entry and what it counts. */
    async #stems(entries, share) {
      const own = entries.map(({ term, stems, size }) => (size ? [term, ...stems] : stems));
      const stems = [...new Set(own.flat())];
      const found = await Promise.all(stems.map((stem) => this.entry(stem)));
      return new Map(stems.map((stem, i) => [stem, { ...found[i], share }]));
    }

    async #completions(prefix) {
      const first = place(this.meta.terms, prefix);
      const last = Math.min(place(this.meta.terms, `${prefix}\uffff`), first + PREFIX_SHARDS - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      const shards = await Promise.all(numbers.map((number) => this.shard(number)));
      const entries = shards.flatMap((shard) => [...shard.entries.values()]);
      return entries
        .filter((entry) => entry.term.startsWith(prefix))
        .sort((a, b) => b.size - a.size)
        .slice(0, PREFIX_TERMS);
    }

    /** The postings of entries that have some. */
    async postings(entries) {
      const wanted = new Map();
      for (const { shard, place } of entries) {
        if (!wanted.has(shard)) wanted.set(shard, new Set());
        if (!(place in shard.lists)) wanted.get(shard).add(place);
      }
      await Promise.all(Array.from(wanted, ([shard, places]) => this.#fetch(shard, [...places])));
      return entries.map(({ shard, place }) => numbers(shard.lists[place]));
    }

    /** Load what a shard has in some places, or all of it where that is no more. */
    async #fetch(shard, places) {
      const { name, ends, lists } = shard;
      if (!places.length) return;
      const runs = together(ends, places.sort((a, b) => a - b));
      const size = runs.reduce((sum, [from, to]) => sum + ends[to] - (from && ends[from - 1]), 0);
      if (runs.length <= MOST_RUNS && size * 4 < ends.at(-1) * 3) {
        const ask = ([from, to]) => this.parts.things(`terms-${name}`, from, to);
        const found = await Promise.all(runs.map(ask));
        for (const [i, [from]] of runs.entries()) {
          found[i]?.forEach((list, n) => {
            lists[from + n] = list;
          });
        }
        if (found.every((run) => run)) return;
      }
      [, , , shard.lists] = await this.load("terms", name);
    }

    /** A form that no post holds may still be a longer form of a word that posts hold. */
    async #shorter(word) {
      const least = Math.max(word.length - 4, 3);
      for (let length = word.length - 1; length >= least; length--) {
        const entry = await this.entry(word.slice(0, length));
        if (entry) return [entry];
      }
      return [];
    }

    /** Words spelled much like one that is not in the index, nor begins one there; nearest first. */
    async near(text) {
      const [word, ...others] = words(text);
      if (!word || others.length || word.length < 3 || !this.meta.terms.length) return [];
      if ((await this.entry(word)) || (await this.#completions(word)).length) return [];
      const most = word.length < 6 ? 1 : 2;
      const shard = await this.shard(place(this.meta.terms, word));
      const found = [...shard.entries.values()]
        .map((entry) => ({ ...entry, distance: distance(word, entry.term, most) }))
        .filter((entry) => entry.distance <= most && !SIGN.test(entry.term));
      // A stem is often no word: where a form of it is there as well, the form stands for it.
      const stems = new Set(found.flatMap((entry) => entry.stems));
      return found
        .filter(({ term }) => !stems.has(term))
        .sort((a, b) => a.distance - b.distance || b.size - a.size)
        .slice(0, MOST_NEAR)
        .map(({ term }) => term);
    }

    /** Whether a shown word, folded, is a form of one of these stems. */
    isForm(word, stems) {
      if (stems.has(word)) return true;
      const entry = this.shards.get(place(this.meta.terms, word))?.entries.get(word);
      return entry?.stems.some((stem) => stems.has(stem)) ?? false;
    }

    async filter(terms) {
      const entries = await Promise.all(terms.map((term) => this.entry(term)));
      const lists = await this.postings(entries.filter((entry) => entry?.size));
      return lists.map((postings) => ({ postings, share: 0 }));
    }

    // Authors and boards

    /** The authors one of whose names begins so: key, name, number of posts, most posts first. */
    async authors(start) {
      const firsts = this.meta.authors;
      const prefix = words(start).join(" ");
      if (!prefix || !firsts.length) return [];
      const found = new Map();
      for (let i = place(firsts, prefix); i < firsts.length && !(firsts[i] > `${prefix}\uffff`); i++) {
        const [names] = await this.load("authors", i);
        for (const [folded, name, key, posts] of names) {
          if (!folded.startsWith(prefix)) continue;
          const whole = folded === prefix || found.get(key)?.whole;
          found.set(key, { key, name, posts, whole });
        }
        if (found.size > MOST_AUTHORS) break;
      }
      const byPosts = (a, b) => b.posts - a.posts || (a.key < b.key ? -1 : 1);
      return [...found.values()].sort(byPosts).slice(0, MOST_AUTHORS);
    }

    async authorTerms(name) {
      const found = await this.authors(name);
      const whole = found.filter((author) => author.whole);
      return (whole.length ? whole : found).map(({ key }) => `@${encodeURIComponent(key)}`);
    }

    /** The terms of the boards of which one of the titles has these words, and of those inside. */
    boardTerms(name) {
      const wanted = words(name).join(" ");
      const holds = (title) => words(title).join(" ").includes(wanted);
      return this.#boards((path, key) => key === name || (wanted && path.some(holds)));
    }

    boardTermsBelow(start) {
      return this.#boards((path) => path.slice(0, start.length).join("\n") === start.join("\n"));
    }

    #boards(isWanted) {
      const wanted = this.meta.boards.filter(([key, path]) => path.length && isWanted(path, key));
      return wanted.map(([key]) => `=${encodeURIComponent(key)}`);
    }

    // Days

    /** The number of the first post on or after a date. */
    async firstPost(year, month = 1, day = 1) {
      const { years, undated, posts } = this.meta;
      if (month === 1 && day === 1) {
        return years.find(([other]) => other >= year)?.[1] ?? (years.length ? posts : undated);
      }
      const [days, firsts] = (await this.loadDays()).map(numbers);
      const wanted = Math.floor(Date.UTC(year, month - 1, day) / 864e5) + EPOCH;
      const found = days.findIndex((ordinal) => ordinal >= wanted);
      return found < 0 ? posts : firsts[found];
    }

    // Posts

    /** What is shown of some posts. */
    posts(numbers) {
      const { block } = this.meta;
      const blocks = numbers.map((number) => Math.floor(number / block));
      return Promise.all(numbers.map((number, i) => {
        // Where many of a block are wanted it is loaded.
        const isAlone = blocks.filter((other) => other === blocks[i]).length * 4 < block;
        return this.#post(blocks[i], number % block, isAlone);
      }));
    }

    async #post(block, place, isAlone) {
      const part = isAlone ? await this.#part(`posts-${block}`, place) : null;
      const [path, anchor, title, author, boards, day, text] =
        part ?? (await this.load("posts", block))[place + 2];
      return { path, anchor, title, author, boards, day, text };
    }

    async #part(name, place) {
      if (!(await this.parts.head("posts", name))) return null;
      return (await this.parts.things(name, place, place))?.[0];
    }
  }

  /** How many letters must be changed, left out, put in or swapped; too many is one above *most*. */
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let above = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + !isSame);
        const isSwap = j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (isSwap) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, above] = [above, row];
    }
    return above[other.length];
  };

  /** A shard: its terms, what they stand for, and where its postings are. */
  const read = (name, ends, terms, lists) => {
    const shard = { name, ends, lists, entries: new Map() };
    let next = 0;
    for (const written of terms.split(" ")) {
      const [, term, mark, stems] = /^([^:;]*)([:;]?)(.*)$/u.exec(written);
      const place = mark === ":" ? undefined : next++;
      const size = place === undefined ? 0 : ends[place] - (place && ends[place - 1]);
      shard.entries.set(term, { term, stems: stems ? stems.split(",") : [], shard, place, size });
    }
    return shard;
  };

  /** Sorted places of things as runs from one to another that are loaded together. */
  const together = (ends, places) => {
    const runs = [];
    for (const place of places) {
      const last = runs.at(-1);
      if (last && (place && ends[place - 1]) - ends[last[1]] <= GAP) last[1] = place;
      else runs.push([place, place]);
    }
    return runs;
  };

  // --- Queries ----------------------------------------------------------------------------------

  const CLAUSE = /(-?)(?:(author|from|in|board|thread|year|before|after|has):)?(?:"([^"]*)"?|(\S+))/giu;

  /**
   * A query as clauses: field, text, whether it is excluded, a phrase, or still being typed, and the
   * clause as it was written, from where to where.
   */
  const parse = (query) => {
    const clauses = Array.from(query.matchAll(CLAUSE), (match) => {
      const [written, minus, field, phrase, word] = match;
      return {
        field: field?.toLowerCase() ?? "",
        text: phrase ?? word,
        excluded: minus === "-",
        phrase: phrase !== undefined,
        typed: false,
        written,
        start: match.index,
        end: match.index + written.length,
      };
    }).slice(0, MOST_CLAUSES);
    const last = clauses.at(-1);
    if (last && !last.phrase && !/\s$/u.test(query)) last.typed = true;
    return clauses;
  };

  const date = (text) => {
    const parts = /^(\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
    return parts && parts.slice(1).filter((part) => part).map(Number);
  };

  class Search {
    constructor(index) {
      this.index = index;
      const { posts } = index.meta;
      this.scores = new Float32Array(posts);
      this.met = new Uint8Array(posts);
      this.needed = 0;
      this.from = 0;
      this.to = posts;
      this.stems = new Set();
      this.phrases = [];
      this.hasWords = false;
    }

    /** Of the posts that met all before, those in one of the lists go on. */
    require(lists) {
      if (this.needed >= EXCLUDED - 1) return;
      const { met, scores, needed } = this;
      const total = this.index.meta.posts;
      for (const { postings, share } of lists) {
        const rarity = Math.log(1 + (total - postings.length + 0.5) / (postings.length + 0.5));
        const worth = (share * rarity) / LEVELS;
        for (const posting of postings) {
          const post = posting >>> 3;
          if (met[post] !== needed) continue;
          met[post] = needed + 1;
          scores[post] += worth * ((posting & 7) + 0.5);
        }
      }
      this.needed++;
    }

    exclude(lists) {
      for (const { postings } of lists) {
        for (const posting of postings) this.met[posting >>> 3] = EXCLUDED;
      }
    }

    /** Look up what a clause asks for; what is to be done when all before it is done. */
    async clause(clause) {
      const groups = (await (FIELDS.get(clause.field) ?? textLists)(this, clause)) ?? [];
      const take = (lists) => (clause.excluded ? this.exclude(lists) : this.require(lists));
      return () => groups.forEach(take);
    }

    async between(first, last) {
      const { index } = this;
      this.from = Math.max(this.from, index.meta.undated);
      if (first) this.from = Math.max(this.from, await index.firstPost(...first));
      if (last) this.to = Math.min(this.to, await index.firstPost(...last));
    }

    /** The posts found: best first, or newest first. */
    found(order) {
      const posts = [];
      for (let post = this.from; post < this.to; post++) {
        if (this.met[post] === this.needed) posts.push(post);
      }
      if (order === "oldest") return this.#undatedLast(posts);
      if (order === "newest" || !this.hasWords) return posts.reverse();
      // One number for score and post: the engine's own sort of numbers is the fastest there is.
      const size = 2 ** 24;
      const ranked = Float64Array.from(posts, (p) => Math.round(this.scores[p] * 4096) * size + p);
      return Array.from(ranked.sort().reverse(), (rank) => rank % size);
    }

    #undatedLast(posts) {
      const { undated } = this.index.meta;
      const dated = posts.findIndex((post) => post >= undated);
      return dated < 1 ? posts : [...posts.slice(dated), ...posts.slice(0, dated)];
    }
  }

  const textLists = async (search, { text, excluded, phrase, typed }) => {
    const found = words(text);
    if (excluded) {
      // A post is only excluded when it has all words of the clause: so one word must do.
      const all = await Promise.all(found.map((word) => search.index.answers(word, false)));
      const groups = await Promise.all(all.map(({ lists }) => lists()));
      return groups.length === 1 ? groups : [shared(groups)];
    }
    const isPrefix = (i) => typed && i === found.length - 1;
    const all = await Promise.all(found.map((word, i) => search.index.answers(word, isPrefix(i))));
    if (all.length) search.hasWords = true;
    for (const { stems } of all) stems.forEach((stem) => search.stems.add(stem));
    if (phrase && found.length > 1) search.phrases.push(found);
    const needed = phrase ? narrowing(all, search.index.meta.posts) : all;
    return Promise.all(needed.map(({ lists }) => lists()));
  };

  /** Of the words of a phrase those that are worth loading: posts are read for it in any case. */
  const narrowing = (all, posts) => {
    const few = all.some(({ size }) => size < posts * RARE);
    return few ? all.filter(({ size }) => size < posts * COMMON) : all;
  };

  /** The postings of posts that are in a list of each group, as one list. */
  const shared = (groups) => {
    const sets = groups.map(
      (lists) => new Set(lists.flatMap(({ postings }) => Array.from(postings, (p) => p >>> 3))),
    );
    const [first = new Set(), ...others] = sets;
    const posts = [...first].filter((post) => others.every((set) => set.has(post)));
    return [{ postings: Uint32Array.from(posts, (post) => post * LEVELS), share: 0 }];
  };

  const among = async (index, terms) => [await index.filter(await terms)];

  const byAuthor = ({ index }, { text }) => among(index, index.authorTerms(text));
  const byBoard = ({ index }, { text }) => among(index, index.boardTerms(text));
  const byKey = (sign) => ({ index }, { text }) => among(index, [sign + encodeURIComponent(text)]);

  const byYear = async (search, { text, excluded }) => {
    const [, first, last] = /^(\d{1,4})?(?:\.\.(\d{1,4})?)?$/.exec(text) ?? [];
    if (excluded || (!first && !last)) return;
    const end = text.includes("..") ? last : first;
    await search.between(first && [Number(first)], end && [Number(end) + 1]);
  };

  const byDay = (span) => async (search, { text }) => {
    if (date(text)) await search.between(...span(date(text)));
  };

  const FIELDS = new Map([
    ["author", byAuthor],
    ["from", byAuthor],
    ["in", byBoard],
    ["board", byBoard],
    ["thread", byKey("~")],
    ["has", (search, { text }) => byKey("!")(search, { text: text.toLowerCase() })],
    ["year", byYear],
    ["before", byDay((day) => [null, day])],
    ["after", byDay((day) => [day, null])],
  ]);

  const STEPS = [10, 40]; // Posts that are read for a phrase at first, and then at a time.
  const MOST_READ = 400;

  /** What a query found, read post by post. */
  class Results {
    constructor(search, order) {
      this.index = search.index;
      this.stems = search.stems;
      this.phrases = search.phrases;
      this.posts = search.found(order);
      /** Exact unless phrases still have to be looked up in the posts. */
      this.total = this.posts.length;
      this.next = 0;
    }

    get done() {
      return this.next >= this.posts.length;
    }

    /** The next posts, at most so many; fewer when a phrase is rare. */
    async read(count) {
      const found = [];
      const stop = this.next + MOST_READ;
      while (found.length < count && !this.done && this.next < stop) {
        const size = this.phrases.length ? STEPS[Math.sign(this.next)] : count - found.length;
        const numbers = this.posts.slice(this.next, this.next + size);
        const posts = await this.index.posts(numbers);
        for (const post of posts) {
          if (found.length === count) break;
          this.next++;
          if (this.#hasPhrases(post)) found.push(post);
          else this.total--;
        }
      }
      return found;
    }

    #hasPhrases({ title, text }) {
      if (!this.phrases.length) return true;
      const texts = [` ${words(title).join(" ")} `, ` ${words(text).join(" ")} `];
      return this.phrases.every((phrase) => {
        const wanted = ` ${phrase.join(" ")} `;
        return texts.some((folded) => folded.includes(wanted));
      });
    }

    /** A text as pieces of [text, whether it is to be marked]. */
    marked(text) {
      const pieces = [];
      let end = 0;
      for (const [start, stop] of this.#hits(text)) {
        if (start > end) pieces.push([text.slice(end, start), false]);
        pieces.push([text.slice(start, stop), true]);
        end = stop;
      }
      if (end < text.length) pieces.push([text.slice(end), false]);
      return pieces;
    }

    /** The part of a text with most of the words, cut between words, in marked pieces. */
    excerpt(text, size) {
      if (text.length <= size) return this.marked(text);
      const hits = this.#hits(text);
      const count = (from) => hits.filter(([a, b]) => a >= from && b <= from + size).length;
      const starts = hits.map(([start]) => Math.max(start - Math.floor(size / 4), 0)).slice(0, 50);
      const best = starts.reduce((a, b) => (count(b) > count(a) ? b : a), starts[0] ?? 0);
      const from = best && cutAt(text, best);
      const to = from + size >= text.length ? text.length : cutAt(text, from + size);
      const pieces = this.marked(text.slice(from, to).trim());
      if (from) pieces.unshift(["… ", false]);
      if (to < text.length) pieces.push([" …", false]);
      return pieces;
    }

    #hits(text) {
      const hits = [];
      for (const match of text.matchAll(SHOWN_WORD)) {
        let start = match.index;
        for (const run of match[0].match(RUNS)) {
          hits.push(...this.#hitsIn(run, start));
          start += run.length;
        }
      }
      return hits;
    }

    #hitsIn(run, start) {
      if (!ONE_UNSPACED.test(run)) {
        const word = fold(even(run));
        return this.index.isForm(word, this.stems) ? [[start, start + run.length]] : [];
      }
      const hits = [];
      const letters = [...run];
      for (const [i, letter] of letters.entries()) {
        const pair = fold(even(letter + (letters[i + 1] ?? "")));
        const stop = start + letter.length + (letters[i + 1]?.length ?? 0);
        if (this.stems.has(pair)) {
          if (hits.length && hits.at(-1)[1] > start) hits.at(-1)[1] = stop;
          else hits.push([start, stop]);
        }
        start += letter.length;
      }
      return hits;
    }
  }

  /** A place near another where no word is cut, if one is near. */
  const cutAt = (text, near) => {
    const space = text.lastIndexOf(" ", near);
    if (space > near - 30) return space;
    // Never between the halves of one character.
    return /[\udc00-\udfff]/.test(text[near] ?? "") ? near - 1 : near;
  };

  /** Look a query up, with what the page's own controls add to it. */
  const find = async (index, { query, author, board, first, last, has, order }) => {
    const search = new Search(index);
    const clauses = parse(query);
    const found = await Promise.all(clauses.map((clause) => search.clause(clause)));
    found.forEach((take) => take());
    if (author) search.require(await index.filter([`@${encodeURIComponent(author)}`]));
    if (board) search.require(await index.filter(index.boardTermsBelow(board)));
    for (const kind of has) search.require(await index.filter([`!${encodeURIComponent(kind)}`]));
    if (first || last) await search.between(first && [first], last && [last + 1]);
    return new Results(search, order);
  };

  return Object.assign(receive, { words, numbers, parse, find, open: Index.open });
})();
