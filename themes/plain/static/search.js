// The search page: the form, the results, the address. All that was ever posted enters the page as
// text, never as markup.
"use strict";

(() => {
  const FIRST = 5; // Results shown at once; more come when the reader gets near their end.
  const MORE = 10;
  const EXCERPT = 240;
  const PAUSE = 200; // Milliseconds without a key before a search.

  const byId = (id) => document.getElementById(id);
  const form = byId("finder");
  const field = byId("finder-query");
  const status = byId("finder-status");
  const list = byId("finder-results");
  const more = byId("finder-more");
  const hints = byId("finder-hints");
  const order = byId("finder-order");
  const names = byId("finder-names");
  const home = new URL(".", new URL(form.dataset.index, document.baseURI)).href;
  const language = document.documentElement.lang || undefined;
  const labels = new Map(
    Array.from(byId("finder-labels").content.querySelectorAll("[data-label]"), (label) => [
      label.dataset.label,
      label.textContent,
    ]),
  );

  let opening = null;
  let results = null;
  let latest = 0;
  let reading = false;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const isolated = (text) => element("bdi", "", text);
  const counted = (count) => count.toLocaleString(language);
  const say = (label, values = {}) => {
    status.textContent = (labels.get(label) ?? "").replace(/\{(\w+)\}/g, (_, name) =>
      Object.hasOwn(values, name) ? values[name] : "",
    );
  };

  const index = () => {
    opening ??= threadsiteSearch.open(home).then((opened) => {
      offer(opened.meta);
      return opened;
    }).catch((problem) => {
      opening = null;
      throw problem;
    });
    return opening;
  };

  // --- What the controls offer and say ----------------------------------------------------------

  const offer = ({ boards, years, has }) => {
    const paths = new Map();
    for (const [, path] of boards) {
      for (let depth = 1; depth <= path.length; depth++) {
        const part = path.slice(0, depth);
        paths.set(part.join(" / "), part);
      }
    }
    const chosen = form.board.value || asked.get("board");
    for (const [name, path] of paths) {
      const option = new Option(`${"\u2003".repeat(path.length - 1)}${path.at(-1)}`, name);
      option.path = path;
      form.board.append(option);
    }
    form.board.value = paths.has(chosen) ? chosen : "";
    byId("finder-board").hidden = paths.size < 2;
    for (const input of [form.first, form.last]) {
      if (years.length) [input.min, input.max] = [years[0][0], years.at(-1)[0]];
    }
    byId("finder-years").hidden = years.length < 2;
    for (const box of form.querySelectorAll("[name=has]")) {
      box.closest("label").hidden = !has.includes(box.value);
    }
    byId("finder-has").hidden = !form.querySelector("label:not([hidden]) > [name=has]");
  };

  const offerNames = async () => {
    const found = await (await index()).authors(form.author.value);
    const uses = new Map();
    for (const { name } of found) uses.set(name, (uses.get(name) ?? 0) + 1);
    const options = found.slice(0, 12).map(({ key, name }) =>
      new Option("", uses.get(name) > 1 ? `${name} · ${key}` : name));
    names.replaceChildren(...options);
  };

  /** The key of the author that the control names; null when it is not one alone. */
  const authorKey = async (opened, said) => {
    const [name, key] = said.split(" · ");
    const found = await opened.authors(name);
    const same = found.filter((author) => author.name === name && (!key || author.key === key));
    return same.length === 1 ? same[0].key : null;
  };

  const year = (input) => (/^\d{1,4}$/.test(input.value) ? Number(input.value) : null);

  const wishes = async (opened) => {
    const said = form.author.value.trim();
    const author = said && (await authorKey(opened, said));
    const name = said && !author ? ` author:"${said.replaceAll('"', "")}"` : "";
    return {
      query: (name && `${name} `) + field.value,
      author,
      board: form.board.selectedOptions[0]?.path ?? null,
      first: year(form.first),
      last: year(form.last),
      has: Array.from(form.querySelectorAll("[name=has]:checked"), (box) => box.value),
      order: form.order.value,
    };
  };

  // --- The address ------------------------------------------------------------------------------

  const asked = new URLSearchParams(location.search);

  const readAddress = () => {
    for (const name of ["q", "author", "first", "last"]) {
      form.elements[name].value = asked.get(name) ?? "";
    }
    form.order.value = asked.get("order") ?? "best";
    if (!form.order.value) form.order.value = "best";
    const has = asked.getAll("has");
    for (const box of form.querySelectorAll("[name=has]")) box.checked = has.includes(box.value);
    const narrow = ["author", "board", "first", "last", "has"];
    byId("finder-more-options").open = narrow.some((name) => asked.get(name));
  };

  const writeAddress = () => {
    const said = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value && !(name === "order" && value === "best")) said.append(name, value);
    }
    const query = said.toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // Some browsers let a page that was opened from disk keep its address only.
    }
  };

  // --- Results ----------------------------------------------------------------------------------

  const marked = (pieces) =>
    pieces.map(([text, isHit]) => (isHit ? element("mark", "", text) : text));

  /** An address made of encoded parts only: it can name no scheme and leave no site. */
  const address = ({ path, anchor }) => {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    return anchor ? `${encoded}#${encodeURIComponent(anchor)}` : encoded;
  };

  const dated = (day) => {
    const time = element("time", "", day);
    time.dateTime = day;
    const form = { dateStyle: "medium", timeZone: "UTC" };
    try {
      time.textContent = new Date(`${day}T00:00Z`).toLocaleDateString(language, form);
    } catch {
      // The plain date stands.
    }
    return time;
  };

  const result = (post) => {
    const link = element("a", "", ...marked(results.marked(post.title)));
    link.href = address(post);
    const facts = [isolated(post.author)];
    if (post.day) facts.push(dated(post.day));
    if (post.boards.length) facts.push(isolated(post.boards.at(-1)));
    const excerpt = element("p", "excerpt", ...marked(results.excerpt(post.text, EXCERPT)));
    excerpt.dir = "auto";
    const title = element("h2", "title", link);
    title.dir = "auto";
    const line = element("p", "facts", ...facts.flatMap((fact, i) => (i ? [" · ", fact] : [fact])));
    return element("li", "", title, line, excerpt);
  };

  const tell = () => {
    const shown = list.children.length;
    const count = results.total;
    if (!count) say("none");
    else if (results.phrases.length && !results.done) say("some", { count: counted(shown) });
    else say(count === 1 ? "one" : "many", { count: counted(count) });
    more.hidden = results.done;
    order.hidden = !count;
  };

  const read = async (count) => {
    if (!results || reading) return;
    const mine = latest;
    reading = true;
    try {
      const posts = await results.read(count);
      if (mine !== latest) return;
      list.append(...posts.map(result));
      tell();
    } catch (problem) {
      if (mine === latest) fail(problem);
    } finally {
      reading = false;
    }
  };

  const clear = () => {
    results = null;
    list.replaceChildren();
    more.hidden = true;
    order.hidden = true;
    status.textContent = "";
  };

  const fail = (problem) => {
    console.error(problem);
    clear();
    say("failed");
  };

  const isAsking = ({ query, author, board, first, last, has }) =>
    query.trim() || author || board || first || last || has.length;

  const search = async () => {
    const mine = ++latest;
    const slow = setTimeout(() => mine === latest && say("searching"), 400);
    writeAddress();
    try {
      const opened = await index();
      const wanted = await wishes(opened);
      const found = isAsking(wanted) ? await threadsiteSearch.find(opened, wanted) : null;
      if (mine !== latest) return;
      if (!found) {
        clear();
        hints.hidden = false;
        return;
      }
      const posts = await found.read(FIRST);
      if (mine !== latest) return;
      results = found;
      hints.hidden = true;
      list.replaceChildren(...posts.map(result));
      tell();
    } catch (problem) {
      if (mine === latest) fail(problem);
    } finally {
      clearTimeout(slow);
    }
  };

  // --- Hands ------------------------------------------------------------------------------------

  let pause = 0;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  };

  form.addEventListener("input", (event) => {
    if (event.target === form.author) offerNames().catch(fail);
    soon();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  form.addEventListener("reset", () => setTimeout(search));
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await read(MORE);
    list.children[shown]?.querySelector("a").focus();
  });
  new IntersectionObserver((entries) => {
    // By itself only once: who wants the end of the page can get there.
    if (entries.some((entry) => entry.isIntersecting) && list.children.length <= FIRST) read(MORE);
  }).observe(more);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      field.select();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [field, ...list.querySelectorAll("a")];
    const here = links.indexOf(document.activeElement);
    if (!step || here < 0 || (here === 0 && step < 0)) return;
    event.preventDefault();
    links[here + step]?.focus();
  });

  readAddress();
  form.hidden = false;
  byId("finder-fallback").hidden = true;
  if (location.search.length > 1) search();
  else {
    hints.hidden = false;
    field.focus();
    index().catch(fail);
  }
})();
