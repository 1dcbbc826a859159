// SPDX-License-Identifier: BSL-1.0
// sparql.mjs FILE QUERY: what Oxigraph answers, as a JSON list of rows of texts, the header first.
import {readFileSync} from 'node:fs';
import oxigraph from 'oxigraph';

const [file, query] = process.argv.slice(2);
const store = new oxigraph.Store();
store.load(readFileSync(file, 'utf8'), {
    format: {nq: 'application/n-quads', ttl: 'text/turtle', trig: 'application/trig'}[file.split('.').pop()],
});
const header = [...query.match(/SELECT\s+(?:DISTINCT\s+)?((?:\?\w+\s+)+)/)[1].matchAll(/\?(\w+)/g)].map(m => m[1]);
const rows = store.query(query).map(row => header.map(name => row.get(name)?.value ?? ''));
console.log(JSON.stringify([header, ...rows]));
