/* Shows what a link in an article's text leads to, where a mouse rests on the link or the keyboard reaches it. The cards
   stand in the page (#page-previews), so nothing is fetched. Escape puts a card away, the pointer may move onto it, and
   it stays until pointer and focus have left (WCAG 2.2, 1.4.13). A touch follows the link as ever. */
(() => {
  "use strict";
  /** @type {Map<string | undefined, HTMLElement>} */
  const cards = new Map();
  for (const card of document.querySelectorAll("#page-previews > [data-for]")) cards.set(card.dataset.for, card);
  if (!cards.size || !("popover" in HTMLElement.prototype)) return;

  const OPEN = 350, CLOSE = 250, GAP = 6, EDGE = 8; // milliseconds; pixels
  const box = document.createElement("div");
  Object.assign(box, { id: "page-preview", className: "preview", popover: "manual" });
  box.setAttribute("role", "tooltip");
  (document.querySelector("main") ?? document.body).append(box);
  /** @type {HTMLElement | null} */
  let link = null;
  /** @type {HTMLElement | null} */
  let wanted = null;
  let timer = 0;

  const linkAt = (/** @type {EventTarget | null} */ target) => {
    const found = target instanceof Element && target.closest(".text a[href]:not([role])");
    return found && cards.has(address(found)) ? found : null;
  };
  const address = (/** @type {HTMLElement} */ a) => a.getAttribute("href")?.split("#")[0];
  const later = (/** @type {() => void} */ what, /** @type {number} */ wait) => { clearTimeout(timer); timer = setTimeout(what, wait); };

  function place() {
    if (!link) return;
    const lines = link.getClientRects(), first = lines[0], last = lines[lines.length - 1];
    if (!first || last.bottom < 0 || first.top > innerHeight) return hide();
    const below = last.bottom + GAP, above = first.top - GAP - box.offsetHeight;
    const fits = below + box.offsetHeight <= innerHeight - EDGE || above < EDGE;
    const left = Math.min((fits ? last : first).left, document.documentElement.clientWidth - box.offsetWidth - EDGE);
    box.style.left = `${Math.max(EDGE, left)}px`;
    box.style.top = `${fits ? below : above}px`;
  }
  /** @param {HTMLElement} a */
  function show(a) {
    if (link === a) return;
    hide();
    link = a;
    box.replaceChildren(...cards.get(address(a))?.cloneNode(true).childNodes ?? []);
    a.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place();
  }
  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = null;
    box.hidePopover();
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = linkAt(event.target);
    if (over && over === link || box.contains(/** @type {Node} */ (event.target))) return clearTimeout(timer);
    if (over === wanted && over) return;
    wanted = over;
    if (over) later(() => show(over), OPEN);
    else if (link !== document.activeElement) later(hide, CLOSE);
    else clearTimeout(timer);
  });
  document.documentElement.addEventListener("pointerleave", () => { if (link !== document.activeElement) later(hide, CLOSE); });
  document.addEventListener("focusin", (event) => {
    const focused = linkAt(event.target);
    if (focused?.matches(":focus-visible")) show(focused);
  });
  document.addEventListener("focusout", (event) => { if (event.target === link) later(hide, CLOSE); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => { if (linkAt(event.target)) hide(); });
  addEventListener("scroll", () => { if (link) place(); }, { passive: true });
  addEventListener("resize", hide);
})();
