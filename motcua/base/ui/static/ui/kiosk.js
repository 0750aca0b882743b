/* The kiosk: our own keypad, and a clean screen for the next person. */
(() => {
  "use strict";
  document.querySelectorAll("[data-keypad]").forEach((pad) => {
    const screen = pad.querySelector("[data-keypad-screen]");
    pad.addEventListener("click", (event) => {
      const button = event.target.closest("button[name=key]");
      if (!button) return;
      event.preventDefault();
      if (button.value === "clear") screen.value = "";
      else if (button.value === "back") screen.value = screen.value.slice(0, -1);
      else if (screen.value.length < Number(screen.maxLength)) screen.value += button.value;
    });
  });

  const page = document.querySelector("[data-idle-url]");
  if (!page) return;
  const idle = Number(page.dataset.idleSeconds) || 30;
  const warn = Math.min(10, Math.floor(idle / 2));
  const dialog = document.getElementById("idle");
  const told = document.querySelectorAll("[data-countdown]");
  let left = idle;
  const touched = () => {
    left = idle;
    if (dialog && dialog.open) dialog.close();
  };
  ["pointerdown", "keydown", "input"].forEach((name) => document.addEventListener(name, touched));
  setInterval(() => {
    left -= 1;
    told.forEach((place) => { place.textContent = String(Math.max(left, 0)); });
    if (dialog && left <= warn && !dialog.open) dialog.showModal();
    if (left <= 0) window.location.replace(page.dataset.idleUrl);
  }, 1000);
})();
