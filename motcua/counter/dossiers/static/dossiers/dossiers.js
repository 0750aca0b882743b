// Intake: the cursor waits in the first empty question, so that a clerk types at once.
document.addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("[role=alert]")) return;
  const fields = document.querySelectorAll("[data-intake] .eform input:not([type=hidden]), [data-intake] .eform select");
  const first = [...fields].find((field) => !field.value && !field.closest("[hidden]"));
  if (first) first.focus();
});
