// What was found, as a list on the page: the posts of a thread together. All that was ever posted
// enters the page as text, never as markup.
"use strict";

const threadsiteResults = (() => {
  const SHOWN = 3; // Posts of a thread; the others come when they are asked for.
  const EXCERPT = 240;
  const MOST_MARKS = 12;

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const isolated = (text) => element("bdi", "", text);
  const between = (mark, things) => things.flatMap((thing, i) => (i ? [mark, thing] : [thing]));
  const marked = (pieces) =>
    pieces.map(([text, isHit]) => (isHit ? element("mark", "", text) : text));

  const moment = (day, text) => {
    const time = element("time", "", text);
    time.dateTime = day;
    return time;
  };

  /** The words found in a text, each once: its own page marks them there. */
  const forms = (results, text) => {
    const found = new Map();
    for (const [form, isHit] of results.marked(text)) {
      if (isHit && found.size < MOST_MARKS) found.set(form.toLowerCase(), form);
    }
    return [...found.values()].join(" ");
  };

  /** An address made of encoded parts only: it can name no scheme and leave no site. */
  const address = ({ path, anchor }, marks) => {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    const query = marks ? `?${new URLSearchParams({ marks })}` : "";
    return `${encoded}${query}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
  };

  const thread = ({ path }) => path.replace(/\.\d+(?=\.html$)/, "");

  /** A thread of which posts were found. */
  class Group {
    constructor(post, results, say) {
      this.results = results;
      this.say = say;
      this.key = thread(post);
      this.isWhole = false;
      this.hits = element("ol", "hits");
      this.all = element("button", "all");
      this.all.type = "button";
      this.all.hidden = true;
      this.all.addEventListener("click", () => this.#showAll());
      const title = post.title ? marked(results.marked(post.title)) : [say.label("untitled")];
      this.link = element("a", "", ...title);
      this.link.tabIndex = -1; // It leads where the first of the posts does.
      const heading = element("h2", "title", this.link);
      heading.dir = "auto";
      const boards = element("p", "facts", ...between(" / ", post.boards.map(isolated)));
      const parts = post.boards.length ? [heading, boards] : [heading];
      this.item = element("li", "group", ...parts, this.hits, this.all);
    }

    add(post) {
      const count = this.hits.children.length;
      const hit = this.#hit(post);
      hit.hidden = count >= SHOWN && !this.isWhole;
      this.hits.append(hit);
      if (!count) this.link.setAttribute("href", hit.querySelector("a").getAttribute("href"));
      const more = this.hits.querySelectorAll("[hidden]").length;
      this.all.hidden = !more;
      this.all.textContent = this.say.label("more", { count: more });
    }

    #hit(post) {
      const facts = [isolated(post.author)];
      if (post.day) facts.push(moment(post.day, this.say.dated(post.day)));
      const link = element("a", "", ...between(" · ", facts));
      link.href = address(post, forms(this.results, post.text));
      const excerpt = element("p", "excerpt", ...marked(this.results.excerpt(post.text, EXCERPT)));
      excerpt.dir = "auto";
      return element("li", "", element("p", "facts", link), ...(post.text ? [excerpt] : []));
    }

    #showAll() {
      const [first, ...others] = this.hits.querySelectorAll("[hidden]");
      for (const hit of [first, ...others]) hit.hidden = false;
      this.isWhole = true;
      this.all.hidden = true;
      first.querySelector("a").focus();
    }
  }

  /** The list of what was found; *say* has the words of the page and its dates. */
  return class {
    constructor(list, say) {
      this.list = list;
      this.say = say;
      this.clear();
    }

    clear() {
      this.list.replaceChildren();
      this.groups = new Map();
      this.last = null;
      this.count = 0;
    }

    /** Show more posts; those of one thread together, or only neighbours where time is the order. */
    add(posts, results, isByTime) {
      const made = [];
      for (const post of posts) {
        const known = isByTime ? this.last : this.groups.get(thread(post));
        let group = known?.key === thread(post) ? known : null;
        if (!group) {
          group = new Group(post, results, this.say);
          this.groups.set(group.key, group);
          made.push(group.item);
        }
        group.add(post);
        this.last = group;
      }
      this.count += posts.length;
      this.list.append(...made);
    }

    /** The links to posts that can be seen, in their order. */
    links() {
      return [...this.list.querySelectorAll(".hits > :not([hidden]) a")];
    }
  };
})();
