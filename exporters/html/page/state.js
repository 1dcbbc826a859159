// SPDX-License-Identifier: BSL-1.0
// What the reader has chosen, kept in the fragment of the address so that a view can be shared.

const hideable = ["kind", "relation", "sign", "status", "source"];
const panels = ["filters", "path", "matrix", "lists", "export", "help"];

const state = {
  hidden: Object.fromEntries(hideable.map((name) => [name, new Set()])),
  confidence: 0,
  moment: undefined, // text of a step of the time slider; undefined: all times
  focus: undefined, // id of an entity
  hops: 1,
  path: [undefined, undefined],
  picked: undefined, // {entity} or {a, b}: ids
  panel: undefined,
  language: undefined,
  theme: undefined,
  viewport: undefined, // {x, y, zoom} once the reader moved it
};

const joined = (values) => [...values].map(encodeURIComponent).join(",");
function parted(text) {
  return text.split(",").flatMap((part) => {
    try {
      return [decodeURIComponent(part)];
    } catch {
      return [];
    }
  });
}

function stateToHash() {
  const out = new URLSearchParams();
  for (const name of hideable) if (state.hidden[name].size > 0) out.set(`no-${name}`, joined(state.hidden[name]));
  if (state.confidence > 0) out.set("confidence", state.confidence);
  if (state.moment !== undefined) out.set("time", state.moment);
  else if (openingMoment !== undefined) out.set("time", "all");
  if (state.focus) out.set("focus", state.focus);
  if (state.focus && state.hops !== 1) out.set("hops", state.hops);
  if (state.path[0] || state.path[1]) out.set("path", joined([state.path[0] ?? "", state.path[1] ?? ""]));
  if (state.picked?.entity) out.set("pick", joined([state.picked.entity]));
  if (state.picked?.a) out.set("pick", joined([state.picked.a, state.picked.b]));
  if (state.panel) out.set("panel", state.panel);
  if (state.language !== undefined) out.set("names", state.language);
  if (state.theme) out.set("theme", state.theme);
  if (state.viewport) out.set("at", joined([state.viewport.x, state.viewport.y, state.viewport.zoom]));
  return out.toString();
}

/// Anybody can write an address: what is not known is passed over.
function stateFromHash(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const known = (id) => (id && model.byId.has(id) ? id : undefined);
  const list = (key) => (given.has(key) ? parted(given.get(key)) : []);
  for (const name of hideable) state.hidden[name] = new Set(list(`no-${name}`));
  const confidence = Number(given.get("confidence"));
  state.confidence = confidence > 0 && confidence <= 1 ? confidence : 0;
  state.moment = given.get("time") === "all" ? undefined : given.get("time") ?? openingMoment;
  state.focus = known(given.get("focus"));
  state.hops = Math.min(4, Math.max(1, Math.round(Number(given.get("hops"))) || 1));
  const ends = list("path");
  state.path = [known(ends[0]), known(ends[1])];
  const picked = list("pick").map(known);
  state.picked = undefined;
  if (picked.length === 1 && picked[0]) state.picked = { entity: picked[0] };
  if (picked.length === 2 && picked[0] && picked[1]) state.picked = { a: picked[0], b: picked[1] };
  state.panel = panels.includes(given.get("panel")) ? given.get("panel") : undefined;
  state.language = given.get("names") ?? undefined;
  state.theme = ["light", "dark"].includes(given.get("theme")) ? given.get("theme") : undefined;
  const at = list("at").map(Number);
  const sound = at.length === 3 && at.every(Number.isFinite) && at[2] > 0.01 && at[2] < 20;
  state.viewport = sound ? { x: at[0], y: at[1], zoom: at[2] } : undefined;
}

let hashTimer;
/// The address that the state was last read from or written to.
let knownHash;
function readHash() {
  clearTimeout(hashTimer);
  knownHash = location.hash;
  stateFromHash(knownHash);
}

function rememberState() {
  clearTimeout(hashTimer);
  hashTimer = setTimeout(writeHash, 120);
}

/// An address that somebody has just changed wins: `hashchange` is on its way to read it, and writing now would lose it.
function writeHash() {
  clearTimeout(hashTimer);
  if (location.hash !== knownHash) return;
  const hash = stateToHash();
  history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  knownHash = location.hash;
}
