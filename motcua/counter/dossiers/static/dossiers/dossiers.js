// Intake: the cursor waits in the first empty question, so that a clerk types at once.
document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[role=alert]")) return;
  const fields = document.querySelectorAll("[data-intake] .eform input:not([type=hidden]), [data-intake] .eform select");
  const first = [...fields].find((field) => !field.value && !field.closest("[hidden]"));
  if (first) first.focus();
});

// Finding the procedure: a digit in the empty box takes the common one that stands under it.
document.addEventListener("keydown", (event) => {
  if (!event.target.matches("[data-digits]") || event.target.value || event.ctrlKey || event.metaKey || event.altKey) return;
  const choice = document.querySelector(`.choices [data-key="${CSS.escape(event.key)}"]`);
  if (!choice) return;
  event.preventDefault();
  choice.click();
});

// The fee is taken: its box is ticked by its key, from wherever the clerk types.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
  const box = document.querySelector(`[data-tick="${CSS.escape(event.key)}"]`);
  if (!box) return;
  event.preventDefault();
  box.click();
});

// Several at once: one tick for all.
document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  event.target.form.querySelectorAll("[name=dossier]").forEach((box) => { box.checked = event.target.checked; });
});
