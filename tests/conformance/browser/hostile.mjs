// SPDX-License-Identifier: BSL-1.0
// Names that are markup, scripts and addresses that run: everything of them is opened, and nothing
// happens. Usage: hostile.mjs ENTENTE FOLDER INPUT...
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { download, entente, launch, open } from "./page.mjs";

const [program, folder, ...inputs] = process.argv.slice(2);
const attack = [
  "</script><script>__pwned=1</script>", "<img src=x onerror=__pwned=1>", "<!--<script>", "]]><svg onload=__pwned=1>",
  "\"onmouseover=__pwned=1 x=\"", "javascript:__pwned=1", "'-__pwned-'", "${__pwned=1}", "{{__pwned=1}}", "__proto__",
  "constructor", "hasOwnProperty", "&lt;b&gt;", "\u2028__pwned=1\u2029", "http://evil.invalid/x.png", "\u202Etxet",
];
const lines = attack.flatMap((text, i) => [
  { source: `s${i}`, title: text, publisher: text, url: ["javascript:__pwned=1", "data:text/html,<script>__pwned=1</script>", "https://ok.invalid/\"><script>"][i % 3] },
  { entity: `x${i}`, kind: i % 2 ? text : "nation", name: text, aliases: [{ name: text, language: text }], same_as: [text, "javascript:__pwned=1"], [text]: text },
  { subject: `x${i}`, relation: i % 3 ? "ally_of" : text, object: `x${(i + 1) % attack.length}`, quote: text, source: `s${i}`, from: "1950", to: "1960", [text]: text, stated_by: { name: text, kind: "official" } },
]);
lines.unshift({ graph: { title: attack.join(" "), description: attack.join(" ") } });
writeFileSync(`${folder}/attack.jsonl`, lines.map((line) => JSON.stringify(line) + "\n").join(""));

/// Opens every card, panel and list.
async function openEverything(page) {
  return page.evaluate(async () => {
    const wait = () => new Promise((done) => setTimeout(done));
    const { cy } = document.getElementById("graph")._cyreg;
    let cards = 0;
    for (const element of cy.elements()) {
      element.emit("tap");
      if (!document.getElementById("panel").hidden) ++cards;
      await wait();
    }
    for (const opener of document.querySelectorAll("[data-panel]")) {
      opener.click();
      await wait();
      document.getElementById("tab-relations")?.click();
      for (const cell of document.querySelectorAll(".matrix button")) cell.click();
    }
    const search = document.getElementById("search");
    for (const text of ["<", "script", "proto", "javascript", "pwned"]) {
      search.value = text;
      search.dispatchEvent(new Event("input"));
    }
    for (const option of document.getElementById("language").options) {
      document.getElementById("language").value = option.value;
      document.getElementById("language").dispatchEvent(new Event("change"));
    }
    dispatchEvent(new Event("beforeprint"));
    return cards;
  });
}

const findings = (page) =>
  page.evaluate(() => {
    const bad = [];
    if ("__pwned" in window) bad.push("a script of the data ran");
    if (document.scripts.length !== 4) bad.push(`${document.scripts.length} scripts`);
    for (const element of document.querySelectorAll("*")) {
      if (["IFRAME", "OBJECT", "EMBED", "BASE", "FORM"].includes(element.tagName)) bad.push(element.outerHTML);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) bad.push(`${name}=${value}`);
        if (["href", "src", "action"].includes(name) && !/^(https?:|data:image\/svg|#)/.test(value)) bad.push(`${name}=${value}`);
      }
    }
    return bad;
  });

const browser = await launch();
for (const [name, files] of [["sample", inputs], ["attack", [`${folder}/attack.jsonl`]]]) {
  const file = `${folder}/${name}.html`;
  try {
    entente(program, ...files, "-q", "-o", file, "-o", `facts:${folder}/${name}.facts.jsonl`);
  } catch (error) {
    assert.equal(error.status, 1, error.stderr); // bad records are told, the rest is written
  }
  const { page, complaints, close } = await open(browser, file);
  assert((await openEverything(page)) > 20, `${name}: few cards opened`);
  assert.deepEqual(await findings(page), [], name);
  await page.evaluate(() => document.querySelector('[data-panel="help"]').click());
  await page.click('[data-panel="export"]');
  const saved = await download(page, "#export-facts", `${folder}/${name}.seen.jsonl`);
  assert.equal(readFileSync(saved.file, "utf8"), readFileSync(`${folder}/${name}.facts.jsonl`, "utf8"), name);
  const svg = readFileSync((await download(page, "#export-svg", `${folder}/${name}.svg`)).file, "utf8");
  assert(!/<script|\son\w+=|<foreignObject/i.test(svg.replace(/>[^<]*</g, "><")), `${name}: the drawing has more than a drawing`);
  assert.deepEqual(complaints, [], name);
  await close();
}
await browser.close();
