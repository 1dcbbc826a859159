// SPDX-License-Identifier: BSL-1.0
// mermaid.mjs IN.mmd: parses a flowchart with Mermaid itself and prints nodes and lines as
// JSON, with Mermaid's codes of characters decoded.
import {readFileSync} from 'node:fs';
import DOMPurify from 'dompurify';

// Without a browser there is no page to purify text for.
DOMPurify.addHook = () => {};
DOMPurify.sanitize = text => text;
const {default: mermaid} = await import('mermaid');

const decoded = text => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const text = readFileSync(process.argv[2], 'utf8');
const {diagramType} = await mermaid.parse(text);
const {db} = await mermaid.mermaidAPI.getDiagramFromText(text);
const nodes = Object.fromEntries([...db.getVertices()].map(([id, node]) => [id, decoded(node.text)]));
const lines = db.getEdges().map(({start, end, text, type, stroke}) =>
    ({start, end, type, stroke, label: decoded(text)}));
console.log(JSON.stringify({diagramType, nodes, lines,
                            limits: [mermaid.mermaidAPI.defaultConfig.maxEdges,
                                     mermaid.mermaidAPI.defaultConfig.maxTextSize]}));
