// Keeps a form as it was left when a button of its own made it anew: the folds that were open. Everything works without it.
(() => {
  const form = document.getElementById("data-form");
  if (!form) return;
  const kept = JSON.parse(sessionStorage.getItem("form-folds") || "null");
  if (kept?.at === form.action && form.hasAttribute("data-typed")) {
    for (const id of kept.open) document.getElementById(id)?.setAttribute("open", "");
  }
  form.addEventListener("submit", () => {
    const open = [...form.querySelectorAll("details[open][id]")].map((one) => one.id);
    sessionStorage.setItem("form-folds", JSON.stringify({ at: form.action, open }));
  });
  // What is linked to from the list of faults is not left folded.
  form.addEventListener("click", (event) => {
    const id = event.target.closest?.('a[href^="#f-"]')?.hash.slice(1);
    for (let one = id && document.getElementById(id); one; one = one.parentElement) {
      if (one instanceof HTMLDetailsElement) one.open = true;
    }
  });
})();
