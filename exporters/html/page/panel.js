// SPDX-License-Identifier: BSL-1.0
// The one panel beside the picture: a card, or one of the tools.

const tools = {
  filters: ["Filters", filterPanel],
  path: ["Path between two", (body) => pathPanel(body)],
  matrix: ["Who stands with whom", (body) => matrixPanel(body), "wide"],
  lists: ["Lists", (body) => listsPanel(body), "wide"],
  export: ["Export what is seen", (body) => exportPanel(body)],
  help: ["Help", (body) => helpPanel(body)],
};

let returnTo; // what had the focus when the panel was opened by keyboard

function refreshPanel({ focus = false } = {}) {
  const panel = byId("panel"), body = byId("panel-body");
  const top = body.scrollTop;
  const [title, fill, look] = state.panel ? tools[state.panel] : [];
  body.replaceChildren();
  const wasHidden = panel.hidden;
  panel.hidden = !state.panel && !state.picked;
  panel.className = look ?? "";
  for (const opener of document.querySelectorAll("[data-panel]"))
    opener.setAttribute("aria-expanded", String(opener.dataset.panel === state.panel));
  if (panel.hidden) byId("panel-title").textContent = "";
  else if (fill) {
    byId("panel-title").textContent = title;
    fill(body);
  } else byId("panel-title").textContent = showCard(body);
  if (wasHidden !== panel.hidden || look) cy.resize();
  body.scrollTop = focus ? 0 : top;
  if (focus) byId("panel-title").focus({ preventScroll: true });
}

function openPanel(name, { focus = true } = {}) {
  if (byId("panel").hidden) returnTo = document.activeElement;
  state.panel = name;
  refreshPanel({ focus });
  mark();
  rememberState();
}

function closePanel() {
  state.panel = undefined;
  state.picked = undefined;
  state.path = [undefined, undefined];
  refreshPanel();
  mark();
  rememberState();
  if (returnTo?.isConnected) returnTo.focus();
  returnTo = undefined;
}

function startPanels() {
  for (const opener of document.querySelectorAll("[data-panel]"))
    opener.addEventListener("click", () =>
      state.panel === opener.dataset.panel ? closePanel() : openPanel(opener.dataset.panel));
  byId("panel-close").addEventListener("click", closePanel);
}
