// A field that offers the names of authors while one is typed: a combobox, by mouse, touch and keys.
"use strict";

const threadsiteNames = (() => {
  const MOST = 8;

  /** What the field holds for an author: a name that several have is told apart by the key. */
  const values = (authors) => {
    const uses = new Map();
    for (const { name } of authors) uses.set(name, (uses.get(name) ?? 0) + 1);
    return authors.map(({ key, name }) => (uses.get(name) > 1 ? `${name} · ${key}` : name));
  };

  const option = ({ posts }, value, counted, number) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    const count = document.createElement("span");
    item.id = `finder-name-${number}`;
    item.setAttribute("role", "option");
    item.dataset.value = name.textContent = value;
    count.textContent = counted(posts);
    item.append(name, count);
    return item;
  };

  /** *ask* gives the authors whose names begin so; *chosen* is called when one was taken. */
  return (field, list, { ask, counted, chosen }) => {
    let active = -1;

    const activate = (number) => {
      active = number;
      for (const [i, item] of Array.from(list.children).entries()) {
        item.setAttribute("aria-selected", String(i === active));
        if (i === active) item.scrollIntoView({ block: "nearest" });
      }
      field.setAttribute("aria-activedescendant", list.children[active]?.id ?? "");
    };

    const open = (isOpen) => {
      list.hidden = !isOpen;
      field.setAttribute("aria-expanded", String(isOpen));
      activate(-1);
    };

    const take = (item) => {
      field.value = item.dataset.value;
      open(false);
      chosen();
    };

    const offer = async () => {
      const said = field.value;
      const found = await ask(said);
      if (said !== field.value || document.activeElement !== field) return;
      const named = values(found);
      const isTaken = named.length === 1 && named[0] === said;
      const items = found.slice(0, MOST).map((author, i) => option(author, named[i], counted, i));
      list.replaceChildren(...items);
      open(items.length > 0 && !isTaken);
    };

    const keys = {
      ArrowDown: (count) => activate((active + 1) % count),
      ArrowUp: (count) => activate((Math.max(active, 0) + count - 1) % count),
      Escape: () => open(false),
      Enter: () => take(list.children[active]),
    };

    field.addEventListener("input", () => offer().catch(() => open(false)));
    field.addEventListener("blur", () => open(false));
    field.addEventListener("keydown", (event) => {
      if (list.hidden || !keys[event.key] || (event.key === "Enter" && active < 0)) return;
      event.preventDefault();
      event.stopPropagation();
      keys[event.key](list.children.length);
    });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) take(item);
    });
  };
})();
