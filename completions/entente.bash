# SPDX-License-Identifier: BSL-1.0
# bash completion for entente(1)

_entente_formats() { # $1: reads or writes
    entente formats 2>/dev/null | awk -v part="$1" '
        /^Formats that entente/ { on = ($4 == part); next }
        on && /^  [a-z]/ { print $1 }'
}

_entente() {
    local cur prev words cword
    _init_completion -n : || return

    local input='--from --vocabulary --rejects --threads'
    local output='-o --output --lean --load-report --base --profile --shard --title --language'
    local view='--at --since --until --kind --relation --source --focus --hops --min-confidence
        --top --derived'
    local report='--log --strict -q --quiet --color'
    local question='-i --input --from --vocabulary --rejects --threads --json --csv --log --color'
    local commands='build check show list path why rank blocs balance timeline diff match formats
        schema vocabulary'

    case $prev in
        --from)
            mapfile -t COMPREPLY < <(compgen -W "$(_entente_formats reads)" -- "$cur")
            return
            ;;
        --color)
            mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur")
            return
            ;;
        --sign)
            mapfile -t COMPREPLY < <(compgen -W 'cooperation conflict neutral' -- "$cur")
            return
            ;;
        --by)
            mapfile -t COMPREPLY < <(
                compgen -W 'entity kind relation source hops confidence degree pagerank
                    betweenness closeness subject' -- "$cur"
            )
            return
            ;;
        --format)
            mapfile -t COMPREPLY < <(compgen -W 'md ttl shacl json context' -- "$cur")
            return
            ;;
        --base | --profile | --shard | --title | --language | --at | --since | --until | --kind | \
            --relation | --source | --focus | --hops | --min-confidence | --top | --k | --limit | \
            --blocs | --rows | --between)
            return
            ;;
        -o | --output)
            _filedir
            mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(
                compgen -S : -W "$(_entente_formats writes)" -- "$cur"
            )
            compopt -o nospace
            return
            ;;
    esac

    if [[ $cur == -* ]]; then
        local options
        case ${words[1]} in
            check) options="$input --explain $report" ;;
            show | why) options="$question $view" ;;
            list) options="--by $question $view" ;;
            path) options="--k --by --sign $question $view" ;;
            rank) options="--by --sign --limit $question $view" ;;
            blocs) options="--blocs $question $view" ;;
            balance) options="--limit $question $view" ;;
            timeline) options="-o --output --by --rows --title $question $view" ;;
            diff) options="--between --with $question $view" ;;
            match) options="--together --limit $question $view" ;;
            formats) options='' ;;
            schema) options='--document' ;;
            vocabulary) options='--format --vocabulary' ;;
            *) options="$input $output $view $report --version" ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$options -h --help" -- "$cur")
        return
    fi
    _filedir
    if ((cword == 1)); then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$commands" -- "$cur")
    fi
}

complete -F _entente entente
