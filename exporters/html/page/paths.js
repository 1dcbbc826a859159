// SPDX-License-Identifier: BSL-1.0
// How two entities are connected through what is seen.

const mostWays = 8;
let wayAt = 0;
let ways = [];

/// All shortest ways, those with more sources first; at most a few.
function findWays(from, to) {
  const distance = new Map([[from, 0]]);
  let rim = [from];
  while (rim.length > 0 && !distance.has(to)) {
    const next = [];
    for (const at of rim)
      for (const relation of seenRelations(at)) {
        const other = otherEnd(relation, at);
        if (distance.has(other) || relation.status === "denied") continue;
        distance.set(other, distance.get(at) + 1);
        next.push(other);
      }
    rim = next;
  }
  if (!distance.has(to)) return [];
  const found = [];
  const back = (at, tail) => {
    if (found.length >= 200) return;
    if (at === from) return void found.push([from, ...tail]);
    const before = new Set();
    for (const relation of seenRelations(at)) {
      const other = otherEnd(relation, at);
      if (relation.status !== "denied" && distance.get(other) === distance.get(at) - 1) before.add(other);
    }
    for (const other of before) back(other, [at, ...tail]);
  };
  back(to, []);
  const sources = (way) =>
    way.slice(1).reduce((sum, entity, i) => sum + Math.max(...pairSeen(pairOf(way[i], entity)).map((r) => r.sourceCount)), 0);
  return found
    .map((way) => ({ way, sources: sources(way) }))
    .sort((x, y) => y.sources - x.sources)
    .slice(0, mostWays)
    .map(({ way }) => way);
}

function refreshWays() {
  const [from, to] = state.path.map((id) => id && model.byId.get(id));
  ways = from && to && from !== to && seen.entities[from.index] && seen.entities[to.index] ? findWays(from, to) : [];
  wayAt = Math.min(wayAt, Math.max(0, ways.length - 1));
}

const currentWay = () => (state.panel === "path" ? ways[wayAt] : undefined);

function startPath(entity, end) {
  state.path[end] = entity.id;
  wayAt = 0;
  state.picked = undefined;
  refreshWays();
  openPanel("path");
}

function picker(label, end) {
  const entity = state.path[end] && model.byId.get(state.path[end]);
  const list = el("ul", { id: `path-found-${end}`, role: "listbox", "aria-label": label, hidden: true });
  const input = el("input", {
    id: `path-${end}`, type: "search", autocomplete: "off", role: "combobox", "aria-expanded": "false",
    "aria-controls": list.id, "aria-autocomplete": "list", "aria-label": label, placeholder: label, value: entity ? nameOf(entity) : "",
  });
  combobox(input, list, (found) => {
    startPath(found, end);
    byId(`path-${state.path[1 - end] ? end : 1 - end}`).focus();
  });
  return el("div", { class: "finder" }, input, list);
}

function stepItem(from, to) {
  const pair = pairOf(from, to);
  const relations = pairSeen(pair);
  const quote = relations.flatMap((r) => r.claims).find((c) => c.record.quote)?.record.quote;
  return el("li", {}, relations.map((r) =>
    el("p", {}, `${nameOf(r.subject)} ${r.vocabulary.label} ${nameOf(r.object)} `, el("span", { class: "chips" }, chips(r)))),
    quote && el("blockquote", {}, quote),
    button("all claims", () => pickPair(pair), { class: "why" }));
}

function pathPanel(body) {
  refreshWays();
  const way = ways[wayAt];
  const both = state.path[0] && state.path[1];
  append(body, [
    picker("From", 0),
    picker("To", 1),
    both && !way && el("p", { id: "no-path" }, "What is shown does not connect the two."),
    way && el("p", { class: "tools", id: "path-length" }, plural(way.length - 1, "step"),
      ways.length > 1 && [`, way ${wayAt + 1} of ${ways.length} `, button("Next way", () => {
        wayAt = (wayAt + 1) % ways.length;
        refreshPanel();
        mark();
      })]),
    way && el("p", { class: "way" }, way.map((entity, i) => [i > 0 && " → ", entityButton(entity)])),
    way && el("ol", { class: "steps" }, way.slice(1).map((entity, i) => stepItem(way[i], entity))),
  ]);
  if (way) say(`Path of ${plural(way.length - 1, "step")}: ${way.map(nameOf).join(", ")}`);
}
