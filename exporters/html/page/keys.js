// SPDX-License-Identifier: BSL-1.0
// Everything by keyboard.

const keyHelp = [
  ["/", "search"],
  ["arrows", "in the picture: to the nearest name in that direction"],
  ["Enter", "in the picture: card of the name that is marked"],
  ["f", "only the neighbourhood of what is marked; again: everything"],
  ["+  −  0", "nearer, further away, show all"],
  ["Esc", "close the panel"],
  ["?", "this help"],
];

let cursor; // the entity that the arrow keys are at

const typing = (target) => target.closest?.("input, select, textarea") && target.type !== "range" && target.type !== "checkbox";

/// The nearest name in a direction; what lies off to the side counts as further away.
function nearest(from, dx, dy) {
  let best, least = Infinity;
  const start = nodeOf(from).position();
  for (const entity of model.entities) {
    if (entity === from || !seen.entities[entity.index]) continue;
    const { x, y } = nodeOf(entity).position();
    const along = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const distance = along + 2.5 * aside;
    if (along > 1 && distance < least) [best, least] = [entity, distance];
  }
  return best;
}

/// Where the arrows begin: what is picked, else the best connected.
function firstCursor() {
  const picked = state.picked?.entity && model.byId.get(state.picked.entity);
  if (picked && seen.entities[picked.index]) return picked;
  const shown = model.entities.filter((e) => seen.entities[e.index]);
  return shown.reduce((best, e) => (!best || e.relations.length > best.relations.length ? e : best), undefined);
}

function moveCursor(dx, dy) {
  const before = cursor && seen.entities[cursor.index] ? cursor : undefined;
  cursor = before ? nearest(before, dx, dy) ?? before : firstCursor();
  if (!cursor) return;
  cy.nodes(".picked").removeClass("picked");
  nodeOf(cursor).addClass("picked");
  reveal(cursor);
  say(`${nameOf(cursor)}, ${kindLabel(cursor.kind)}, ${plural(seenRelations(cursor).length, "relation")}`);
}

const zoomBy = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });

const graphKeys = {
  ArrowLeft: () => moveCursor(-1, 0),
  ArrowRight: () => moveCursor(1, 0),
  ArrowUp: () => moveCursor(0, -1),
  ArrowDown: () => moveCursor(0, 1),
  Enter: () => {
    cursor ??= firstCursor();
    if (!cursor) return;
    returnTo = byId("graph");
    pick({ entity: cursor.id });
    byId("panel-title").focus();
  },
  "+": () => zoomBy(1.25),
  "-": () => zoomBy(0.8),
  0: showAll,
  f: () => {
    const entity = cursor ?? firstCursor();
    state.focus = state.focus ? undefined : entity?.id;
    update({ fit: true });
    refreshPanel();
  },
};

function startKeys() {
  byId("graph").addEventListener("keydown", (event) => {
    const act = graphKeys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !byId("panel").hidden) return closePanel();
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      byId("search").focus();
      byId("search").select();
    } else if (event.key === "?") openPanel("help");
  });
  byId("zoom-in").addEventListener("click", () => zoomBy(1.25));
  byId("zoom-out").addEventListener("click", () => zoomBy(0.8));
  byId("zoom-all").addEventListener("click", showAll);
  byId("skip").addEventListener("click", () => openPanel("lists"));
}

function helpPanel(body) {
  append(body, [
    el("p", {}, "Click a name or a line for its card: claims, quotes and links to the sources. Drag to move, turn the wheel to come nearer."),
    el("dl", { class: "key-list" }, keyHelp.map(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)])),
    el("p", { class: "small" }, "A line stands for all relations of a pair. With the time slider, the picture has what holds in the year, month or day shown; what has no date always stays."),
    el("p", { class: "small" }, "Made by entente. Drawn with Cytoscape.js (MIT licence; its text stands in this file). Nothing is fetched from anywhere."),
  ]);
}
