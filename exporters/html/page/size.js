// SPDX-License-Identifier: BSL-1.0
// How large a node must be for its name.

const fontFamily = '"Noto Sans", "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK JP", sans-serif';
const pen = document.createElement("canvas").getContext("2d");

let penFont;

function textWidth(text, font) {
  if (penFont !== font) pen.font = penFont = font; // setting it costs more than measuring
  return pen.measureText(text).width;
}

/// Lines of at most `most` pixels where words allow it; a text without spaces is cut anywhere.
function wrap(text, font, most, mostLines = 3) {
  const lines = [];
  let line = "";
  if (textWidth(text, font) <= most && !/\s\s|\n/.test(text)) return [text];
  const words = text.replace(/\s+/g, " ").match(/[^ \-–—/]+[ \-–—/]?|[ \-–—/]/g) ?? [""];
  for (const word of words.flatMap((w) => (textWidth(w, font) > most ? [...w] : [w]))) {
    if (line && textWidth(line + word.trimEnd(), font) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  lines.push(line.trimEnd());
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), lines[mostLines - 1] + "…"];
}

const fonts = { nation: [15, 600], alliance: [15, 700], threat: [13, 600] };
const flagWidth = 28;

const sizes = new Map(); // by entity: the name that was measured, and what came of it

function nodeSize(entity) {
  const name = nameOf(entity);
  const known = sizes.get(entity);
  if (known?.name === name) return known.size;
  const size = measured(entity, name);
  sizes.set(entity, { name, size });
  return size;
}

/// Of the width of a tag its tip takes three eighths, into which short lines may reach.
const tipShare = 0.24;

/// Everything about a node that follows from its name and kind.
function measured(entity, name) {
  const [normal, weight] = fonts[entity.kind] ?? [13, 400];
  const size = Math.round(normal * entity.scale);
  const font = `${weight} ${size}px ${fontFamily}`;
  const lines = wrap(entity.kind === "threat" ? `▲ ${name}` : name, font, 180 * entity.scale);
  const text = Math.max(...lines.map((line) => textWidth(line, font)));
  const flag = entity.flag ? flagWidth * entity.scale : 0;
  const height = Math.ceil(lines.length * size * 1.3 + 14 * entity.scale);
  const tip = nodeShape(entity).endsWith("tag") ? (text + 20) * tipShare : 0;
  return {
    label: lines.join("\n"),
    width: Math.ceil(Math.max(text, 24) + 20 * entity.scale + (flag && flag + 6 * entity.scale) + tip),
    height,
    font: size,
    weight,
    flagWidth: flag,
    flagHeight: flag * 0.75,
    flagLeft: 9 * entity.scale,
    shift: (flag && (flag + 6 * entity.scale) / 2) - tip / 2,
  };
}
