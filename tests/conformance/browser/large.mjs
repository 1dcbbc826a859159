// SPDX-License-Identifier: BSL-1.0
// 2,000 entities and 10,000 relations: all is shown and answers, and dragging does not draw each line anew for each
// frame; twice as many are reduced. What is counted is work, for time depends on what else the machine does;
// bench/page.mjs measures it. Usage: large.mjs ENTENTE FOLDER
import assert from "node:assert/strict";
import { launch, open, shown } from "./page.mjs";
import { write } from "./large_facts.mjs";

const [program, folder] = process.argv.slice(2);

/// What is done while the picture is dragged about: frames, lines drawn, and how far it went.
async function drag(page) {
  const from = await page.evaluate(() => {
    const { cy } = document.getElementById("graph")._cyreg;
    window.done_ = { frames: 0, strokes: 0 };
    cy.on("render", () => ++window.done_.frames);
    const { stroke } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.stroke = function (...path) {
      ++window.done_.strokes;
      return stroke.apply(this, path);
    };
    window.pan_ = { ...cy.pan() };
    // A point that nothing covers: else that would be dragged.
    const box = document.getElementById("graph").getBoundingClientRect();
    for (let i = 0; i < 10_000; ++i) {
      const [x, y] = [300 + (i % 100) * 7, 150 + Math.floor(i / 100) * 5];
      const [gx, gy] = [(x - box.x - cy.pan().x) / cy.zoom(), (y - box.y - cy.pan().y) / cy.zoom()];
      if (!cy.renderer().findNearestElement(gx, gy, true, false)) return { x, y };
    }
    return undefined;
  });
  assert(from, "everything is covered");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 60; ++i) await page.mouse.move(from.x + 3 * i, from.y + 2 * i);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const result = await page.evaluate(() => {
    const { cy } = document.getElementById("graph")._cyreg;
    return { ...window.done_, x: cy.pan().x - window.pan_.x, y: cy.pan().y - window.pan_.y };
  });
  await page.mouse.up();
  return result;
}

const browser = await launch();
const { page, complaints, close } = await open(browser, write(program, folder, "large", 2_000, 10_000), { hash: "#time=all" });
const whole = { nodes: 2_000, lines: 10_000 };
assert.deepEqual(await shown(page), whole);

const dragged = await drag(page);
console.log(JSON.stringify(dragged));
assert(dragged.frames >= 1, "nothing was drawn");
assert(Math.abs(dragged.x) > 100 && Math.abs(dragged.y) > 60, "the picture does not follow the mouse");
assert(dragged.strokes < 3 * whole.lines, "all lines are drawn anew again and again");

await page.click('[data-panel="filters"]');
await page.click('input[data-filter="relation"]');
const filtered = await shown(page);
assert(filtered.lines > 0 && filtered.lines < whole.lines, "the filter hides nothing");
await page.focus("#time");
await page.keyboard.press("Home");
const first = await shown(page);
assert(first.lines > 0 && first.lines < filtered.lines, "the first moment shows all");
await page.fill("#search", "number 0");
await page.keyboard.press("Enter");
assert.equal(await page.textContent("#panel-title"), "Entity number 0");
await page.click('[data-panel="matrix"]');
assert((await page.$$(".matrix button")).length > 0, "no matrix");
assert.deepEqual(complaints, []);
await close();

const reduced = await open(browser, write(program, folder, "too-large", 3_000, 24_000), { hash: "#time=all" });
const { nodes, lines } = await shown(reduced.page);
assert(nodes <= 2_000 && lines <= 10_000, `${nodes} names, ${lines} lines`);
assert.match(await reduced.page.textContent("#notice"), /^Reduced to the most important part: 1,000 entities, /);
assert.deepEqual(reduced.complaints, []);
await browser.close();
