// SPDX-License-Identifier: BSL-1.0
// What is seen as PNG, SVG and facts; a link to this view; print.

function download(name, blob) {
  const href = URL.createObjectURL(blob);
  const anchor = el("a", { href, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
  say(`${name} was written`);
}

function fileName(extension) {
  const stem = fold(pictureTitle()).replace(/ /g, "-").slice(0, 60) || "entente";
  return `${stem}.${extension}`;
}

/// Two pixels for each of the page's own, but no more than browsers take; the title above.
async function pngPicture() {
  const box = cy.nodes().not(".gone").boundingBox();
  const scale = Math.min(2, 6000 / Math.max(1, box.w, box.h));
  const picture = await createImageBitmap(cy.png({ output: "blob", full: true, scale, bg: paper() }));
  const margin = 24 * scale, head = scene.title ? 44 * scale : 0;
  const canvas = el("canvas", { width: Math.ceil(picture.width + 2 * margin), height: Math.ceil(picture.height + 2 * margin + head) });
  const context = canvas.getContext("2d");
  context.fillStyle = paper();
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, margin, margin + head);
  context.fillStyle = isDark() ? "#e8eaed" : "#1a1a1a";
  context.font = `700 ${22 * scale}px ${fontFamily}`;
  if (head) context.fillText(pictureTitle(), margin, margin + 22 * scale, picture.width);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/// The native facts of what is seen: entente reads them again.
function seenFacts() {
  const moment = currentMoment();
  const claims = [], sources = new Set();
  for (const relation of model.relations) {
    if (!seen.relations[relation.index] || relation.derived) continue;
    for (const claim of relation.claims) {
      if (!claimIsSeen(claim, moment)) continue;
      claims.push(plainLine(claim.line));
      if (claim.record.source !== undefined) sources.add(claim.record.source);
    }
    if (relation.claims.length === 0) claims.push(claimOfRelation(relation));
  }
  const all = !anythingHidden();
  const lines = [...model.graphLines];
  for (const [id, source] of model.sources) if (all || sources.has(id)) lines.push(...source.lines);
  for (const entity of model.entities) if (seen.entities[entity.index]) lines.push(...entity.lines);
  if (all) lines.push(...model.judgementLines);
  return [...lines.map(plainLine), ...claims].map((line) => line + "\n").join("");
}

/// Where the claims were left out (--lean), the relation stands for them.
function claimOfRelation({ subject, type, object, from, to, status, confidence }) {
  const stance = { denied: "denied", planned: "planned", possible: "possible" }[status];
  return JSON.stringify({ subject: subject.id, relation: type, object: object.id, from, to, stance, confidence });
}

function exportPanel(body) {
  const entities = seen.entities.filter(Boolean).length, relations = seen.relations.filter(Boolean).length;
  const address = el("input", { type: "text", readonly: true, "aria-label": "Address of this view", id: "address", value: "" });
  const copy = async () => {
    writeHash();
    address.value = location.href;
    address.select();
    try {
      await navigator.clipboard.writeText(location.href);
      say("The address was copied");
    } catch {
      say("The address is selected: copy it");
    }
  };
  append(body, [
    el("p", {}, `${plural(entities, "entity", "entities")} and ${plural(relations, "relation")} are seen.`),
    el("ul", { class: "exports" },
      el("li", {}, button("PNG", async () => download(fileName("png"), await pngPicture()), { id: "export-png" }), " an image"),
      el("li", {}, button("SVG", () => download(fileName("svg"), new Blob([svgPicture()], { type: "image/svg+xml" })), { id: "export-svg" }), " a drawing, sharp at any size"),
      el("li", {}, button("Facts", () => download(fileName("jsonl"), new Blob([seenFacts()], { type: "application/x-ndjson" })), { id: "export-facts" }), " JSON Lines that entente reads again"),
      el("li", {}, button("Print", () => print()), " the picture on one page")),
    el("h3", {}, "This view"),
    el("p", {}, "Filters, time, focus, path and what was picked stand in the address of the page. Whoever has the same file sees the same."),
    el("p", { class: "tools" }, button("Copy address", copy, { id: "share" }), address),
  ]);
  address.value = location.href;
}

function startPrint() {
  addEventListener("beforeprint", () => {
    const theme = state.theme;
    state.theme = "light";
    restyle();
    const picture = el("img", { alt: pictureTitle(), src: "data:image/svg+xml," + encodeURIComponent(svgPicture()) });
    byId("print-picture").replaceChildren(picture);
    state.theme = theme;
    restyle();
  });
  addEventListener("afterprint", () => byId("print-picture").replaceChildren());
}
