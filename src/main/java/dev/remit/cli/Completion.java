package dev.remit.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit completion}: lets a shell complete verbs, options, and the words of the bundle that is named before. */
final class Completion implements Verb {
    /**
     * What completes the words of a bundle: behind an option that takes a word, it asks {@code remit words} about the first
     * folder or policy file on the line, and remembers the words of one kind.
     */
    private static final String WORDS = """

            # The words of a bundle, behind the options that take them.
            function _remit_words() {
              local of="$1" bundle="" word
              for word in "${COMP_WORDS[@]:2:$((COMP_CWORD - 2))}"; do
                if [[ -f "$word/policy.yaml" || "$word" == *.yaml && -f "$word" ]]; then bundle="$word"; break; fi
              done
              if [[ "$_remit_known_of" != "$of $bundle" ]]; then
                _remit_known=$("${COMP_WORDS[0]}" words ${bundle:+"$bundle"} --of "$of" --ids 2> /dev/null)
                _remit_known_of="$of $bundle"
              fi
              local IFS=$'\n'
              COMPREPLY=()
              while IFS= read -r word; do
                [[ -n "$word" && "$word" == "$2"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
              done <<< "$_remit_known"
              return 0
            }

            function _remit_with_words() {
              local current="${COMP_WORDS[COMP_CWORD]}" option="${COMP_WORDS[COMP_CWORD-1]}"
              case "$option" in
                --role) _remit_words role "$current" ;;
                --activity) _remit_words activity "$current" ;;
                --level) _remit_words level "$current" ;;
                --category) _remit_words category "$current" ;;
                --route) _remit_words route "$current" ;;
                --fact|--not-fact) _remit_words fact "$current" ;;
                --attribute) _remit_words attribute "$current" ;;
                --include|--exclude|--permits|--not-permits|--ever-permits|--not-ever-permits)
                  _remit_words opt-out "$current" ;;
                --project) _remit_words project "$current" ;;
                --person) _remit_words person "$current" ;;
                *) _complete_remit ;;
              esac
            }

            complete -F _remit_with_words -o default remit remit.sh remit.bash
            """;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "Prints a script that lets bash or zsh complete verbs, options and the words of a bundle.";
    }

    @Override
    public String synopsis() {
        return "completion";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of();
    }

    @Override
    public List<String> notes() {
        return List.of(
                "The script completes a command called `remit`; in zsh, run `autoload bashcompinit; bashcompinit` first.",
                "Exit code: 0.",
                "",
                "Example:",
                "  remit completion > remit-completion.bash");
    }

    @Override
    public int run(Given given, Streams streams) {
        streams.out().line(AutoComplete.bash(Verbs.PROGRAM, Verbs.all()).stripTrailing());
        streams.out().line(WORDS.stripTrailing());
        return OK;
    }
}
