// SPDX-License-Identifier: BSL-1.0
// Finding entities by any of their names, in any language.

const mostFound = 12;
let searchIndex;

function makeIndex() {
  searchIndex = model.entities.map((entity) => ({
    entity,
    names: allNames(entity).map((name) => ({ name, key: fold(name) })),
    weight: entity.relations.length,
  }));
}

/// How well a name fits: the whole, its beginning, the beginning of a word, any part; 0: not.
function fit(key, wanted) {
  if (key === wanted) return 4;
  if (key.startsWith(wanted)) return 3;
  if (key.includes(" " + wanted)) return 2;
  return key.includes(wanted) ? 1 : 0;
}

function find(text) {
  const wanted = fold(text);
  if (!wanted) return [];
  const found = [];
  for (const { entity, names, weight } of searchIndex) {
    let best = 0, called = "";
    for (const { name, key } of names) {
      const score = fit(key, wanted);
      if (score > best) [best, called] = [score, name];
    }
    if (best > 0) found.push({ entity, called, score: best, weight });
  }
  found.sort((x, y) => y.score - x.score || y.weight - x.weight || x.entity.index - y.entity.index);
  return found.slice(0, mostFound);
}

/// Makes an input and a list to a combobox as the ARIA practices describe it.
function combobox(input, list, onPick) {
  let found = [], at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (n) => {
    const entity = found[n]?.entity;
    if (!entity) return;
    input.value = nameOf(entity);
    close();
    onPick(entity);
  };
  const point = (n) => {
    at = n;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === n)));
    if (!list.children[n]) return;
    input.setAttribute("aria-activedescendant", list.children[n].id);
    list.children[n].scrollIntoView({ block: "nearest" });
  };
  const offer = () => {
    found = find(input.value);
    list.replaceChildren(...found.map(({ entity, called }, n) =>
      el("li", { role: "option", id: `${list.id}-${n}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); choose(n); } },
        entity.flag && el("img", { src: entity.flag, alt: "", width: 20, height: 15 }),
        el("span", {}, nameOf(entity)),
        el("small", {}, called === nameOf(entity) ? kindLabel(entity.kind) : `${called} · ${kindLabel(entity.kind)}`))));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (input.value) say(found.length > 0 ? `${plural(found.length, "name")} found` : "Nothing found");
    point(found.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", offer);
  input.addEventListener("focus", () => input.value && offer());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && found.length > 0) {
      event.preventDefault();
      point((at + moves[event.key] + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(Math.max(at, 0));
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
}

function goTo(entity) {
  if (!seen.entities[entity.index]) {
    resetFilters();
    if (!seen.entities[entity.index]) resetFilters({ time: true });
    say("Filters were reset to show it");
  }
  pick({ entity: entity.id });
  reveal(entity);
}
