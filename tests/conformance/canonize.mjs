// SPDX-License-Identifier: BSL-1.0
// canonize.mjs IN.jsonld OUT.nq: canonical N-Quads, with an error for anything that would be lost.
import {readFileSync, writeFileSync} from 'node:fs';
import jsonld from 'jsonld';

const [input, output] = process.argv.slice(2);
const document = JSON.parse(readFileSync(input, 'utf8'));
const quads = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: url => { throw new Error(`nothing may be loaded: ${url}`); },
});
writeFileSync(output, quads);
