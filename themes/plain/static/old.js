// Leads old addresses of the forum on: from the page for missing addresses to what one means, and on
// the page of a thread from the anchor of a post that stands elsewhere.
"use strict";

(async () => {
  // No browser lets a page that was opened from disk read another file.
  if (location.protocol === "file:") return;
  const home = new URL("../", document.currentScript.src);
  const box = document.getElementById("old");

  const load = async (name) => {
    const answer = await fetch(new URL(`old/${name}.json`, home));
    return answer.ok ? answer.json() : {};
  };

  /** The path as it is read, and the rest as it is. */
  const place = () => {
    const { pathname, search, hash } = location;
    try {
      return decodeURIComponent(pathname) + search + hash;
    } catch {
      return pathname + search + hash;
    }
  };

  /** What the address tells: the numbers of the thread and of the post, else that of a board or an
   * author; or that it is the forum's. */
  const read = async () => {
    const { forms, fragment, home: front } = await load("forms");
    const matched = (form) => new RegExp(form).exec(place())?.groups;
    const found = (box ? forms : []).map(matched).find(Boolean) ?? {};
    const { board, author } = found;
    const thread = board && found.thread ? `${board}-${found.thread}` : found.thread;
    return { thread, board, author, post: matched(fragment)?.post ?? found.post, front: box && new RegExp(front).test(place()) };
  };

  /** Pages by what the bucket of *id* says of them; words are by their first letters. */
  const bucket = async (kind, id, last) => {
    const name = /^[\d-]+$/.test(id) ? id.slice(0, -last) : id.slice(0, 3).toLowerCase();
    return Object.entries(await load(kind + name)).map(([to, said]) => [to, said.split(" ")]);
  };

  const later = (one, other) => one.length - other.length || (one < other ? -1 : 1);

  /** The pages of threads called *id*: of each the one with *post*, where later pages tell. */
  const threads = async (id, post) => {
    const pages = new Map();
    for (const [to, [known, first]] of await bucket("t", id, 3)) {
      if (known !== id || (first && (!post || later(first, post) > 0))) continue;
      const key = to.replace(/\.\d+\.html$/, ".html");
      const before = pages.get(key);
      if (!before?.first || later(first ?? "", before.first) > 0) pages.set(key, { to, first });
    }
    return [...pages.values()].map(({ to }) => (post ? `${to}#p${post}` : to));
  };

  /** The posts called *id*. */
  const posts = async (id) => (await bucket("p", id, 4)).flatMap(([to, said]) => said
    .map((one) => one.split("=")).filter(([known]) => known === id)
    .map(([, anchor]) => `${to}#${anchor ?? `p${id}`}`));

  /** The boards or authors called *id*. */
  const others = async (kind, id, last) => (await bucket(kind, id, last))
    .flatMap(([to, said]) => (said.includes(id) ? [to] : []));

  const { thread, post, board, author, front } = await read();
  if (front) location.replace(home);
  if (!thread && !post && !board && !author) return;
  const found = await (thread ? threads(thread, post) : post ? posts(post)
    : board ? others("b", board, board.length) : others("a-", author, 4));
  const links = found.map((to) => new URL(to, home).href);
  if (links.length === 1) {
    if (links[0] !== location.href) location.replace(links[0]);
    return;
  }
  if (!box) return;
  const [several, none] = box.children;
  (links.length ? several : none).hidden = false;
  for (const href of links) {
    const link = Object.assign(document.createElement("a"), { href, textContent: decodeURI(href) });
    const item = document.createElement("li");
    item.append(link);
    several.querySelector("ul").append(item);
  }
})().catch(() => {
  // The page says what there is to say.
});
