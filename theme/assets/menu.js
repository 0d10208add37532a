// The side menu of narrow screens for the keyboard and screen readers; without scripts its label opens it.
"use strict";

(() => {
  const toggle = document.getElementById("__drawer");
  const button = document.querySelector(".oit-menu");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !button || !menu) return;

  const show = (isOpen) => {
    toggle.checked = isOpen;
    button.setAttribute("aria-expanded", isOpen);
    if (isOpen) (menu.querySelector("[aria-current]") ?? menu.querySelector("a[href]"))?.focus();
  };

  button.addEventListener("click", () => show(!toggle.checked));
  // The overlay is Material's label of the same checkbox.
  toggle.addEventListener("change", () => show(toggle.checked));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    show(false);
    button.focus();
  });
  // Who leaves the menu by Tab has left it.
  menu.addEventListener("focusout", (event) => {
    if (toggle.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) show(false);
  });
})();
