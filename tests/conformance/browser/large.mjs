// SPDX-License-Identifier: BSL-1.0
// 2,000 entities and 10,000 relations: opens within seconds and stays smooth; twice as many are
// reduced. Prints what it measured. Usage: large.mjs ENTENTE FOLDER
import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { entente, launch, open, shown } from "./page.mjs";

const [program, folder] = process.argv.slice(2);

/// In milliseconds of the page's own processor time: tests share their machine.
const most = { open: 6_000, frame: 100, act: 3_000 };

function facts(entities, relations) {
  const random = ((seed) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647)(7);
  const kinds = ["nation", "organization", "official", "alliance", "event", "threat"];
  const types = ["ally_of", "opposes", "met_with", "supports", "sanctions", "cooperates_with"];
  const id = (i) => `${kinds[i % 6]}/e${i}`;
  const lines = Array.from({ length: entities }, (_, i) => ({ entity: id(i), kind: kinds[i % 6], name: `Entity number ${i}` }));
  const pairs = new Set();
  while (pairs.size < relations) {
    const a = Math.floor(entities * random() ** 2), b = Math.floor(entities * random());
    if (a === b || pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)) continue;
    pairs.add(`${a} ${b}`);
    const from = 1950 + Math.floor(70 * random());
    lines.push({ subject: id(a), relation: types[(a + b) % 6], object: id(b), from: String(from), to: String(from + 20), source: `s${a % 40}`, quote: `Number ${a} on number ${b}` });
  }
  return lines.map((line) => JSON.stringify(line) + "\n").join("");
}

function write(name, entities, relations) {
  const [input, output] = [`${folder}/${name}.jsonl`, `${folder}/${name}.html`];
  writeFileSync(input, facts(entities, relations));
  entente(program, input, "-q", "-o", output);
  return output;
}

/// Frames while the picture is dragged about: the median and the worst but a few, in milliseconds.
async function drag(page) {
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => (window.frames_.push(now - last), (last = now), (window.ticking_ = requestAnimationFrame(tick)));
    window.ticking_ = requestAnimationFrame(tick);
  });
  await page.mouse.move(640, 420);
  await page.mouse.down();
  for (let i = 0; i < 60; ++i) await page.mouse.move(640 + 200 * Math.sin(i / 8), 420 + 120 * Math.cos(i / 8));
  await page.mouse.up();
  const frames = await page.evaluate(() => (cancelAnimationFrame(window.ticking_), window.frames_.slice(2)));
  frames.sort((a, b) => a - b);
  return { frames: frames.length, median: frames[frames.length >> 1], p95: frames[Math.floor(frames.length * 0.95)] };
}

/// What the page's main thread needs for `act` until the next frame is drawn.
async function cost(page, act) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const used = async () => (await devtools.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value;
  const before = await used();
  await act();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await used();
  await devtools.detach();
  return Math.round((after - before) * 1000);
}

const browser = await launch();
const file = write("large", 2_000, 10_000);
const { page, complaints, close } = await open(browser, file, { hash: "#time=all" });
assert.deepEqual(await shown(page), { nodes: 2_000, lines: 10_000 });
const click = (selector) => () => page.click(selector);
const measured = {
  megabytes: Math.round(statSync(file).size / 1e5) / 10,
  open: await cost(page, () => page.reload()),
  drag: await drag(page),
  filters: await cost(page, click('[data-panel="filters"]')),
  filter: await cost(page, click('input[data-filter="relation"]')),
  slide: await cost(page, () => page.focus("#time").then(() => page.keyboard.press("Home"))),
  card: await cost(page, async () => { await page.fill("#search", "number 0"); await page.keyboard.press("Enter"); }),
  matrix: await cost(page, click('[data-panel="matrix"]')),
};
console.log(JSON.stringify(measured));
assert(measured.open < most.open, "it opens too slowly");
assert(measured.drag.median < most.frame, "it moves too slowly");
for (const name of ["filters", "filter", "slide", "card", "matrix"]) assert(measured[name] < most.act, `${name} is too slow`);
assert.deepEqual(complaints, []);
await close();

const reduced = await open(browser, write("too-large", 3_000, 24_000), { hash: "#time=all" });
const { nodes, lines } = await shown(reduced.page);
assert(nodes <= 2_000 && lines <= 10_000, `${nodes} names, ${lines} lines`);
assert.match(await reduced.page.textContent("#notice"), /^Reduced to the most important part: 1,000 entities, /);
assert.deepEqual(reduced.complaints, []);
await browser.close();
