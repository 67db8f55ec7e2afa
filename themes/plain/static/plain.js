// What makes a thread handier. All of it stands in <template id="tools"> and is not there without
// this; every post can be read, linked and filtered by its starter without it.
"use strict";
(() => {
  const { old } = document.currentScript.dataset;
  const tools = document.getElementById("tools").content;
  const tool = (selector) => tools.querySelector(selector);
  const list = document.querySelector(".posts");
  const posts = [...document.querySelectorAll(".post")];
  const number = (post) => post.querySelector(".number");
  const author = (post) => post.querySelector("h2").textContent.trim();
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private, or from disk */ } },
  };

  const copy = (text, button) => navigator.clipboard?.writeText(text).then(() => {
    if (!button) return;
    const said = button.textContent;
    button.textContent = tool(".copy").dataset.done;
    setTimeout(() => { button.textContent = said; }, 1500);
  }).catch(() => {});

  // Posts: which are shown, and how to get to one.

  const view = document.querySelector(".view");
  const options = view?.querySelector("div");
  const own = document.getElementById("only-own");
  const by = tool(".by");
  const select = by.querySelector("select");
  const shown = tool(".shown");

  const filter = () => {
    const wanted = (post) => !select.value || author(post) === select.value;
    if (own && select.value) own.checked = false;
    for (const post of posts) post.hidden = !wanted(post);
    for (const gap of list.querySelectorAll(":scope > .gap")) gap.hidden = Boolean(select.value);
    shown.firstElementChild.textContent = `${posts.filter(wanted).length} / ${posts.length}`;
    shown.hidden = !select.value;
  };

  const all = () => { select.value = ""; filter(); };

  const names = new Map();
  for (const post of posts) names.set(author(post), (names.get(author(post)) ?? 0) + 1);
  if (view && names.size > 1) {
    for (const [name, count] of [...names].sort(([, one], [, other]) => other - one)) {
      select.append(new Option(`${name} (${count})`, name));
    }
    select.addEventListener("change", filter);
    own?.addEventListener("change", all);
    shown.querySelector("button").addEventListener("click", () => { all(); select.focus(); });
    shown.hidden = true;
    options.append(by, shown);
  }
  // Who follows a link to a post that is left out wants to see it.
  addEventListener("hashchange", () => {
    if (document.querySelector(":target")?.checkVisibility() === false) {
      if (own) own.checked = false;
      all();
      document.querySelector(":target").scrollIntoView();
    }
  });

  const pages = Number(list.dataset.pages ?? 1);
  const total = Number(list.dataset.posts ?? posts.length);
  const last = pages === 1 || !document.querySelector("link[rel=next]");
  const size = pages === 1 ? total : last ? (total - posts.length) / (pages - 1) : posts.length;

  const go = (wanted) => {
    const place = Math.min(Math.max(wanted, 1), total);
    const page = Math.ceil(place / size);
    const here = posts.find((post) => number(post).textContent === `#${place}`);
    if (here) {
      location.hash = here.id;
      return;
    }
    const first = document.querySelector(".pager ol a").href;
    location.href = `${page > 1 ? first.replace(/\.html$/, `.${page}.html`) : first}#n${place}`;
  };
  const form = tool(".go");
  if (view) {
    form.querySelector("input").max = total;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      go(form.querySelector("input").valueAsNumber);
    });
    options.append(form);
  }
  const asked = /^#n(\d+)$/.exec(location.hash);
  const meant = asked && posts.find((post) => number(post).textContent === `#${asked[1]}`);
  if (meant) location.replace(`#${meant.id}`);
  // The anchor of a post as the forum had it, or of a post that is on another page.
  const elsewhere = /(\d+)$/.exec(asked ? "" : location.hash);
  if (elsewhere && !document.querySelector(":target")) {
    const here = document.getElementById(`p${elsewhere[1]}`);
    if (here) location.replace(`#${here.id}`);
    else if (old) document.head.append(Object.assign(document.createElement("script"), { src: old }));
  }

  // Keys: they can be switched off, and never take what somebody types.

  const walk = (step) => {
    const line = 24;
    const seen = posts.filter((post) => !post.hidden);
    const tops = seen.map((post) => post.getBoundingClientRect().top);
    const next = step > 0 ? tops.findIndex((top) => top > line) : tops.findLastIndex((top) => top < -line);
    if (next >= 0) seen[next].scrollIntoView();
  };
  const turn = (rel) => { const link = document.querySelector(`link[rel=${rel}]`); if (link) location.href = link.href; };
  const sheet = tool(".sheet");
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    n: () => turn("next"),
    p: () => turn("prev"),
    g: () => { if (view) { view.open = true; form.querySelector("input").focus(); } },
    "/": () => (document.querySelector("header [type=search]")?.checkVisibility() ? document.querySelector("header [type=search]").focus() : document.querySelector(".to-search")?.click()),
    "?": () => sheet.showModal(),
  };
  const working = sheet.querySelector("[type=checkbox]");
  working.checked = store.get("keys") !== "off";
  working.addEventListener("change", () => store.set("keys", working.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !working.checked) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]") || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  const button = tool(".keys");
  button.addEventListener("click", () => sheet.showModal());
  options?.append(button);
  document.body.append(sheet);

  // Taking along: an address, some code, a citation.

  for (const code of document.querySelectorAll(".body pre")) {
    const frame = document.createElement("div");
    const taker = tool(".copy").cloneNode(true);
    frame.className = "code";
    code.replaceWith(frame);
    frame.append(code, taker);
    taker.addEventListener("click", () => copy(code.textContent, taker));
  }

  const address = (post) => number(post).href;
  const citation = (post, words) => {
    const when = post.querySelector("time")?.textContent;
    const told = [author(post), `“${document.querySelector("h1").textContent.trim()}”`, when, document.querySelector(".site .name")?.textContent];
    return `“${words}”\n— ${told.filter(Boolean).join(", ")}, ${address(post)}\n`;
  };
  const citing = tool(".citing");
  let chosen = null;
  const offer = () => {
    const selection = getSelection();
    const node = selection.anchorNode;
    const post = node && (node.closest ? node : node.parentElement)?.closest(".post");
    const words = selection.toString().trim();
    chosen = post && words && selection.getRangeAt(0).intersectsNode(post.querySelector(".body")) ? { post, words } : null;
    citing.hidden = !chosen;
    if (!chosen) return;
    // Within the post, and so next when somebody goes on with the Tab key.
    if (citing.parentNode !== post) post.append(citing);
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const frame = post.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - citing.offsetWidth - 8;
    citing.style.top = `${box.bottom - frame.top + 8}px`;
    citing.style.left = `${Math.max(8, Math.min(box.left, widest)) - frame.left}px`;
  };
  let settling = 0;
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(offer, 250);
  };
  citing.hidden = true;
  citing.addEventListener("pointerdown", (event) => event.preventDefault());
  const [link, cite] = citing.children;
  link.addEventListener("click", () => chosen && copy(address(chosen.post), link));
  cite.addEventListener("click", () => chosen && copy(citation(chosen.post, chosen.words), cite));
  document.addEventListener("selectionchange", settle);

  // Pictures, large.

  const large = tool(".large");
  large.addEventListener("click", () => large.close());
  document.body.append(large);

  document.addEventListener("click", (event) => {
    const picture = event.target.closest("a.picture");
    if (picture && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const image = new Image();
      image.src = picture.href;
      image.alt = picture.querySelector("img").alt;
      large.querySelector("img")?.remove();
      large.append(image);
      large.showModal();
    }
  });
})();
