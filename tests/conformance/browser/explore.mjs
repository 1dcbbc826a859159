// SPDX-License-Identifier: BSL-1.0
// Every step that the page promises, with mouse and with keyboard alone.
// Usage: explore.mjs ENTENTE FOLDER INPUT...
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { download, entente, launch, open, pointOn, shown } from "./page.mjs";

const [program, folder, ...inputs] = process.argv.slice(2);
const file = `${folder}/graph.html`;
entente(program, ...inputs, "-q", "-o", file);
entente(program, ...inputs, "-q", "-o", `facts:${folder}/facts.jsonl`);
const facts = readFileSync(`${folder}/facts.jsonl`, "utf8");
const records = facts.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const browser = await launch();
const { page, complaints } = await open(browser, file);
const step = async (name, act) => {
  await act();
  assert.deepEqual(complaints, [], name);
};
const title = () => page.textContent("#panel-title");
const all = "#no-such=1&time=all";

await step("search by a name in another language", async () => {
  await page.fill("#search", "日本");
  await page.waitForSelector("#found li");
  await page.keyboard.press("Enter");
  assert.equal(await title(), "Japan");
  await page.click("#panel-close");
});

await step("filters", async () => {
  const before = await shown(page);
  await page.click('[data-panel="filters"]');
  for (const name of ["kind", "relation", "sign", "status", "source"])
    assert((await page.$$(`input[data-filter="${name}"]`)).length > 0, `no filter by ${name}`);
  await page.click('input[data-filter="kind"][data-value="alliance"]');
  const without = await shown(page);
  assert(without.nodes < before.nodes && without.lines < before.lines, "no alliance was hidden");
  await page.waitForFunction(() => location.hash.includes("no-kind=alliance"));
  await page.click("#reset");
  await page.click('input[data-filter="sign"][data-value="-1"]');
  assert((await shown(page)).lines < before.lines, "no conflict was hidden");
  await page.click("#reset");
  await page.fill("#confidence", "1");
  assert((await shown(page)).lines < before.lines || !records.some((r) => r.confidence < 1), "confidence hides nothing");
  await page.click("#reset");
  await page.click("#panel-close");
});

await step("the time slider, and play", async () => {
  await page.evaluate((hash) => (location.hash = hash), all);
  await page.waitForFunction(() => document.getElementById("moment").textContent === "all times");
  const whole = await shown(page);
  await page.focus("#time");
  await page.keyboard.press("Home");
  const first = await page.textContent("#moment");
  assert.match(first, /^\d{4}/);
  assert((await shown(page)).lines < whole.lines, "all lines at the first moment");
  await page.click("#play");
  await page.waitForFunction((text) => document.getElementById("moment").textContent !== text, first);
  await page.waitForFunction(() => document.querySelector("#changes .begun"));
  await page.click("#play");
  await page.click("#all-times");
  assert.deepEqual(await shown(page), whole);
});

await step("click a line, read its quote and its source", async () => {
  const quoted = records.find((r) => r.subject && r.quote) ?? records.find((r) => r.subject && r.source);
  const at = await pointOn(page, quoted);
  assert(at, `the line of ${quoted.subject} and ${quoted.object} is covered`);
  await page.mouse.click(at.x, at.y);
  await page.waitForSelector("#panel .relation");
  const text = await page.textContent("#panel-body");
  if (quoted.quote) assert(text.includes(quoted.quote), `no quote: ${quoted.quote}`);
  const url = records.find((r) => r.source === quoted.source && r.url && !r.subject)?.url;
  if (url) assert((await page.$$(`#panel-body .source a[href="${url}"][rel="noopener noreferrer"]`)).length > 0, `no link to ${url}`);
  await page.click("#panel-close");
});

