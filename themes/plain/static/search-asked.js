// What a reader asks for: as the form holds it, as an address says it, as the index takes it, and in
// the parts that can be taken away again.
"use strict";

const threadsiteAsked = (() => {
  const NAMES = ["q", "author", "board", "first", "last", "order"];
  const ASKING = ["q", "author", "board", "first", "last"];
  const BEST = "best";

  const made = (value, values) => ({
    ...Object.fromEntries(NAMES.map((name) => [name, value(name) ?? ""])),
    has: values("has"),
  });

  const ofForm = (form) => {
    const data = new FormData(form);
    return made((name) => data.get(name), (name) => data.getAll(name));
  };

  const ofAddress = (query) => {
    const said = new URLSearchParams(query);
    return made((name) => said.get(name), (name) => said.getAll(name));
  };

  const toForm = (form, asked) => {
    for (const name of NAMES) form.elements[name].value = asked[name];
    if (!form.order.value || !asked.order) form.order.value = BEST;
    if (form.board.selectedIndex < 0) form.board.value = "";
    for (const box of form.querySelectorAll("[name=has]")) box.checked = asked.has.includes(box.value);
  };

  const toAddress = (asked) => {
    const said = new URLSearchParams();
    for (const name of NAMES) {
      if (asked[name] && !(name === "order" && asked[name] === BEST)) said.append(name, asked[name]);
    }
    for (const kind of asked.has) said.append("has", kind);
    return said.toString();
  };

  const isAsking = (asked) =>
    asked.has.length > 0 || ASKING.some((name) => asked[name].trim());

  // --- Parts ------------------------------------------------------------------------------------

  const quoted = (name) => (/\s/u.test(name) ? `"${name}"` : name);

  const ofControls = (asked) => {
    const parts = [];
    if (asked.author) {
      parts.push({ text: `from:${quoted(asked.author)}`, without: { ...asked, author: "" } });
    }
    if (asked.board) {
      const board = asked.board.split(" / ").at(-1);
      parts.push({ text: `in:${quoted(board)}`, without: { ...asked, board: "" } });
    }
    if (asked.first || asked.last) {
      const years = asked.first === asked.last ? asked.first : `${asked.first}..${asked.last}`;
      parts.push({ text: `year:${years}`, without: { ...asked, first: "", last: "" } });
    }
    for (const kind of asked.has) {
      const has = asked.has.filter((other) => other !== kind);
      parts.push({ text: `has:${kind}`, without: { ...asked, has } });
    }
    return parts;
  };

  /** The parts of what is asked: text, what is asked without it, and the word if it is only that. */
  const parts = (asked) => {
    const { q } = asked;
    const clauses = threadsiteSearch.parse(q).map((clause) => {
      const { field, excluded, phrase, written, text, start, end } = clause;
      const replaced = (words) => {
        const changed = `${q.slice(0, start)}${words}${q.slice(end)}`;
        return { ...asked, q: changed.replace(/\s+/gu, " ").trim() };
      };
      const word = field || excluded || phrase ? "" : text;
      return { text: written, word, replaced, without: replaced("") };
    });
    return [...clauses, ...ofControls(asked)];
  };

  // --- For the index ----------------------------------------------------------------------------

  const year = (text) => (/^\d{1,4}$/.test(text) ? Number(text) : null);

  /** The key of the author that was named; null when it is not one alone. */
  const authorKey = async (index, said) => {
    const [name, key] = said.split(" · ");
    const found = await index.authors(name);
    const same = found.filter((author) => author.name === name && (!key || author.key === key));
    return same.length === 1 ? same[0].key : null;
  };

  const boardPath = ({ meta }, name) => {
    if (!name) return null;
    const depth = name.split(" / ").length;
    for (const [, path] of meta.boards) {
      for (let end = 1; end <= Math.min(depth, path.length); end++) {
        if (path.slice(0, end).join(" / ") === name) return path.slice(0, end);
      }
    }
    return [name];
  };

  /** What the index is to find. */
  const wishes = async (index, asked) => {
    const said = asked.author.trim();
    const author = said && (await authorKey(index, said));
    const named = said && !author ? `author:"${said.replaceAll('"', "")}" ` : "";
    return {
      query: named + asked.q,
      author,
      board: boardPath(index, asked.board),
      first: year(asked.first),
      last: year(asked.last),
      has: asked.has,
      order: asked.order,
    };
  };

  const find = async (index, asked) => threadsiteSearch.find(index, await wishes(index, asked));

  return { ofForm, ofAddress, toForm, toAddress, isAsking, parts, find };
})();
