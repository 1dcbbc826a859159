// SPDX-License-Identifier: BSL-1.0
// The picture: one node an entity, one line a pair, drawn by Cytoscape.js.

/// All relations of two entities, or of one with itself.
function makePairs() {
  const pairs = new Map();
  for (const relation of model.relations) {
    const [a, b] = [relation.subject, relation.object].sort((x, y) => x.index - y.index);
    const key = `${a.index}-${b.index}`;
    if (!pairs.has(key)) pairs.set(key, { key, index: pairs.size, a, b, relations: [] });
    const pair = pairs.get(key);
    pair.relations.push(relation);
    relation.pair = pair;
  }
  return pairs;
}

const pairOf = (a, b) => pairs.get(a.index < b.index ? `${a.index}-${b.index}` : `${b.index}-${a.index}`);
const pairSeen = (pair) => pair.relations.filter((r) => seen.relations[r.index]);
const nodeOf = (entity) => cy.getElementById(`n${entity.index}`);
const lineOf = (pair) => cy.getElementById(`p${pair.index}`);

let cy;
let large = false;
const shownLook = new Map(); // of each pair: which relations its line was drawn for
const lookKey = (relations) => relations.map((r) => r.index).join();

function nodeData(entity) {
  const border = entity.provisional ? "dashed" : "solid";
  const data = { ...nodeSize(entity), ...nodeColors(entity), shape: nodeShape(entity), corner: cornerOf(entity), border };
  if (entity.flag) data.flag = entity.flag;
  return data;
}

/// Where an entity stands when the page opens: those of a list are lined up at their left.
function homeOf(entity) {
  if (entity.under === undefined) return { x: entity.x, y: entity.y };
  const owner = model.entities[entity.under];
  const left = owner.x - nodeSize(owner).width / 2;
  return { x: left + 26 + entity.columnLeft + nodeSize(entity).width / 2, y: entity.y };
}

/// Lists under an owner may have several columns; each begins where the widest name of the one
/// before it ends.
function findColumns() {
  const lists = new Map();
  for (const entity of model.entities)
    if (entity.under !== undefined) lists.set(entity.under, [...(lists.get(entity.under) ?? []), entity]);
  for (const list of lists.values()) {
    let left = 0, width = 0, lastY = -Infinity;
    for (const entity of list) {
      if (entity.y < lastY) {
        left += width + 20;
        width = 0;
      }
      lastY = entity.y;
      entity.columnLeft = left;
      width = Math.max(width, nodeSize(entity).width);
    }
  }
}

/// The line to a name in a list goes down from its owner and then right, as in a tree of files.
function treeLine(owner, entity) {
  const from = homeOf(owner), to = homeOf(entity), own = nodeSize(owner), other = nodeSize(entity);
  const start = { x: from.x - own.width / 2 + 12, y: from.y + own.height / 2 };
  const end = { x: to.x - other.width / 2, y: to.y };
  const dx = end.x - start.x, dy = end.y - start.y, length2 = dx * dx + dy * dy;
  return {
    start: `${start.x - from.x}px ${start.y - from.y}px`,
    end: `${end.x - to.x}px ${end.y - to.y}px`,
    weight: (dy * dy) / length2,
    distance: (dx * dy) / Math.sqrt(length2),
  };
}

function pairData(pair) {
  const data = { id: `p${pair.index}`, source: `n${pair.a.index}`, target: `n${pair.b.index}` };
  const shown = pairSeen(pair);
  Object.assign(data, pairLook(pair, shown.length > 0 ? shown : pair.relations));
  if (shown.length > 0) shownLook.set(pair, lookKey(shown));
  const owner = pair.a.under === pair.b.index ? pair.b : pair.b.under === pair.a.index ? pair.a : undefined;
  if (!owner || large) return data;
  const entity = owner === pair.a ? pair.b : pair.a;
  data.source = `n${owner.index}`;
  data.target = `n${entity.index}`;
  const line = treeLine(owner, entity);
  return { ...data, from: line.start, to: line.end, bend: line.weight, corner: line.distance, head: "none", tail: "none" };
}

