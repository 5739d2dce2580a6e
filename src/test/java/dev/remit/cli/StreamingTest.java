package dev.remit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many questions there are, only a few of them, and of their answers, are held at a time. */
class StreamingTest {
    private static final int QUESTIONS = 120_000;
    /** The buffers, of 64 KiB each, filled with the shortest questions and answers. */
    private static final int AT_A_TIME = 2_000;

    @Test
    void answersBeforeItReadsMuchFurther() {
        Questions questions = new Questions(QUESTIONS / 4);
        Answers answers = new Answers(questions);

        int code = Main.run(
                List.of("decide", "policy/minimal"), Streams.of(questions, answers, OutputTest.NOWHERE, false));

        assertThat(code).isZero();
        assertThat(answers.count).isEqualTo(QUESTIONS / 4);
        assertThat(answers.furthestBehind).isLessThan(AT_A_TIME);
    }

    @Test
    void needsLessMemoryThanItsAnswersHaveBytes(@TempDir Path folder) throws IOException, InterruptedException {
        Path questions = folder.resolve("questions.jsonl");
        Path answers = folder.resolve("answers.jsonl");
        try (OutputStream out = Files.newOutputStream(questions)) {
            new Questions(QUESTIONS).transferTo(out);
        }

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx20m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.remit.cli.Main",
                        "decide",
                        "policy/minimal")
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(Redirect.INHERIT)
                .start();

        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.size(answers)).isGreaterThan(20L << 20);
        try (Stream<String> lines = Files.lines(answers)) {
            assertThat(lines.count()).isEqualTo(QUESTIONS);
        }
    }

    /** Questions, each made when it is read. */
    private static final class Questions extends InputStream {
        private final int all;
        private int made;
        private byte[] line = {};
        private int at;

        private Questions(int all) {
            this.all = all;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] buffer, int from, int most) {
            int given = 0;
            while (given < most && (at < line.length || next())) {
                int part = Math.min(most - given, line.length - at);
                System.arraycopy(line, at, buffer, from + given, part);
                at += part;
                given += part;
            }
            return given == 0 ? -1 : given;
        }

        private boolean next() {
            if (made == all) {
                return false;
            }
            line = ("{\"id\":\"" + made++ + "\",\"role\":\"author\",\"activity\":\"publish\",\"level\":\"final\"}\n")
                    .getBytes(UTF_8);
            at = 0;
            return true;
        }
    }

    /** Counts answers and forgets them. */
    private static final class Answers extends OutputStream {
        private final Questions questions;
        private int count;
        private int furthestBehind;

        private Answers(Questions questions) {
            this.questions = questions;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                count += bytes[i] == '\n' ? 1 : 0;
            }
            furthestBehind = Math.max(furthestBehind, questions.made - count);
        }
    }
}
