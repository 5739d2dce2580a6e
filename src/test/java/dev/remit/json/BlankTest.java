package dev.remit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.node.Characters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files and the schema take the same characters for blank, as far as a schema can say it. */
class BlankTest {

    @Test
    void takesTheSameCharactersForBlankInFilesAndInTheSchema() {
        Pattern seen = Pattern.compile(SchemaWords.NOT_BLANK);

        for (int point = 0; point <= 0xFFFF; point++) {
            if (!Character.isSurrogate((char) point)) {
                assertThat(seen.matcher(Character.toString(point)).matches())
                        .as(Characters.named(point))
                        .isNotEqualTo(Characters.isBlank(point));
            }
        }
    }
}
