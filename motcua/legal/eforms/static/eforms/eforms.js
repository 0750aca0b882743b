// Questions that depend on another answer of the page, tidy digits, focus on the error summary.
// Without this file the server asks the same questions on the next page view.
(() => {
  "use strict";
  if (document.documentElement.dataset.eforms) return;
  document.documentElement.dataset.eforms = "on";

  const answer = (form, key) => {
    const radio = form.querySelector(`[name="${CSS.escape(key)}"]:checked`);
    if (radio) return radio.matches(":disabled") ? "" : radio.value;
    const plain = form.querySelector(`[name="${CSS.escape(key)}"]:not([type=radio]):not([type=checkbox])`);
    if (plain) return plain.matches(":disabled") ? "" : plain.value.trim();
    const parts = form.querySelectorAll(["day", "month", "year"].map((part) => `[name="${CSS.escape(`${key}.${part}`)}"]`).join());
    return [...parts].map((part) => (part.matches(":disabled") ? "" : part.value.trim())).join("");
  };

  const isOnPage = (form, key) =>
    form.querySelector(`[name="${CSS.escape(key)}"], [name="${CSS.escape(key + ".year")}"]`) !== null;

  const holds = (form, rule) => {
    if (!isOnPage(form, rule.key) || rule.test.startsWith("age_")) return rule.met;
    const value = answer(form, rule.key);
    if (rule.test === "given") return (value !== "") === (rule.wanted[0] === "yes");
    if (value === "") return false;
    return rule.wanted.includes(value) === (rule.test === "is");
  };

  const refresh = (form) => {
    form.querySelectorAll("[data-eform-if]").forEach((box) => {
      const rules = JSON.parse(box.dataset.eformIf);
      const shown = rules.every((rule) => holds(form, rule));
      box.hidden = !shown;
      box.disabled = !shown;
    });
  };

  const host = (node) => node.closest("form") || document.body;

  document.addEventListener("input", (event) => {
    if (event.target.closest("[data-eform]")) refresh(host(event.target));
  });
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.closest("[data-eform]")) return;
    if (box.dataset.eformMask === "digits") box.value = box.value.replace(/[\s.\-]/g, "");
    refresh(host(box));
  });
  const start = () => {
    document.querySelectorAll("[data-eform]").forEach((section) => refresh(host(section)));
    document.getElementById("eform-errors")?.focus();
  };
  document.addEventListener("htmx:afterSettle", start);
  start();
})();
