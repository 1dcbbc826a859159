// SPDX-License-Identifier: BSL-1.0
// cytoscape.mjs IN.cyjs OUT.json: loads the graph, compares every value, prints the numbers of nodes
// and edges, and writes what cy.json() gives.
import {readFileSync, writeFileSync} from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import cytoscape from 'cytoscape';

const [input, output] = process.argv.slice(2);
const text = readFileSync(input, 'utf8');
const document = JSON.parse(text), wanted = JSON.parse(text);
const cy = cytoscape({headless: true, styleEnabled: true, elements: document.elements,
                      data: document.data,
                      style: [{selector: 'node[kg_fill]', style: {'background-color': 'data(kg_fill)'}},
                              {selector: 'edge', style: {'line-color': 'data(kg_color)',
                                                         'line-style': 'data(kg_line)',
                                                         'target-arrow-shape': 'data(kg_arrow)'}}]});
console.log(cy.nodes().length, cy.edges().length);
for (const {data} of [...wanted.elements.nodes, ...wanted.elements.edges])
    if (!isDeepStrictEqual(cy.getElementById(data.id).data(), data)) console.error(`${data.id} differs`);
writeFileSync(output, JSON.stringify(cy.json()));
process.exit(); // its animations never end
