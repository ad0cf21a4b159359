/* An article's words: where one stopped reading, links to selected words, and things to copy. */
(() => {
  "use strict";
  const root = document.documentElement;
  const text = /** @type {HTMLElement} */ (document.querySelector(".article > .text"));
  const cite = document.querySelector(".cite");
  /** What is said here, in the language of the site. @type {Record<string, string>} */
  const words = JSON.parse(document.querySelector(".article")?.getAttribute("data-words") ?? "{}");

  // ---------- Where one stopped ----------

  const LATER = 600_000; // milliseconds: who comes back within ten minutes went to look something up
  const KEPT = 60; // articles
  const shelf = `postil/${root.dataset.site}/places`;
  const here = location.pathname;
  const blocks = [...text.querySelectorAll(":scope > :not(.passage), .passage > :not(.passage-notes) > *")];

  /** @returns {Record<string, [block: number, part: number, when: number]>} */
  function places() {
    try {
      return JSON.parse(localStorage.getItem(shelf) ?? "{}") ?? {};
    } catch {
      return {};
    }
  }
  /** The first block in view and how much of it is above, unless nothing or everything is read. @returns {[number, number, number] | null} */
  function place() {
    const { top, bottom } = text.getBoundingClientRect();
    if (top > 0 || bottom < innerHeight) return null;
    const block = blocks.findIndex((one) => one.getBoundingClientRect().bottom > 0);
    const box = blocks[block]?.getBoundingClientRect();
    return box ? [block, Math.max(0, -box.top / box.height), Date.now()] : null;
  }
  function keep() {
    try {
      const all = places();
      delete all[here];
      const now = place();
      if (now) all[here] = now;
      localStorage.setItem(shelf, JSON.stringify(Object.fromEntries(Object.entries(all).sort(([, a], [, b]) => b[2] - a[2]).slice(0, KEPT))));
    } catch { /* not kept */ }
  }
  function resume() {
    const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    const [block, part, when] = places()[here] ?? [-1, 0, Infinity];
    if (location.hash || scrollY > 0 || entry?.type !== "navigate" || !(Date.now() - when > LATER)) return;
    const box = blocks[block]?.getBoundingClientRect();
    if (!box || box.top + part * box.height < innerHeight) return;
    scrollTo({ top: box.top + part * box.height, behavior: "instant" });
    bar([`${words.stopped} `, button(words["to-top"], () => { scrollTo({ top: 0 }); put(); })]);
    setTimeout(() => addEventListener("scroll", put, { once: true }), 500);
  }
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });

  // ---------- A bar at the foot of the window ----------

  const box = document.createElement("div");
  box.className = "bar";
  box.hidden = true;
  box.setAttribute("role", "status");
  document.body.append(box);
  /** @param {string} label @param {(made: HTMLElement) => void} act */
  function button(label, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "toggle", textContent: label });
    made.addEventListener("click", () => act(made));
    return made;
  }
  /** @param {(Node | string)[]} children */
  function bar(children) {
    box.replaceChildren(...children);
    box.hidden = false;
  }
  function put() {
    box.hidden = true;
  }
  /** Copies, and says on the button whether it worked. @param {string} what @param {HTMLElement} from */
  async function copy(what, from) {
    const label = from.textContent;
    try {
      await navigator.clipboard.writeText(what);
      from.textContent = words.copied;
    } catch {
      from.textContent = words["copy-refused"];
    }
    setTimeout(() => { from.textContent = label; }, 2000);
  }

  // ---------- Links to words ----------

  const FEW = 3, MANY = 1000, WHOLE = 200, EDGE = 5, CONTEXT = 4; // characters, characters, characters, words, words
  const BLOCKS = "p, li, h2, h3, h4, h5, h6, dt, dd, td, th, pre, blockquote";
  /** The text of a range as a reader sees it: without numbers and notes, with one space for any gap. @param {Range} range */
  function wordsOf(range) {
    const copy = range.cloneContents();
    for (const extra of copy.querySelectorAll(".passage-notes, [hidden]")) extra.remove();
    for (const block of copy.querySelectorAll(`${BLOCKS}, br`)) block.after(" ");
    return copy.textContent.replace(/\u00AD/g, "").replace(/\s+/g, " ").trim();
  }
  const part = (/** @type {string} */ what) => encodeURIComponent(what).replace(/-/g, "%2D");
  /** The words next to a range in its block. @param {Range} range @param {-1 | 1} side */
  function beside(range, side) {
    const node = side < 0 ? range.startContainer : range.endContainer;
    const block = (node instanceof Element ? node : node.parentElement)?.closest(BLOCKS) ?? text;
    const rest = document.createRange();
    rest.selectNodeContents(block);
    if (side < 0) rest.setEnd(range.startContainer, range.startOffset);
    else rest.setStart(range.endContainer, range.endOffset);
    const all = wordsOf(rest).split(" ").filter(Boolean);
    return (side < 0 ? all.slice(-CONTEXT) : all.slice(0, CONTEXT)).join(" ");
  }
  /** The address of words (WICG, "URL Fragment Text Directives"), with what stands beside them where they stand twice. @param {Range} range @param {string} quote */
  function link(range, quote) {
    const whole = document.createRange();
    whole.selectNodeContents(text);
    const twice = wordsOf(whole).split(quote).length > 2;
    const all = quote.split(" ");
    const across = quote.length > WHOLE && all.length > 2 * EDGE;
    const said = across ? `${part(all.slice(0, EDGE).join(" "))},${part(all.slice(-EDGE).join(" "))}` : part(quote);
    const [before, after] = twice ? [beside(range, -1), beside(range, 1)] : ["", ""];
    const address = location.protocol === "file:" ? location.href : (/** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel='canonical']"))?.href ?? location.href);
    return `${address.split("#")[0]}#:~:text=${before && `${part(before)}-,`}${said}${after && `,-${part(after)}`}`;
  }
  function selected() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer) || range.commonAncestorContainer.parentElement?.closest(".passage-notes")) return null;
    const quote = wordsOf(range);
    return quote.length < FEW || quote.length > MANY ? null : { range, quote };
  }
  let timer = 0, offered = false;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const found = selected();
      if (!found) {
        if (offered && !box.contains(document.activeElement)) put();
        offered = false;
        return;
      }
      const { range, quote } = found;
      const address = link(range, quote);
      bar([
        button(words["copy-link"], (made) => copy(address, made)),
        button(words["copy-quote"], (made) => copy(`${words.quoted.replace("{words}", () => quote)} ${cite?.textContent ?? document.title}\n${address}`, made)),
      ]);
      offered = true;
    }, 250);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !box.hidden) put(); });

  // ---------- Things to copy ----------

  for (const what of document.querySelectorAll("[data-copy]")) {
    const made = button(words.copy, (from) => copy(what.textContent.trim(), from));
    made.classList.add("copy");
    what.after(made);
  }

  resume();
})();
