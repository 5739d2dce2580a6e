package dev.remit.cli;

import dev.remit.diagnostic.Words;
import dev.remit.json.JsonTree;
import dev.remit.signing.CallerToken;
import dev.remit.signing.KeyName;
import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/** {@code remit keys new}: makes a key. */
final class KeysNew implements Verb {
    private static final String OUT = "--out";
    private static final String NAME = "--name";
    private static final String SUBJECT = "--subject";
    private static final String TOKEN = "--token";
    private static final String FROM = "--from";
    private static final String UNTIL = "--until";

    @Override
    public String name() {
        return "new";
    }

    @Override
    public String summary() {
        return "Makes a key in a new file that only its owner can read.";
    }

    @Override
    public String synopsis() {
        return "keys new --out FILE [--name NAME] [--subject [--from DAY] [--until DAY] | --token] [--format text|json]";
    }

    @Override
    public List<ArgSpec> accepts() {
        return List.of(
                Option.file(OUT, "Where the key goes. A file that is there is never overwritten."),
                Option.word(
                        NAME,
                        "NAME",
                        "The name of a key to sign with, best a web address without its scheme; it is the origin of logs."
                                + " Of a subject key: its id. Left out: a random one."),
                Option.flag(SUBJECT, "Makes a key that turns people into pseudonyms in records."),
                Option.word(FROM, "DAY", "The first day of a subject key. Left out: today."),
                Option.word(UNTIL, "DAY", "The last day of a subject key. Left out: none."),
                Option.flag(TOKEN, "Makes a token of a caller, and prints its digest for a configuration."),
                Option.format("text"));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "A key to sign with is Ed25519, in PKCS#8; beside it goes FILE.pub, the public half, for everybody.",
                "Exit code: 0 made, 2 not.",
                "",
                "Example:",
                "  remit keys new --out target/example.key --name example.org/records");
    }

    @Override
    public int run(Given given, Streams streams) {
        Given.Format format = given.format(Given.Format.TEXT);
        Path out = given.path(OUT)
                .orElseThrow(() -> new UsageError("expected `--out`, found none", "name the file for the key"));
        if (given.flag(SUBJECT) && given.flag(TOKEN)) {
            throw new UsageError("`--subject` and `--token` exclude each other", "give one of them");
        }
        if (!given.flag(SUBJECT)) {
            List.of(FROM, UNTIL).stream().filter(given::has).findFirst().ifPresent(option -> {
                throw new UsageError("`" + option + "` does not go without `--subject`", Optional.empty());
            });
        }
        try {
            Map<String, Object> made = given.flag(SUBJECT)
                    ? subject(given, out, streams)
                    : given.flag(TOKEN) ? token(out) : signing(given, out);
            if (format == Given.Format.JSON) {
                streams.out().line(JsonTree.of(made).json());
            } else {
                made.forEach((what, text) -> streams.out().say(what + ": " + text));
            }
            return OK;
        } catch (FileAlreadyExistsException there) {
            throw new UsageError(
                    "`" + there.getFile() + "` is there already, and a key is never overwritten",
                    "choose another name, or remove the old key if nothing needs it any more");
        } catch (NoSuchFileException nowhere) {
            throw new UsageError("there is no folder for `" + out + "`", Optional.empty());
        } catch (RejectedException wrong) {
            throw new UsageError(Words.visible(String.valueOf(wrong.getMessage())), Optional.empty());
        } catch (IOException failed) {
            throw new UsageError("the key cannot be written: " + failed.getMessage(), Optional.empty());
        }
    }

    private static Map<String, Object> signing(Given given, Path out) throws IOException, RejectedException {
        KeyName name = KeyName.parse(given.word(NAME).orElseGet(RandomNames::ofLog));
        SigningKey key = SigningKey.generate(name);
        key.write(out);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("file", out.toString());
        made.put("public", key.verifier().toString());
        return made;
    }

    private static Map<String, Object> token(Path out) throws IOException {
        CallerToken token = CallerToken.generate();
        token.write(out);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("file", out.toString());
        made.put("digest", token.digest());
        return made;
    }

    private static Map<String, Object> subject(Given given, Path out, Streams streams) throws IOException {
        LocalDate today = LocalDate.ofInstant(streams.clock().instant(), ZoneOffset.UTC);
        String id = given.word(NAME).orElseGet(RandomNames::ofSubjectKey);
        SubjectKey key;
        try {
            key = SubjectKey.generate(
                    id,
                    given.word(FROM).map(word -> day(FROM, word)).orElse(today),
                    given.word(UNTIL).map(word -> day(UNTIL, word)));
        } catch (IllegalArgumentException wrong) {
            throw new UsageError(String.valueOf(wrong.getMessage()), Optional.empty());
        }
        new SubjectKeys(List.of(key)).write(out);
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("file", out.toString());
        made.put("id", id);
        made.put("from", key.from().toString());
        key.until().ifPresent(last -> made.put("until", last.toString()));
        return made;
    }

    private static LocalDate day(String option, String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException noDay) {
            throw new UsageError(
                    "expected `" + option + "` to be a day, found " + Words.quoted(word), "write it like `2026-11-29`");
        }
    }
}