await step("the neighbourhood of one", async () => {
  const whole = await shown(page);
  await page.fill("#search", "japan");
  await page.keyboard.press("Enter");
  await page.click("#focus");
  const near = await shown(page);
  assert(near.nodes > 1 && near.nodes < whole.nodes, `${near.nodes} of ${whole.nodes} names`);
  await page.selectOption("#panel-body select", "2");
  assert((await shown(page)).nodes > near.nodes, "two steps reach no further");
  await page.click("#notice button");
  assert.deepEqual(await shown(page), whole);
});

await step("a path between two", async () => {
  await page.click('[data-panel="path"]');
  await page.fill("#path-0", "russia");
  await page.keyboard.press("Enter");
  await page.fill("#path-1", "japan");
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("#path-length"), /^\d+ steps?/);
  assert((await page.$$("#panel-body .steps li")).length > 0);
  await page.click("#panel-close");
});

await step("the matrix, with the reason", async () => {
  await page.click('[data-panel="matrix"]');
  await page.click('.matrix button[data-stand="friend"]');
  assert.match(await page.textContent("#matrix-why h3"), /: friend$/);
  assert((await page.$$("#matrix-why li")).length > 0);
  await page.click('.matrix button[data-stand="none"]');
  assert.match(await page.textContent("#matrix-why"), /Nothing that is shown/);
  await page.click("#panel-close");
});

