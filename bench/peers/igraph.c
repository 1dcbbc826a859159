/* SPDX-License-Identifier: BSL-1.0
   C igraph reads a GraphML file with all attributes, and writes it again if it is told where: igraph INPUT [OUTPUT]
   Prints the CPU seconds that each of the two took. */
#include <igraph.h>
#include <stdio.h>
#include <sys/resource.h>

static double cpu_seconds(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

int main(int count, char** words) {
    if (count < 2) return 2;
    igraph_set_attribute_table(&igraph_cattribute_table);
    FILE* input = fopen(words[1], "r");
    if (input == NULL) return 2;
    igraph_t graph;
    const double begin = cpu_seconds();
    if (igraph_read_graph_graphml(&graph, input, 0) != IGRAPH_SUCCESS) return 1;
    const double read = cpu_seconds();
    printf("nodes=%ld edges=%ld read=%.6f\n", (long)igraph_vcount(&graph), (long)igraph_ecount(&graph), read - begin);
    if (count < 3) return 0;
    FILE* output = fopen(words[2], "w");
    if (output == NULL) return 2;
    const double built = cpu_seconds();
    if (igraph_write_graph_graphml(&graph, output, 1) != IGRAPH_SUCCESS || fclose(output) != 0) return 1;
    printf("write=%.6f\n", cpu_seconds() - built);
    return 0;
}
