// What makes the pages quicker; every page works without it.
"use strict";
(() => {
  const typing = (at) => at.closest("input, textarea, select, [contenteditable]");

  // "/" goes to the finding field, unless the reader switched single keys off (WCAG 2.1.4).
  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape") {
      const open = document.querySelector("details.menu[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      return;
    }
    if (press.key !== "/" || press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return;
    if (document.body.dataset.shortcuts === "off" || typing(press.target)) return;
    const find = document.querySelector("[data-find]");
    if (find) { press.preventDefault(); find.focus(); find.select(); }
  });

  document.addEventListener("click", (click) => {
    for (const open of document.querySelectorAll("details.menu[open]")) {
      if (!open.contains(click.target)) open.open = false;
    }
  });

  // Filters apply themselves; their button stays for readers without script.
  const tidy = (under) => {
    for (const button of under.querySelectorAll("[data-autosubmit-button]")) button.hidden = true;
  };
  document.addEventListener("change", (change) => {
    if (change.target.closest("[data-autosubmit]") && change.target.form) change.target.form.requestSubmit();
  });

  // A form is sent once. The button is dimmed, not disabled: a disabled button would not send its name.
  const free = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sent = "yes";
    if (event.submitter) event.submitter.setAttribute("aria-disabled", "true");
    setTimeout(free, 8000, form);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(free));
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form[data-sent]");
    if (form) free(form);
  });

  // What went wrong is read out and can be reached at once.
  const point = (under) => {
    const summary = under.querySelector("[data-summary]");
    if (summary) summary.focus();
  };
  const ready = () => { tidy(document); point(document); };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
  document.addEventListener("htmx:afterSettle", (event) => { tidy(event.target); point(event.target); });
})();
