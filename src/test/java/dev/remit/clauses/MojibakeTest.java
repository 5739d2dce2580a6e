package dev.remit.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource({
        "โ€œlogs, “logs",
        "canโ€™t, can’t",
        "๐Ÿ”—, 🔗",
        "โ€“, –",
        "â€œlogs, “logs",
        "canâ€™t, can’t",
        "cafÃ©, café",
        "ðŸ”—, 🔗"
    })
    void mendsTextReadAsAWindowsCodePage(String broken, String mended) {
        assertThat(Mojibake.repair(broken)).isEqualTo(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "logsโ€ are, logs” are",
        "(the โ€œlogsโ€), (the “logs”)",
        "logsโ€., logs”.",
        "armsโ€length, arms-length",
        "logsâ€, logs”"
    })
    void mendsMarksOfWhichThePageDroppedAByte(String broken, String mended) {
        assertThat(Mojibake.repair(broken)).isEqualTo(mended);
    }

    @Test
    void mendsTextReadWronglyTwice() {
        Charset windows = Charset.forName("windows-1252");
        String once = new String("can’t".getBytes(StandardCharsets.UTF_8), windows);
        String twice = new String(once.getBytes(StandardCharsets.UTF_8), windows);

        assertThat(Mojibake.repair(twice)).isEqualTo("can’t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "“quoted” – and dashed…",
                "naïve café, Übermaß, Ærø",
                "โรงพยาบาล ๑๒๓",
                "โกงกิน",
                "price: 5 € or £ 4",
                "🔗 and 👩‍⚕️",
                "Ã",
                "โ",
                ""
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Mojibake.repair(text)).isEqualTo(text);
    }
}
