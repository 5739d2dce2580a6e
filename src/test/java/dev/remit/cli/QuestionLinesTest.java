package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remit.json.JsonQuestions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionLinesTest {
    private static final int LIMIT = JsonQuestions.LINE_LIMIT;

    @Test
    void givesEachLineThatIsNotBlank() throws IOException {
        assertThat(lines("a\n\n  \t\r\nb c\r\n\nd")).containsExactly("a", "b c\r", "d");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n \n ")).isEmpty();
        assertThat(lines("a\n")).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void doesNotMindHowTheStreamComesInPieces(int piece) throws IOException {
        assertThat(lines(inPieces("ab\n\ncde\nf", piece), () -> true)).containsExactly("ab", "cde", "f");
    }

    @Test
    void holdsOneByteMoreThanALineMayHave() throws IOException {
        String fits = "x".repeat(LIMIT);

        List<String> lines = lines(fits + "\n" + fits + "y\n" + fits.repeat(5) + "\nz");

        assertThat(lines).extracting(String::length).containsExactly(LIMIT, LIMIT + 1, LIMIT + 1, 1);
        assertThat(lines.get(0)).isEqualTo(fits);
    }

    @Test
    void takesALongBlankLineForABlankOne() throws IOException {
        assertThat(lines(" ".repeat(3 * LIMIT) + "\na")).containsExactly("a");
        assertThat(lines(" ".repeat(3 * LIMIT) + "b\na"))
                .extracting(String::length)
                .containsExactly(LIMIT + 1, 1);
    }

    @Test
    void runsWhatIsToBeDoneBeforeWaitingForMore() throws IOException {
        List<String> events = new ArrayList<>();
        InputStream pieces = inPieces("a\nb\nc", 3);
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("one by one");
            }

            @Override
            public int read(byte[] buffer, int from, int most) throws IOException {
                events.add("read");
                return pieces.read(buffer, from, most);
            }

            @Override
            public int available() {
                return 0;
            }
        };

        lines(slow, () -> events.add("flush"));

        assertThat(String.join(" ", events)).matches("flush read( flush read)+");
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(UTF_8)), () -> true);
    }

    private static List<String> lines(InputStream in, BooleanSupplier beforeWaiting) throws IOException {
        QuestionLines lines = new QuestionLines(in, beforeWaiting);
        List<String> found = new ArrayList<>();
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            found.add(new String(line.get(), UTF_8));
        }
        return found;
    }

    private static InputStream inPieces(String text, int piece) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int from, int most) {
                return super.read(buffer, from, Math.min(most, piece));
            }
        };
    }
}
