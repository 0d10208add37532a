// Where the reader is: the contents list marks the section being read, and a button leads back to the top.
"use strict";

(() => {
  const ACTIVE = "md-nav__link--active";
  const links = new Map();
  for (const link of document.querySelectorAll(".md-nav--secondary .md-nav__link[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const top = document.querySelector(".md-top");
  let before = 0;

  const look = () => {
    let current = null;
    for (const [heading, link] of links) {
      if (heading.getBoundingClientRect().top > innerHeight / 4) break;
      current = link;
    }
    for (const link of links.values()) {
      link.classList.toggle(ACTIVE, link === current);
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    // On the way down it would only cover what is read.
    if (top) top.hidden = scrollY < innerHeight || scrollY > before;
    before = scrollY;
  };

  let isWaiting = false;
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      look();
    });
  };

  // The entry of the page stands in the middle of the menu, however long that is.
  const entry = document.querySelector(".md-sidebar--primary [aria-current='page']");
  const menu = entry?.closest(".md-sidebar__scrollwrap");
  if (menu && entry.offsetParent) {
    const { top: above, height } = entry.getBoundingClientRect();
    menu.scrollTop += above - menu.getBoundingClientRect().top - (menu.clientHeight - height) / 2;
  }

  // What is folded opens where a link leads into it.
  const open = () => {
    const there = document.querySelector(":target");
    if (!there?.closest("details:not([open])")) return;
    for (let one = there; one; one = one.parentElement) if (one.matches("details")) one.open = true;
    there.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  // The same section in the other language.
  const other = document.querySelector("a.oit-language");
  const follow = () => other && (other.hash = location.hash);
  addEventListener("hashchange", follow);
  follow();

  // The address of each part, to be pasted where it is asked for.
  for (const button of document.querySelectorAll(".oit-copy")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const said = button.textContent;
      await navigator.clipboard.writeText(button.closest("li").querySelector("a").href);
      button.textContent = button.closest("[data-copied]").dataset.copied;
      setTimeout(() => (button.textContent = said), 2000);
    });
  }

  // A list that was opened over the page closes when one goes elsewhere.
  const years = document.querySelector(".oit-bar__years");
  const close = (event) => {
    if (!years?.open || (event.type === "keydown" ? event.key !== "Escape" : years.contains(event.target))) return;
    years.open = false;
    if (event.type === "keydown") years.querySelector("summary").focus();
  };
  ["click", "focusin", "keydown"].forEach((name) => document.addEventListener(name, close));

  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  top?.addEventListener("click", () => {
    scrollTo({ top: 0 });
    document.querySelector(".md-skip, a[href]")?.focus({ preventScroll: true });
  });
  // What is folded would be missing on paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  look();
})();
