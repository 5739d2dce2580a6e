package dev.remit.clauses;

import dev.remit.model.Id;
import dev.remit.model.PolicyPath;
import dev.remit.source.SourceFile;
import dev.remit.source.SourceMap;
import dev.remit.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes fingerprints into the text of a clause register, and changes nothing else. */
public final class Recording {
    private static final String FINGERPRINT = "fingerprint";
    private static final String REASON = "reread-because";
    private static final String VALUE = ":\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^,}]*[^,}\\s])";
    private static final Pattern INDENT = Pattern.compile("^\\s*");
    private static final Pattern KIND = Pattern.compile("^\\s*kind:.*");

    private final List<String> lines;

    private Recording(SourceFile register) {
        lines = new ArrayList<>(List.of(register.text().split("\n", -1)));
    }

    /**
     * Returns the register with fingerprints.
     *
     * @param register the file that holds the clause register
     * @param positions the position of each clause in it, under {@code clauses.} and its id
     * @param fingerprints the fingerprints by clause; clauses not named keep theirs
     * @return the new text of the file
     */
    public static String write(SourceFile register, SourceMap positions, Map<Id.Citation, Fingerprint> fingerprints) {
        return write(register, positions, fingerprints, Map.of());
    }

    /**
     * Returns the register with fingerprints, and with the reasons why changed sentences are read as before.
     *
     * @param register the file that holds the clause register
     * @param positions the position of each clause in it, under {@code clauses.} and its id
     * @param fingerprints the fingerprints by clause; clauses not named keep theirs
     * @param reasons the reasons by clause
     * @return the new text of the file
     */
    public static String write(
            SourceFile register,
            SourceMap positions,
            Map<Id.Citation, Fingerprint> fingerprints,
            Map<Id.Citation, String> reasons) {
        record Entry(Span span, Fingerprint fingerprint, Optional<String> reason) {}
        List<Entry> entries = new ArrayList<>();
        fingerprints.forEach((id, fingerprint) -> positions
                .find(PolicyPath.ofClause(id))
                .filter(span -> span.file().equals(register.name()))
                .ifPresent(span -> entries.add(new Entry(span, fingerprint, Optional.ofNullable(reasons.get(id))))));
        // From the end, so that earlier positions stay valid.
        entries.sort(Comparator.comparing(Entry::span).reversed());
        Recording recording = new Recording(register);
        entries.forEach(each -> {
            boolean isInBraces = recording.isInBraces(each.span());
            // The later key first, so that the place for the other stays where it was.
            each.reason().ifPresent(text -> recording.write(each.span(), isInBraces, REASON, quoted(text)));
            recording.write(
                    each.span(), isInBraces, FINGERPRINT, each.fingerprint().toString());
        });
        return String.join("\n", recording.lines);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void write(Span clause, boolean isInBraces, String key, String value) {
        if (isInBraces) {
            writeInBraces(clause, key, value);
        } else {
            writeInLines(clause.line(), clause.endLine(), key, value);
        }
    }

    private boolean isInBraces(Span clause) {
        String last = lines.get(clause.endLine() - 1);
        return last.substring(0, last.offsetByCodePoints(0, clause.endColumn() - 1))
                .endsWith("}");
    }

    private void writeInBraces(Span clause, String key, String value) {
        Pattern written = Pattern.compile(key + VALUE);
        for (int i = clause.line() - 1; i < clause.endLine(); i++) {
            Matcher found = written.matcher(lines.get(i));
            if (found.find()) {
                lines.set(i, found.replaceFirst(Matcher.quoteReplacement(key + ": " + value)));
                return;
            }
        }
        int place = clause.endLine() - 1;
        String line = lines.get(place);
        int brace = line.offsetByCodePoints(0, clause.endColumn() - 2);
        lines.set(place, line.substring(0, brace) + ", " + key + ": " + value + line.substring(brace));
    }

    /** Replaces the old value or, if there is none, adds one behind the kind, or as the first key. */
    private void writeInLines(int first, int last, String key, String value) {
        String indent = indent(lines.get(first));
        String written = indent + key + ": " + value;
        int place = first;
        for (int i = first; i < last; i++) {
            String line = lines.get(i);
            if (indent(line).equals(indent) && line.startsWith(indent + key + ":")) {
                lines.set(i, written);
                return;
            }
            if (indent(line).equals(indent) && KIND.matcher(line).matches()) {
                place = i + 1;
            }
        }
        lines.add(place, written);
    }

    private static String indent(String line) {
        Matcher indent = INDENT.matcher(line);
        return indent.find() ? indent.group() : "";
    }
}
