// SPDX-License-Identifier: BSL-1.0
// graphology.mjs graphml|gexf IN OUT.json [OUT.gexf]: what graphology makes of a file, and, if asked
// for, the graph as its own GEXF writer writes it. Any complaint goes to stderr.
import {readFileSync, writeFileSync} from 'node:fs';
import graphology from 'graphology';
import * as gexf from 'graphology-gexf';
import * as graphml from 'graphology-graphml';

const [format, input, output, rewritten] = process.argv.slice(2);
const {parse} = format === 'gexf' ? gexf.default : graphml.default;
const graph = parse(graphology.MultiDirectedGraph,
                    readFileSync(input, 'utf8'));
writeFileSync(output, JSON.stringify({
    graph: graph.getAttributes(),
    nodes: graph.mapNodes((id, attributes) => ({id, attributes})),
    edges: graph.mapEdges((id, attributes, source, target) => ({id, source, target, attributes})),
}));
if (rewritten) writeFileSync(rewritten, gexf.default.write(graph));
