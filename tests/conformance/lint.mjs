// SPDX-License-Identifier: BSL-1.0
// Neo4j's own parser and semantic check over a script of Cypher, as Cypher 5 and as Cypher 25.
// Prints how many statements it saw, then one line an error: node lint.mjs FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const cypher = createRequire(import.meta.url)("@neo4j-cypher/language-support");
const statements = cypher.parseStatementsStrs(readFileSync(process.argv[2], "utf8"));
const written = statements.filter((statement) => statement.trim() !== "");
console.log(written.length);
for (const prefix of ["", "CYPHER 25 "])
    for (const statement of written) {
        const result = cypher.lintCypherQuery(prefix + statement.trim(), {});
        for (const problem of Array.isArray(result) ? result : result.diagnostics)
            if (problem.severity === 1) console.log(prefix + problem.message.replaceAll("\n", " "));
    }
