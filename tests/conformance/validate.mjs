// SPDX-License-Identifier: BSL-1.0
// validate.mjs DATA.nq SHAPES.ttl: prints what violates the shapes; warnings are counted only.
import {readFileSync} from 'node:fs';
import {DataFactory, Parser, Store} from 'n3';
import Validator from 'rdf-validate-shacl';

const [data, shapes] = process.argv.slice(2).map(file => readFileSync(file, 'utf8'));
const quads = new Parser({format: 'N-Quads'}).parse(data);
// Shapes speak of one graph: the entities and their provenance together.
const dataset = new Store(quads.map(q => DataFactory.quad(q.subject, q.predicate, q.object)));
const report = await new Validator(new Store(new Parser().parse(shapes))).validate(dataset);
const violations = report.results.filter(r => r.severity.value.endsWith('#Violation'));
for (const result of violations.slice(0, 20))
    console.log(result.focusNode?.value, result.path?.value, result.sourceConstraintComponent?.value);
console.log(`${violations.length} violations, ${report.results.length - violations.length} warnings`);
process.exit(violations.length ? 1 : 0);
