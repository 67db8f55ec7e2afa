// The link to what began on this day knows which day it is.
const link = document.querySelector("a.today");
if (link) {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, "0");
  link.href = link.getAttribute("href").replace("01.html", `${month}.html#d${now.getDate()}`);
}
