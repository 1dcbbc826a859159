// SPDX-License-Identifier: BSL-1.0
// dot_readers.mjs READER IN.dot OUT.dot: prints nodes and edges with their attributes as JSON; what
// can also write writes the graph again.
import {readFileSync, writeFileSync} from 'node:fs';

const [reader, input, output] = process.argv.slice(2);
// Neither takes a line or paragraph separator inside a text.
const masked = text => text.replaceAll('\u2028', '\ue028').replaceAll('\u2029', '\ue029');
const unmasked = text => text.replaceAll('\ue028', '\u2028').replaceAll('\ue029', '\u2029');
const text = masked(readFileSync(input, 'utf8'));
const nodes = {}, edges = [];
if (reader === 'dotparser') {
    const {default: parse} = await import('dotparser');
    const values = list => Object.fromEntries(list.map(({id, eq}) => [id, eq]));
    for (const statement of parse(text)[0].children) {
        if (statement.type === 'node_stmt')
            nodes[statement.node_id.id] = values(statement.attr_list);
        else if (statement.type === 'edge_stmt')
            edges.push([...statement.edge_list.map(end => end.id), values(statement.attr_list)]);
    }
} else {
    const {fromDot, toDot} = await import('ts-graphviz');
    const graph = fromDot(text);
    for (const node of graph.nodes) nodes[node.id] = Object.fromEntries(node.attributes.values);
    for (const edge of graph.edges)
        edges.push([...edge.targets.map(end => end.id), Object.fromEntries(edge.attributes.values)]);
    writeFileSync(output, unmasked(toDot(graph)));
}
console.log(unmasked(JSON.stringify({nodes, edges})));
