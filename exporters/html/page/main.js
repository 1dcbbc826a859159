// SPDX-License-Identifier: BSL-1.0
// Puts the page together when it is opened.

const model = readModel();
const pairs = makePairs();
pairList.push(...pairs.values());

/// After a change of what is to be seen.
function update({ fit = false } = {}) {
  applyFilters();
  drawSeen();
  refreshWays();
  mark();
  showMoment();
  showNotice();
  if (fit) showAll();
  if (state.picked || ["lists", "matrix", "export", "path"].includes(state.panel)) refreshPanel();
  rememberState();
}

function showHeading() {
  document.title = scene.title || "entente";
  byId("title").textContent = scene.title || "entente";
  const claims = model.relations.reduce((sum, r) => sum + r.allClaims, 0);
  const parts = [scene.date && `as of ${scene.date}`, plural(model.entities.length, "entity", "entities"),
    plural(model.relations.length, "relation"), plural(claims, "claim"), plural(model.sources.size, "source")];
  byId("subtitle").textContent = parts.filter(Boolean).join(" · ");
  if (scene.description) byId("subtitle").title = scene.description;
}

/// What the page does not have, and what is hidden at the moment.
function showNotice() {
  const { entities, relations, claims } = scene.left_out;
  const missing = [entities && plural(entities, "entity", "entities"), relations && plural(relations, "relation"),
    claims && plural(claims, "claim")].filter(Boolean);
  const notice = byId("notice");
  const parts = [];
  if (missing.length > 0) parts.push(`Reduced to the most important part: ${missing.join(", ")} are not in this page. `);
  if (scene.lean) parts.push("The claims were left out on request. ");
  const focus = state.focus && model.byId.get(state.focus);
  if (focus) parts.push(`Only the neighbourhood of ${nameOf(focus)}. `, button("Show everything", () => {
    state.focus = undefined;
    update({ fit: true });
    refreshPanel();
  }));
  notice.hidden = parts.length === 0;
  notice.replaceChildren(...parts);
}

function startTheme() {
  byId("theme").addEventListener("click", () => {
    state.theme = isDark() ? "light" : "dark";
    restyle();
    drawLegend();
    rememberState();
  });
  systemDark.addEventListener("change", () => {
    restyle();
    drawLegend();
  });
}

/// Brings all in line with the state, after the address was changed or when the page is opened.
function showState() {
  update();
  refreshPanel();
  if (state.viewport) cy.viewport({ zoom: state.viewport.zoom, pan: { x: state.viewport.x, y: state.viewport.y } });
  else showAll();
}

function start() {
  makeSteps();
  readHash();
  applyFilters();
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  makeStage();
  makeIndex();
  showHeading();
  fillLanguages();
  startTimeline();
  startPanels();
  startKeys();
  startTheme();
  startPrint();
  combobox(byId("search"), byId("found"), goTo);
  byId("reset-empty").addEventListener("click", () => { resetFilters({ time: true }); refreshPanel(); });
  if (innerWidth < 700) byId("legend").open = false;
  drawLegend();
  showState();
  addEventListener("hashchange", () => {
    if (location.hash === knownHash) return;
    readHash();
    byId("language").value = currentLanguage();
    restyle();
    renameNodes();
    showState();
  });
}

start();
