package dev.remit.record;

import dev.remit.signing.RejectedException;
import dev.remit.signing.SigningKey;
import dev.remit.signing.SubjectKey;
import dev.remit.signing.SubjectKeys;
import dev.remit.signing.VerifierKey;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a log that is written.
 *
 * @param signing signs checkpoints
 * @param subjects turn people into pseudonyms
 */
record LogKeys(Optional<SigningKey> signing, Optional<SubjectKeys> subjects) {

    /**
     * Reads the keys that settings name.
     *
     * @throws LogException if a file holds no such key, or cannot be read
     */
    static LogKeys read(RecordSettings settings) throws IOException {
        Optional<SigningKey> signing = Optional.empty();
        if (settings.checkpointKey().isPresent()) {
            signing = Optional.of(reading(settings.checkpointKey().get(), SigningKey::read));
        }
        Optional<SubjectKeys> subjects = Optional.empty();
        if (settings.subjectKeys().isPresent()) {
            subjects = Optional.of(reading(settings.subjectKeys().get(), SubjectKeys::read));
        }
        return new LogKeys(signing, subjects);
    }

    /** Reads the verifier keys of some files. */
    static List<VerifierKey> verifiers(List<Path> files) throws IOException {
        List<VerifierKey> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(reading(file, VerifierKey::read));
        }
        return keys;
    }

    /** Every pseudonym that a person has in a log, under any of the keys of a file. */
    static List<String> pseudonyms(Path file, String person) throws IOException {
        return reading(file, SubjectKeys::read).keys().stream()
                .map(key -> key.pseudonym(person))
                .toList();
    }

    private interface Reading<T> {
        T from(Path file) throws IOException, RejectedException;
    }

    private static <T> T reading(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.from(file);
        } catch (RejectedException noKey) {
            throw new LogException("`" + file + "` cannot be used: " + noKey.getMessage(), noKey);
        } catch (NoSuchFileException missing) {
            throw new LogException("there is no file `" + missing.getFile() + "`", missing);
        } catch (LogException readable) {
            throw readable;
        } catch (IOException unreadable) {
            throw new LogException("`" + file + "` cannot be read", unreadable);
        }
    }

    /** Whether there is a key for people on a day. */
    boolean takesPeople(Instant at) {
        return subjects.flatMap(keys -> keys.on(LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .isPresent();
    }

    /**
     * The pseudonym of a person.
     *
     * @throws IllegalStateException if there is no key for the day
     */
    String pseudonym(String person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        SubjectKey key = subjects.flatMap(keys -> keys.on(day))
                .orElseThrow(() -> new IllegalStateException(
                        subjects.isEmpty()
                                ? "a question about a person cannot be recorded without a subject key"
                                : "a question about a person cannot be recorded: no subject key is for " + day));
        return key.pseudonym(person);
    }

    /** The checkpoint keys in use, as records name them. */
    List<String> signers() {
        return signing.stream()
                .map(key -> key.name() + "+" + key.verifier().id())
                .toList();
    }

    /** The ids of the subject keys in use. */
    List<String> subjectIds() {
        return subjects.stream()
                .flatMap(keys -> keys.keys().stream())
                .map(SubjectKey::id)
                .toList();
    }
}
