package dev.remit.node;

import dev.remit.diagnostic.Code;
import dev.remit.diagnostic.Diagnostics;
import dev.remit.source.SourceFile;
import dev.remit.source.Span;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Reads a YAML file into a tree of values with positions, and reports all its faults as YAML.
 *
 * <p>It also refuses parts of YAML that make a file hard to read: repeated keys, anchors, aliases, merge keys, tags,
 * directives, further documents, and invisible characters. It ignores the types that YAML would guess: a scalar is its
 * text. No input makes it throw. Stateless, so safe to use from several threads.
 */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads one file.
     *
     * <p>After a syntax fault, or one of a limit, nothing is returned. After any other fault reading continues, so that
     * all are found; content that could not be read is left out or becomes an {@link ErrorNode}.
     *
     * @param file the file
     * @param limits the limits on it
     * @param diagnostics where faults are reported
     * @return the root, or empty if there is none; then an error has been reported
     */
    public static Optional<Node> read(SourceFile file, Limits limits, Diagnostics diagnostics) {
        if (!TextScan.passes(file, limits.bytes(), diagnostics)) {
            return Optional.empty();
        }
        TextReader text = new TextReader(file.text());
        TreeBuilder tree = new TreeBuilder(file, limits, diagnostics);
        try {
            Parser events = new ParserImpl(text, new LoaderOptions());
            while (tree.isOpen()) {
                Event event = events.getEvent();
                tree.accept(event);
            }
            return tree.root();
        } catch (MarkedYAMLException fault) {
            SyntaxFault.report(fault, file, diagnostics);
        } catch (YAMLException | NumberFormatException | IndexOutOfBoundsException fault) {
            // SnakeYAML's own slips, such as an escape cut short by the end of the file; it names no place, but stopped
            // at one.
            Span place = Span.within(file.name(), text.getLine() + 1, text.getColumn() + 1, 0);
            diagnostics.report(Code.SYNTAX_ERROR, place, "the file cannot be read as YAML from here on");
        }
        return Optional.empty();
    }
}
