# SPDX-License-Identifier: BSL-1.0
# fish completion for entente(1)

function __entente_formats --argument-names part
    entente formats 2>/dev/null | awk -v part=$part '
        /^Formats that entente/ { on = ($4 == part); next }
        on && /^  [a-z]/ { print $1 }'
end

set -l questions show list path why rank blocs balance timeline diff match
set -l commands build check $questions formats schema vocabulary
set -l builds "not __fish_seen_subcommand_from check $questions formats schema vocabulary"
set -l reads "not __fish_seen_subcommand_from formats schema vocabulary"
set -l views "not __fish_seen_subcommand_from check formats schema vocabulary"
set -l asks "__fish_seen_subcommand_from $questions"

complete -c entente -n __fish_use_subcommand -a "$commands"
complete -c entente -s h -l help -d "Print the options"
complete -c entente -n __fish_use_subcommand -l version -d "Print the version"

complete -c entente -n $reads -l from -x -a "(__entente_formats reads)" -d "Format of the inputs"
complete -c entente -n $reads -l rejects -r -d "Keep rejected records here"
complete -c entente -n $reads -l threads -x -d "How many threads to use"
complete -c entente -n $reads -l log -r -d "Every diagnostic as JSON Lines"
complete -c entente -n $reads -l strict -d "Exit with 1 on warnings too"
complete -c entente -n $reads -s q -l quiet -d "Print errors only"
complete -c entente -n $reads -l color -x -a "auto always never" -d "When to colour"
complete -c entente -n "not __fish_seen_subcommand_from formats schema" -l vocabulary -r \
    -d "Your own kinds and relations"

complete -c entente -n $builds -s o -l output -r -d "File to write"
complete -c entente -n $builds -l lean -d "Leave the claims out"
complete -c entente -n $builds -l load-report -d "Also write FILE.report.json"
complete -c entente -n $builds -l base -x -d "Begin the IRIs of entities with this"
complete -c entente -n $builds -l profile -x -d "Variant of a format"
complete -c entente -n $builds -l shard -x -d "Each table of a bundle in N files"
complete -c entente -n $builds -l title -x -d "Title of a picture"
complete -c entente -n $builds -l language -x -d "Language of the names of nations"
complete -c entente -n $views -l at -x -d "Only what holds on that date"
complete -c entente -n $views -l since -x -d "Only what holds on that date or later"
complete -c entente -n $views -l until -x -d "Only what holds on that date or earlier"
complete -c entente -n $views -l kind -x -d "Only entities of these kinds"
complete -c entente -n $views -l relation -x -d "Only these relations"
complete -c entente -n $views -l source -x -d "Only what this source says"
complete -c entente -n $views -l focus -x -d "Only this entity and what is around it"
complete -c entente -n $views -l hops -x -d "How far around the focus"
complete -c entente -n $views -l min-confidence -x -d "Only relations rated so high"
complete -c entente -n $views -l top -x -d "Only the best connected entities"
complete -c entente -n $views -l derived -d "Also computed relations"

complete -c entente -n $asks -s i -l input -r -d "Files to read"
complete -c entente -n $asks -l json -d "Answer for programs"
complete -c entente -n $asks -l csv -d "Answer as a table"
complete -c entente -n "__fish_seen_subcommand_from list path rank timeline" -l by -x \
    -a "entity kind relation source hops confidence degree pagerank betweenness closeness subject" \
    -d "By what"
complete -c entente -n "__fish_seen_subcommand_from path" -l k -x -d "How many ways"
complete -c entente -n "__fish_seen_subcommand_from path rank" -l sign -x \
    -a "cooperation conflict neutral" -d "Only along such relations"
complete -c entente -n "__fish_seen_subcommand_from rank balance match" -l limit -x \
    -d "How many to show"
complete -c entente -n "__fish_seen_subcommand_from blocs" -l blocs -x -d "Into how many"
complete -c entente -n "__fish_seen_subcommand_from timeline" -s o -l output -r -d "Draw it"
complete -c entente -n "__fish_seen_subcommand_from timeline" -l rows -x -d "How many rows"
complete -c entente -n "__fish_seen_subcommand_from timeline" -l title -x -d "Title of the drawing"
complete -c entente -n "__fish_seen_subcommand_from diff" -l between -x -d "Two dates"
complete -c entente -n "__fish_seen_subcommand_from diff" -l with -r -d "Files of a second graph"
complete -c entente -n "__fish_seen_subcommand_from match" -l together -d "On one day"
complete -c entente -n "__fish_seen_subcommand_from check" -l explain -d "List every name"
complete -c entente -n "__fish_seen_subcommand_from schema" -l document -d "Schema of a document"
complete -c entente -n "__fish_seen_subcommand_from vocabulary" -l format -x \
    -a "md ttl shacl json context" -d "Form"
