// SPDX-License-Identifier: BSL-1.0
// The graph in LadybugDB: build DATABASE NODES.csv EDGES.csv, once, or path DATABASE FROM TO, which prints the number of
// steps of a shortest path in whichever direction.
import { resolve } from "node:path";
import lbug from "@ladybugdb/core";

const [action, database, ...words] = process.argv.slice(2);
const connection = new lbug.Connection(new lbug.Database(resolve(database)));

if (action === "build") {
    const [nodes, edges] = words.map((path) => resolve(path));
    await connection.query("CREATE NODE TABLE Entity (id STRING PRIMARY KEY, name STRING, kind STRING)");
    const columns = "name STRING, since STRING, until STRING, confidence DOUBLE, claims INT64";
    await connection.query(`CREATE REL TABLE Relation (FROM Entity TO Entity, ${columns})`);
    await connection.query(`COPY Entity FROM "${nodes}" (HEADER = true)`);
    await connection.query(`COPY Relation FROM "${edges}" (HEADER = true)`);
} else {
    const [from, to] = words;
    const query =
        "MATCH p = (a:Entity {id: $from})-[r:Relation* SHORTEST 1..20]-(b:Entity {id: $to}) RETURN length(p) AS steps LIMIT 1";
    const result = await connection.execute(await connection.prepare(query), { from, to });
    console.log(`hops=${(await result.getAll())[0].steps}`);
}
process.exit(0);
