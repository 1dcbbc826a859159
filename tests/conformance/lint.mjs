// SPDX-License-Identifier: BSL-1.0
// Neo4j's own parser and semantic check over a script of Cypher, as Cypher 5 and as Cypher 25.
// Prints how many statements it saw, then one line an error: node lint.mjs FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const cypher = createRequire(import.meta.url)("@neo4j-cypher/language-support");
const statements = cypher.parseStatementsStrs(readFileSync(process.argv[2], "utf8"));
const written = statements.filter((statement) => statement.trim() !== "");
console.log(written.length);

// A statement takes a third of a second, and those of two tables differ only in their names: a few
// of each form, and all with a name that needs its quotes.
const most = 4;
const seen = new Map();
const chosen = written.filter((statement) => {
    const bare = statement.replace(/`[^`]*`|'[^']*'/g, "");
    const form = (bare.match(/\b[A-Z]{2,}\b/g) ?? []).join(" ");
    seen.set(form, (seen.get(form) ?? 0) + 1);
    const names = [...statement.matchAll(/`([^`]*)`/g)].map((match) => match[1]);
    return seen.get(form) <= most || names.some((name) => /\W|^\d/.test(name));
});
for (const prefix of ["", "CYPHER 25 "])
    for (const statement of chosen) {
        const result = cypher.lintCypherQuery(prefix + statement.trim(), {});
        for (const problem of Array.isArray(result) ? result : result.diagnostics)
            if (problem.severity === 1) console.log(prefix + problem.message.replaceAll("\n", " "));
    }
