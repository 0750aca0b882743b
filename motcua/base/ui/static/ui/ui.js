/* Small helps on top of pages that work without them. No framework, no inline code, no evaluation. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  /* --- keyboard: [data-key] is pressed by its letter, first inside the chosen row, then on the page --- */
  const OFF = "motcua-keys-off";
  const stored = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(OFF) === "1";
      localStorage.setItem(OFF, value ? "1" : "0");
    } catch { /* storage refused: shortcuts stay on */ }
    return false;
  };
  const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  const press = (target) => {
    if (target.matches("input, textarea")) { target.focus(); target.select(); } else target.click();
  };
  const move = (step) => {
    const rows = all("[data-worklist] .work-open");
    if (!rows.length) return false;
    const row = document.activeElement.closest(".work-row");
    if (document.activeElement !== document.body && !row) return false;
    const here = row ? rows.indexOf(one(".work-open", row)) : -1;
    const next = rows[Math.max(0, Math.min(rows.length - 1, here + step))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || one("dialog[open]")) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    if (event.key === "Escape") { all("details.menu[open]").forEach((menu) => { menu.open = false; }); return; }
    if (event.key.length !== 1 || stored()) return;
    const key = event.key.toLowerCase();
    const row = document.activeElement.closest(".work-row");
    const matches = (root) => all("[data-key]", root).find((item) => item.dataset.key === key);
    const target = (row && matches(row)) || all("[data-key]").find((item) => item.dataset.key === key && !item.closest(".work-row"));
    if (!target) return;
    event.preventDefault();
    press(target);
  });

  /* --- dialogs, menus, small buttons --- */
  document.addEventListener("click", (event) => {
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    const opener = event.target.closest("[data-dialog]");
    if (opener) { const dialog = document.getElementById(opener.dataset.dialog); if (dialog) dialog.showModal(); }
    if (event.target.closest("[data-print]")) window.print();
    const copier = event.target.closest("[data-copy]");
    if (copier && navigator.clipboard) {
      navigator.clipboard.writeText(copier.dataset.copy).then(() => {
        const told = one("[data-copied]", copier.parentElement);
        if (told) told.textContent = told.dataset.copied;
      });
    }
  });
  all("[data-script]").forEach((item) => { item.hidden = false; });
  const switcher = one("[data-keys-switch]");
  if (switcher) {
    switcher.checked = !stored();
    switcher.addEventListener("change", () => stored(!switcher.checked));
  }

  /* --- an officer's session: typing keeps it; a form of an ended one waits on its page for the log-in --- */
  const awake = document.body.dataset.awake;
  if (awake) {
    const EVERY = 5 * 60000;
    let seen = Date.now();
    const token = () => {
      seen = Date.now();
      return fetch(awake, { redirect: "manual", cache: "no-store" }).then((answer) => (answer.ok ? answer.text() : ""));
    };
    document.addEventListener("input", () => { if (Date.now() - seen > EVERY) token().catch(() => {}); });
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (form.method !== "post" || Date.now() - seen < EVERY) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const again = () => form.requestSubmit(event.submitter);
      token().then((fresh) => {
        if (!fresh) { seen = 0; one("#asleep").showModal(); return; }
        all("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = fresh; });
        document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": fresh }));
        again();
      }, again);
    }, true);
  }

  /* --- forms: go to the errors, send once --- */
  const summary = one("[data-focus]");
  if (summary) summary.focus();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || "again" in form.dataset) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => all("button[type=submit], button:not([type])", form).forEach((button) => button.setAttribute("aria-disabled", "true")), 0);
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all("[aria-disabled]", form).forEach((button) => button.removeAttribute("aria-disabled"));
    });
  });

  /* --- on a telephone the tabs slide: the current one is in sight --- */
  all(".desk-tabs .tabs [aria-current]").forEach((tab) => tab.scrollIntoView({ inline: "center", block: "nearest" }));

  /* --- files: drop them on the box, see their names --- */
  const size = (bytes) => (bytes < 1048576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1).replace(".", ",")} MB`);
  all("[data-drop]").forEach((box) => {
    const input = one("input[type=file]", box);
    const list = one("[data-drop-list]", box);
    const show = () => list.replaceChildren(...[...input.files].map((file) => {
      const line = document.createElement("li");
      line.textContent = `${file.name} · ${size(file.size)}`;
      return line;
    }));
    const over = (on) => (event) => { event.preventDefault(); box.classList.toggle("drop-over", on); };
    box.addEventListener("dragover", over(true));
    box.addEventListener("dragleave", over(false));
    box.addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; show(); }
    });
    input.addEventListener("change", show);
  });
})();
