// SPDX-License-Identifier: BSL-1.0
#include <algorithm>

#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

/// Text for Markdown: on one line, and without markup of its own.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
        out += c == '\n' || c == '\t' ? ' ' : c;
    }
    return out;
}

void write_contents(const Plan& plan, Output& out) {
    out << "| file | rows | what |\n|---|---|---|\n";
    for (const Table& table : plan.tables) {
        out << "| `" << table.files.front();
        if (table.files.size() > 1) out << "` to `" << table.files.back();
        out << "` | " << std::uint64_t{table.rows} << " | ";
        switch (table.role) {
            case Role::nodes:
                out << "entities with the label `" << table.label << '`';
                break;
            case Role::edges:
                out << '`' << table.from << "` `" << table.label << "` `" << table.to << '`';
                break;
            case Role::claims:
                out << "what is said, by whom, where: the facts behind each edge";
                break;
            case Role::sources:
                out << "the documents that it is said in";
                break;
        }
        out << " |\n";
    }
}

constexpr std::string_view about_tables = R"(
UTF-8 after RFC 4180: no header, LF behind each row, every text in double quotes. Nothing between two commas is no
value; `""` is an empty text. Texts may have line breaks. `bundle.json` names the columns and their types, each engine's
folder has them in the engine's own form. Dates are text, `2023`, `2023-06` or `2023-06-01`; `..` is open, nothing is
unknown. Lists are JSON text. `id`, `src` and `dst` are the same in every export of the same facts, and with any number
of shards. An edge's claims are the rows of `claims` whose `edge` is its `id`; a claim's `source` is a source's `source`.

These are tables for databases, and texts stand in them just as they were read. A spreadsheet may take a text that
begins with `=`, `+`, `-` or `@` for a formula: do not open them in one.

`entente` reads this folder, or a ZIP archive of it, back to the same graph: `entente THIS-FOLDER -o facts.jsonl`.

The commands below are for a shell in this folder.
)";

constexpr std::string_view neo4j = R"(
## Neo4j

A new database, from 5.0 on; stopped while it is made:

```sh
sh neo4j/import.sh neo4j
```

A database that runs (5.23 or later): copy `nodes`, `edges` and the `.csv` files to its import folder, set
`db.import.csv.legacy_quote_escaping=false`, and

```sh
cypher-shell -u neo4j -p PASSWORD -f neo4j/load.cypher
```

The first line of both makes entities unique by `id`; the second can be run again, `import.sh` begins anew. After
`import.sh`, the first three lines of `neo4j/load.cypher` make the constraints.
)";

constexpr std::string_view memgraph = R"(
## Memgraph

The server must see this folder as `/bundle`, with Docker for example by `-v "$PWD":/bundle`; then

```sh
mgconsole < memgraph/load.cypher
```
)";

constexpr std::string_view ladybug = R"(
## LadybugDB, Kuzu

```sh
cat ladybug/schema.cypher ladybug/copy.cypher | lbug graph.lbug
```
)";

constexpr std::string_view neptune = R"(
## Amazon Neptune

`gremlin` or `opencypher`; either can be queried in both languages.

```sh
sh neptune/prepare.sh gremlin /tmp/neptune
aws s3 cp --recursive /tmp/neptune s3://BUCKET/bundle/
curl -X POST https://ENDPOINT:8182/loader -H 'Content-Type: application/json' -d '{"source": "s3://BUCKET/bundle/",
  "format": "csv", "iamRoleArn": "ROLE", "region": "REGION", "failOnError": "TRUE", "queueRequest": "TRUE"}'
```

For `opencypher`, `"format": "opencypher"`. Neptune Analytics takes the same files and gives edges ids of its own.
)";

constexpr std::string_view nebula = R"(
## NebulaGraph

The tool is NebulaGraph Importer 4. A relation is an edge with rank 0, since there is one of each relation between two
vertices; a claim is an edge `Claim` with a rank of its own. Address and password stand in `importer.yaml`.

```sh
nebula-console -addr 127.0.0.1 -port 9669 -u root -p nebula -f nebula/schema.ngql
nebula-importer --config nebula/importer.yaml
```
)";

constexpr std::string_view arangodb = R"(
## ArangoDB

One collection a kind, one edge collection a relation. A key is the id with other characters as `%HH`; Python 3 makes it.

```sh
sh arangodb/import.sh --server.endpoint tcp://127.0.0.1:8529 --server.database _system
```
)";

constexpr std::string_view graphframes = R"(
## Spark GraphFrames

```sh
cd graphframes && pyspark --packages io.graphframes:graphframes-spark3_2.12:0.9.2
>>> from load import graph
>>> g = graph(spark, "..")
>>> g.inDegrees.orderBy("inDegree", ascending=False).show()
```

`load.py` takes the tables from any place that Spark can read. `entente ... --shard N` makes N files a table.
)";

void write_counts(const Plan& plan, Output& out) {
    const std::size_t entities = plan.rows(Role::nodes), edges = plan.rows(Role::edges);
    const std::size_t others = plan.rows(Role::claims) + plan.rows(Role::sources);
    out << "\n## What to expect\n\n"
           "| query | result |\n|---|---|\n"
        << "| `MATCH (n) RETURN count(n)` | " << std::uint64_t{entities + others} << " |\n"
        << "| `MATCH ()-[r]->() RETURN count(r)` | " << std::uint64_t{edges} << " |\n";
    for (const Table* table : vertex_tables(plan))
        out << "| ``MATCH (n:`" << table->label << "`) RETURN count(n)`` | "
            << std::uint64_t{table->rows} << " |\n";
    out << "\nNebulaGraph counts claims as edges, not as vertices.\n";
}

} // namespace

void write_readme(const View& view, const Plan& plan, FileSet& files) {
    Output& out = files.file("README.md");
    const GraphTables& graph = view.graph();
    out << "# " << (graph.title.empty() ? "A graph" : plain(graph.title)) << "\n\n";
    if (!graph.description.empty()) out << plain(graph.description) << "\n\n";
    write_contents(plan, out);
    out << about_tables << neo4j << memgraph << ladybug << neptune << nebula << arangodb
        << graphframes;
    write_counts(plan, out);
}

} // namespace entente::bundle
