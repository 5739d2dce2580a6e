package dev.remit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                """;
        String painted = """
                ^[1;31mDENIED^[0m: no
                not DENIED
                ^[1;32mPERMITTED^[0m: yes
                PERMITTEDLY
                ^[1;33mUNDETERMINED^[0m: well
                ^[1;31merror^[0m[x]: y
                ^[1;33mwarning^[0m[x]: y
                """;

        assertThat(said(text.stripTrailing(), true).replace('\033', '^')).isEqualTo(painted);
    }

    @Test
    void paintsNothingWithoutColours() {
        assertThat(said("DENIED: no", false)).isEqualTo("DENIED: no\n");
    }

    @Test
    void goesQuietlyWhenSomebodyHasReadEnough() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Main.run(
                List.of("check"), Streams.of(InputStream.nullInputStream(), failing("Broken pipe"), err, false));

        assertThat(code).isEqualTo(2);
        assertThat(err.size()).isZero();
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
