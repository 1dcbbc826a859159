// SPDX-License-Identifier: BSL-1.0
// Spark GraphFrames: a PySpark module that gives the graph, from one file or many.
#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

std::string_view spark_type(Type type) {
    switch (type) {
        case Type::boolean:
            return "BOOLEAN";
        case Type::integer:
            return "BIGINT";
        case Type::decimal:
            return "DOUBLE";
        case Type::text:
            break;
    }
    return "STRING";
}

void write_tables(const Plan& plan, std::string_view name, Role role, Output& out) {
    out << name << " = [\n";
    for (const Table* table : plan.of(role)) {
        out << "    ([";
        for (const std::string& file : table->files)
            out << (file == table->files.front() ? "\"" : ", \"") << file << '"';
        out << "],\n     \"";
        for (std::size_t i = 0; i < table->columns.size(); ++i)
            out << (i == 0 ? "" : ", ") << ticked(table->columns[i].name) << ' '
                << spark_type(table->columns[i].type);
        out << "\"),\n";
    }
    out << "]\n";
}

constexpr std::string_view functions = R"(

def frame(spark, tables, bundle):
    """All tables as one frame; a column that a table lacks is null in its rows."""
    frames = [
        spark.read.csv(
            [f"{bundle}/{name}" for name in files],
            schema=schema,
            header=False,
            quote='"',
            escape='"',
            multiLine=True,
            nullValue=None,
            emptyValue="",
            ignoreLeadingWhiteSpace=False,
            ignoreTrailingWhiteSpace=False,
            mode="FAILFAST",
        )
        for files, schema in tables
    ]
    if not frames:
        return None
    return reduce(lambda a, b: a.unionByName(b, allowMissingColumns=True), frames)


def graph(spark, bundle="."):
    """The GraphFrame of entities and relations; `bundle` is a path or URL that Spark can read."""
    from graphframes import GraphFrame

    return GraphFrame(frame(spark, NODES, bundle), frame(spark, EDGES, bundle))


def claims(spark, bundle="."):
    return frame(spark, CLAIMS, bundle)


def sources(spark, bundle="."):
    return frame(spark, SOURCES, bundle)
)";

} // namespace

void write_graphframes(const Plan& plan, FileSet& files) {
    Output& out = files.file("graphframes/load.py");
    out << "\"\"\"from load import graph; g = graph(spark, \"hdfs:///data/bundle\")\"\"\"\n"
           "from functools import reduce\n\n";
    write_tables(plan, "NODES", Role::nodes, out);
    write_tables(plan, "EDGES", Role::edges, out);
    write_tables(plan, "CLAIMS", Role::claims, out);
    write_tables(plan, "SOURCES", Role::sources, out);
    out << functions;
}

} // namespace entente::bundle
