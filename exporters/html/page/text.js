// SPDX-License-Identifier: BSL-1.0
// Elements and texts. Whatever comes from the data becomes a text node or an attribute's value,
// never markup.

const byId = (id) => document.getElementById(id);

/// `el("button", {type: "button", onclick: f, "aria-label": "Close"}, "×")`
function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key === "value" || key === "checked" || key === "selected") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity))
    if (child !== undefined && child !== null && child !== false && child !== "") element.append(child);
}

function button(text, onclick, properties = {}) {
  return el("button", { type: "button", onclick, ...properties }, text);
}

/// An element of an SVG drawing.
function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const plural = (count, one, many = one + "s") => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/// For screen readers, and for nobody else.
function say(text) {
  byId("said").textContent = text;
}

/// A link if the address is one of the web, else nothing: `javascript:` is never followed.
function webAddress(text) {
  if (!/^https?:\/\//i.test(text ?? "")) return undefined;
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}

function link(address, ...children) {
  const href = webAddress(address);
  if (!href) return el("span", {}, ...children);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/// A value of an attribute as text.
function valueText(value) {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  return value !== null && typeof value === "object" ? JSON.stringify(value) : String(value);
}

/// Lower case, without marks and punctuation: the form in which names are compared.
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
