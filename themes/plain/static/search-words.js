// What the search page says, in the words, numbers and dates that the page gives examples of.
"use strict";

/** Reads the examples: *label* fills in a text of the page, *dated* writes a day as pages do. */
const threadsiteWords = (examples) => {
  const plural = new Intl.PluralRules(document.documentElement.lang || undefined);
  const labels = new Map();
  for (const { dataset, textContent } of examples.querySelectorAll("p")) {
    const { label, number } = dataset;
    labels.set(number ? `${label} ${plural.select(Number(number))}` : label, textContent);
  }
  const least = labels.get("thousands").length === 4 ? 10_000 : 1000;
  const comma = labels.get("millions")[1];
  const counted = (count) =>
    count < least ? String(count) : String(count).replace(/\B(?=(\d{3})+$)/g, comma);
  const label = (name, values = {}) => {
    const { count } = values;
    const text = labels.get(name) ?? labels.get(`${name} ${plural.select(count)}`) ?? "";
    return text.replace(/\{(\w+)\}/g, (_, key) => (key === "count" ? counted(count) : values[key]));
  };
  const dated = (day) => {
    const [year, month, date] = day.split("-");
    const example = labels.get(`month ${Number(month)}`);
    return example.replace(/28|2000/g, (part) => String(Number(part === "28" ? date : year)));
  };
  return { label, dated };
};
