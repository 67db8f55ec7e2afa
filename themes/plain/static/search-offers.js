// What a reader may have meant, or could ask instead, and how much of it there is.
"use strict";

const threadsiteOffers = (() => {
  const MOST = 4;

  /** Other spellings of words that are not in the index. */
  async function* spellings(opened, asked) {
    for (const { word, replaced } of threadsiteAsked.parts(asked).filter((part) => part.word)) {
      for (const near of await opened.near(word)) yield ["instead", near, replaced(near)];
    }
  }

  /** What else could be asked: another spelling or one part less; if that is too much, one word. */
  async function* alternatives(opened, asked, offered) {
    const parts = threadsiteAsked.parts(asked);
    yield* spellings(opened, asked);
    if (parts.length < 2) return;
    for (const { text, without } of parts) yield ["without", text, without];
    if (offered.length) return;
    const only = (word) => ({ ...threadsiteAsked.ofAddress(""), q: word });
    for (const { word } of parts.filter((part) => part.word)) {
      for (const near of await opened.near(word)) yield ["instead", near, only(near)];
      yield ["only", word, only(word)];
    }
  }

  /** Those of the *ways* to ask that find something: kind, part, what is asked, how many posts. */
  const offers = async (opened, asked, ways) => {
    const offered = [];
    for await (const [kind, part, next] of ways(opened, asked, offered)) {
      if (offered.length === MOST) break;
      const found = await threadsiteAsked.find(opened, next);
      // Where a phrase is asked for, the posts must be read to count them.
      const isFound = found.phrases.length ? (await found.read(1)).length : found.total;
      const count = found.phrases.length ? null : found.total;
      if (isFound) offered.push({ kind, part, next, count });
    }
    return offered;
  };

  return {
    spellings: (opened, asked) => offers(opened, asked, spellings),
    alternatives: (opened, asked) => offers(opened, asked, alternatives),
  };
})();
