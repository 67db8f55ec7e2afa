// On the page of a thread, for who comes from the search page: marks the words that were looked for
// in the post landed on. They come as ?marks=… before the post's anchor.
"use strict";

(() => {
  const { dataset } = document.currentScript;
  const MOST = 12;
  const UNSPACED = ["Han", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"]
    .map((script) => `\\p{sc=${script}}`).join("");
  const LETTER = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_]`;

  const said = new URLSearchParams(location.search).get("marks") ?? history.state?.marks ?? "";
  const words = said.split(/\s+/u).filter((word) => word).slice(0, MOST);
  const anchor = location.hash.slice(1);
  let post = null;
  try {
    post = document.getElementById(decodeURIComponent(anchor))?.querySelector(".body");
  } catch {
    // A broken anchor leads nowhere.
  }
  if (!words.length || !post) return;

  /** The address as it was without us: what is copied from the page leads to the post alone. */
  const forget = (marks) => {
    try {
      history.replaceState({ ...history.state, marks }, "", location.pathname + location.hash);
    } catch {
      // Some browsers let a page that was opened from disk keep its address.
    }
  };
  forget(said);

  // The longest first: of two words that begin alike it is the one that stands there.
  const escaped = words.sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  const wanted = new RegExp(`(?<!${LETTER})(?:${escaped.join("|")})(?!${LETTER})|[${UNSPACED}]+`, "giu");
  const parts = new RegExp(escaped.join("|"), "giu");
  const ownScript = new RegExp(`^[${UNSPACED}]`, "u");
  const found = [];

  /** Where the words stand in a text: whole words, or parts of what is written without spaces. */
  const places = (text) => Array.from(text.matchAll(wanted)).flatMap(({ 0: run, index }) => {
    if (!ownScript.test(run)) return [[index, index + run.length]];
    return Array.from(run.matchAll(parts), (part) =>
      [index + part.index, index + part.index + part[0].length]);
  });

  const mark = (node) => {
    let rest = node;
    let end = 0;
    for (const [start, stop] of places(node.data)) {
      const hit = rest.splitText(start - end);
      rest = hit.splitText(stop - start);
      end = stop;
      const made = document.createElement("mark");
      hit.replaceWith(made);
      made.append(hit);
      found.push(made);
    }
  };

  const walker = document.createTreeWalker(post, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.forEach(mark);
  if (!found.length) return;

  // What tells of the marks, leads through them and takes them away.

  const button = (text) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    return made;
  };
  const bar = document.createElement("div");
  const count = document.createElement("span");
  const next = button(dataset.next);
  const clear = button(dataset.clear);
  let here = -1;
  bar.className = "marked";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", dataset.label);
  bar.append(count, next, clear);

  const tell = () => {
    count.textContent = here < 0 ? found.length : `${here + 1} / ${found.length}`;
  };
  next.addEventListener("click", () => {
    here = (here + 1) % found.length;
    for (let fold = found[here].closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    found[here].scrollIntoView({ block: "center" });
    tell();
  });
  const leave = () => {
    for (const made of found) {
      const around = made.parentNode;
      made.replaceWith(...made.childNodes);
      around.normalize();
    }
    bar.remove();
    document.removeEventListener("keydown", onKey);
    forget("");
  };
  const onKey = (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) leave();
  };
  clear.addEventListener("click", leave);
  document.addEventListener("keydown", onKey);
  tell();
  document.querySelector("main").append(bar);
})();
