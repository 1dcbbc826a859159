// SPDX-License-Identifier: BSL-1.0
// What things are called: nations in the reader's language, all else as in the facts.

const asInFacts = "facts";

/// The first of the reader's languages that the page has names in.
function readersLanguage() {
  const wanted = [scene.language, ...(navigator.languages ?? [])].filter(Boolean);
  for (const tag of wanted) {
    const language = tag.split("-")[0].toLowerCase();
    if (Object.hasOwn(scene.names, language)) return language;
  }
  return asInFacts;
}

function currentLanguage() {
  const chosen = state.language;
  return chosen === asInFacts || Object.hasOwn(scene.names, chosen ?? "") ? chosen : readersLanguage();
}

function nameOf(entity) {
  const names = scene.names[currentLanguage()];
  return names && Object.hasOwn(names, entity.id) ? names[entity.id] : entity.name;
}

/// Every name of an entity, in every language of the page.
function allNames(entity) {
  const translated = Object.values(scene.names).flatMap((names) =>
    Object.hasOwn(names, entity.id) ? [names[entity.id]] : [],
  );
  return [...new Set([nameOf(entity), entity.name, ...entity.aliases.map((a) => a.name), ...translated, entity.id])];
}

function languageName(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function fillLanguages() {
  const select = byId("language");
  const options = Object.keys(scene.names).map((tag) => el("option", { value: tag, lang: tag }, languageName(tag)));
  select.replaceChildren(el("option", { value: asInFacts }, "as in the facts"), ...options);
  select.value = currentLanguage();
  select.addEventListener("change", () => {
    state.language = select.value;
    renameNodes();
    refreshPanel();
    rememberState();
  });
}

const relationLabel = (type) => scene.relations[type]?.label ?? type;
const kindLabel = (kind) => scene.kinds[kind]?.label ?? kind;
