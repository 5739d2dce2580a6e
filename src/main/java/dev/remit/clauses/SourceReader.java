package dev.remit.clauses;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one document, line by line. */
final class SourceReader {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\x0B\\f\\x85\\u2028\\u2029]");
    /** The characters that are only used as bullets. */
    private static final String BULLETS = "•◦▪▫‣⁃●○";

    private static final Pattern ITEM =
            Pattern.compile("^\\s*([" + BULLETS + "·*+\\-–—]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,5})[.)])\\s+");
    private static final Pattern DASHED = Pattern.compile("^\\s*[" + BULLETS + "·*+\\-–—]\\s");
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d{1,2})[.)]\\s+");
    private static final Pattern MARKED_HEADING = Pattern.compile("^\\s{0,3}#{1,6}\\s+(.*)$");
    private static final Pattern RULED = Pattern.compile("^\\s*(?:-{3,}|={3,}|_{3,}|\\*{3,})\\s*$");
    private static final Pattern NOTE_MARK =
            Pattern.compile("(?<=\\p{Ll}{2}|\\p{L}[.,;:!?)\"”’])(\\d{1,2})(?=[\\s.,;:!?)\"”’]|$)");

    private final String title;
    private final Outline outline;
    private final List<Passage> passages = new ArrayList<>();
    private final Set<String> notes = new HashSet<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final TreeMap<Integer, Integer> lineAt = new TreeMap<>();
    private String section = "";
    private boolean isItem;

    SourceReader(String title, Outline outline) {
        this.title = Plain.heading(title);
        this.outline = outline;
    }

    /** The lines of a text, with encoding faults repaired. */
    static List<String> linesOf(String text) {
        return List.of(LINE_END.split(Mojibake.repair(text), -1));
    }

    List<Passage> read(String text) {
        List<String> lines = linesOf(text);
        lines.forEach(this::collectNote);
        for (int i = beginning(lines); i < lines.size(); i++) {
            read(lines, i);
        }
        endParagraph();
        return passages;
    }

    private void read(List<String> lines, int i) {
        String line = lines.get(i);
        Matcher marked = MARKED_HEADING.matcher(line);
        if (line.isBlank() || RULED.matcher(line).matches()) {
            endParagraph();
        } else if (marked.matches()) {
            open(marked.group(1));
        } else if (Plain.hasSign(line) || isKnownHeading(lines, i)) {
            open(line);
        } else {
            Matcher item = ITEM.matcher(line);
            boolean begins = item.find()
                    && (canBeginItem() || BULLETS.indexOf(item.group(1).charAt(0)) >= 0);
            if (begins) {
                endParagraph();
                isItem = true;
            }
            add(withoutMarks(begins ? line.substring(item.end()) : line).strip(), i + 1);
        }
    }

    private void open(String heading) {
        endParagraph();
        section = outline.open(heading);
    }

    /** The line after the title; of several titles, the last one before the first section counts. */
    private int beginning(List<String> lines) {
        int after = 0;
        for (int i = 0; i < lines.size(); i++) {
            String name = Plain.heading(lines.get(i).replaceFirst("^\\s*#+\\s+", ""));
            if (name.equals(title) && !name.isEmpty()) {
                after = i + 1;
            } else if (after > 0 && isKnownHeading(lines, i)) {
                break;
            }
        }
        return after;
    }

    private boolean isKnownHeading(List<String> lines, int i) {
        return isAlone(lines, i)
                && outline.knows(lines.get(i))
                && !DASHED.matcher(lines.get(i)).find();
    }

    private static boolean isAlone(List<String> lines, int i) {
        return (i == 0 || isEmpty(lines.get(i - 1))) && (i + 1 == lines.size() || isEmpty(lines.get(i + 1)));
    }

    private static boolean isEmpty(String line) {
        return line.isBlank() || RULED.matcher(line).matches();
    }

    /**
     * Whether a dash or number can begin an item here, rather than be at the start of a line because of a line break.
     */
    private boolean canBeginItem() {
        return paragraph.isEmpty() || isItem || paragraph.charAt(paragraph.length() - 1) == ':';
    }

    /** Collects a numbered paragraph as a footnote. Only the numbers of footnotes count as footnote marks elsewhere. */
    private void collectNote(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.find() && !Plain.hasSign(line)) {
            notes.add(numbered.group(1));
        }
    }

    private void add(String text, int line) {
        if (!paragraph.isEmpty()) {
            paragraph.append(' ');
        }
        lineAt.put(paragraph.length(), line);
        paragraph.append(text);
    }

    private String withoutMarks(String line) {
        return NOTE_MARK.matcher(line).replaceAll(mark -> notes.contains(mark.group(1)) ? "" : mark.group(1));
    }

    private void endParagraph() {
        for (Sentences.Sentence each : Sentences.of(paragraph.toString())) {
            Map.Entry<Integer, Integer> line = lineAt.floorEntry(each.start());
            passages.add(new Passage(section, each.text(), line.getValue(), Fingerprint.of(each.text())));
        }
        paragraph.setLength(0);
        lineAt.clear();
        isItem = false;
    }
}
