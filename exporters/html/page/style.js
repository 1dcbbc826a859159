// SPDX-License-Identifier: BSL-1.0
// Colours, shapes and lines of the picture: those of the vocabulary, made fit for light and dark.

const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (state.theme ? state.theme === "dark" : systemDark.matches);
const paper = () => (isDark() ? "#12171d" : "#ffffff");
const accent = () => (isDark() ? "#8ab4f8" : "#0b57d0");

const signColors = { "1": "#2b5c8a", "-1": "#b3261e", "0": "#7d838c", both: "#7b3f8c" };

const channels = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
function mix(color, other, share) {
  const [a, b] = [channels(color), channels(other)];
  return "#" + a.map((x, i) => Math.round(x * share + b[i] * (1 - share)).toString(16).padStart(2, "0")).join("");
}

const isColor = (text) => /^#[0-9a-f]{6}$/i.test(text ?? "");
const safeColor = (text, other) => (isColor(text) ? text : other);

/// WCAG: relative luminance, for black or white type.
function luminance(color) {
  const [r, g, b] = channels(color).map((c) => {
    const x = c / 255;
    return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const inkOn = (color) => (luminance(color) > 0.19 ? "#1a1a1a" : "#ffffff"); // whichever stands out more

const lineColor = (color) => (isDark() ? mix(color, "#ffffff", 0.62) : color);

function nodeColors(entity) {
  const kind = scene.kinds[entity.kind] ?? {};
  if (entity.color) {
    const fill = safeColor(entity.color, "#0072b2");
    return { fill, stroke: mix(fill, isDark() ? "#ffffff" : "#000000", 0.7), ink: inkOn(fill) };
  }
  const stroke = safeColor(kind.stroke, "#999999");
  if (!isDark()) return { fill: safeColor(kind.fill, "#ffffff"), stroke, ink: safeColor(kind.text, "#333333") };
  return { fill: mix(stroke, paper(), 0.22), stroke: mix(stroke, "#ffffff", 0.75), ink: mix(stroke, "#ffffff", 0.16) };
}

/// Shapes of Graphviz, which the vocabulary names, as those of Cytoscape.js.
const shapes = {
  box: "round-rectangle",
  ellipse: "round-rectangle",
  hexagon: "round-rectangle",
  octagon: "cut-rectangle",
  component: "rectangle",
  note: "round-tag",
  folder: "barrel",
  cds: "tag",
  house: "bottom-round-rectangle",
  plain: "rectangle",
};
const nodeShape = (entity) => shapes[scene.kinds[entity.kind]?.shape] ?? "rectangle";
const cornerOf = (entity) => (entity.kind === "official" ? 14 : entity.kind === "alliance" ? 9 : 5);

const lineStyles = { planned: "dashed", possible: "dotted", denied: "dotted" };
const marks = { disputed: "?", denied: "✕" };

/// Where type is large, so are lines.
const lineScale = () => (!large && model.entities.length > 120 ? 2 : 1);

/// One line for all relations of a pair that are seen: the colour of the alliance, of the relation
/// if there is but one, else of what they come to.
function pairLook(pair, relations) {
  const statuses = new Set(relations.map((r) => r.status));
  const only = statuses.size === 1 ? relations[0].status : statuses.has("disputed") ? "disputed" : "supported";
  const types = new Set(relations.map((r) => r.type));
  const taken = new Set(relations.filter((r) => r.sign !== 0).map((r) => r.sign));
  const hub = relations.every((r) => r.type === "member_of") && (relations[0].object.color ?? relations[0].subject.color);
  const sign = taken.size === 2 ? "both" : taken.size === 1 ? String([...taken][0]) : "0";
  const own = types.size === 1 ? relations[0].vocabulary.color : undefined;
  const color = only === "denied" ? signColors["0"] : safeColor(hub || own, signColors[sign]);
  const sources = Math.max(1, ...relations.map((r) => r.sourceCount));
  const directed = relations.filter((r) => !r.vocabulary.symmetric && r.sign !== 0 && r.type !== "member_of" && r.type !== "party_to" && r.type !== "poses");
  return {
    color: large ? mix(lineColor(color), paper(), sign === "0" ? 0.25 : 0.5) : lineColor(color),
    width: (Math.min(1.1 + 0.5 * (sources - 1), 4.5) + (relations.some((r) => r.type === "poses") ? 0.6 : 0)) * lineScale(),
    line: lineStyles[only] ?? "solid",
    head: directed.some((r) => r.object === pair.b) ? "triangle" : "none",
    tail: directed.some((r) => r.object === pair.a) ? "triangle" : "none",
    mark: marks[only] ?? "",
    strength: sign === "0" || only === "denied" ? 0.4 : 0.85,
    label: [...types].map(relationLabel).join(" · "),
  };
}

const fineLines = {
  "curve-style": "straight", "line-style": "data(line)", "line-opacity": "data(strength)", label: "data(mark)", "arrow-scale": 0.9,
  "target-arrow-shape": "data(head)", "source-arrow-shape": "data(tail)", "target-arrow-color": "data(color)", "source-arrow-color": "data(color)",
};
/// Thousands of lines are drawn without what takes long: arrows, dashes, transparency.
const plainLines = { "curve-style": "haystack", "haystack-radius": 0 };

function sheet(large) {
  const ink = isDark() ? "#e8eaed" : "#1a1a1a";
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", width: "data(width)", height: "data(height)", shape: "data(shape)",
        "corner-radius": "data(corner)", "background-color": "data(fill)", "border-color": "data(stroke)",
        "border-width": 1.4, "border-style": "data(border)", color: "data(ink)", "font-size": "data(font)",
        "font-weight": "data(weight)", "font-family": fontFamily, "text-valign": "center", "text-halign": "center",
        "text-wrap": "wrap", "text-max-width": 1000, "line-height": 1.25, "text-margin-x": "data(shift)",
        "min-zoomed-font-size": large ? 6 : 3,
      },
    },
    {
      selector: "node[flag]",
      style: {
        "background-image": "data(flag)", "background-width": "data(flagWidth)", "background-height": "data(flagHeight)",
        "background-position-x": "data(flagLeft)", "background-clip": "none", "background-image-containment": "over",
        "background-fit": "none", "background-image-smoothing": "yes",
      },
    },
    {
      selector: "edge",
      style: {
        ...(large ? plainLines : fineLines), width: "data(width)", "line-color": "data(color)", "font-size": 12, "font-weight": 700, "font-family": fontFamily, color: ink, "text-background-color": paper(),
        "text-background-opacity": 1, "text-background-padding": 2, "text-background-shape": "round-rectangle",
        "line-dash-pattern": [7, 5], "min-zoomed-font-size": 6,
      },
    },
    { selector: "edge[corner]", style: { "curve-style": "segments", "segment-distances": "data(corner)", "segment-weights": "data(bend)", "source-endpoint": "data(from)", "target-endpoint": "data(to)", "edge-distances": "endpoints", "line-opacity": 0.6 } },
    { selector: ".gone", style: { display: "none" } },
    { selector: "edge.told", style: { label: "data(label)", "font-weight": 400, "font-size": 11, "text-rotation": "none", "line-opacity": 1, "z-index": 9 } },
    { selector: ".dim", style: { opacity: large ? 0.09 : 0.24 } },
    { selector: "node.new", style: { "border-width": 4, "border-color": accent() } },
    { selector: "node.picked", style: { "border-width": 4, "border-color": accent(), "z-index": 10 } },
    { selector: "edge.picked", style: { "line-opacity": 1, "underlay-color": accent(), "underlay-opacity": 0.45, "underlay-padding": 5, "z-index": 10 } },
    { selector: "edge.way", style: { "line-opacity": 1, "underlay-color": accent(), "underlay-opacity": 0.5, "underlay-padding": 5 } },
    { selector: "node.way", style: { "border-width": 4, "border-color": accent() } },
    { selector: "node:active, edge:active", style: { "overlay-opacity": 0 } },
  ];
}
