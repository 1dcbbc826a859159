// SPDX-License-Identifier: BSL-1.0
// What is known of one entity, or of a pair: relations, claims, quotes, links to the sources.

function entityButton(entity, properties = {}) {
  const flag = entity.flag && el("img", { src: entity.flag, alt: "", width: 20, height: 15 });
  return button([flag, nameOf(entity)], () => pick({ entity: entity.id }), { class: "name", ...properties });
}

function fact(term, ...values) {
  if (values.flat(Infinity).every((v) => !v)) return [];
  return [el("dt", {}, term), el("dd", {}, ...values)];
}

const identifierPages = [[/^wikidata:(Q\d+)$/, "https://www.wikidata.org/wiki/"]];
function identifier(text) {
  for (const [pattern, page] of identifierPages) {
    const match = pattern.exec(text);
    if (match) return link(page + match[1], text);
  }
  return link(text, text);
}

function chips(relation) {
  const period = periodText(relation.from, relation.to);
  const out = [];
  if (relation.status !== "supported") out.push(el("span", { class: `chip ${relation.status}` }, relation.status));
  if (relation.derived) out.push(el("span", { class: "chip" }, "derived"));
  if (period) out.push(el("span", { class: "chip" }, period));
  if (relation.confidence !== undefined) out.push(el("span", { class: "chip" }, `confidence ${relation.confidence}`));
  if (relation.sourceCount > 0) out.push(el("span", { class: "chip" }, plural(relation.sourceCount, "source")));
  return out;
}

/// What is said of the relation, from the side of `entity`.
function phrase(relation, entity) {
  const turned = relation.subject !== entity;
  const type = relation.vocabulary;
  return turned && !type.symmetric ? type.inverse || `${type.label} (of it)` : type.label;
}

function relationsOf(entity) {
  const groups = new Map();
  for (const relation of seenRelations(entity)) {
    const key = phrase(relation, entity);
    groups.set(key, [...(groups.get(key) ?? []), relation]);
  }
  return [...groups].map(([label, relations]) => [
    el("h3", {}, label, el("span", { class: "count" }, String(relations.length))),
    el("ul", { class: "ties" }, relations.map((relation) => {
      const other = otherEnd(relation, entity);
      const why = button("why?", () => pickPair(relation.pair), {
        class: "why", "aria-label": `Why: ${nameOf(entity)} ${label} ${nameOf(other)}`,
      });
      return el("li", {}, entityButton(other), " ", why, el("span", { class: "chips" }, chips(relation)));
    })),
  ]);
}

function entityCard(entity, body) {
  const names = entity.aliases.map((a, i) => [i > 0 && ", ", el("span", { lang: a.language }, a.name)]);
  const own = entity.name === nameOf(entity) ? [] : fact("in the facts", entity.name);
  const hidden = entity.relations.length - seenRelations(entity).length;
  append(body, [
    el("p", { class: "kind" }, kindLabel(entity.kind), entity.provisional && " · only ever mentioned"),
    el("p", { class: "tools" }, focusTools(entity),
      button("Path from here", () => startPath(entity, 0)), button("Path to here", () => startPath(entity, 1))),
    el("dl", {}, own, fact("also called", names), fact("existed", periodText(entity.from, entity.to)),
      entity.attributes.map(([key, value]) => fact(key.replace(/_/g, " "), valueText(value))),
      fact("elsewhere", entity.sameAs.map((id, i) => [i > 0 && ", ", identifier(id)])), fact("id", el("code", {}, entity.id))),
    relationsOf(entity),
    hidden > 0 && el("p", { class: "small" }, `${plural(hidden, "relation")} not shown: filtered.`),
  ]);
}

function focusTools(entity) {
  if (state.focus === entity.id) {
    const hops = [1, 2, 3, 4].map((n) => el("option", { value: n, selected: n === state.hops }, plural(n, "step")));
    const select = el("select", { "aria-label": "How far around", onchange: () => {
      state.hops = Number(select.value);
      update({ fit: true });
    } }, hops);
    return [select, button("Show everything", () => { state.focus = undefined; update({ fit: true }); refreshPanel(); })];
  }
  return button("Only its neighbourhood", () => {
    state.focus = entity.id;
    update({ fit: true });
    refreshPanel();
  }, { id: "focus" });
}

/// `read by` of `rule`: a key in words for people.
function fieldLabel(key) {
  const labels = scene.claim_fields.labels;
  return Object.hasOwn(labels, key) ? labels[key] : key.replace(/_/g, " ");
}

function sourceLine(record) {
  if (record.source === undefined) return el("span", {}, "no source named");
  const source = model.sources.get(record.source)?.record ?? { source: record.source };
  const published = source.published ? ` (${source.published})` : "";
  const title = source.title || source.publisher || source.source;
  const publisher = source.title && source.publisher ? `${source.publisher}: ` : "";
  return el("span", {}, publisher, link(source.url, title), published);
}

function claimItem({ record }) {
  const speaker = record.stated_by && model.byId.get(record.stated_by);
  const said = record.stated_by_as || (speaker ? nameOf(speaker) : record.stated_by);
  const details = Object.entries(record).filter(([key]) => !scene.claim_fields.own.includes(key));
  const stance = record.stance && record.stance !== "asserted" ? record.stance : "";
  const called = [record.subject_as, record.object_as].filter(Boolean).map((name) => `“${name}”`).join(", ");
  return el("li", { class: "claim" },
    record.quote && el("blockquote", {}, record.quote),
    el("p", { class: "source" }, sourceLine(record)),
    el("dl", {}, fact("stated by", said), fact("stance", stance), fact("date", record.date),
      fact("holds", periodText(record.from, record.to)), fact("confidence", record.confidence !== undefined && String(record.confidence)),
      fact("named there", called), details.map(([key, value]) => fact(fieldLabel(key), valueText(value)))));
}

function relationSection(relation) {
  const moment = currentMoment();
  const claims = relation.claims.filter((claim) => claimIsSeen(claim, moment));
  const missing = relation.allClaims - relation.claims.length;
  return el("section", { class: `relation sign${relation.sign}` },
    el("h3", {}, `${nameOf(relation.subject)} ${relation.vocabulary.label} ${nameOf(relation.object)}`),
    el("p", { class: "chips" }, chips(relation)),
    relation.derived && el("p", { class: "small" }, "Computed from common membership; nobody claims it."),
    el("ol", { class: "claims" }, claims.map(claimItem)),
    missing > 0 && el("p", { class: "small" }, `${plural(missing, "more claim")} not in this page.`));
}

function pairCard(pair, body) {
  append(body, [
    el("p", { class: "tools" }, entityButton(pair.a), pair.b !== pair.a && entityButton(pair.b)),
    pairSeen(pair).map(relationSection),
  ]);
}

function showCard(body) {
  const { entity, a, b } = state.picked;
  if (entity) {
    const it = model.byId.get(entity);
    entityCard(it, body);
    return nameOf(it);
  }
  const [one, other] = [model.byId.get(a), model.byId.get(b)];
  const pair = pairOf(one, other);
  if (pair) pairCard(pair, body);
  else append(body, [el("p", {}, "Nothing in these facts relates the two.")]);
  return `${nameOf(one)} – ${nameOf(other)}`;
}

const pickPair = (pair) => pick({ a: pair.a.id, b: pair.b.id });

function pick(picked) {
  state.picked = picked;
  if (picked) state.panel = undefined;
  refreshPanel({ focus: false });
  mark();
  if (picked) say(byId("panel-title").textContent + ": card opened");
  rememberState();
}
