// The search page: hears the reader, asks the index, and says how it went.
"use strict";

(() => {
  const FIRST = 5; // Posts shown at once; more come when the reader gets near their end.
  const MORE = 10;
  const MOST_KEPT = 100; // Posts shown again to who comes back.
  const PAUSE = 150; // Milliseconds without a key before a search.
  const UNSEEN = new Set(["", "none", "failed"]);

  const byId = (id) => document.getElementById(id);
  const form = byId("finder");
  const field = byId("finder-query");
  const status = byId("finder-status");
  const chips = byId("finder-chips");
  const more = byId("finder-more");
  const order = byId("finder-order");
  const states = ["hints", "nothing", "failed"].map((name) => byId(`finder-${name}`));
  const home = new URL(".", new URL(form.dataset.index, document.baseURI)).href;
  const { label, dated } = threadsiteWords(byId("finder-labels").content);
  const say = (name, values) => {
    status.textContent = name && label(name, values);
    // What the page says in large, or not at all, is for who hears it only.
    status.parentElement.classList.toggle("hidden", UNSEEN.has(name));
  };

  // --- The index --------------------------------------------------------------------------------

  let opening = null;
  const index = () => {
    opening ??= threadsiteSearch.open(home).then((opened) => {
      for (const box of form.querySelectorAll("[name=has]")) {
        box.parentElement.hidden = !opened.meta.has.includes(box.value);
      }
      byId("finder-has").hidden = !opened.meta.has.length;
      return opened;
    }).catch((problem) => {
      opening = null;
      throw problem;
    });
    return opening;
  };

  // --- The address: it says what is asked, so that it can be kept, shared and gone back to --------

  const remember = (asked, isStep) => {
    const said = threadsiteAsked.toAddress(asked);
    const isNew = said !== (history.state?.said ?? location.search.slice(1));
    const change = isStep && isNew ? "pushState" : "replaceState";
    try {
      history[change]({ said }, "", said ? `?${said}` : location.pathname);
    } catch {
      // Some browsers let a page that was opened from disk keep its address.
      history[change]({ said }, "");
    }
  };

  const recall = () => {
    threadsiteAsked.toForm(form, threadsiteAsked.ofAddress(history.state?.said ?? location.search));
  };

  // --- Chips and offers -------------------------------------------------------------------------

  const choice = (text, next, ...content) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const name = document.createElement("bdi");
    button.type = "button";
    name.textContent = text;
    button.append(name, ...content);
    button.addEventListener("click", () => {
      threadsiteAsked.toForm(form, next);
      field.focus();
      search({ isStep: true });
    });
    item.append(button);
    return item;
  };

  const showChips = (asked) => {
    const parts = threadsiteAsked.parts(asked).filter((part) => !part.word);
    const items = parts.map(({ text, without }) => {
      const item = choice(text, without);
      item.firstChild.setAttribute("aria-label", label("remove", { part: text }));
      return item;
    });
    chips.replaceChildren(...items);
    chips.hidden = !items.length;
  };

  const showOffers = (offered) => {
    const items = offered.map(({ kind, part, next, count }) => {
      const posts = document.createElement("span");
      posts.textContent = count === null ? "" : label("posts", { count });
      return choice(label(kind, { part }), next, " ", posts);
    });
    byId("finder-offers").replaceChildren(...items);
  };

  // --- Results ----------------------------------------------------------------------------------

  const shown = new threadsiteResults(byId("finder-results"), { label, dated });
  let results = null;
  let latest = 0;
  let reading = false;

  const turnTo = (state) => {
    for (const other of states) other.hidden = other.id !== `finder-${state}`;
    if (state !== "results") {
      results = null;
      shown.clear();
    }
    byId("finder-offers").hidden = state === "hints" || state === "failed";
    more.hidden = !results || results.done;
    order.hidden = !results;
  };

  const tell = () => {
    const isPart = results.phrases.length && !results.done;
    if (isPart) say("some", { count: shown.count });
    else say("posts", { count: results.total });
    more.hidden = results.done;
  };

  const fail = (problem) => {
    console.error(problem);
    turnTo("failed");
    say("failed");
  };

  const read = async (count) => {
    if (!results || reading) return;
    const mine = latest;
    reading = true;
    try {
      const posts = await results.read(count);
      if (mine !== latest) return;
      shown.add(posts, results, form.order.value !== "best");
      tell();
    } catch (problem) {
      if (mine === latest) fail(problem);
    } finally {
      reading = false;
    }
  };

  const show = async (asked, mine, count) => {
    const opened = await index();
    const found = await threadsiteAsked.find(opened, asked);
    const posts = await found.read(count);
    const isEmpty = !posts.length && found.done;
    const offered = await threadsiteOffers[isEmpty ? "alternatives" : "spellings"](opened, asked);
    if (mine !== latest) return;
    showOffers(offered);
    if (isEmpty) {
      turnTo("nothing");
      say("none");
      return;
    }
    results = found;
    shown.clear();
    shown.add(posts, found, asked.order !== "best");
    turnTo("results");
    tell();
  };

  /** Search for what the form holds; a step can be gone back from. */
  const search = async ({ isStep = false, count = FIRST } = {}) => {
    clearTimeout(pause);
    const mine = ++latest;
    const asked = threadsiteAsked.ofForm(form);
    remember(asked, isStep);
    showChips(asked);
    if (!threadsiteAsked.isAsking(asked)) {
      turnTo("hints");
      say("");
      return;
    }
    if (!results) {
      // What comes has its place at once.
      for (const state of states) state.hidden = true;
      status.parentElement.classList.remove("hidden");
      order.hidden = false;
    }
    const slow = setTimeout(() => mine === latest && say("searching"), 400);
    try {
      await show(asked, mine, count);
    } catch (problem) {
      if (mine === latest) fail(problem);
    } finally {
      clearTimeout(slow);
    }
  };

  // --- Hands ------------------------------------------------------------------------------------

  let pause = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (event.target.matches("select, [type=radio], [type=checkbox]")) search({ isStep: true });
    else pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search({ isStep: true });
  });
  form.addEventListener("reset", () => setTimeout(() => {
    field.focus();
    search({ isStep: true });
  }));
  threadsiteNames(form.author, byId("finder-names"), {
    ask: async (start) => (await index()).authors(start),
    counted: (count) => label("posts", { count }),
    chosen: () => search({ isStep: true }),
  });
  byId("finder-retry").addEventListener("click", () => search());

  byId("finder-hints").addEventListener("click", ({ target }) => {
    const operator = target.closest("button")?.textContent;
    if (!operator) return;
    const [, head, example] = /^(-|\w+:|")(.*?)"?$/u.exec(operator);
    const start = field.value.length + head.length;
    field.value += operator;
    field.focus();
    field.setSelectionRange(start, start + example.length);
  });

  more.addEventListener("click", async () => {
    const before = shown.links().length;
    await read(MORE);
    shown.links()[before]?.focus();
  });
  new IntersectionObserver((entries) => {
    // By itself only once: who wants the end of the page can get there.
    if (entries.some((entry) => entry.isIntersecting) && shown.count <= FIRST) read(MORE);
  }).observe(more);

  const walk = (event, step) => {
    const links = [field, ...shown.links()];
    const here = links.indexOf(document.activeElement);
    if (here < 0 || !links[here + step]) return;
    event.preventDefault();
    links[here + step].focus();
  };

  const clear = (event) => {
    const isTyped = event.target === field && field.value;
    if (!isTyped && !shown.list.contains(event.target)) return;
    event.preventDefault();
    field.value = isTyped ? "" : field.value;
    field.focus();
    if (isTyped) search();
  };

  const keys = {
    ArrowDown: (event) => walk(event, 1),
    ArrowUp: (event) => walk(event, -1),
    Escape: clear,
    "/": (event) => {
      if (event.target.closest("input:not([type=radio], [type=checkbox]), select")) return;
      event.preventDefault();
      field.select();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key]?.(event);
  });

  // --- Coming and going -------------------------------------------------------------------------

  addEventListener("pagehide", () => {
    history.replaceState({ ...history.state, shown: shown.count, top: scrollY }, "");
  });
  addEventListener("popstate", () => {
    recall();
    search();
  });

  const { shown: before = FIRST, top = 0 } = history.state ?? {};
  recall();
  search({ count: Math.min(Math.max(before, FIRST), MOST_KEPT) }).then(() => top && scrollTo(0, top));
  if (!location.search || field.value.endsWith(" ")) field.focus();
  index().catch(fail);
})();
