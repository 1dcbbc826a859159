// SPDX-License-Identifier: BSL-1.0
// The time slider: what holds in a year, month or day, and what began and ended with it.

let steps; // undefined: the facts have no dates
let changes = []; // steps at which something begins or ends
let openingMoment; // the time that a graph with a long history opens at
let playing;

function finiteDays() {
  const days = [];
  const add = (span) => {
    if (!span) return;
    if (Number.isFinite(span.start)) days.push(span.start);
    if (Number.isFinite(span.end)) days.push(span.end);
  };
  for (const relation of model.relations) for (const span of relation.times ?? []) add(span);
  for (const entity of model.entities) if (entity.kind !== "official") add(entity.period);
  return days;
}

function makeSteps() {
  const days = finiteDays();
  if (days.length === 0) return;
  let first = Infinity, last = -Infinity;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  const asOf = daySpan(scene.date);
  if (asOf) last = Math.max(last, asOf.end);
  if (first === last) return;
  steps = stepsBetween(first, last);
  const at = new Set();
  for (const day of days) at.add(stepOf(steps, day));
  changes = [...at].sort((a, b) => a - b);
  openingMoment = openingStep();
}

/// Two centuries at once are no picture: where most has ended, the page opens at its last time.
function openingStep() {
  if (pairs.size < 400) return undefined;
  const dated = model.relations.filter((r) => r.times);
  const lastDay = momentOf(steps, steps.count - 1).start;
  const ended = dated.filter((r) => r.times.every((span) => span.end < lastDay));
  return ended.length * 3 > model.relations.length ? momentOf(steps, steps.count - 1).text : undefined;
}

const momentStep = (text) => {
  const span = daySpan(text);
  if (!span || !steps) return undefined;
  const step = stepOf(steps, span.start);
  return step >= 0 && step < steps.count ? step : undefined;
};

function currentMoment() {
  const step = state.moment === undefined ? undefined : momentStep(state.moment);
  return step === undefined ? undefined : momentOf(steps, step);
}

function startTimeline() {
  if (!steps) return;
  byId("timeline").hidden = false;
  const slider = byId("time");
  slider.max = String(steps.count - 1);
  slider.addEventListener("input", () => moveTo(Number(slider.value)));
  byId("all-times").addEventListener("click", () => {
    stopPlaying();
    state.moment = state.moment === undefined ? momentOf(steps, Number(slider.value)).text : undefined;
    update();
  });
  byId("play").addEventListener("click", () => (playing ? stopPlaying() : play()));
  drawHistogram();
}

function moveTo(step) {
  state.moment = momentOf(steps, step).text;
  update();
}

/// From change to change; from the beginning if it stands at the end.
function play() {
  const slider = byId("time");
  if (state.moment === undefined || Number(slider.value) >= changes[changes.length - 1]) moveTo(0);
  byId("play").setAttribute("aria-label", "Pause");
  byId("play").firstChild.textContent = "❚❚";
  const wait = Math.max(90, Math.min(700, 24_000 / changes.length));
  playing = setInterval(() => {
    const next = changes.find((step) => step > Number(slider.value));
    if (next === undefined || next >= steps.count) return stopPlaying();
    moveTo(next);
  }, wait);
}

function stopPlaying() {
  clearInterval(playing);
  playing = undefined;
  byId("play").setAttribute("aria-label", "Play");
  byId("play").firstChild.textContent = "▶";
}

/// How many relations hold at each step.
function drawHistogram() {
  const bins = Math.min(steps.count, 240);
  const diff = new Array(bins + 1).fill(0);
  const binOf = (day, open) => {
    if (!Number.isFinite(day)) return open;
    return Math.max(0, Math.min(bins - 1, Math.floor((stepOf(steps, day) * bins) / steps.count)));
  };
  for (const relation of model.relations)
    for (const span of relation.times ?? []) {
      ++diff[binOf(span.start, 0)];
      --diff[binOf(span.end, bins - 1) + 1];
    }
  let sum = 0;
  const heights = diff.slice(0, bins).map((d) => (sum += d));
  const top = Math.max(1, ...heights);
  const points = heights.map((h, i) => `L${i} ${(20 - (18 * h) / top).toFixed(2)}L${i + 1} ${(20 - (18 * h) / top).toFixed(2)}`);
  const histogram = byId("histogram");
  histogram.setAttribute("viewBox", `0 0 ${bins} 20`);
  histogram.replaceChildren(drawn("path", { d: `M0 20${points.join("")}L${bins} 20Z` }));
}

/// Alliances, agreements and memberships that begin or end in the step that is shown.
function changesAt(moment) {
  const inside = (day) => Number.isFinite(day) && day >= moment.start && day <= moment.end;
  const begun = [], ended = [], fresh = new Set();
  const told = new Set(["alliance", "agreement"]);
  const note = (span, entity, text) => {
    if (span && inside(span.start)) begun.push(text), fresh.add(entity);
    if (span && inside(span.end) && !inside(span.start)) ended.push(text);
  };
  for (const entity of model.entities)
    if (told.has(entity.kind) && !state.hidden.kind.has(entity.kind)) note(entity.period, entity, nameOf(entity));
  for (const relation of model.relations) {
    if (relation.sign === 0 || !relation.times || !relationPasses(relation, undefined)) continue;
    const span = relation.times[0];
    const hub = told.has(relation.object.kind);
    if (hub && relation.object.period && inside(relation.object.period.start)) continue;
    if (hub && relation.object.period && inside(relation.object.period.end)) continue;
    const text = hub ? `${nameOf(relation.subject)} in ${nameOf(relation.object)}`
      : `${nameOf(relation.subject)} ${relation.vocabulary.label} ${nameOf(relation.object)}`;
    note(span, relation.subject, text);
  }
  return { begun, ended, fresh };
}

function shorten(list) {
  const most = 5;
  return list.length <= most ? list.join("; ") : `${list.slice(0, most).join("; ")} and ${list.length - most} more`;
}

function showMoment() {
  if (!steps) return;
  const moment = currentMoment();
  byId("all-times").setAttribute("aria-pressed", String(!moment));
  const slider = byId("time");
  slider.value = String(moment ? momentStep(moment.text) : steps.count - 1);
  slider.setAttribute("aria-valuetext", moment ? moment.text : "all times");
  byId("moment").textContent = moment ? moment.text : "all times";
  cy.nodes(".new").removeClass("new");
  const line = byId("changes");
  line.replaceChildren();
  line.classList.toggle("told", moment !== undefined);
  if (!moment) return;
  const { begun, ended, fresh } = changesAt(moment);
  if (begun.length > 0) line.append(el("span", { class: "begun", title: begun.join("\n") }, `+ ${shorten(begun)}`));
  if (ended.length > 0) line.append(el("span", { class: "ended", title: ended.join("\n") }, `− ${shorten(ended)}`));
  for (const entity of fresh) if (seen.entities[entity.index]) nodeOf(entity).addClass("new");
}
