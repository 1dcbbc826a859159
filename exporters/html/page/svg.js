// SPDX-License-Identifier: BSL-1.0
// What is seen as a drawing of its own.

/// The outline of a node, with its middle at (x, y).
function outline(shape, x, y, width, height, corner, look) {
  const [l, r, t, b] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const cut = Math.min(8, height / 3, width / 3);
  const neck = l + 0.625 * width;
  const tag = `M${l} ${t}H${neck}L${r} ${y}L${neck} ${b}H${l}Z`;
  const paths = {
    tag,
    "round-tag": tag,
    "cut-rectangle": `M${l + cut} ${t}H${r - cut}L${r} ${t + cut}V${b - cut}L${r - cut} ${b}H${l + cut}L${l} ${b - cut}V${t + cut}Z`,
  };
  if (paths[shape]) return drawn("path", { d: paths[shape], ...look });
  const round = shape === "rectangle" ? 0 : shape === "barrel" ? 8 : corner;
  return drawn("rect", { x: l, y: t, width, height, rx: Math.min(round, height / 2), ...look });
}

function drawnNode(node) {
  const { x, y } = node.position();
  const data = node.data();
  const dash = data.border === "dashed" ? { "stroke-dasharray": "5 4" } : {};
  const group = drawn("g", {}, outline(data.shape, x, y, data.width, data.height, data.corner,
    { fill: data.fill, stroke: data.stroke, "stroke-width": 1.4, ...dash }));
  if (data.flag) {
    const box = { x: x - data.width / 2 + data.flagLeft, y: y - data.flagHeight / 2, width: data.flagWidth, height: data.flagHeight };
    group.append(drawn("image", { href: data.flag, ...box }));
  }
  const lines = data.label.split("\n"), step = data.font * 1.25;
  lines.forEach((line, i) => group.append(drawn("text", {
    x: x + data.shift, y: y + (i - (lines.length - 1) / 2) * step + data.font * 0.35, fill: data.ink,
    "font-size": data.font, "font-weight": data.weight, "text-anchor": "middle" }, line)));
  return group;
}

function arrowHead(tip, from, color) {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const point = (along, across) => `${tip.x - dx * along - dy * across} ${tip.y - dy * along + dx * across}`;
  return drawn("path", { d: `M${tip.x} ${tip.y}L${point(9, 4)}L${point(9, -4)}Z`, fill: color });
}

function drawnLine(edge) {
  const data = edge.data();
  const start = edge.sourceEndpoint(), end = edge.targetEndpoint();
  const through = data.corner !== undefined ? (edge.segmentPoints() ?? []) : [];
  const points = [start, ...through, end];
  const dash = { dashed: "7 5", dotted: "1.5 4" }[data.line];
  const group = drawn("g", {}, drawn("path", {
    d: "M" + points.map((p) => `${p.x} ${p.y}`).join("L"), fill: "none", stroke: data.color, "stroke-width": data.width,
    "stroke-opacity": data.strength, ...(dash && { "stroke-dasharray": dash }) }));
  if (data.head !== "none") group.append(arrowHead(end, start, data.color));
  if (data.tail !== "none") group.append(arrowHead(start, end, data.color));
  if (data.mark) group.append(drawn("text", { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + 4, "text-anchor": "middle",
    "font-size": 12, "font-weight": 700, fill: isDark() ? "#e8eaed" : "#1a1a1a" }, data.mark));
  return group;
}

/// A complete SVG file of what is seen, with the title above.
function svgPicture() {
  const nodes = cy.nodes().not(".gone");
  const box = nodes.boundingBox({ includeLabels: false, includeOverlays: false, includeUnderlays: false });
  const margin = 24, head = scene.title ? 44 : 0;
  const width = Math.max(200, Math.ceil(box.w + 2 * margin)), height = Math.max(100, Math.ceil(box.h + 2 * margin + head));
  const [left, top] = [Math.floor((box.x1 || 0) - margin), Math.floor((box.y1 || 0) - margin - head)];
  const svg = drawn("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `${left} ${top} ${width} ${height}`, "font-family": fontFamily });
  svg.append(drawn("title", {}, pictureTitle()));
  svg.append(drawn("rect", { x: left, y: top, width, height, fill: paper() }));
  if (head) svg.append(drawn("text", { x: left + margin, y: top + 36, "font-size": 22, "font-weight": 700, fill: isDark() ? "#e8eaed" : "#1a1a1a" }, pictureTitle()));
  cy.edges().not(".gone").forEach((edge) => {
    if (edge.source().hasClass("gone") || edge.target().hasClass("gone") || edge.isLoop()) return;
    svg.append(drawnLine(edge));
  });
  nodes.forEach((node) => svg.append(drawnNode(node)));
  return new XMLSerializer().serializeToString(svg);
}

function pictureTitle() {
  const moment = currentMoment();
  return [scene.title || "entente", moment && moment.text].filter(Boolean).join(", ");
}
