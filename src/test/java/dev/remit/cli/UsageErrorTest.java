package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.cli.InProcess.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is typed wrongly gets one short message with the nearest word, and exit code 2. */
class UsageErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    aks                        | verb `aks` is not known                            | did you mean `ask`?    | remit
                    --vresion                  | option `--vresion` is not known                    | did you mean `--version`? | remit
                    ask --rol researcher       | option `--rol` is not known                        | did you mean `--role`? | remit ask
                    ask --rol=researcher       | option `--rol` is not known                        | did you mean `--role`? | remit ask
                    ask --no-projct            | option `--no-projct` is not known                  | did you mean `--no-project`? | remit ask
                    ask --level                | option `--level` needs a value                     |                        | remit ask
                    ask --level --closed       | option `--level` needs a value                     |                        | remit ask
                    ask --level 3 --level 4    | option `--level` is given twice                    |                        | remit ask
                    ask --closed=false         | option `--closed` should be specified without `false` parameter | | remit ask
                    ask one two                | there is one argument too many: `two`              | options begin with `--` | remit ask
                    ask @file --lvl 4          | option `--lvl` is not known                        | did you mean `--level`? | remit ask
                    ask --format jsn           | expected `--format` to be `text` or `json`, found `jsn` | did you mean `json`? | remit ask
                    decide --imput f           | option `--imput` is not known                      | did you mean `--input`? | remit decide
                    decide --input no/such     | there is no file `no/such`                         |                        | remit decide
                    decide --at noon           | expected `--at` to be a day or an instant, found `noon`     | write it like `2026-11-22` or `2026-11-22T10:00:00Z` | remit decide
                    check --srict              | option `--srict` is not known                      | did you mean `--strict`? | remit check
                    schema --strict            | option `--strict` is not known                     |                        | remit schema
                    completion bash            | there is one argument too many: `bash`             | options begin with `--` | remit completion
                    """)
    void isToldShortlyWithTheNearestWord(String arguments, String message, String help, String command) {
        Result result = InProcess.run(List.of(arguments.split(" ")), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("error: " + message + "\n"
                        + (help == null ? "" : "  = help: " + help + "\n")
                        + "  = help: `" + command + " --help` lists what can be said\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --role reseacher --activity view --level 4              | unknown-role     | researcher
                    --role researcher,co-pilt --activity view --level 4     | unknown-role     | co-pilot
                    --role researcher --activity veiw --level 4             | unknown-activity | view
                    --role researcher --activity view --level relesed       | unknown-level    | released
                    --role researcher --activity view --level 4 --category reserch-project | unknown-category | research-project
                    --role researcher --activity view --level 4 --route secure-enviroment  | unknown-route    | secure-environment
                    --role researcher --activity view --level 4 --fact named-on-projct     | unknown-fact     | named-on-project
                    --role researcher --activity view --level 4 --not-fact named-on-projct | unknown-fact     | named-on-project
                    --role researcher --activity view --level 4 --kind reserch             | unknown-value    | research
                    --role researcher --activity view --level 4 --attribute kynd=research  | unknown-attribute | kind
                    --role researcher --activity view --level 4 --permits type1            | unknown-register | type-1
                    --role researcher --activity view --level 4 --include nationl          | unknown-register | national
                    """)
    void tellsTheNearestWordOfThePolicy(String arguments, String code, String nearest) {
        Result result = InProcess.run(List.of(("ask " + arguments).split(" ")), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("error[" + code + "]: ")
                .endsWith("\n  = help: did you mean `" + nearest + "`?\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --role researcher --activity view --level 4 --project opensafely-interal | error[unknown-project]: project `opensafely-interal` is not in the register
                    --person alise --activity view --level 4                               | error[unknown-person]: person `alise` is not in the register
                    """)
    void namesNobodyAndNothingOfTheRegister(String arguments, String error) {
        Result result = InProcess.run(List.of(("ask " + arguments).split(" ")), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo(error + "\n");
    }

    @Test
    void showsHiddenCharactersOfWhatWasTyped() {
        Result result = InProcess.run(List.of("ask", "--role", "\u001b[2J", "--activity", "view", "--level", "4"), "");

        assertThat(result.err()).contains("\\u001b[2J").doesNotContain("\u001b");
    }

    @Test
    void showsHowToBeUsedIfNoVerbIsGiven() {
        Result result = InProcess.run(List.of(), "");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("Usage: remit ");
    }

    @ParameterizedTest
    @CsvSource({"ask --role r --activity a --level l", "decide"})
    void showsTheFaultsOfABrokenBundle(String arguments) {
        Result result = InProcess.run(List.of((arguments + " docs/examples/two-faults.yaml").split(" ")), "{}\n");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("error[").contains("--> docs/examples/two-faults.yaml:", "^^^", "= help:");
    }

    @Test
    void saysThatThereIsNoBundle() {
        Result result = InProcess.run(List.of("decide", "policy/opensafly"), "{}\n");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("error[missing-file]: there is no such file or folder")
                .contains("did you mean `opensafely`?");
    }
}
