package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boxes are open.| They stay so.",
                "See the manual (page 3).| Then ask.",
                "It is called “open”.| Ask first!| Why?| 12 boxes are not.",
                "(Ask first.)| (Then read.)",
                "Open boxes (i.e. levels 1, 2 or 3).| Others, e.g. \"Sealed ones\", are not.",
                "Others (e.g. Sealed ones) are not.| They stay shut.",
                "See No. 3 of the list.| Ask Dr. Brown.",
                "The answer is no.| Nobody reads.",
                "Look at https://archive.example/.| It is public.",
                "No stop at the end",
                "Only one."
            })
    void endsWhereAReaderWouldPause(String marked) {
        List<String> expected = List.of(marked.split("\\| ", -1));

        assertThat(Sentences.of(marked.replace("|", "")).stream().map(Sentences.Sentence::text))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void saysWhereEachBegins() {
        assertThat(Sentences.of(" One.  Two. "))
                .containsExactly(new Sentences.Sentence(1, "One."), new Sentences.Sentence(7, "Two."));
        assertThat(Sentences.of("  ")).isEmpty();
    }
}
