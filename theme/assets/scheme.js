// Light or dark, before the first paint: what the reader chose here, else what the device prefers.
"use strict";

(() => {
  const KEY = "oit-scheme";
  const device = matchMedia("(prefers-color-scheme: dark)");

  // A browser may refuse to remember anything; the choice then holds for the page.
  let chosen = null;
  const read = () => {
    try {
      chosen = localStorage.getItem(KEY) ?? chosen;
    } catch {}
  };
  const isDark = () => (chosen ? chosen === "dark" : device.matches);

  const show = () => {
    document.body?.setAttribute("data-md-color-scheme", isDark() ? "slate" : "default");
    for (const button of document.querySelectorAll(".oit-scheme")) button.setAttribute("aria-pressed", isDark());
  };

  document.documentElement.classList.replace("no-js", "js");
  read();
  // The body comes after this script and is painted after this call.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    show();
  }).observe(document.documentElement, { childList: true });
  document.addEventListener("DOMContentLoaded", show);
  device.addEventListener("change", show);
  addEventListener("pageshow", () => {
    read();
    show();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.(".oit-scheme")) return;
    chosen = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(KEY, chosen);
    } catch {}
    show();
  });
})();
