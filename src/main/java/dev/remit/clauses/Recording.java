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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes fingerprints into the text of a clause register, and changes nothing else. */
public final class Recording {
    private static final String KEY = "fingerprint: ";
    private static final Pattern IN_BRACES = Pattern.compile("fingerprint:\\s*(?:\"[^\"]*\"|'[^']*'|[^,}]*[^,}\\s])");
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
        record Entry(Span span, Fingerprint fingerprint) {}
        List<Entry> entries = new ArrayList<>();
        fingerprints.forEach((id, fingerprint) -> positions
                .find(PolicyPath.ofClause(id))
                .filter(span -> span.file().equals(register.name()))
                .ifPresent(span -> entries.add(new Entry(span, fingerprint))));
        // From the end, so that earlier positions stay valid.
        entries.sort(Comparator.comparing(Entry::span).reversed());
        Recording recording = new Recording(register);
        entries.forEach(each -> recording.write(each.span(), each.fingerprint()));
        return String.join("\n", recording.lines);
    }

    private void write(Span clause, Fingerprint fingerprint) {
        String last = lines.get(clause.endLine() - 1);
        int end = last.offsetByCodePoints(0, clause.endColumn() - 1);
        if (last.substring(0, end).endsWith("}")) {
            writeInBraces(clause, fingerprint);
        } else {
            writeInLines(clause.line(), clause.endLine(), fingerprint);
        }
    }

    private void writeInBraces(Span clause, Fingerprint fingerprint) {
        for (int i = clause.line() - 1; i < clause.endLine(); i++) {
            Matcher written = IN_BRACES.matcher(lines.get(i));
            if (written.find()) {
                lines.set(i, written.replaceFirst(KEY + fingerprint));
                return;
            }
        }
        int place = clause.endLine() - 1;
        String line = lines.get(place);
        int brace = line.offsetByCodePoints(0, clause.endColumn() - 2);
        lines.set(place, line.substring(0, brace) + ", " + KEY + fingerprint + line.substring(brace));
    }

    /** Replaces the old fingerprint or, if there is none, adds one behind the kind, or as the first key. */
    private void writeInLines(int first, int last, Fingerprint fingerprint) {
        String indent = indent(lines.get(first));
        String written = indent + KEY + fingerprint;
        int place = first;
        for (int i = first; i < last; i++) {
            String line = lines.get(i);
            if (indent(line).equals(indent) && line.startsWith(indent + KEY.strip())) {
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
