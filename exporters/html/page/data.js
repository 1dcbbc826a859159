// SPDX-License-Identifier: BSL-1.0
// The facts as lines, and the scene that was computed of them, joined to one model.

const scene = JSON.parse(byId("scene").textContent);

/// The page has each line as the format `facts` writes it, but for the characters that must not
/// stand in a script element.
const plainCharacters = { u003c: "<", u003e: ">", u2028: "\u2028", u2029: "\u2029", "\\": "\\\\" };
const plainLine = (line) => line.replace(/\\(\\|u003c|u003e|u2028|u2029)/g, (_, c) => plainCharacters[c]);

const entityFields = new Set(["entity", "kind", "name", "aliases", "same_as", "from", "to", "provisional", "source"]);

function readModel() {
  const model = { graphLines: [], judgementLines: [], entities: [], relations: [], sources: new Map() };
  const byEntity = new Map();
  const claims = [];
  for (const line of byId("facts").textContent.split("\n")) {
    if (!line) continue;
    const record = JSON.parse(line);
    if ("subject" in record) claims.push({ record, line });
    else if ("entity" in record) addEntity(model, byEntity, record, line);
    else if ("source" in record) addSource(model, record, line);
    else if ("graph" in record) model.graphLines.push(line);
    else model.judgementLines.push(line);
  }
  addPlaces(model);
  addRelations(model, claims);
  model.byId = byEntity;
  return model;
}

/// Further values of an attribute stand in further records of the same entity.
function addEntity(model, byEntity, record, line) {
  let entity = byEntity.get(record.entity);
  if (!entity) {
    entity = {
      index: model.entities.length,
      id: record.entity,
      kind: record.kind,
      name: record.name,
      aliases: (record.aliases ?? []).map((a) => (typeof a === "string" ? { name: a } : a)),
      sameAs: record.same_as ?? [],
      from: record.from,
      to: record.to,
      provisional: record.provisional === true,
      source: record.source,
      attributes: [],
      lines: [],
      relations: [],
    };
    byEntity.set(entity.id, entity);
    model.entities.push(entity);
  }
  entity.lines.push(line);
  for (const [key, value] of Object.entries(record))
    if (!entityFields.has(key)) entity.attributes.push([key, value]);
}

function addSource(model, record, line) {
  const known = model.sources.get(record.source);
  if (known) known.lines.push(line);
  else model.sources.set(record.source, { id: record.source, record, lines: [line] });
}

function addPlaces(model) {
  model.entities.forEach((entity, i) => {
    const place = scene.entities[i];
    Object.assign(entity, { x: place.x, y: place.y, under: place.under, color: place.color, scale: place.scale ?? 1 });
    entity.flag = flagAddress(place.iso2);
    entity.period = periodOf(entity.from, entity.to);
  });
}

const flagAddresses = new Map();
function flagAddress(iso2) {
  const art = iso2 && Object.hasOwn(scene.flags, iso2) ? scene.flags[iso2] : undefined;
  if (!art) return undefined;
  if (!flagAddresses.has(iso2)) {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
      `width="64" height="48" viewBox="0 0 640 480">${art}</svg>`;
    flagAddresses.set(iso2, "data:image/svg+xml," + encodeURIComponent(svg));
  }
  return flagAddresses.get(iso2);
}

/// The claims stand in the order of the relations.
function addRelations(model, claims) {
  let next = 0;
  scene.links.forEach((row, index) => {
    const own = claims.slice(next, (next += row.claims));
    const relation = {
      index,
      subject: model.entities[row.s],
      object: model.entities[row.o],
      type: row.type,
      vocabulary: scene.relations[row.type],
      sign: scene.relations[row.type].sign,
      status: row.status ?? "supported",
      confidence: row.confidence,
      from: row.from,
      to: row.to,
      derived: row.derived === true,
      claims: own,
      allClaims: row.all_claims ?? row.claims,
      sourceCount: row.sources,
      sources: new Set(row.in ?? own.map((c) => c.record.source).filter((s) => s !== undefined)),
    };
    for (const claim of own) claim.time = claimTime(claim.record);
    relation.times = relationTimes(relation);
    for (const id of relation.sources)
      if (!model.sources.has(id)) model.sources.set(id, { id, record: { source: id }, lines: [] });
    relation.subject.relations.push(relation);
    if (relation.object !== relation.subject) relation.object.relations.push(relation);
    model.relations.push(relation);
  });
}

const otherEnd = (relation, entity) => (relation.subject === entity ? relation.object : relation.subject);
