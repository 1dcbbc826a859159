// SPDX-License-Identifier: BSL-1.0
// A page of entente in a real browser: Debian's Chromium, driven by playwright-core. Whatever the
// page logs as an error, asks of the network or opens as a dialog is kept, and is a failure.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function launch() {
  const executablePath = process.env.ENTENTE_BROWSER ?? browsers.find(existsSync);
  assert(executablePath, "no Chromium: apt-get install chromium");
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: root ? ["--no-sandbox"] : [] });
}

export function entente(program, ...args) {
  return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
}

/// Opens a file from disk. `complaints` must stay empty.
export async function open(browser, file, { hash = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1300, height: 850 }, locale: "en-US", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000); // against hanging: the machine may have other work
  const complaints = [];
  const address = pathToFileURL(file).href;
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && complaints.push(`console: ${m.text()}`));
  page.on("pageerror", (e) => complaints.push(`error: ${e.stack}`));
  page.on("dialog", (d) => (complaints.push(`dialog: ${d.message()}`), d.dismiss()));
  page.on("request", (r) => {
    const url = r.url();
    if (url.split("#")[0] !== address && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  await page.goto(address + hash);
  await page.waitForFunction(() => document.getElementById("graph")._cyreg?.cy.nodes().length > 0 || document.getElementById("title").textContent);
  return { page, complaints, close: () => context.close() };
}

/// How many names and lines are to be seen.
export const shown = (page) =>
  page.evaluate(() => {
    const { cy } = document.getElementById("graph")._cyreg;
    return { nodes: cy.nodes().not(".gone").length, lines: cy.edges().not(".gone").length };
  });

/// Where the line of a claim can be clicked: a point of it that nothing else covers.
export const pointOn = (page, claim) =>
  page.evaluate(({ subject, object }) => {
    const { cy } = document.getElementById("graph")._cyreg;
    const records = document.getElementById("facts").textContent.split("\n").filter(Boolean).map((line) => JSON.parse(line));
    const ids = [...new Set(records.filter((r) => "entity" in r && !("subject" in r)).map((r) => r.entity))];
    const node = (id) => cy.getElementById(`n${ids.indexOf(id)}`);
    const edge = node(subject).edgesWith(node(object));
    cy.zoom(2);
    cy.center(edge);
    const [a, b] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const box = document.getElementById("graph").getBoundingClientRect();
    for (let i = 1; i < 100; ++i) {
      const share = 0.5 + (i % 2 ? i : -i) / 220;
      const [x, y] = [a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share];
      if (cy.renderer().findNearestElement(x, y, true, false)?.id() !== edge.id()) continue;
      const at = { x: x * 2 + cy.pan().x, y: y * 2 + cy.pan().y };
      if (at.x > 60 && at.y > 10 && at.x < box.width - 10 && at.y < box.height - 10) return { x: at.x + box.x, y: at.y + box.y };
    }
    return undefined;
  }, claim);

/// Saves what a button downloads, and returns where.
export async function download(page, button, file) {
  const [saved] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  await saved.saveAs(file);
  return { file, name: saved.suggestedFilename() };
}
