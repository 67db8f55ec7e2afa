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

  /** Asks for one of the things of which a script tells the sizes first; null if that is no use. */
  const parts = (home, { version, block }) => {
    const heads = new Map();
    const most = 64 + 6 * block; // Bytes that a head may take.
    let isGiven = location.protocol.startsWith("http");

    const bytes = async (name, first, count) => {
      const range = { Range: `bytes=${first}-${first + count - 1}` };
      const answer = await fetch(`${home}${name}.js?v=${version}`, { headers: range });
      if (answer.status === 206) return new TextDecoder().decode(await answer.arrayBuffer());
      isGiven = false;
      answer.body?.cancel();
      return null;
    };

    /** Where each thing begins, and where the last one ends. */
    const head = async (name) => {
      const text = await bytes(name, 0, most);
      const [told, sizes] = /^[^[]*\[([\d,]*)\],/.exec(text ?? "") ?? [];
      if (!told) return null;
      const places = [told.length];
      for (const size of sizes.split(",")) places.push(places.at(-1) + Number(size) + 1);
      return places;
    };

    const thing = async (name, place) => {
      if (!heads.has(name)) heads.set(name, head(name));
      const places = await heads.get(name);
      if (!places) return null;
      const [first, next] = places.slice(place, place + 2);
      return JSON.parse(await bytes(name, first, next - first - 1));
    };

    const things = new Map();
    return async (name, place) => {
      if (!isGiven) return null;
      const key = `${name} ${place}`;
      if (!things.has(key)) things.set(key, thing(name, place));
      try {
        return await things.get(key);
      } catch {
        isGiven = false;
        return null;
      }
    };
  };

  // --- The index --------------------------------------------------------------------------------

  const FORMAT = 3;
  const LEVELS = 8;
  const PREFIX_SHARDS = 3;
  const PREFIX_TERMS = 60;
  const PREFIX_SHARE = 0.6;
  const MOST_AUTHORS = 40;
  const MOST_CLAUSES = 40;
  const MOST_NEAR = 3;
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

    constructor(load, meta, part) {
      this.meta = meta;
      this.part = part;
      this.names = meta.shards.split(" ");
      this.shards = new Map();
      this.load = (kind, number) => load(kind, number, `${kind}-${number}`, meta.version);
      this.loadDays = () => load("days", "", "days", meta.version);
    }

    // Terms

    async shard(number) {
      if (!this.shards.has(number)) {
        const [terms, postings] = await this.load("terms", this.names[number]);
        this.shards.set(number, read(terms, postings));
      }
      return this.shards.get(number);
    }

    async entry(term) {
      if (!this.meta.terms.length) return undefined;
      return (await this.shard(place(this.meta.terms, term))).get(term);
    }

    /** What answers a word: lists of postings, and the stems by which shown words are marked. */
    async answers(word, isPrefix) {
      const found = { lists: [], stems: new Set() };
      await this.#take(found, await this.entry(word), 1);
      if (isPrefix && (word.length > 1 || ONE_UNSPACED.test(word))) {
        for (const entry of await this.#completions(word)) {
          await this.#take(found, entry, PREFIX_SHARE);
        }
      }
      if (!found.lists.length) {
        for (const entry of await this.#shorter(word)) await this.#take(found, entry, 1);
      }
      return found;
    }

    async #take(found, entry, share) {
      if (!entry) return;
      const stems = entry.postings ? [entry.term, ...entry.stems] : entry.stems;
      for (const stem of stems) {
        if (found.stems.has(stem)) continue;
        found.stems.add(stem);
        const { postings } = stem === entry.term ? entry : (await this.entry(stem)) ?? {};
        if (postings) found.lists.push({ postings: numbers(postings), share });
      }
    }

    async #completions(prefix) {
      const first = place(this.meta.terms, prefix);
      const last = Math.min(place(this.meta.terms, `${prefix}\uffff`), first + PREFIX_SHARDS - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      const shards = await Promise.all(numbers.map((number) => this.shard(number)));
      const entries = shards.flatMap((shard) => [...shard.values()]);
      return entries
        .filter((entry) => entry.term.startsWith(prefix))
        .sort((a, b) => (b.postings?.length ?? 0) - (a.postings?.length ?? 0))
        .slice(0, PREFIX_TERMS);
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
      const found = [...shard.values()]
        .map((entry) => ({ ...entry, distance: distance(word, entry.term, most) }))
        .filter((entry) => entry.distance <= most && !SIGN.test(entry.term));
      // A stem is often no word: where a form of it is there as well, the form stands for it.
      const stems = new Set(found.flatMap((entry) => entry.stems));
      const size = ({ postings }) => postings?.length ?? 0;
      return found
        .filter(({ term }) => !stems.has(term))
        .sort((a, b) => a.distance - b.distance || size(b) - size(a))
        .slice(0, MOST_NEAR)
        .map(({ term }) => term);
    }

    /** Whether a shown word, folded, is a form of one of these stems. */
    isForm(word, stems) {
      if (stems.has(word)) return true;
      const entry = this.shards.get(place(this.meta.terms, word))?.get(word);
      return entry?.stems.some((stem) => stems.has(stem)) ?? false;
    }

    async filter(terms) {
      const entries = await Promise.all(terms.map((term) => this.entry(term)));
      const found = entries.filter((entry) => entry?.postings);
      return found.map(({ postings }) => ({ postings: numbers(postings), share: 0 }));
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

    /** What is shown of a post; of all its block, where many of that are wanted. */
    async post(number, isOneOfMany) {
      const block = Math.floor(number / this.meta.block);
      const place = number % this.meta.block;
      const part = isOneOfMany ? null : await this.part(`posts-${block}`, place);
      const [path, anchor, title, author, boards, day, text] =
        part ?? (await this.load("posts", block))[place + 1];
      return { path, anchor, title, author, boards, day, text };
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

  const read = (terms, postings) => {
    const entries = new Map();
    let next = 0;
    for (const written of terms.split(" ")) {
      const [, term, mark, stems] = /^([^:;]*)([:;]?)(.*)$/u.exec(written);
      const own = mark === ":" ? undefined : postings[next++];
      entries.set(term, { term, stems: stems ? stems.split(",") : [], postings: own });
    }
    return entries;
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

    async clause(clause) {
      const lists = await (FIELDS.get(clause.field) ?? textLists)(this, clause);
      if (!lists) return;
      if (clause.excluded) this.exclude(lists);
      else this.require(lists);
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
      return all.length === 1 ? all[0].lists : together(all.map(({ lists }) => lists));
    }
    for (const [i, word] of found.entries()) {
      const isPrefix = typed && i === found.length - 1;
      const { lists, stems } = await search.index.answers(word, isPrefix);
      search.hasWords = true;
      search.require(lists);
      stems.forEach((stem) => search.stems.add(stem));
    }
    if (phrase && found.length > 1) search.phrases.push(found);
    return undefined;
  };

  /** The postings of posts that are in a list of each group, as one list. */
  const together = (groups) => {
    const sets = groups.map(
      (lists) => new Set(lists.flatMap(({ postings }) => Array.from(postings, (p) => p >>> 3))),
    );
    const [first = new Set(), ...others] = sets;
    const shared = [...first].filter((post) => others.every((set) => set.has(post)));
    return [{ postings: Uint32Array.from(shared, (post) => post * LEVELS), share: 0 }];
  };

  const byAuthor = async ({ index }, { text }) => index.filter(await index.authorTerms(text));
  const byBoard = ({ index }, { text }) => index.filter(index.boardTerms(text));

  const byYear = async (search, { text, excluded }) => {
    const [, first, last] = /^(\d{1,4})?(?:\.\.(\d{1,4})?)?$/.exec(text) ?? [];
    if (excluded || (!first && !last)) return;
    const end = text.includes("..") ? last : first;
    await search.between(first && [Number(first)], end && [Number(end) + 1]);
  };

  const FIELDS = new Map([
    ["author", byAuthor],
    ["from", byAuthor],
    ["in", byBoard],
    ["board", byBoard],
    ["thread", ({ index }, { text }) => index.filter([`~${encodeURIComponent(text)}`])],
    ["has", ({ index }, { text }) => index.filter([`!${encodeURIComponent(text.toLowerCase())}`])],
    ["year", byYear],
    ["before", (search, { text }) => date(text) && search.between(null, date(text))],
    ["after", (search, { text }) => date(text) && search.between(date(text), null)],
  ]);

  const STEP = 10;
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
        const size = this.phrases.length ? STEP : count - found.length;
        const numbers = this.posts.slice(this.next, this.next + size);
        // A phrase that the first posts do not hold may be looked for in many.
        const isMany = this.phrases.length > 0 && this.next > 0;
        const posts = await Promise.all(numbers.map((number) => this.index.post(number, isMany)));
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
    for (const clause of clauses) await search.clause(clause);
    if (author) search.require(await index.filter([`@${encodeURIComponent(author)}`]));
    if (board) search.require(await index.filter(index.boardTermsBelow(board)));
    for (const kind of has) search.require(await index.filter([`!${encodeURIComponent(kind)}`]));
    if (first || last) await search.between(first && [first], last && [last + 1]);
    return new Results(search, order);
  };

  return Object.assign(receive, { words, numbers, parse, find, open: Index.open });
})();
