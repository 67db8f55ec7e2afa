// Put into every page by `threadsite serve`: reloads it after a build, shows what went wrong.
(() => {
  "use strict";
  const shown = decodeURIComponent(new URL(document.currentScript.src).search.slice(1));
  const style = {
    position: "fixed",
    inset: "auto 0 0 0",
    zIndex: "2147483647",
    maxHeight: "60vh",
    overflow: "auto",
    margin: "0",
    padding: "1rem 1.25rem",
    borderTop: "4px solid #e5484d",
    background: "#1c1414",
    color: "#ffe9e9",
    font: "14px/1.5 ui-monospace, monospace",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  };
  let overlay = null;

  function show(error) {
    if (!error) {
      overlay?.remove();
      overlay = null;
      return;
    }
    if (!overlay) {
      overlay = document.createElement("pre");
      overlay.id = "threadsite-error";
      overlay.setAttribute("role", "alert");
      Object.assign(overlay.style, style);
      document.body.append(overlay);
    }
    // Names in it come from the dump: they are text, whatever they look like.
    overlay.textContent = error;
  }

  const events = new EventSource("/__threadsite__/events");
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.build === shown) {
      show(state.error);
    } else {
      events.close();
      location.reload();
    }
  };
})();
