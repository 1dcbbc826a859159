// SPDX-License-Identifier: BSL-1.0
// What a database has after it has run a Cypher file, as JSON lines, one node or edge each.
//
//   cypher.mjs lint FILE...       Neo4j's own parser and checks, as Cypher 5 and as Cypher 25
//   cypher.mjs ladybug FILE       LadybugDB, for files of the profile kuzu
//   cypher.mjs grafeo FILE        Grafeo, one statement a line
//   cypher.mjs ladybug FILE QUERY... (or grafeo) the rows of each query after the file
//   cypher.mjs check QUERY...     as lint, but for the texts of queries
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';

const require = createRequire(import.meta.url);
const [what, ...rest] = process.argv.slice(2);
const queries = what === 'check' ? rest : rest.slice(1);
const text = what === 'check' || what === 'lint' ? '' : readFileSync(rest[0], 'utf8');

// Whole numbers as text, because JavaScript rounds them; -0 as it is.
const encode = value => typeof value === 'bigint' ? String(value)
    : Object.is(value, -0) ? '-0.0' : value;
const printed = [];
function print(item) {
    printed.push(JSON.stringify(item, (key, value) => encode(value)) + '\n');
}

function errors_of(queries) {
    const {lintCypherQuery} = require('@neo4j-cypher/language-support');
    const errors = [];
    // As Cypher 25, of a long file every third line: that is enough to see another grammar.
    const fewer = queries.length > 20 ? queries.filter((_, n) => n % 3 === 0) : queries;
    for (const [version, chosen] of [['', queries], ['CYPHER 25 ', fewer]])
        for (const query of chosen)
            for (const found of lintCypherQuery(version + query, {}).diagnostics)
                if (found.severity === 1) errors.push(`${query.slice(0, 200)}: ${found.message}`);
    return errors;
}

function check() {
    print({errors: errors_of(rest)});
}

function lint() {
    const {parseStatementsStrs} = require('@neo4j-cypher/language-support');
    // Checking takes long: only lines with a word, a sign or an escape that no line before had.
    const seen = new Set();
    const is_new = line => {
        const bare = line.replace(/"((?:\\.|[^"\\])*)"/g, (_, text) => `"${(text.match(/\\./g) ?? []).join(' ')}"`);
        const parts = (bare.match(/[\w`]+|\\.|[^\w\s]+/g) ?? []).map(part => /^\d/.test(part) ? '0' : part);
        const news = parts.filter(part => !seen.has(part));
        news.forEach(part => seen.add(part));
        return news.length > 0;
    };
    const errors = [], counts = [];
    for (const file of rest) {
        const lines = readFileSync(file, 'utf8').split('\n').filter(line => line);
        errors.push(...errors_of(lines.filter(is_new)));
        const some = lines.slice(0, 200); // of a large file; this takes long, too
        counts.push({lines: some.length, statements: parseStatementsStrs(some.join('\n')).length});
    }
    print({errors, counts});
}

async function ladybug() {
    const {default: lbug} = await import('@ladybugdb/core');
    const connection = new lbug.Connection(new lbug.Database(':memory:'));
    const rows = async statement => {
        const results = await connection.query(statement);
        return (Array.isArray(results) ? results.at(-1) : results).getAll();
    };
    await rows(text);
    if (queries.length) {
        for (const query of queries) print(await rows(query));
        return;
    }
    const counts = async () => [await rows('MATCH (n) RETURN count(*) AS n'),
                                await rows('MATCH ()-[r]->() RETURN count(*) AS n')].map(r => Number(r[0].n)).join(' ');
    const first = await counts();
    // For a large file a second load would take as long again.
    if (text.length < 200000) {
        await rows(text);
        print({twice: first === await counts()});
    }
    // Numbered, because an object of JavaScript cannot have a field called __proto__.
    const column = (variable, {name, type}, at) => type === 'INT64'
        ? `CAST(${variable}.\`${name}\` AS STRING) AS c${at}` : `${variable}.\`${name}\` AS c${at}`;
    const named = (columns, row) => columns.map(({name}, at) => [name, row[`c${at}`]])
        .filter(([, value]) => value !== null);
    for (const {name, type} of await rows('CALL show_tables() RETURN *')) {
        const columns = await rows(`CALL table_info('${name}') RETURN *`);
        if (type === 'NODE') {
            const wanted = columns.map((c, at) => column('n', c, at)).join(', ');
            for (const row of await rows(`MATCH (n:\`${name}\`) RETURN ${wanted}`))
                print({label: name, properties: named(columns, row)});
        } else {
            const wanted = ['s.kg_id AS s', 'o.kg_id AS o', ...columns.map((c, at) => column('r', c, at))].join(', ');
            for (const row of await rows(`MATCH (s)-[r:\`${name}\`]->(o) RETURN ${wanted}`))
                print({type: name, source: row.s, target: row.o, properties: named(columns, row)});
        }
    }
}

async function grafeo() {
    const {GrafeoDB} = require('@grafeo-db/js');
    const db = GrafeoDB.create();
    const load = async () => {
        for (const line of text.split('\n'))
            if (line) await db.executeCypher(line);
        return `${db.nodeCount()} ${db.edgeCount()}`;
    };
    const first = await load();
    if (queries.length) {
        for (const query of queries) print((await db.executeCypher(query)).toArray());
        return;
    }
    if (text.length < 200000) print({twice: first === await load()});
    for (const {n: {_id, _labels, ...properties}} of (await db.executeCypher('MATCH (n) RETURN n')).toArray())
        print({label: _labels.join(':'), properties: Object.entries(properties)});
    const edges = await db.executeCypher('MATCH (s)-[r]->(o) RETURN s.kg_id AS s, o.kg_id AS o, r');
    for (const {s: source, o: target, r: {_id, _source, _target, _type, ...properties}} of edges.toArray())
        print({type: _type, source, target, properties: Object.entries(properties)});
}

await {lint, check, ladybug, grafeo}[what]();
process.stdout.write(printed.join(''), () => process.exit(0)); // the databases keep threads of their own
