# SPDX-License-Identifier: BSL-1.0
# fish completion for entente(1)

function __entente_formats --argument-names part
    entente formats 2>/dev/null | awk -v part=$part '
        /^Formats that entente/ { on = ($4 == part); next }
        on && /^  [a-z]/ { print $1 }'
end

set -l commands build check formats schema vocabulary
set -l builds "not __fish_seen_subcommand_from check formats schema vocabulary"
set -l reads "not __fish_seen_subcommand_from formats schema vocabulary"

complete -c entente -n __fish_use_subcommand -a "$commands"
complete -c entente -s h -l help -d "Print the options"
complete -c entente -n __fish_use_subcommand -l version -d "Print the version"

complete -c entente -n $reads -l from -x -a "(__entente_formats reads)" -d "Format of the inputs"
complete -c entente -n $reads -l rejects -r -d "Keep rejected records here"
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
complete -c entente -n $builds -l at -x -d "Only what holds on that date"
complete -c entente -n $builds -l since -x -d "Only what holds on that date or later"
complete -c entente -n $builds -l until -x -d "Only what holds on that date or earlier"
complete -c entente -n $builds -l kind -x -d "Only entities of these kinds"
complete -c entente -n $builds -l relation -x -d "Only these relations"
complete -c entente -n $builds -l source -x -d "Only what this source says"
complete -c entente -n $builds -l focus -x -d "Only this entity and what is around it"
complete -c entente -n $builds -l hops -x -d "How far around the focus"
complete -c entente -n $builds -l min-confidence -x -d "Only relations rated so high"
complete -c entente -n $builds -l top -x -d "Only the best connected entities"
complete -c entente -n $builds -l derived -d "Also computed relations"

complete -c entente -n "__fish_seen_subcommand_from check" -l explain -d "List every name"
complete -c entente -n "__fish_seen_subcommand_from schema" -l document -d "Schema of a document"
complete -c entente -n "__fish_seen_subcommand_from vocabulary" -l format -x \
    -a "md ttl shacl json context" -d "Form"
