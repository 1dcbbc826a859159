// SPDX-License-Identifier: BSL-1.0
// How long the page for the browser takes with 2,000 entities and 10,000 relations: milliseconds of its main thread's
// processor time, and of a frame while the picture is dragged. Usage, on an idle machine and after scripts/test:
// node bench/page.mjs build/release/entente FOLDER
import { statSync } from "node:fs";
import { launch, open } from "../tests/conformance/browser/page.mjs";
import { write } from "../tests/conformance/browser/large_facts.mjs";

const [program, folder] = process.argv.slice(2);

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
const file = write(program, folder, "large", 2_000, 10_000);
const { page } = await open(browser, file, { hash: "#time=all" });
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
await browser.close();
