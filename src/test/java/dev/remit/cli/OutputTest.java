package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTest {
    static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    @Test
    void paintsWhatALineBeginsWith() {
        String text = """
                DENIED: no
                not DENIED
                PERMITTED: yes
                PERMITTEDLY
                UNDETERMINED: well
                error[x]: y
                warning[x]: y
                GAINED: An analyst may
                LOST: An analyst may
                CHANGED, wider: An analyst may
                reader, read, level draft: always
                reader, read, level draft: if
                reader, read, level draft: never
                """;
        String painted = """
                ^[1;31mDENIED^[0m: no
                not DENIED
                ^[1;32mPERMITTED^[0m: yes
                PERMITTEDLY
                ^[1;33mUNDETERMINED^[0m: well
                ^[1;31merror^[0m[x]: y
                ^[1;33mwarning^[0m[x]: y
                ^[1;32mGAINED^[0m: An analyst may
                ^[1;31mLOST^[0m: An analyst may
                ^[1;33mCHANGED^[0m, wider: An analyst may
                reader, read, level draft^[1;32m: always^[0m
                reader, read, level draft^[1;33m: if^[0m
                reader, read, level draft^[1;31m: never^[0m
                """;

        assertThat(said(text.stripTrailing(), true).replace('\033', '^')).isEqualTo(painted);
    }

    @Test
    void paintsNothingWithoutColours() {
        assertThat(said("DENIED: no", false)).isEqualTo("DENIED: no\n");
    }

    /** As {@code remit clauses | head -1} does: what the verb found out is found out, whoever reads of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | check",
                "0 | clauses --format csv",
                "0 | --help",
                "0 | ask policy/minimal --role author --activity read --level draft",
                "1 | ask policy/minimal --role reader --activity read --level draft",
                "1 | prove docs/examples/wider",
                "3 | diff policy/minimal docs/examples/wider --format html",
            })
    void keepsItsExitCodeWhenSomebodyHasReadEnough(int expected, String arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                List.of(arguments.split(" ", -1)),
                Streams.of(InputStream.nullInputStream(), failing("Broken pipe"), err, false));

        assertThat(code).isEqualTo(expected);
        assertThat(err.size()).isZero();
    }

    /** Nor does whoever writes the questions go on for nothing. */
    @Test
    void readsNoFurtherQuestionsWhenNobodyReadsTheAnswers() {
        AtomicInteger asked = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new UncheckedIOException(new IOException("byte by byte"));
            }

            @Override
            public int read(byte[] buffer, int from, int most) {
                byte[] line = "{\"role\":\"author\",\"activity\":\"read\",\"level\":\"draft\"}\n"
                        .getBytes(StandardCharsets.UTF_8);
                System.arraycopy(line, 0, buffer, from, line.length);
                asked.incrementAndGet();
                return line.length;
            }
        };

        int code = Main.run(
                List.of("decide", "policy/minimal"), Streams.of(endless, failing("Broken pipe"), NOWHERE, false));

        assertThat(code).isZero();
        assertThat(asked).hasValue(1);
    }

    @Test
    void saysSoWhenThereIsNoRoom() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                List.of("check"),
                Streams.of(InputStream.nullInputStream(), failing("No space left on device"), err, false));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("error: what was asked for cannot be written\n");
    }

    private static String said(String text, boolean colours) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = new Output(out, colours);
        output.say(text);
        output.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
