// Niceties: j and k walk the posts, / goes to the search, a click on a post's number copies its
// address. The keys work while the text has the focus (a click into it is enough), so that they do
// not get in the way of anyone who speaks to the browser. Everything works without this.
"use strict";
(() => {
  const posts = [...document.querySelectorAll(".post")];

  const walk = (step) => {
    const line = 24;
    const tops = posts.map((post) => post.getBoundingClientRect().top);
    const next = step > 0 ? tops.findIndex((top) => top > line) : tops.findLastIndex((top) => top < -line);
    if (next >= 0) posts[next].scrollIntoView();
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (typing || !event.target.closest("main")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") walk(1);
    if (event.key === "k") walk(-1);
    if (event.key === "/") {
      event.preventDefault();
      document.querySelector("[type=search]").focus();
    }
  });

  document.addEventListener("click", (event) => {
    const number = event.target.closest(".number");
    if (number && navigator.clipboard) navigator.clipboard.writeText(number.href).catch(() => {});
  });
})();
