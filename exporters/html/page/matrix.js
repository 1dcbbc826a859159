// SPDX-License-Identifier: BSL-1.0
// Nations against nations: friend, enemy, both or none, with the reasons.

const mostNations = 60;
const stands = {
  friend: { sign: "+", text: "friend" },
  enemy: { sign: "−", text: "enemy" },
  both: { sign: "±", text: "both" },
  none: { sign: "", text: "none" },
};
let allNations = false;
let matrixAt; // {row, column} of the cell that has the focus

/// Relations that say how two nations stand: their own, alliances that both are in, and threats
/// that one poses and the other faces. Reads what is seen.
function standings() {
  const reasons = new Map();
  const add = (a, b, sign, text, relations) => {
    if (a === b) return;
    const key = pairKey(a, b);
    if (!reasons.has(key)) reasons.set(key, []);
    reasons.get(key).push({ sign, text, relations });
  };
  const hubs = new Map(), threats = new Map();
  const at = (map, key) => map.get(key) ?? map.set(key, []).get(key);
  for (const relation of model.relations) {
    if (!seen.relations[relation.index] || relation.status === "denied") continue;
    const { subject, object, type } = relation;
    if (subject.kind === "nation" && object.kind === "nation") {
      if (relation.sign !== 0) add(subject, object, relation.sign, `${nameOf(subject)} ${relation.vocabulary.label} ${nameOf(object)}`, [relation]);
    } else if (subject.kind === "nation" && (type === "member_of" || type === "party_to")) at(hubs, object).push(relation);
    else if (subject.kind === "nation" && type === "poses") at(threats, object).push(relation);
    else if (subject.kind === "threat" && object.kind === "nation" && relation.sign < 0) at(threats, subject).push(relation);
  }
  for (const [hub, members] of hubs)
    for (let i = 0; i < members.length; ++i)
      for (let j = 0; j < i; ++j)
        if (members[i].subject !== members[j].subject && together(members[i], members[j]))
          add(members[i].subject, members[j].subject, 1, `both in ${nameOf(hub)}`, [members[i], members[j]]);
  for (const [threat, ties] of threats)
    for (const poses of ties.filter((r) => r.subject.kind === "nation"))
      for (const aimed of ties.filter((r) => r.subject === threat))
        add(poses.subject, aimed.object, -1, `${nameOf(poses.subject)} poses ${nameOf(threat)}, which is aimed at ${nameOf(aimed.object)}`, [poses, aimed]);
  return reasons;
}

const together = (one, other) => !one.times || !other.times || one.times.some((a) => other.times.some((b) => meets(a, b)));
const pairKey = (a, b) => (a.index < b.index ? `${a.index}-${b.index}` : `${b.index}-${a.index}`);

function standing(reasons) {
  const good = reasons?.some((r) => r.sign > 0), bad = reasons?.some((r) => r.sign < 0);
  return good && bad ? "both" : good ? "friend" : bad ? "enemy" : "none";
}

/// Those with most ties; friends stand side by side.
function orderNations(reasons) {
  const nations = model.entities.filter((e) => e.kind === "nation" && seen.entities[e.index]);
  const ties = new Map(nations.map((n) => [n, new Map()]));
  for (const [key, list] of reasons) {
    const [a, b] = key.split("-").map((i) => model.entities[Number(i)]);
    const weight = list.reduce((sum, r) => sum + r.sign, 0);
    ties.get(a)?.set(b, weight);
    ties.get(b)?.set(a, weight);
  }
  const count = (n) => ties.get(n).size;
  nations.sort((a, b) => count(b) - count(a) || a.index - b.index);
  const kept = allNations ? nations : nations.slice(0, mostNations);
  const left = new Set(kept), order = [];
  while (left.size > 0) {
    const last = order[order.length - 1];
    let best, score = -Infinity;
    for (const n of left) {
      const s = (last && ties.get(last).get(n)) ?? 0;
      if (s > score) [best, score] = [n, s];
    }
    order.push(best);
    left.delete(best);
  }
  return { order, all: nations.length };
}

function matrixPanel(body) {
  const reasons = standings();
  const { order, all } = orderNations(reasons);
  if (order.length < 2) return append(body, [el("p", {}, "There are not two nations to compare.")]);
  const why = el("div", { id: "matrix-why", "aria-live": "polite" });
  const cell = (row, column, r, c) => {
    if (row === column) return el("td", { class: "self", role: "gridcell" });
    const list = reasons.get(pairKey(row, column));
    const stand = standing(list);
    return el("td", { role: "gridcell", class: stand }, el("button", {
      type: "button", tabindex: -1, "data-row": r, "data-column": c, "data-stand": stand,
      "aria-label": `${nameOf(row)} and ${nameOf(column)}: ${stands[stand].text}`,
      onclick: () => showReasons(why, row, column, list, stand),
    }, stands[stand].sign));
  };
  const head = (n, scope) => el("th", { scope }, el("span", {}, n.flag && el("img", { src: n.flag, alt: "", width: 16, height: 12 }), nameOf(n)));
  const table = el("table", { class: "matrix", role: "grid", "aria-label": "Nations: friend, enemy, both or none" },
    el("thead", {}, el("tr", {}, el("td"), order.map((n) => head(n, "col")))),
    el("tbody", {}, order.map((row, r) => el("tr", {}, head(row, "row"), order.map((column, c) => cell(row, column, r, c))))));
  append(body, [
    el("p", { class: "keys" }, Object.entries(stands).map(([name, { sign, text }]) => [el("span", { class: `key ${name}` }, sign || " "), ` ${text} `])),
    all > order.length && el("p", { class: "small" }, `The ${order.length} nations with most ties of ${all}. `,
      button("Show all", () => { allNations = true; refreshPanel(); })),
    why,
    el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Matrix" }, table),
  ]);
  roam(table);
}

function showReasons(why, row, column, list, stand) {
  why.replaceChildren(
    el("h3", {}, `${nameOf(row)} and ${nameOf(column)}: ${stands[stand].text}`),
    list ? el("ul", { class: "ties" }, list.slice(0, 30).map(({ sign, text, relations }) =>
      el("li", {}, `${sign > 0 ? "+" : "−"} ${text} `, relations.map((r) => button("why?", () => pickPair(r.pair), { class: "why", "aria-label": `Why: ${nameOf(r.subject)} ${r.vocabulary.label} ${nameOf(r.object)}` })),
        relations.length === 1 && el("span", { class: "chips" }, chips(relations[0])))))
      : el("p", {}, "Nothing that is shown says so."),
    list && list.length > 30 ? el("p", { class: "small" }, `and ${list.length - 30} more`) : "");
}

/// One stop for the tab key; the arrows go from cell to cell.
function roam(table) {
  const at = (r, c) => table.querySelector(`button[data-row="${r}"][data-column="${c}"]`);
  const first = (matrixAt && at(matrixAt.row, matrixAt.column)) || at(0, 1);
  first?.setAttribute("tabindex", "0");
  table.addEventListener("focusin", (event) => {
    table.querySelector('button[tabindex="0"]')?.setAttribute("tabindex", "-1");
    event.target.setAttribute("tabindex", "0");
    matrixAt = { row: event.target.dataset.row, column: event.target.dataset.column };
  });
  table.addEventListener("keydown", (event) => {
    const moves = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const [dr, dc] = moves[event.key] ?? [];
    if (dr === undefined) return;
    event.preventDefault();
    let r = Number(event.target.dataset.row) + dr, c = Number(event.target.dataset.column) + dc;
    if (r === c) [r, c] = [r + dr, c + dc];
    at(r, c)?.focus();
  });
}