function makeStage() {
  large = model.entities.length > 700 || pairs.size > 1500;
  findColumns();
  const nodes = model.entities.map((entity) => ({
    data: { id: `n${entity.index}`, ...nodeData(entity) },
    position: homeOf(entity),
  }));
  const edges = [...pairs.values()].map((pair) => ({ data: pairData(pair) }));
  cy = cytoscape({
    container: byId("graph"),
    elements: { nodes, edges },
    layout: { name: "preset" },
    style: sheet(large),
    minZoom: 0.03,
    maxZoom: 4,
    boxSelectionEnabled: false,
    selectionType: "single",
    textureOnViewport: large,
    hideEdgesOnViewport: false,
    pixelRatio: large ? 1 : "auto",
  });
  cy.on("tap", "node", (event) => pick({ entity: model.entities[Number(event.target.id().slice(1))].id }));
  cy.on("tap", "edge", (event) => pickPair(pairAt(event.target)));
  cy.on("tap", (event) => event.target === cy && pick(undefined));
  if (!large) {
    cy.on("mouseover", "edge", (event) => event.target.addClass("told"));
    cy.on("mouseout", "edge", (event) => state.picked || event.target.removeClass("told"));
  }
  cy.on("dragfreeon", "node", (event) => event.target.connectedEdges("[corner]").removeData("corner"));
  let moved;
  cy.on("viewport", () => {
    clearTimeout(moved);
    moved = setTimeout(rememberViewport, 200);
  });
}

const pairList = [];
const pairAt = (edge) => pairList[Number(edge.id().slice(1))];

let fitting = false;
function rememberViewport() {
  if (fitting) {
    fitting = false;
    return;
  }
  const round = (x) => Math.round(x * 100) / 100;
  state.viewport = { x: round(cy.pan().x), y: round(cy.pan().y), zoom: Math.round(cy.zoom() * 1000) / 1000 };
  rememberState();
}

/// All that is seen in the part of the window that no panel covers.
function showAll() {
  const shown = cy.nodes().not(".gone");
  if (shown.empty()) return;
  fitting = true;
  cy.resize();
  const box = shown.boundingBox({ includeOverlays: false });
  const margin = 18, left = cy.width() > 700 ? 64 : margin; // beside the buttons
  const [width, height] = [cy.width() - left - margin, cy.height() - 2 * margin];
  const zoom = Math.min(1.4, width / box.w, height / box.h);
  cy.viewport({
    zoom,
    pan: { x: left + width / 2 - (zoom * (box.x1 + box.x2)) / 2, y: margin + height / 2 - (zoom * (box.y1 + box.y2)) / 2 },
  });
  state.viewport = undefined;
  rememberState();
}

/// Brings the picture in line with what is seen; touches only what changed.
function drawSeen() {
  cy.batch(() => {
    model.entities.forEach((entity, i) => nodeOf(entity).toggleClass("gone", !seen.entities[i]));
    for (const pair of pairs.values()) {
      const relations = pairSeen(pair);
      const line = lineOf(pair);
      line.toggleClass("gone", relations.length === 0);
      const key = lookKey(relations);
      if (relations.length === 0 || shownLook.get(pair) === key) continue;
      shownLook.set(pair, key);
      const look = pairLook(pair, relations);
      if (line.data("corner") !== undefined) look.head = look.tail = "none";
      else if (line.data("source") !== `n${pair.a.index}`) [look.head, look.tail] = [look.tail, look.head];
      line.data(look);
    }
  });
  byId("empty").hidden = seen.entities.some(Boolean);
}

function restyle() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  shownLook.clear();
  cy.batch(() => model.entities.forEach((entity) => nodeOf(entity).data(nodeColors(entity))));
  drawSeen();
  cy.style(sheet(large));
}

function renameNodes() {
  findColumns();
  cy.batch(() => {
    for (const entity of model.entities) {
      const node = nodeOf(entity);
      node.data(nodeSize(entity));
      if (entity.under !== undefined) node.position(homeOf(entity));
    }
  });
}

/// Sets apart what was picked, or the path.
function mark() {
  cy.batch(() => {
    cy.elements().removeClass("picked dim told way");
    const way = currentWay();
    if (way) return markWay(way);
    const picked = state.picked;
    if (!picked) return;
    const entity = picked.entity && model.byId.get(picked.entity);
    if (entity) {
      const node = nodeOf(entity);
      const near = node.closedNeighborhood();
      cy.elements().not(near).addClass("dim");
      if (near.edges().length < 60) near.edges().addClass("told");
      node.addClass("picked");
      return;
    }
    const pair = pairOf(model.byId.get(picked.a), model.byId.get(picked.b));
    if (pair) lineOf(pair).addClass("picked told").connectedNodes().addClass("picked");
  });
}

function markWay(way) {
  const nodes = way.map(nodeOf);
  const lines = way.slice(1).map((entity, i) => lineOf(pairOf(way[i], entity)));
  cy.elements().addClass("dim");
  for (const node of nodes) node.removeClass("dim").addClass("way");
  for (const line of lines) line.removeClass("dim").addClass("way told");
}

/// Moves to an entity if it is not in sight.
function reveal(entity) {
  const node = nodeOf(entity);
  if (!seen.entities[entity.index]) return;
  const box = node.renderedBoundingBox();
  const outside = box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height();
  if (outside || cy.zoom() < 0.35) {
    if (cy.zoom() < 0.6) cy.zoom(0.9);
    cy.center(node);
  }
}
