package dev.remit.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The subject keys of an operator, at most one for each day. A file has one key a line.
 *
 * @param keys the keys, with distinct ids and disjoint periods
 */
public record SubjectKeys(List<SubjectKey> keys) {
    public SubjectKeys {
        keys = List.copyOf(keys);
        Optional<String> fault = fault(keys);
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }

    /** Reads a file. */
    public static SubjectKeys read(Path file) throws IOException, RejectedException {
        List<SubjectKey> keys = new ArrayList<>();
        for (String line : KeyFile.readText(file).lines().toList()) {
            keys.add(SubjectKey.parse(line));
        }
        Optional<String> fault = fault(keys);
        if (fault.isPresent()) {
            throw new RejectedException(fault.get());
        }
        return new SubjectKeys(keys);
    }

    private static Optional<String> fault(List<SubjectKey> keys) {
        if (keys.isEmpty()) {
            return Optional.of("expected at least one subject key");
        }
        Set<String> ids = new HashSet<>();
        for (SubjectKey key : keys) {
            if (!ids.add(key.id())) {
                return Optional.of("two subject keys have the id `" + key.id() + "`");
            }
            for (SubjectKey other : keys) {
                if (!other.equals(key) && other.isUsedOn(key.from())) {
                    return Optional.of(
                            "the subject keys `" + other.id() + "` and `" + key.id() + "` are both for " + key.from());
                }
            }
        }
        return Optional.empty();
    }

    /** The key for a day. */
    public Optional<SubjectKey> on(LocalDate day) {
        return keys.stream().filter(key -> key.isUsedOn(day)).findFirst();
    }

    /** Writes a new file that only its owner can read. */
    public void write(Path file) throws IOException {
        KeyFile.writeForOwner(file, keys.stream().map(key -> key.line() + "\n").collect(Collectors.joining()));
    }
}
