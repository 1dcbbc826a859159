// SPDX-License-Identifier: BSL-1.0
// What colours, shapes and lines mean; only what is there.

function lineSample(color, { width = 2, dash, head = false, mark: sign } = {}) {
  const svg = drawn("svg", { width: 36, height: 14, viewBox: "0 0 36 14", "aria-hidden": "true" });
  svg.append(drawn("path", { d: head ? "M1 7H28" : "M1 7H35", fill: "none", stroke: lineColor(color), "stroke-width": width, ...(dash && { "stroke-dasharray": dash }) }));
  if (head) svg.append(drawn("path", { d: "M35 7L26 3V11Z", fill: lineColor(color) }));
  if (sign) svg.append(drawn("text", { x: 18, y: 11, "text-anchor": "middle", class: "mark" }, sign));
  return svg;
}

function kindSample(kind) {
  const sample = model.entities.find((e) => e.kind === kind);
  const { fill, stroke } = nodeColors(sample);
  const svg = drawn("svg", { width: 36, height: 16, viewBox: "0 0 36 16", "aria-hidden": "true" });
  svg.append(outline(nodeShape(sample), 18, 8, 32, 13, Math.min(6, cornerOf(sample)), { fill, stroke, "stroke-width": 1.4 }));
  return svg;
}

function drawLegend() {
  const rows = [];
  for (const kind of new Set(model.entities.map((e) => e.kind))) rows.push([kindSample(kind), kindLabel(kind).toLowerCase()]);
  const shown = model.relations;
  const has = (test) => shown.some(test);
  if (has((r) => r.type === "member_of")) rows.push([lineSample("#0072b2"), "membership, in the alliance's colour"]);
  if (has((r) => r.sign > 0 && r.type !== "member_of")) rows.push([lineSample(signColors["1"]), "cooperation (blue, green)"]);
  if (has((r) => r.sign < 0)) rows.push([lineSample(signColors["-1"], { head: !large }), "conflict (red, orange)"]);
  if ([...pairs.values()].some((p) => new Set(p.relations.map((r) => r.sign)).has(1) && new Set(p.relations.map((r) => r.sign)).has(-1)))
    rows.push([lineSample(signColors.both), "both"]);
  if (has((r) => r.sign === 0)) rows.push([lineSample(signColors["0"]), "neither"]);
  const ink = "#5f6368";
  if (has((r) => r.status === "planned")) rows.push([lineSample(ink, { dash: "7 5" }), "planned"]);
  if (has((r) => r.status === "possible")) rows.push([lineSample(ink, { dash: "2 3" }), "possible"]);
  if (has((r) => r.status === "disputed")) rows.push([lineSample(ink, { mark: "?" }), "disputed: some sources deny it"]);
  if (has((r) => r.status === "denied")) rows.push([lineSample(ink, { dash: "2 3", mark: "✕" }), "denied"]);
  if (has((r) => r.sourceCount > 1)) rows.push([lineSample(ink, { width: 4 }), "more sources, wider line"]);
  byId("legend-rows").replaceChildren(...rows.map(([sample, text]) => el("p", {}, sample, text)));
}
