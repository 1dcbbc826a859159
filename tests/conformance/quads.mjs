// SPDX-License-Identifier: BSL-1.0
// quads.mjs FOLDER: what jsonld.js, N3.js and Oxigraph make of out.{jsonld,nq,ttl,trig}, and what
// other programs made of them (*.nt and *.nq in FOLDER/others), all as canonical N-Quads. Writes
// re-serialised files into FOLDER/again. Each difference is a line on standard error.
import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import jsonld from 'jsonld';
import N3 from 'n3';
import oxigraph from 'oxigraph';

const folder = process.argv[2];
const text = name => readFileSync(`${folder}/${name}`, 'utf8');
const options = {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: url => { throw new Error(`nothing may be loaded: ${url}`); },
};

const write = (quads, format) => new Promise((resolve, reject) => {
    const writer = new N3.Writer({format});
    writer.addQuads(quads);
    writer.end((error, made) => error ? reject(error) : resolve(made));
});

// jsonld.js and Oxigraph write doubles in ways of their own: compared as numbers.
const doubles = lines => lines.replace(/"([^"]*)"(\^\^<[^>]*#double>)/g,
    (_, digits, type) => `"${Number(Number(digits).toPrecision(15))}"${type}`);
const canonical = async quads => doubles(
    await jsonld.canonize(quads, {...options, inputFormat: 'application/n-quads'}));

/// Turtle has one graph: the same quads without their graph.
const merged = async quads => {
    const parsed = new N3.Parser({format: 'N-Quads'}).parse(quads);
    return canonical(await write(parsed.map(q => N3.DataFactory.quad(q.subject, q.predicate, q.object)),
        'N-Quads'));
};

const wanted = doubles(await jsonld.canonize(JSON.parse(text('out.jsonld')), options));
const wantedMerged = await merged(text('out.nq'));
let failed = false;
function check(what, found, right = wanted) {
    if (found === right) return;
    failed = true;
    const ours = new Set(right.split('\n')), theirs = new Set(found.split('\n'));
    console.error(`${what} differs`);
    for (const line of [...ours].filter(l => !theirs.has(l)).slice(0, 5)) console.error(`  - ${line}`);
    for (const line of [...theirs].filter(l => !ours.has(l)).slice(0, 5)) console.error(`  + ${line}`);
}

const lines = text('out.nq').trimEnd().split('\n');
if (new Set(lines).size !== lines.length) check('N-Quads: a line twice', '');
check('jsonld.js: N-Quads', await canonical(text('out.nq')));
mkdirSync(`${folder}/again`, {recursive: true});
const again = (name, made) => writeFileSync(`${folder}/again/${name}`,
    typeof made === 'string' ? made : JSON.stringify(made));
for (const [extension, format, media] of [['nq', 'N-Quads', 'application/n-quads'],
    ['trig', 'TriG', 'application/trig'], ['ttl', 'Turtle', 'text/turtle']]) {
    const right = extension === 'ttl' ? wantedMerged : wanted;
    const quads = new N3.Parser({format}).parse(text(`out.${extension}`));
    check(`N3.js: ${format}`, await canonical(await write(quads, 'N-Quads')), right);
    again(`n3.${extension}`, await write(quads.reverse(), format));
    const store = new oxigraph.Store();
    store.load(text(`out.${extension}`), {format: media});
    check(`Oxigraph: ${format}`, await canonical(store.dump({format: 'application/n-quads'})), right);
    again(`oxigraph.${extension === 'ttl' ? 'trig' : extension}`,
        store.dump({format: extension === 'nq' ? 'application/n-quads' : 'application/trig'}));
}
for (const name of readdirSync(`${folder}/others`))
    check(name, await canonical(text(`others/${name}`)), name.endsWith('.nt') ? wantedMerged : wanted);

const document = JSON.parse(text('out.jsonld'));
again('expanded.jsonld', await jsonld.expand(document));
again('flattened.jsonld', await jsonld.flatten(document));
again('compacted.jsonld', await jsonld.compact(document, [document['@context'], {n: 'schema:name'}]));
again('from-quads.nq', text('out.nq').split('\n').reverse().join('\n'));
process.exit(failed ? 1 : 0);
