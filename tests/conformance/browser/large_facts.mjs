// SPDX-License-Identifier: BSL-1.0
// A made-up graph as large as a page may be. For large.mjs, which tries it, and bench/page.mjs, which measures it.
import { writeFileSync } from "node:fs";
import { entente } from "./page.mjs";

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

/// Makes FOLDER/NAME.html and returns where it is.
export function write(program, folder, name, entities, relations) {
  const [input, output] = [`${folder}/${name}.jsonl`, `${folder}/${name}.html`];
  writeFileSync(input, facts(entities, relations));
  entente(program, input, "-q", "-o", output);
  return output;
}
