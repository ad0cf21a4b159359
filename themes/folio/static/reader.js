/* Text size, length of lines, colours and keys, as the reader wants them. It stands in the head and is not deferred, so that
   a page is never first seen otherwise. What is chosen is kept where the browser keeps such things; where it
   keeps nothing, it holds until the page is left. */
(() => {
  "use strict";
  /** What can be chosen, each with what it is until then; other values stand as `data-…` on the root. */
  /** @type {Record<string, string>} */
  const FIRST = { size: "normal", measure: "normal", scheme: "system", keys: "on" };
  const root = document.documentElement;
  const shelf = (/** @type {string} */ name) => `postil/${root.dataset.site}/${name}`;

  /** @param {string} name @returns {Record<string, any>} */
  function load(name) {
    try {
      return JSON.parse(localStorage.getItem(shelf(name)) ?? "{}") ?? {};
    } catch {
      return {};
    }
  }
  function keep() {
    try {
      localStorage.setItem(shelf("settings"), JSON.stringify(chosen));
    } catch { /* not kept */ }
  }
  function apply() {
    for (const [name, first] of Object.entries(FIRST)) {
      if (chosen[name] === first) delete root.dataset[name];
      else root.dataset[name] = chosen[name];
    }
  }
  function show() {
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("#page-settings input"))) {
      input.checked = input.type === "checkbox" ? chosen[input.name] === "on" : chosen[input.name] === input.value;
    }
  }

  /** @type {Record<string, string>} */
  let chosen = { ...FIRST, ...load("settings") };
  root.dataset.script = "";
  const { original, out } = load("notes");
  if (original) root.dataset.original = "";
  // Notes that are left out take no room: what is to move is not seen before it stands (notes.js runs before DOMContentLoaded).
  if (out?.length) root.dataset.pending = "";
  apply();

  document.addEventListener("DOMContentLoaded", () => {
    delete root.dataset.pending;
    const help = /** @type {HTMLDialogElement | null} */ (document.getElementById("page-keys"));
    show();
    document.getElementById("page-settings")?.addEventListener("change", (event) => {
      const target = /** @type {HTMLInputElement} */ (event.target);
      chosen[target.name] = target.type === "checkbox" ? (target.checked ? "on" : "off") : target.value;
      apply();
      keep();
    });
    for (const row of help?.querySelectorAll("[data-needs]") ?? []) row.hidden = !document.querySelector(row.dataset.needs ?? "*");
    for (const button of document.querySelectorAll("[data-opens='page-keys']")) button.addEventListener("click", () => help?.showModal());
    help?.addEventListener("click", ({ target }) => { if (target === help || /** @type {Element} */ (target).closest("button")) help.close(); });
    document.addEventListener("keydown", (event) => {
      if (chosen.keys === "off" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable], dialog")) return;
      const search = document.querySelector("a[rel~='search']");
      if (event.key === "?" && help) help.showModal();
      else if (event.key === "/" && search) search.click();
      else return;
      event.preventDefault();
    });
  });
  // A page that comes back as it was left may have been left before the last choice.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    chosen = { ...FIRST, ...load("settings") };
    apply();
    show();
  });
})();
