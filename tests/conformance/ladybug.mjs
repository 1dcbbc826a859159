// SPDX-License-Identifier: BSL-1.0
// Loads a bundle into LadybugDB with the bundle's own scripts and prints every row of every table
// as JSON: node ladybug.mjs BUNDLE DATABASE OUTPUT
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import lbug from "@ladybugdb/core";

const [bundle, database, output] = process.argv.slice(2).map((path) => resolve(path));
process.chdir(bundle);
const connection = new lbug.Connection(new lbug.Database(database));
const text = (name) => readFileSync(name, "utf8");
const run = async (query) => {
    const results = await connection.query(query);
    return (Array.isArray(results) ? results.at(-1) : results).getAll();
};

await run(text("ladybug/schema.cypher"));
await run(text("ladybug/copy.cypher"));

const found = {};
for (const table of JSON.parse(text("bundle.json")).tables) {
    // JavaScript has no whole numbers beyond 2^53.
    const value = (c) => (c.type === "integer" ? `CAST(x.\`${c.name}\` AS STRING)` : `x.\`${c.name}\``);
    const edges = table.role === "edges";
    const columns = table.columns.filter((c) => !edges || (c.name !== "src" && c.name !== "dst"));
    const values = columns.map((c) => `${value(c)} AS \`v_${c.name}\``).join(", ");
    const query = edges
        ? `MATCH (a:\`${table.from}\`)-[x:\`${table.label}\`]->(b:\`${table.to}\`) RETURN a.id AS v_src, b.id AS v_dst, ${values}`
        : `MATCH (x:\`${table.label}\`) RETURN ${values}`;
    const key = [table.label, table.from, table.to].filter(Boolean).join(" ");
    found[key] = (await run(query)).map((row) => table.columns.map((c) => row[`v_${c.name}`]));
}
const count = async (pattern) => Number((await run(`MATCH ${pattern} RETURN count(x) AS n`))[0].n);
found.counts = [await count("(x)"), await count("()-[x]->()")];
writeFileSync(output, JSON.stringify(found));
process.exit(0);
