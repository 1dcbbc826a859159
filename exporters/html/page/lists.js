// SPDX-License-Identifier: BSL-1.0
// The same as the picture as tables: for keyboard, screen reader, and whoever likes tables.

const rowsAtOnce = 200;
const listState = { which: "entities", text: "", rows: rowsAtOnce };

const listColumns = {
  entities: ["Name", "Kind", "Period", "Relations"],
  relations: ["From", "Relation", "To", "Status", "Period", "Confidence", "Claims"],
};

function entityRows(wanted) {
  return model.entities
    .filter((e) => seen.entities[e.index] && (!wanted || allNames(e).some((name) => fold(name).includes(wanted))))
    .map((e) => () => el("tr", {}, el("th", { scope: "row" }, entityButton(e)), el("td", {}, kindLabel(e.kind)),
      el("td", {}, periodText(e.from, e.to)), el("td", { class: "number" }, String(seenRelations(e).length))));
}

function relationRows(wanted) {
  const fits = (r) => [r.subject, r.object].some((e) => fold(nameOf(e)).includes(wanted)) || fold(r.vocabulary.label).includes(wanted);
  return model.relations
    .filter((r) => seen.relations[r.index] && (!wanted || fits(r)))
    .map((r) => () => el("tr", {}, el("td", {}, entityButton(r.subject)),
      el("td", {}, button(r.vocabulary.label, () => pickPair(r.pair), { class: "why", "aria-label": `${nameOf(r.subject)} ${r.vocabulary.label} ${nameOf(r.object)}: claims` })),
      el("td", {}, entityButton(r.object)), el("td", {}, r.status), el("td", {}, periodText(r.from, r.to)),
      el("td", { class: "number" }, r.confidence === undefined ? "" : String(r.confidence)), el("td", { class: "number" }, String(r.allClaims))));
}

function fillTable(place) {
  const wanted = fold(listState.text);
  const rows = listState.which === "entities" ? entityRows(wanted) : relationRows(wanted);
  const shown = rows.slice(0, listState.rows);
  place.replaceChildren(
    el("p", { class: "small", role: "status" }, shown.length < rows.length ? `${shown.length} of ${rows.length}` : plural(rows.length, "row")),
    el("table", { class: "list" },
      el("thead", {}, el("tr", {}, listColumns[listState.which].map((title) => el("th", { scope: "col" }, title)))),
      el("tbody", {}, shown.map((make) => make()))),
    shown.length < rows.length ? button("More", () => { listState.rows += rowsAtOnce; fillTable(place); }) : "");
}

function listsPanel(body) {
  const place = el("div", { id: "lists", class: "scroll", role: "region", "aria-label": "Table", tabindex: 0 });
  const tab = (which, text) => button(text, () => {
    Object.assign(listState, { which, rows: rowsAtOnce });
    refreshPanel();
    byId(`tab-${which}`).focus();
  }, { id: `tab-${which}`, "aria-pressed": String(listState.which === which) });
  const input = el("input", { type: "search", value: listState.text, "aria-label": "Only rows with", placeholder: "Only rows with …", oninput: () => {
    listState.text = input.value;
    fillTable(place);
  } });
  append(body, [
    el("p", { class: "tools" }, tab("entities", plural(seen.entities.filter(Boolean).length, "entity", "entities")),
      tab("relations", plural(seen.relations.filter(Boolean).length, "relation")), input),
    place,
  ]);
  fillTable(place);
}