await step("export", async () => {
  await page.click('[data-panel="export"]');
  const png = await download(page, "#export-png", `${folder}/seen.png`);
  assert.deepEqual([...readFileSync(png.file).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  const svg = await download(page, "#export-svg", `${folder}/seen.svg`);
  assert.match(readFileSync(svg.file, "utf8"), /^<svg [^]*Japan[^]*<\/svg>$/);
  const whole = await download(page, "#export-facts", `${folder}/seen.jsonl`);
  assert.equal(readFileSync(whole.file, "utf8"), facts, "all that is seen is not all the facts");
  await page.click('[data-panel="filters"]');
  await page.click('input[data-filter="kind"][data-value="alliance"]');
  await page.click('[data-panel="export"]');
  const part = readFileSync((await download(page, "#export-facts", `${folder}/part.jsonl`)).file, "utf8");
  assert(part.length < facts.length && !part.includes('"kind":"alliance"'));
  entente(program, "check", "--quiet", `${folder}/part.jsonl`);
  await page.click("#panel-close");
});

await step("a view can be shared, and survives nonsense", async () => {
  await page.evaluate((hash) => (location.hash = hash), all + "&no-kind=alliance&pick=nation%252FJPN&names=ja&theme=dark");
  await page.waitForFunction(() => document.getElementById("panel-title").textContent === "日本");
  await page.waitForFunction(() => location.hash.includes("no-kind"));
  const second = await open(browser, file, { hash: new URL(page.url()).hash });
  assert.deepEqual(await shown(second.page), await shown(page));
  assert.equal(await second.page.textContent("#panel-title"), "日本");
  assert.equal(await second.page.getAttribute("html", "data-theme"), "dark");
  await second.close();
  const third = await open(browser, file, { hash: "#focus=%E0%A4%A&time=x&hops=1e9&at=NaN,1&pick=%25E0&panel=__proto__&names=constructor&theme=<b>&path=%,%" });
  assert((await shown(third.page)).nodes > 0);
  assert.deepEqual([...second.complaints, ...third.complaints], []);
  await third.close();
});

await step("an address that is changed just before the page writes its own is followed", async () => {
  await page.click('[data-panel="export"]');
  await page.evaluate((hash) => {
    location.hash = hash;
    document.getElementById("share").click(); // writes at once what a timer would write
  }, all + "&pick=nation%252FJPN&names=en");
  await page.waitForFunction(() => document.getElementById("panel-title").textContent === "Japan");
});

await step("the reader's language", async () => {
  const { page: german, complaints: wrong, close } = await open(browser, file, { locale: "de-DE" });
  await german.fill("#search", "Japan");
  await german.fill("#search", "Russland");
  await german.keyboard.press("Enter");
  assert.equal(await german.textContent("#panel-title"), "Russland");
  assert.deepEqual(wrong, []);
  await close();
});

await step("by keyboard alone", async () => {
  const { page: keys, complaints: wrong, close } = await open(browser, file);
  const press = async (...all) => {
    for (const key of all) await keys.keyboard.press(key);
  };
  const focus = () => keys.evaluate(() => document.activeElement.id);
  await press("Tab");
  assert.equal(await focus(), "skip");
  await press("Enter");
  await keys.waitForSelector("#lists table");
  assert.equal(await focus(), "panel-title");
  await press("Escape", "/");
  assert.equal(await focus(), "search");
  await keys.keyboard.type("japan");
  await press("Enter");
  assert.equal(await keys.textContent("#panel-title"), "Japan");
  await press("Escape");
  await keys.focus("#graph");
  await press("ArrowDown", "ArrowDown", "ArrowLeft");
  assert.match(await keys.textContent("#said"), /relations?$/);
  const said = (await keys.textContent("#said")).split(",")[0];
  await press("Enter");
  assert((await keys.textContent("#panel-title")).startsWith(said));
  assert.equal(await focus(), "panel-title");
  await press("Escape", "+", "-", "0", "f");
  assert.equal(await focus(), "graph");
  assert.equal(await keys.isVisible("#notice"), true);
  await press("f", "?");
  assert.equal(await keys.textContent("#panel-title"), "Help");
  await press("Escape");
  await keys.focus('[data-panel="matrix"]');
  await press("Enter");
  await keys.focus(".matrix button[tabindex='0']");
  await press("ArrowDown", "ArrowRight", "Enter");
  assert.match(await keys.textContent("#matrix-why h3"), /friend|enemy|both|none/);
  const nameless = await keys.evaluate(() => [...document.querySelectorAll("button, input, select, [role=grid], [role=listbox], [role=application]")]
    .filter((e) => !(e.ariaLabel || e.textContent.trim() || e.closest("label")?.textContent.trim())).map((e) => e.outerHTML));
  assert.deepEqual(nameless, []);
  assert.deepEqual(wrong, []);
  await close();
});

await step("nothing that a checker of accessibility complains of", async () => {
  if (records.length > 1_000) return; // the same on a small graph, and sooner
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const colorScheme of ["light", "dark"]) {
    // The policy of the page would stop the checker, too.
    const { page: checked, close } = await open(browser, file, { bypassCSP: true, colorScheme });
    await checked.evaluate(axe);
    for (const panel of ["", "pick=nation%252FJPN", "panel=filters", "panel=matrix", "panel=lists", "panel=export", "panel=help"]) {
      await checked.evaluate((hash) => new Promise((done) => {
        const before = location.href;
        addEventListener("hashchange", () => requestAnimationFrame(done), { once: true });
        location.hash = hash;
        if (location.href === before) done();
      }), panel);
      const found = await checked.evaluate(async () => (await window.axe.run()).violations.map((v) => `${v.id}: ${v.nodes[0].html}`));
      assert.deepEqual(found, [], `${colorScheme} ${panel}`);
    }
    await close();
  }
});

await step("narrow, printed, without motion", async () => {
  const narrow = await open(browser, file, { viewport: { width: 390, height: 800 }, reducedMotion: "reduce", colorScheme: "dark" });
  assert.equal(await narrow.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  assert.equal(await narrow.page.getAttribute("html", "data-theme"), "dark");
  await narrow.page.fill("#search", "japan");
  await narrow.page.keyboard.press("Enter");
  const panel = await (await narrow.page.$("#panel")).boundingBox();
  assert(panel.width === 390 && panel.height < 800);
  await narrow.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await narrow.page.evaluate(() => document.querySelector("#print-picture img").decode().then(() => true)), true);
  writeFileSync(`${folder}/print.pdf`, await narrow.page.pdf());
  assert.deepEqual(narrow.complaints, []);
  await narrow.close();
});

await browser.close();
