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
