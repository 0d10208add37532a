// Makes the desk pleasant; everything works without it.
(() => {
  const form = document.getElementById("data-form");
  let dirty = form?.hasAttribute("data-typed") ?? false;

  // What is not saved yet is said, and not left by accident.
  if (form) {
    const said = form.querySelector(".savebar p");
    const tell = () => {
      if (said && dirty) {
        said.textContent = form.dataset.unsaved;
        said.classList.add("unsaved");
      }
    };
    tell();
    form.addEventListener("input", () => { dirty = true; tell(); });
    form.addEventListener("submit", () => { dirty = false; });
    addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
    if (form.hasAttribute("data-typed")) keepPlace();
    form.addEventListener("submit", (event) => {
      sessionStorage.setItem("desk-place", JSON.stringify({ at: form.action, y: scrollY, pressed: event.submitter?.value ?? "" }));
    });
  }

  // A button that changes the form leads back to where it was pressed.
  function keepPlace() {
    const kept = JSON.parse(sessionStorage.getItem("desk-place") || "null");
    if (!kept || kept.at !== form.action || !/^(add|remove|up|down|open):/.test(kept.pressed)) return;
    scrollTo({ top: kept.y, behavior: "instant" });
    const [kind, name] = [kept.pressed.split(":")[0], kept.pressed.slice(kept.pressed.indexOf(":") + 1)];
    const entries = document.querySelectorAll(`[id^="${CSS.escape(`f-${name}.`)}"]`);
    const added = kind === "add" ? [...entries].filter((one) => one.matches("input:not([type=hidden]), textarea, select, details")).at(-1) : null;
    const again = document.querySelector(`button[value="${CSS.escape(kept.pressed)}"]`);
    (added?.querySelector?.("input:not([type=hidden]), textarea, select") ?? added ?? again ?? form.querySelector(`#${CSS.escape(`f-${name}`)}`))?.focus({ preventScroll: kind !== "add" });
  }

  // The draft is loaded again when it was built again.
  const state = document.getElementById("draft-state");
  const frame = document.getElementById("draft");
  const again = document.getElementById("found-again");
  if (state && frame) {
    let built = Number(state.dataset.built);
    let soon = 10; // right after a save its page is there in a moment
    // Beside the form it is said in boxes, and not in keys of files, what is to be filled in.
    const beside = () => {
      for (const one of frame.contentDocument?.querySelectorAll(".oit-by-file, .oit-files") ?? []) one.hidden = true;
    };
    frame.addEventListener("load", beside);
    beside();
    const query = again ? `?file=${encodeURIComponent(again.dataset.file)}` : "";
    const look = async () => {
      try {
        const now = await (await fetch(`/state${query}`, { cache: "no-store" })).json();
        state.textContent = now.building ? state.dataset.making
          : now.faults ? (now.behind ? state.dataset.faults : state.dataset.leftOut).replace("{count}", now.faults)
          : state.dataset.current;
        if (now.built !== built && frame.contentWindow) {
          built = now.built;
          frame.contentWindow.location.reload();
        }
        if (again && now.found !== null && again.hidden && now.found !== Number(again.dataset.found)) {
          again.firstElementChild.textContent = again.dataset.said.replace("{count}", now.found);
          again.hidden = false;
        }
      } catch { /* the desk was ended; the next look may find it again */ }
      soon -= 1;
      setTimeout(look, document.hidden ? 5000 : soon > 0 ? 300 : 1000);
    };
    look();
  }

  // A file may be dropped on the whole box.
  for (const box of document.querySelectorAll("[data-drop]")) {
    const input = box.querySelector("input[type=file]");
    input.addEventListener("change", () => { // said before an hour of sending
      const isLarge = [...input.files].some((file) => file.size > Number(box.dataset.most) * 1e6);
      input.setCustomValidity(isLarge ? box.dataset.large : "");
      input.reportValidity();
    });
    for (const kind of ["dragover", "dragleave", "drop"]) {
      box.addEventListener(kind, (event) => {
        event.preventDefault();
        box.classList.toggle("is-over", kind === "dragover");
        if (kind === "drop" && event.dataTransfer.files.length) {
          input.files = event.dataTransfer.files;
          input.dispatchEvent(new Event("change"));
        }
      });
    }
  }
})();
