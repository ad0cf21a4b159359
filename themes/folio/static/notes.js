/* The notes of an article: which are shown, which words each belongs to, from one to the next. Without it all are shown,
   and numbers and arrows are links. */
(() => {
  "use strict";
  const root = document.documentElement;
  const article = /** @type {HTMLElement} */ (document.querySelector(".article"));
  const bar = article.querySelector(".filters");
  const place = `postil/${root.dataset.site}/notes`;
  const narrow = matchMedia("(width < 70rem)");

  /** @typedef {{ note: HTMLElement, ref: HTMLAnchorElement | null, marks: HTMLElement[], groups: string[] }} Entry */
  /** The notes by their ids, in the order of the page. @type {Map<string, Entry>} */
  const entries = new Map();
  for (const note of article.querySelectorAll(".note")) entries.set(note.id, { note, ref: null, marks: [], groups: groupsOf(note) });
  /** An address may be anything: what is no encoding stays as it is. @param {string} hash */
  const inWords = (hash) => {
    try { return decodeURIComponent(hash.slice(1)); } catch { return hash.slice(1); }
  };
  const idOf = (/** @type {HTMLAnchorElement} */ ref) => inWords(ref.hash);
  const idsOf = (/** @type {HTMLElement} */ mark) => (mark.dataset.notes ?? "").split(" ").map((id) => `note-${id}`).filter((id) => entries.has(id));
  const entry = (/** @type {string} */ id) => /** @type {Entry} */ (entries.get(id));
  const refs = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (article.querySelectorAll("a.noteref"))].filter((ref) => entries.has(idOf(ref)));
  const marks = [...article.querySelectorAll("mark[data-notes]")];
  for (const ref of refs) entry(idOf(ref)).ref ??= ref;
  for (const mark of marks) for (const id of idsOf(mark)) entry(id).marks.push(mark);

  // ---------- Which are shown ----------

  /** What a note can be left out by. @param {HTMLElement} note */
  function groupsOf(note) {
    const parts = { kind: ".note-head .kind", verdict: ".note-head .verdict", editor: ".by a" };
    return Object.entries(parts).flatMap(([name, selector]) => {
      const part = note.querySelector(selector);
      return part ? [`${name}:${part.textContent.trim()}`] : [];
    });
  }
  function load() {
    try {
      const { out } = JSON.parse(localStorage.getItem(place) ?? "{}");
      return new Set(Array.isArray(out) ? out : []);
    } catch {
      return new Set();
    }
  }
  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify({ out: [...out], original: "original" in root.dataset }));
    } catch { /* not kept */ }
  }
  /** The groups whose notes are left out. */
  const out = load();

  function apply() {
    const bare = "original" in root.dataset;
    let shown = 0;
    for (const { note, ref, groups } of entries.values()) {
      note.hidden = bare || groups.some((group) => out.has(group));
      if (ref) ref.hidden = note.hidden;
      if (!note.hidden) shown += 1;
    }
    for (const mark of marks) mark.classList.toggle("hl-off", idsOf(mark).every((id) => entry(id).note.hidden));
    if (!bar) return;
    for (const button of bar.querySelectorAll("[data-group]")) button.setAttribute("aria-pressed", String(!out.has(button.dataset.group ?? "")));
    const every = /** @type {HTMLButtonElement} */ (bar.querySelector("[data-all]"));
    every.disabled = ![...entries.values()].some(({ groups }) => groups.some((group) => out.has(group)));
    bar.querySelector("[data-bare]")?.setAttribute("aria-pressed", String(bare));
    const status = bar.querySelector("[role='status']");
    if (status?.dataset.words) status.textContent = status.dataset.words.replace("{shown}", String(shown)).replace("{all}", String(entries.size));
  }
  function toggleBare() {
    if ("original" in root.dataset) delete root.dataset.original;
    else root.dataset.original = "";
    apply();
    keep();
  }
  /** Buttons for each kind, verdict and editor, where there is more than one. @param {HTMLElement} bar */
  function fill(bar) {
    for (const list of bar.querySelectorAll("[data-by]")) {
      /** @type {Map<string, { words: HTMLElement, count: number }>} */
      const counts = new Map();
      const selector = list.dataset.by === "editor" ? ".by a" : `.note-head .${list.dataset.by}`;
      for (const { note, groups } of entries.values()) {
        const group = groups.find((name) => name.startsWith(`${list.dataset.by}:`));
        const words = note.querySelector(selector);
        if (group && words) counts.set(group, { words, ...counts.get(group), count: (counts.get(group)?.count ?? 0) + 1 });
      }
      list.hidden = counts.size < 2;
      for (const [group, { words, count }] of counts) {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "toggle" });
        button.dataset.group = group;
        const number = document.createElement("span");
        Object.assign(number, { className: "count", textContent: ` ${count}` });
        button.append(...(list.dataset.by === "editor" ? [words.textContent] : [words.cloneNode(true)]), number);
        list.append(button);
      }
    }
    bar.addEventListener("click", ({ target }) => {
      const button = /** @type {Element} */ (target).closest("button");
      if (!button) return;
      if ("bare" in button.dataset) return toggleBare();
      const { group } = button.dataset;
      if (!group && !("all" in button.dataset)) return;
      if (!group) out.clear();
      else if (!out.delete(group)) out.add(group);
      delete root.dataset.original;
      apply();
      keep();
    });
  }

  // ---------- Which words, which note ----------

  /** @type {{ hover: string[], focus: string[] }} */
  const lit = { hover: [], focus: [] };
  /** @param {"hover" | "focus"} by @param {string[]} ids */
  function light(by, ids) {
    if (!ids.length && !lit[by].length) return;
    lit[by] = ids;
    for (const element of article.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const id of [...lit.hover, ...lit.focus]) {
      const { note, ref, marks: words } = entry(id);
      for (const element of [note, ref, ...words]) element?.classList.add("lit");
    }
  }
  /** The notes of what is under a pointer or has the focus. @param {EventTarget | null} target */
  function at(target) {
    const found = target instanceof Element && target.closest(".note, a.noteref, mark[data-notes]");
    if (!found || !article.contains(found)) return [];
    if (found.matches(".note")) return [found.id];
    return found.matches("mark") ? idsOf(found) : [idOf(/** @type {HTMLAnchorElement} */ (found))].filter((id) => entries.has(id));
  }
  document.addEventListener("pointerover", ({ target }) => light("hover", at(target)));
  document.addEventListener("focusin", ({ target }) => light("focus", at(target)));
  document.addEventListener("focusout", () => light("focus", []));

  /** Marked words lead to their note as the number does; of several to the one with the fewest words. */
  article.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const mark = target.closest("mark[data-notes]");
    if (!mark || target.closest("a") || getSelection()?.isCollapsed === false) return;
    const length = (/** @type {string} */ id) => entry(id).marks.reduce((sum, part) => sum + part.textContent.length, 0);
    const [id] = idsOf(mark).filter((one) => !entry(one).note.hidden).sort((a, b) => length(a) - length(b));
    if (id === undefined) return;
    const { note, ref } = entry(id);
    if (!ref) return;
    const { top, bottom } = note.getBoundingClientRect();
    if (narrow.matches || top < 0 || bottom > innerHeight) ref.click();
    else ref.focus({ preventScroll: true });
  });

  /** The note that the address names is shown, whatever is left out; on a narrow screen it is open. */
  function arrive() {
    const id = inWords(location.hash);
    const found = entries.get(id) ?? [...entries.values()].find(({ ref }) => ref?.id === id);
    if (!found) return;
    if (found.note.hidden) {
      out.clear();
      delete root.dataset.original;
      apply();
      document.getElementById(id)?.scrollIntoView();
    }
    const details = found.note.querySelector("details");
    if (id === found.note.id && narrow.matches && details) details.open = true;
  }
  addEventListener("hashchange", arrive);

  // ---------- Keys ----------

  /** @param {-1 | 1} by */
  function step(by) {
    const shown = refs.filter((ref) => !ref.hidden);
    const here = document.activeElement?.closest(".note, a.noteref");
    const own = here?.matches(".note") ? entries.get(here.id)?.ref : here;
    const from = shown.findIndex((ref) => ref === own);
    const top = (/** @type {HTMLElement} */ ref) => ref.getBoundingClientRect().top;
    const next = from >= 0 ? shown[from + by] : by > 0 ? shown.find((ref) => top(ref) > 0) : shown.findLast((ref) => top(ref) < 0);
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "center" });
  }
  /** From a note back to its words. */
  function back() {
    const note = document.activeElement?.closest(".note") ?? article.querySelector(".note:target");
    const ref = note && entries.get(note.id)?.ref;
    if (!ref) return;
    const details = note.querySelector("details");
    if (details) details.open = false;
    note.querySelector(".back")?.click();
    ref.focus();
  }
  /** @type {Record<string, () => void>} */
  const KEYS = { n: () => step(1), p: () => step(-1), o: toggleBare };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable], dialog") || document.querySelector("[popover]:popover-open")) return;
    if (event.key === "Escape") return back();
    if (root.dataset.keys === "off" || !Object.hasOwn(KEYS, event.key)) return;
    KEYS[event.key]();
    event.preventDefault();
  });

  if (bar) fill(bar);
  if (!bar) { out.clear(); delete root.dataset.original; } // what can't be undone here isn't done here
  apply();
  arrive();
})();
