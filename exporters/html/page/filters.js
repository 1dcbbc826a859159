// SPDX-License-Identifier: BSL-1.0
// What of the model is to be seen, by what the reader has chosen.

const noSource = "(none)";
const signs = [
  ["1", "Cooperation"],
  ["-1", "Conflict"],
  ["0", "Neither"],
];

const seen = { entities: [], relations: [] };

function claimIsSeen(claim, moment) {
  if (state.hidden.source.has(claim.record.source ?? noSource)) return false;
  return !moment || !claim.time || meets(claim.time, moment);
}

function relationPasses(relation, moment) {
  const { kind, relation: types, sign, status, source } = state.hidden;
  if (types.has(relation.type) || sign.has(String(relation.sign)) || status.has(relation.status)) return false;
  if (kind.has(relation.subject.kind) || kind.has(relation.object.kind)) return false;
  if (relation.confidence !== undefined && relation.confidence < state.confidence) return false;
  if (source.size > 0) {
    const ids = relation.sources.size > 0 ? [...relation.sources] : [noSource];
    if (ids.every((id) => source.has(id))) return false;
  }
  return !moment || !relation.times || relation.times.some((span) => meets(span, moment));
}

function entityPasses(entity, moment) {
  if (state.hidden.kind.has(entity.kind)) return false;
  return !moment || !entity.period || meets(entity.period, moment);
}

/// Those within some steps of `entity`.
function neighbourhood(entity, hops) {
  const reached = new Set([entity]);
  let rim = [entity];
  for (let hop = 0; hop < hops; ++hop) {
    const next = [];
    for (const from of rim)
      for (const relation of from.relations) {
        const to = otherEnd(relation, from);
        if (!seen.relations[relation.index] || reached.has(to)) continue;
        reached.add(to);
        next.push(to);
      }
    rim = next;
  }
  return reached;
}

/// Decides for everything whether it is seen. An entity whose relations are all hidden goes, too.
function applyFilters() {
  const moment = currentMoment();
  const passes = model.entities.map((entity) => entityPasses(entity, moment));
  const connected = model.entities.map((entity) => entity.relations.length === 0);
  seen.relations = model.relations.map((relation) => {
    const fits = passes[relation.subject.index] && passes[relation.object.index] && relationPasses(relation, moment);
    if (fits) connected[relation.subject.index] = connected[relation.object.index] = true;
    return fits;
  });
  seen.entities = passes.map((pass, i) => pass && connected[i]);
  const focus = state.focus && model.byId.get(state.focus);
  if (!focus) return;
  const near = neighbourhood(focus, state.hops);
  seen.entities = model.entities.map((entity, i) => near.has(entity) && (seen.entities[i] || entity === focus));
  seen.relations = seen.relations.map(
    (is, i) => is && seen.entities[model.relations[i].subject.index] && seen.entities[model.relations[i].object.index],
  );
}

const seenRelations = (entity) => entity.relations.filter((r) => seen.relations[r.index]);

const anythingHidden = () =>
  hideable.some((name) => state.hidden[name].size > 0) ||
  state.confidence > 0 ||
  state.moment !== undefined ||
  state.focus !== undefined;

/// The time stays, unless asked for: it is where one is rather than what one hides.
function resetFilters({ time = false } = {}) {
  for (const name of hideable) state.hidden[name].clear();
  state.confidence = 0;
  state.focus = undefined;
  if (time) state.moment = undefined;
  update();
}

function counted(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function filterBox(name, value, label, count) {
  const box = el("input", {
    type: "checkbox",
    checked: !state.hidden[name].has(value),
    "data-filter": name,
    "data-value": value,
    onchange: () => {
      if (box.checked) state.hidden[name].delete(value);
      else state.hidden[name].add(value);
      update();
    },
  });
  return el("li", {}, el("label", {}, box, " ", label, el("span", { class: "count" }, String(count))));
}

function filterGroup(name, title, rows, extra) {
  const all = (checked) => {
    for (const [value] of rows) checked ? state.hidden[name].delete(value) : state.hidden[name].add(value);
    update();
    refreshPanel();
  };
  return el(
    "fieldset",
    { class: "filter" },
    el("legend", {}, title),
    rows.length > 3 &&
      el("p", { class: "both" }, button("all", () => all(true), { "aria-label": `${title}: all` }), " · ",
        button("none", () => all(false), { "aria-label": `${title}: none` })),
    extra,
    el("ul", {}, rows.map(([value, label, count]) => filterBox(name, value, label, count))),
  );
}

function sourceName(id) {
  const record = model.sources.get(id)?.record;
  const name = record?.title || record?.publisher || id;
  return record?.published ? `${name} (${record.published})` : name;
}

function filterPanel(body) {
  const rowsOf = (values, label) =>
    [...counted(values)].map(([value, count]) => [value, label(value), count]).sort((a, b) => b[2] - a[2]);
  const relations = model.relations;
  const bySign = counted(relations.map((r) => String(r.sign)));
  const sources = rowsOf(
    relations.flatMap((r) => (r.sources.size > 0 ? [...r.sources] : [noSource])),
    (id) => (id === noSource ? "no source" : sourceName(id)),
  );
  const output = el("output", {}, state.confidence.toFixed(2));
  const slider = el("input", {
    type: "range", min: 0, max: 1, step: 0.05, value: state.confidence, id: "confidence",
    "aria-label": "Least confidence",
    oninput: () => {
      state.confidence = Number(slider.value);
      output.textContent = state.confidence.toFixed(2);
      update();
    },
  });
  append(body, [
    el("p", {}, button("Show all again", () => { resetFilters(); refreshPanel(); }, { id: "reset" })),
    filterGroup("kind", "Kind", rowsOf(model.entities.map((e) => e.kind), (k) => scene.kinds[k]?.plural ?? k)),
    filterGroup("sign", "Sign", signs.filter(([v]) => bySign.has(v)).map(([v, l]) => [v, l, bySign.get(v)])),
    filterGroup("status", "Status", rowsOf(relations.map((r) => r.status), (s) => s)),
    el("fieldset", { class: "filter" }, el("legend", {}, "Confidence"),
      el("p", {}, el("label", {}, "at least ", slider, " ", output)),
      el("p", { class: "small" }, "What nobody rated is always shown.")),
    filterGroup("relation", "Relation", rowsOf(relations.map((r) => r.type), relationLabel)),
    filterGroup("source", "Source", sources),
  ]);
}
